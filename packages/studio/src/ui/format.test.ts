import { afterEach, expect, test } from 'vitest'
import { changeSettings } from '../app/settings.ts'
import { formatAgo, formatBytes, formatDuration, formatNumber, formatShare, formatTime } from './format.ts'

afterEach(() => changeSettings({ language: 'auto' }))
/** With every space a plain one. */
const plain = (said: string): string => said.replaceAll(/\s/g, ' ')

test('durations grow with their units', () => {
  expect([840, 9999, 42_000, 185_000, 7_800_000].map(formatDuration)).toEqual(['0.8 s', '10.0 s', '42 s', '3 min 05 s', '2 h 10 min'])
})

test('a share is all only when all is done', () => {
  expect([0, 0.614, 0.999, 1].map(formatShare)).toEqual(['0%', '61%', '99%', '100%'])
})

test('bytes', () => {
  expect([0, 831, 1400, 48_100_000, 3e15].map(formatBytes)).toEqual(['0 B', '831 B', '1.4 kB', '48.1 MB', '3,000.0 TB'])
})

test('times past, and a clock that is a little ahead', () => {
  expect(formatAgo(0, 30_000)).toBe('just now')
  expect(formatAgo(90_000, 0)).toBe('just now')
  expect(formatAgo(0, 3 * 60_000)).toBe('3 min. ago')
  expect(formatAgo(0, 26 * 3_600_000)).toBe('yesterday')
})

test('the language of the moment writes them', () => {
  changeSettings({ language: 'fr' })
  expect([formatShare(0.614), formatBytes(831), formatBytes(1400), formatDuration(840), formatNumber(12_345), formatAgo(0, 180_000), formatAgo(0, 0)].map(plain))
    .toEqual(['61 %', '831 o', '1,4 ko', '0,8 s', '12 345', 'il y a 3 min', 'à l’instant'])
  expect(formatTime(Date.UTC(2026, 10, 22, 12))).toMatch(/22 nov\. 2026/)
})
