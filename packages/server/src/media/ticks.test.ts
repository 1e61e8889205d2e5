import fc from 'fast-check'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { ticksOfSeconds, ticksOfUnits } from './ticks.ts'

test('units of a stream are the closest ticks, and exact where they can be', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 33), max: 2 ** 33 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 200_000 }), (count, num, den) => {
      const seconds = BigInt(count) * BigInt(num) * BigInt(TICKS_PER_SECOND)
      fc.pre(Math.abs(Number(seconds) / den) < Number.MAX_SAFE_INTEGER)
      const found = BigInt(ticksOfUnits(count, { num, den }))
      const off = found * BigInt(den) - seconds
      expect(2n * (off < 0n ? -off : off) <= BigInt(den)).toBe(true)
    }),
  )
  for (const den of [24, 25, 30, 60, 44_100, 48_000, 90_000, 12_800]) expect(ticksOfUnits(den, { num: 1, den })).toBe(TICKS_PER_SECOND)
  expect(ticksOfUnits(1, { num: 1001, den: 30_000 })).toBe(23_543_520)
})

test('seconds as ffprobe writes them, or none', () => {
  expect([ticksOfSeconds('1.200000'), ticksOfSeconds('N/A'), ticksOfSeconds(undefined), ticksOfSeconds('0.000001')]).toEqual([1.2 * TICKS_PER_SECOND, null, null, TICKS_PER_SECOND / 1e6])
})
