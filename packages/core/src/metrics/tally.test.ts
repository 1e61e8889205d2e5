import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianWait, waitClass } from './tally.ts'

test('a median from classes is within 2.5 % of the true one', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 1e10 }), { minLength: 1, maxLength: 99 }), (times) => {
    const waits = new Map<number, number>()
    for (const time of times) waits.set(waitClass(time), (waits.get(waitClass(time)) ?? 0) + 1)
    const exact = times.toSorted((a, b) => a - b)[Math.ceil(times.length / 2) - 1]!
    expect(Math.abs(medianWait(waits)! - exact)).toBeLessThanOrEqual(0.026 * exact + 0.5)
  }))
})

test('there is no median of nothing', () => {
  expect(medianWait(new Map())).toBeNull()
  expect(medianWait(new Map([[3, 0]]))).toBeNull()
})
