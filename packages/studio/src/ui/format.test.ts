import { expect, test } from 'vitest'
import { formatAgo, formatBytes, formatDuration, formatShare } from './format.ts'

test('durations grow with their units', () => {
  expect([840, 9999, 42_000, 185_000, 7_800_000].map(formatDuration)).toEqual(['0.8 s', '10.0 s', '42 s', '3 min 05 s', '2 h 10 min'])
})

test('a share is 100 % only when all is done', () => {
  expect([0, 0.614, 0.999, 1].map(formatShare)).toEqual(['0 %', '61 %', '99 %', '100 %'])
})

test('bytes', () => {
  expect([0, 831, 1400, 48_100_000].map(formatBytes)).toEqual(['0 B', '831 B', '1.4 kB', '48.1 MB'])
})

test('times past, and a clock that is a little ahead', () => {
  expect(formatAgo(0, 30_000)).toBe('just now')
  expect(formatAgo(90_000, 0)).toBe('just now')
  expect(formatAgo(0, 3 * 60_000)).toBe('3 min. ago')
  expect(formatAgo(0, 26 * 3_600_000)).toBe('yesterday')
})
