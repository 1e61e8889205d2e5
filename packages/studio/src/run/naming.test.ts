import { expect, test } from 'vitest'
import { entry } from '../loop-view/testing.ts'
import { placeName, tryName } from './naming.ts'

test('attempts made one by one are a first try and its retries', () => {
  const cycle = [entry(2, 0), entry(2, 1), entry(2, 2)]
  expect(cycle.map((_, retry) => tryName(cycle, retry))).toEqual(['first try', 'retry 1', 'retry 2'])
  expect(tryName([], 3)).toBe('retry 3')
})

test('several of a round are candidates, and a retry is one only after a rejection', () => {
  const cycle = [entry(2, 0, { round_index: 0 }), entry(2, 1, { round_index: 0 }), entry(2, 2, { round_index: 1 }), entry(2, 3, { round_index: 1 }), entry(2, 4, { round_index: 2 })]
  expect(cycle.map((_, retry) => tryName(cycle, retry))).toEqual(['candidate 1', 'candidate 2', 'retry 1, candidate 1', 'retry 1, candidate 2', 'retry 2'])
  expect(placeName(cycle, { cycle: 2, retry: 3 })).toBe('Cycle 3, retry 1, candidate 2')
})

test('what was taken back and made again was no choice', () => {
  const cycle = [entry(2, 0), entry(2, 1, { status: 'cancelled' }), entry(2, 2, { round_index: 1 })]
  expect(cycle.map((_, retry) => tryName(cycle, retry))).toEqual(['first try', 'retry 1', 'retry 2'])
})
