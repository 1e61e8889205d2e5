import { FRAME_RATES, PLAIN, type AudioClip, type VideoClip } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { attributesOf, pasteAttributes } from './attributes.ts'
import { rateName, rateOf, together, visibleChanges, wished } from './format-changes.ts'
import { byOutcome, common } from './own-values.ts'
import { after, composed } from './testing.ts'

const [picture, sound, other] = ['v', 'a', 'w'].map((id) => composed().lanes.flatMap(({ clips }) => clips).find((clip) => clip.id === id)!) as [VideoClip, AudioClip, VideoClip]

test('values that differ have nothing in common', () => {
  expect([common([1, 1]), common([1, 2]), common([]), common([null, null])]).toEqual([1, undefined, undefined, null])
})

test('what becomes the same is changed by one edit', () => {
  expect(byOutcome([1, 2, 3, 4], (value) => ({ odd: value % 2 }))).toEqual([{ value: { odd: 1 }, things: [1, 3] }, { value: { odd: 0 }, things: [2, 4] }])
})

test('each usual rate is read as it is called, and others by what they are', () => {
  for (const rate of FRAME_RATES) expect(rateOf(rateName(rate))).toEqual(rate)
  expect(['23,98', '12.5', '24000/1001', '0', '241', 'film', '30/0'].map(rateOf)).toEqual([{ num: 24_000, den: 1001 }, { num: 12_500, den: 1000 }, { num: 24_000, den: 1001 }, undefined, undefined, undefined, undefined])
})

test('of a change of the format that is told which will be seen', () => {
  const project = composed()
  expect(visibleChanges(project, { ...project.format, width: 3840, height: 2160 })).toEqual([])
  expect(visibleChanges(project, { ...project.format, fps: { num: 60, den: 1 } })).toEqual([])
  expect(visibleChanges(project, { ...project.format, width: 1080, height: 1080 })).toEqual([{ type: 'ratio', pictures: 2 }])
  const exact = after(project, { type: 'look', clips: ['v'], set: { fit: 'none' } })
  expect(visibleChanges(exact, { ...project.format, width: 3840, height: 2160 })).toEqual([{ type: 'pixels', pictures: 1 }])
  const odd = after(project, { type: 'trim', clip: 'w', edge: 'end', by: 23_520_000 as never, ripple: null })
  expect(visibleChanges(odd, { ...project.format, fps: { num: 25, den: 1 } })).toEqual([{ type: 'rate', edges: 1, all: 6, fps: { num: 25, den: 1 } }])
})

test('sizes that are asked for one after the other are one wish', () => {
  const project = composed()
  const both = together(together({}, { preset: null, width: 1080 }), { preset: null, height: 1080 })
  expect(wished(project.format, both)).toMatchObject({ preset: null, width: 1080, height: 1080, fps: project.format.fps })
  expect(after(project, { type: 'format', set: both }).format).toMatchObject({ width: 1080, height: 1080 })
  const taller = together(together({ preset: 'uhd' }, { fps: { num: 25, den: 1 } }), { preset: null, height: 1000 })
  expect(wished(project.format, taller)).toMatchObject({ preset: null, width: 3840, height: 1000, fps: { num: 25, den: 1 } })
  const preset = together(both, { preset: 'uhd' })
  expect(wished(project.format, preset)).toMatchObject({ preset: 'uhd', width: 3840, height: 2160 })
  for (const wish of [both, taller, preset]) {
    const made = after(project, { type: 'format', set: wish }).format
    expect(made).toEqual({ ...wished(project.format, wish), preset: made.preset })
  }
})

test('attributes are pasted onto what can have them, and only how a clip looks and sounds', () => {
  const copied = attributesOf({ ...picture, look: { ...PLAIN, opacity: 0.4 } }, { ...sound, gain: -6 })!
  expect(pasteAttributes(copied, [other], []).map(({ type }) => type)).toEqual(['transform', 'look', 'fade'])
  const project = after(composed(), ...pasteAttributes(copied, [other], [sound]))
  const clips = project.lanes.flatMap((lane) => lane.clips)
  expect(clips.find(({ id }) => id === 'w')).toMatchObject({ start: other.start, duration: other.duration, look: { opacity: 0.4 } })
  expect(clips.find(({ id }) => id === 'a')).toMatchObject({ gain: -6 })
  expect(attributesOf(undefined, undefined)).toBeUndefined()
})
