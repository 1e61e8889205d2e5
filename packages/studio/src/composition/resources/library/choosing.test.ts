import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, NOTHING_CHOSEN, stillChosen, type Choosing, type How } from './choosing.ts'

const keys = ['a', 'b', 'c', 'd', 'e']
const after = (...steps: readonly (readonly [string, How])[]): Choosing => steps.reduce((choosing, [key, how]) => choose(choosing, keys, key, how), NOTHING_CHOSEN)

test('one alone, another beside it, and a range from the one that was pointed at', () => {
  expect([...after(['b', 'one'], ['d', 'one']).chosen]).toEqual(['d'])
  expect([...after(['b', 'one'], ['d', 'toggle']).chosen]).toEqual(['b', 'd'])
  expect([...after(['b', 'one'], ['d', 'toggle'], ['b', 'toggle']).chosen]).toEqual(['d'])
  expect([...after(['d', 'one'], ['b', 'range']).chosen]).toEqual(['b', 'c', 'd'])
  expect([...after(['d', 'one'], ['b', 'range'], ['e', 'range']).chosen]).toEqual(['d', 'e'])
  expect([...after(['c', 'range']).chosen]).toEqual(['c'])
})

test('what went from the list is no longer chosen; what is all there stays the very same', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom<How>('one', 'toggle', 'range')), { maxLength: 6 }), fc.subarray(keys), (steps, left) => {
    const choosing = after(...steps)
    expect(stillChosen(choosing, new Set(keys))).toBe(choosing)
    const now = stillChosen(choosing, new Set(left))
    expect([...now.chosen]).toEqual([...choosing.chosen].filter((key) => left.includes(key)))
    expect(now.cursor === undefined || left.includes(now.cursor)).toBe(true)
  }))
})
