import { newClip, ticks, type Media } from '@lemouf/core/timeline'
import { emptyProject } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { gainAt, handlesOf, levelAt, levelOf, levelY } from './handles.ts'

const rect = { x: 100, y: 50, width: 400, height: 60 }
const media: Media = { id: 'm', name: 'm', kind: 'video', source: { type: 'store', id: 'm' }, size: { width: 16, height: 9 }, duration: ticks(4000), fps: null, hasAudio: true }
const clip = (kind: 'video' | 'audio') => newClip(emptyProject('c', 'film'), { media }, kind, { id: 'a', start: ticks(0), link: null })

test('fades are as long on the clip as in time', () => {
  const faded = { ...clip('video'), fadeIn: { duration: ticks(1000), shape: 'linear' as const }, fadeOut: { duration: ticks(500), shape: 'linear' as const } }
  expect(handlesOf(rect, faded)).toMatchObject({ fadeIn: 200, fadeOut: 450 })
})

test('a level is read where it is drawn, from bottom to top', () => {
  for (const level of [0, 0.25, 0.7, 1]) expect(levelAt(rect, levelY(rect, level))).toBeCloseTo(level)
  expect([levelAt(rect, 0), levelAt(rect, 1000)]).toEqual([1, 0])
})

test('0 dB, half and double loudness are on the fader, its bottom is silence', () => {
  const sound = clip('audio')
  if (sound.kind !== 'audio') throw new Error('not a clip of sound')
  for (const gain of [-40, -12, -6, 0, 6]) expect(gainAt(levelOf({ ...sound, gain }))).toBeCloseTo(gain)
  expect([gainAt(0), gainAt(1), levelOf({ ...sound, gain: 24 }), levelOf(clip('video'))]).toEqual([-100, 6, 1, 1])
})
