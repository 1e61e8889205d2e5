import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCycle } from './jump.ts'

test('a number that a person types is a cycle counted from one', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (number, count) => {
    expect(parseCycle(` ${number} `, count)).toBe(number <= count ? number - 1 : undefined)
  }))
})

test('what is no cycle is none', () => {
  for (const typed of ['', ' ', '0', '-1', '1.5', '1e2', 'x', '25', '٣']) expect(parseCycle(typed, 24)).toBeUndefined()
})
