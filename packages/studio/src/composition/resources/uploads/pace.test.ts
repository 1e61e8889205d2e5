import { expect, test } from 'vitest'
import { paceAfter, startPace, timeLeft } from './pace.ts'

test('the pace follows what was lately, and tells what is left', () => {
  let pace = startPace(0, 0)
  expect(timeLeft(pace, 100)).toBeUndefined()
  for (let at = 1000; at <= 60_000; at += 1000) pace = paceAfter(pace, pace.bytes + 1000, at)
  expect(timeLeft(pace, 30_000)).toBeCloseTo(30_000)
  for (let at = 61_000; at <= 90_000; at += 1000) pace = paceAfter(pace, pace.bytes + 4000, at)
  expect(pace.rate).toBeGreaterThan(3900)
  expect(timeLeft({ rate: 0 }, 10)).toBeUndefined()
})
