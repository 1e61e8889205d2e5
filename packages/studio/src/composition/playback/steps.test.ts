import { emptyProject, FRAME_RATES, frameAt, ticks, TICKS_PER_SECOND, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { framesFrom, secondsFrom } from './steps.ts'

const lasting = (seconds: number, fps = { num: 30, den: 1 }): Project => {
  const project = emptyProject('c', 'c')
  return { ...project, format: { ...project.format, fps, duration: ticks(seconds * TICKS_PER_SECOND) } }
}

test('a step is one frame at every rate, and back again', () => {
  fc.assert(fc.property(fc.constantFrom(...FRAME_RATES), fc.integer({ min: 0, max: 59 * TICKS_PER_SECOND }), (fps, at) => {
    const project = lasting(60, fps)
    const next = framesFrom(project, ticks(at), 1)
    expect(frameAt(next, fps)).toBe(frameAt(ticks(at), fps) + 1)
    expect(frameAt(framesFrom(project, next, -1), fps)).toBe(frameAt(ticks(at), fps))
  }))
})

test('it stays within the composition', () => {
  const project = lasting(2)
  expect([framesFrom(project, ticks(0), -1), secondsFrom(project, ticks(TICKS_PER_SECOND / 2), -1)]).toEqual([0, 0])
  expect(secondsFrom(project, ticks(1.5 * TICKS_PER_SECOND), 1)).toBe(2 * TICKS_PER_SECOND)
})
