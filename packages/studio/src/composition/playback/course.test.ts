import { ticks, TICKS_PER_SECOND } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOver, placeAt, stretchesOf, within, type Course } from './course.ts'

const second = (seconds: number) => ticks(Math.round(seconds * TICKS_PER_SECOND))
const course = (start: number, rate: number, [from, to]: readonly [number, number], repeats = false): Course => ({ start: second(start), rate, range: { from: second(from), to: second(to) }, repeats })
const courses = fc
  .record({ start: fc.integer({ min: 0, max: 40 }), rate: fc.constantFrom(0.5, 1, 2, 4), from: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 1, max: 20 }), repeats: fc.boolean() })
  .map(({ start, rate, from, length, repeats }) => course(Math.min(start, from + length), rate, [from, from + length], repeats))

test('it stops at the end of its range, forwards and backwards', () => {
  expect(placeAt(course(2, 1, [0, 10]), 3) / TICKS_PER_SECOND).toBe(5)
  expect(placeAt(course(2, 2, [0, 10]), 99) / TICKS_PER_SECOND).toBe(10)
  expect(placeAt(course(2, -4, [0, 10]), 99)).toBe(0)
  expect([isOver(course(2, 2, [0, 10]), 3.9), isOver(course(2, 2, [0, 10]), 4), isOver(course(2, -1, [0, 10]), 2)]).toEqual([false, true, true])
})

test('it goes round in its range, and from before it into it', () => {
  const round = course(0, 1, [4, 6], true)
  expect([1, 5, 6, 7.5, 9].map((time) => placeAt(round, time) / TICKS_PER_SECOND)).toEqual([1, 5, 4, 5.5, 5])
  expect(placeAt(course(6, -1, [4, 6], true), 3) / TICKS_PER_SECOND).toBe(5)
  expect(isOver(round, 1000)).toBe(false)
})

test('stretches are what is passed, without a gap, wherever the spans are cut', () => {
  fc.assert(fc.property(courses, fc.array(fc.double({ min: 0.05, max: 4, noNaN: true }), { minLength: 1, maxLength: 12 }), (one, spans) => {
    let at = 0
    for (const span of spans) {
      const stretches = stretchesOf(one, at, at + span)
      const end = isOver(one, at + span) ? (one.range.to - one.start) / TICKS_PER_SECOND / one.rate : at + span
      const passed = stretches.reduce((sum, { from, to }) => sum + (to - from), 0) / TICKS_PER_SECOND / one.rate
      expect(passed).toBeCloseTo(Math.max(0, end - at), 5)
      for (const { from, to, since, lap } of stretches) {
        // Rounding may leave a sliver at the very end of a lap.
        if (to - from > 1000) expect(placeAt(one, since + 1e-7) / TICKS_PER_SECOND).toBeCloseTo(from / TICKS_PER_SECOND, 5)
        expect(lap.from <= from && to <= lap.to).toBe(true)
        expect(since).toBeGreaterThanOrEqual(at - 1e-6)
      }
      at += span
    }
  }))
})

test('within another range it goes on where it is, and from the same beginning where it can', () => {
  fc.assert(fc.property(courses, courses, fc.double({ min: 0, max: 30, noNaN: true }), (one, { range, repeats }, time) => {
    const at = placeAt(one, time)
    const changed = within(one, { range, repeats }, time)
    const since = placeAt(changed, time) === at ? time : 0
    // A beginning is a whole tick: within the last one of the range it may be its end, and the way goes on from the other.
    if (at < range.to - 1 && !isOver(one, time)) expect(Math.abs(placeAt(changed, since) - at)).toBeLessThan(TICKS_PER_SECOND / 1_000_000)
  }))
  const playing = course(2, 1, [0, 10])
  expect(within(playing, course(0, 1, [0, 8]), 3).start).toBe(playing.start)
  expect(within(playing, course(0, 1, [0, 20]), 3).start).toBe(playing.start)
})
