import { clipOf, type Edit, emptyProject, newClip, ticks, type Media, type Project, type VideoClip } from '@lemouf/core/timeline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { computed } from 'vue'
import { Editor } from '../document/editor.ts'
import { Nudging } from './nudging.ts'
import { poseOf } from './pose.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const size = { width: 100, height: 100 }
const still: Media = { id: 'm', name: 'm', source: { type: 'store', id: 'm' }, kind: 'image', size }
const clipIn = (project: Project): VideoClip => clipOf(project, 'a')?.clip as VideoClip

function opened() {
  const empty = emptyProject('p', 'p')
  const editor = new Editor(empty)
  const clip = newClip(empty, { media: still }, 'video', { id: 'a', start: ticks(0), link: null })
  const place: Edit = { type: 'place', arrivals: [{ clip, to: { newLane: 'l', at: 'top' } }], media: [still], mode: 'overwrite', scope: 'lanes', ids: 'i' }
  if (!editor.apply(place)) throw new Error(editor.refusal.value?.message)
  const chosen = computed(() => ({ free: [poseOf(clipIn(editor.project.value), size, editor.project.value.format)], locked: [] }))
  let steps = 0
  editor.onDone(() => { steps += 1 })
  return { editor, nudging: new Nudging(editor, chosen), transform: () => clipIn(editor.project.value).transform, steps: () => steps }
}

test('a key held down is one step of undo, done when it is let go', () => {
  const { editor, nudging, transform, steps } = opened()
  for (let press = 0; press < 3; press += 1) nudging.step('move', { x: 1, y: 0 }, false)
  nudging.step('move', { x: 0, y: 1 }, true)
  expect(steps()).toBe(0)
  nudging.rest()
  const { width, height } = editor.project.value.format
  expect([transform().position.x * width, transform().position.y * height, steps()]).toEqual([3, 10, 1])
  editor.undo()
  expect(transform().position).toEqual({ x: 0, y: 0 })
})

test('a wheel is done a moment after it has stopped', () => {
  const { nudging, transform, steps } = opened()
  nudging.byWheel('rotate', { x: 1, y: 0 })
  vi.advanceTimersByTime(300)
  nudging.byWheel('rotate', { x: 1, y: 0 })
  vi.advanceTimersByTime(300)
  expect([transform().rotation, steps()]).toEqual([2, 0])
  vi.advanceTimersByTime(300)
  expect([transform().rotation, steps()]).toEqual([2, 1])
})

test('Escape leaves all as it was, and another mode begins another step', () => {
  const { nudging, transform, steps } = opened()
  nudging.step('scale', { x: 0, y: -1 }, true)
  nudging.step('rotate', { x: 1, y: 0 }, true)
  expect([transform().scale.x, transform().rotation, steps()]).toEqual([1.1, 15, 1])
  expect([nudging.bail(), nudging.bail()]).toEqual([true, false])
  expect([transform().scale.x, transform().rotation, steps()]).toEqual([1.1, 0, 1])
})
