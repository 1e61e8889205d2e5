import { clippingOf, emptyProject, newClip, ticks, type Media, type Project } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { readClipping, writeClipping } from './clipboard.ts'

const media: Media = { id: 'm', name: 'film', kind: 'video', source: { type: 'store', id: 'm' }, size: { width: 16, height: 9 }, duration: ticks(4000), fps: null, hasAudio: true }
const empty = emptyProject('c', 'film')
const clip = newClip(empty, { media }, 'video', { id: 'a', start: ticks(0), link: null })
const lane = { id: 'v', kind: 'video' as const, name: 'V1', colour: null, locked: false, muted: false, solo: false, hidden: false, follow: null, passing: false, clips: [clip] }
const project: Project = { ...empty, media: [media], lanes: [lane] }

test('what is copied is pasted as it was', () => {
  const clipping = clippingOf(project, ['a'])
  expect(readClipping(writeClipping(clipping))).toEqual(clipping)
})

test('other texts are no clips, nor are clips that are not sound', () => {
  const written = writeClipping(clippingOf(project, ['a']))
  for (const text of ['', 'hello', '{}', '{"lemouf":"clips"', written.slice(0, -1), written.replace('"kind":"video"', '"kind":"film"'), written.replace(/"duration":\d+/, '"duration":-1')]) expect(readClipping(text)).toBeUndefined()
})
