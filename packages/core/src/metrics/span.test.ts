import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR_MS, partOf, RANGES, spanOf } from './index.ts'

const at = (text: string): number => Date.parse(text)
const shown = (starts: readonly number[]): readonly string[] => starts.map((start) => new Date(start).toISOString())

test('a day is 24 hours, a week 7 days, a month 30, each with the one under way', () => {
  const now = at('2026-11-22T20:31:00Z')
  expect(shown(spanOf('day', now, 'UTC', 0).starts).at(-1)).toBe('2026-11-22T20:00:00.000Z')
  expect(shown(spanOf('day', now, 'UTC', 0).starts)[0]).toBe('2026-11-21T21:00:00.000Z')
  expect(shown(spanOf('week', now, 'UTC', 0).starts)[0]).toBe('2026-11-16T00:00:00.000Z')
  expect(spanOf('month', now, 'UTC', 0).starts).toHaveLength(30)
})

test('a day is the day of the person who asks', () => {
  const now = at('2026-11-22T20:31:00Z')
  expect(shown(spanOf('week', now, 'Asia/Kolkata', 0).starts).at(-1)).toBe('2026-11-22T18:30:00.000Z')
  expect(shown(spanOf('week', now, 'America/Los_Angeles', 0).starts).at(-1)).toBe('2026-11-22T08:00:00.000Z')
})

test('all is shown in days from the first one, or in weeks from their Mondays when that is long ago', () => {
  const now = at('2026-11-22T20:31:00Z')
  expect(shown(spanOf('all', now, 'UTC', at('2026-11-20T10:00:00Z')).starts)).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z', '2026-11-22T00:00:00.000Z'])
  const weeks = spanOf('all', now, 'UTC', at('2026-06-03T10:00:00Z'))
  expect(weeks.unit).toBe('week')
  expect(shown(weeks.starts).at(0)).toBe('2026-06-01T00:00:00.000Z')
  expect(shown(weeks.starts).at(-1)).toBe('2026-11-16T00:00:00.000Z')
})

test('every moment of a span lies in one part, and now in the last', () => {
  const times = fc.tuple(fc.integer({ min: at('2020-01-01'), max: at('2030-01-01') }), fc.integer({ min: 0, max: 900 * 24 * HOUR_MS }), fc.constantFrom('UTC', 'Europe/Paris', 'Asia/Kolkata', 'America/Havana', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe'))
  fc.assert(fc.property(fc.constantFrom(...RANGES), times, fc.double({ min: 0, max: 1, noNaN: true }), (range, [now, past, zone], share) => {
    const span = spanOf(range, now, zone, now - past)
    expect(partOf(span, now)).toBe(span.starts.length - 1)
    const moment = Math.floor(span.starts[0]! + share * (now - span.starts[0]!))
    const part = partOf(span, moment)
    expect(span.starts[part]!).toBeLessThanOrEqual(moment)
    expect(span.starts[part + 1] ?? Infinity).toBeGreaterThan(moment)
    if (range === 'all') expect(partOf(span, now - past)).toBe(past === 0 ? span.starts.length - 1 : Math.max(0, partOf(span, now - past)))
  }))
})

test('a day is a day of the calendar also where clocks are changed', () => {
  const { starts } = spanOf('month', at('2026-04-05T10:00:00Z'), 'Europe/Paris', 0)
  expect(shown(starts).slice(-9, -6)).toEqual(['2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  fc.assert(fc.property(fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') }), fc.constantFrom('Europe/Paris', 'America/Havana', 'Africa/Cairo', 'America/Sao_Paulo', 'Asia/Beirut'), (now, timeZone) => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    const days = spanOf('month', now, timeZone, 0).starts
    for (const start of days) expect(clock.format(start).slice(0, 10)).not.toBe(clock.format(start - 1).slice(0, 10))
    expect(new Set(days.map((start) => clock.format(start).slice(0, 10))).size).toBe(30)
  }))
})
