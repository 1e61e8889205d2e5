import { durationOf, emptyProject, endOf, FRAME_RATES, frameDuration, frameMiddle, sceneAt, ticks, ZERO } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameSeen } from './frame-seen.ts'
import { after, composed, seconds } from './inspector/testing.ts'

const shownAt = (project: ReturnType<typeof composed>, at: number): readonly string[] =>
  sceneAt(project, frameMiddle(frameSeen(project, ticks(at)).frame, project.format.fps)).layers.map(({ clip }) => clip.id)

test('with the playhead at the end the last frame is seen, where a clip ends there', () => {
  const project = composed()
  const end = durationOf(project)
  expect(end).toBe(endOf(project.lanes[0]!.clips[1]!))
  expect(shownAt(project, end)).toEqual(['w'])
  expect(shownAt(project, end - 1)).toEqual(['w'])
  const { from, to } = frameSeen(project, end)
  expect([to, to - from]).toEqual([end, frameDuration(project.format.fps)])
  // Where nothing lasts until the end, nothing is seen there.
  expect(shownAt(after(project, { type: 'format', set: { duration: seconds(60) } }), seconds(60))).toEqual([])
})

test('the frame that is seen is the one around the playhead, at every rate', () => {
  fc.assert(fc.property(fc.constantFrom(...FRAME_RATES), fc.integer({ min: 0, max: seconds(30) - 1 }), (fps, at) => {
    const project = after(composed(), { type: 'format', set: { fps } })
    const { from, to, frame } = frameSeen(project, ticks(at))
    expect(from <= at && at < to).toBe(true)
    expect(frameMiddle(frame, fps) > from && frameMiddle(frame, fps) < to).toBe(true)
  }))
})

test('what ends within its last frame is seen at the end, whatever part of the frame it fills', () => {
  fc.assert(fc.property(fc.constantFrom(...FRAME_RATES), fc.integer({ min: 1, max: seconds(9) }), (fps, less) => {
    const project = after(composed(), { type: 'format', set: { fps } }, { type: 'trim', clip: 'w', edge: 'end', by: ticks(-less), ripple: null })
    expect(shownAt(project, durationOf(project))).toEqual(['w'])
  }))
})

test('of an empty composition the first frame is seen', () => {
  expect(frameSeen(emptyProject('empty', 'empty'), ZERO)).toEqual({ frame: 0, from: 0, to: 0 })
})
