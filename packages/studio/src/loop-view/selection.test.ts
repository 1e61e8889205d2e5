import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Place } from './place.ts'
import { keyOf } from './place.ts'
import { extended, indexOf, NOTHING_SELECTED, selectedOf, selectionOf, toggled } from './selection.ts'

const order: readonly Place[] = Array.from({ length: 12 }, (_, index) => ({ cycle: Math.floor(index / 3) * 2, retry: index % 3 }))
const place = fc.constantFrom(...order)
const some = fc.subarray([...order]).map(selectionOf)

test('toggling twice changes nothing, once changes one', () => {
  fc.assert(
    fc.property(some, place, (selection, at) => {
      const once = toggled(selection, at)
      expect(once.keys.has(keyOf(at))).toBe(!selection.keys.has(keyOf(at)))
      expect(toggled(once, at).keys).toEqual(selection.keys)
    }),
  )
})

test('a range drawn over any way ends as if it had been drawn there at once, and keeps what was selected before', () => {
  fc.assert(
    fc.property(some, place, fc.array(place, { minLength: 1 }), (before, from, way) => {
      const drawn = way.reduce((selection, to) => extended(selection, order, from, to), before)
      const direct = extended(before, order, from, way.at(-1)!)
      expect(drawn.keys).toEqual(direct.keys)
      for (const key of before.keys) expect(drawn.keys.has(key)).toBe(true)
      const [start, end] = [order.indexOf(from), order.indexOf(way.at(-1)!)].sort((a, b) => a - b)
      for (const [index, one] of order.entries()) if (index >= start! && index <= end!) expect(drawn.keys.has(keyOf(one))).toBe(true)
      expect(drawn.keys.size).toBeLessThanOrEqual(before.keys.size + end! - start! + 1)
    }),
  )
})

test('a range begins where something was chosen last', () => {
  const chosen = toggled(NOTHING_SELECTED, order[2]!)
  expect(selectedOf(extended(chosen, order, order[9]!, order[4]!), order)).toEqual(order.slice(2, 5))
  expect(selectedOf(extended(extended(chosen, order, order[9]!, order[4]!), order, order[9]!, order[0]!), order)).toEqual(order.slice(0, 3))
})

test('an anchor that is no longer shown stands for where it would be', () => {
  const gone = toggled(toggled(NOTHING_SELECTED, { cycle: 3, retry: 0 }), { cycle: 3, retry: 0 })
  expect(selectedOf(extended(gone, order, order[0]!, order[8]!), order)).toEqual(order.slice(6, 9))
})

test('every place is found where it is', () => {
  for (const [index, one] of order.entries()) expect(indexOf(order, one)).toBe(index)
  expect(indexOf(order, { cycle: 99, retry: 0 })).toBe(order.length)
})
