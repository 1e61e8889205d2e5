import { expect, test } from 'vitest'
import { Meter } from './meter.ts'

function counted(frames: readonly number[], rate = 1): readonly number[] {
  const meter = new Meter()
  for (const frame of frames) meter.see(frame, rate, false)
  const { shown, dropped, late } = meter.counts
  return [shown, dropped, late]
}

test('a frame that is seen twice counts once, and those between two are skipped', () => {
  expect(counted([5, 5, 6, 9, 10])).toEqual([4, 2, 0])
})

test('faster, and backwards, only every so many-th is missed', () => {
  expect(counted([0, 4, 8, 16], 4)).toEqual([4, 1, 0])
  expect(counted([20, 18, 16, 10], -2)).toEqual([4, 2, 0])
})

test('beginning anew and going elsewhere skip nothing', () => {
  expect(counted([98, 99, 0, 1])).toEqual([4, 0, 0])
  const meter = new Meter()
  meter.see(3, 1, false)
  meter.jump()
  meter.see(80, 1, true)
  expect(meter.counts).toEqual({ shown: 1, dropped: 0, late: 1 })
})
