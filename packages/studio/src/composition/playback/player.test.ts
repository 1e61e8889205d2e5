import { emptyProject, ticks, TICKS_PER_SECOND, type Project } from '@lemouf/core/timeline'
import { afterEach, expect, test, vi } from 'vitest'
import { computed, effectScope, nextTick, reactive, shallowRef } from 'vue'
import type { ViewState } from '../document/view-state.ts'
import { createPlayer } from './player.ts'

const second = (seconds: number) => ticks(seconds * TICKS_PER_SECOND)
const lasting = (seconds: number): Project => {
  const project = emptyProject('c', 'c')
  return { ...project, format: { ...project.format, duration: second(seconds) } }
}

afterEach(() => { vi.unstubAllGlobals() })

test('a gesture that shortens the composition moves the playhead as long as it lasts; what is done for good keeps it there', async () => {
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  const project = shallowRef(lasting(10))
  const gesture = shallowRef(false)
  const view = reactive({ playhead: second(8), monitor: { volume: 1, muted: false, quality: null }, markIn: null, markOut: null, repeat: false }) as unknown as ViewState
  const scope = effectScope()
  const { transport } = scope.run(() => createPlayer({ project, busy: computed(() => gesture.value) }, view))!
  const places = (): readonly number[] => [transport.playhead.value / TICKS_PER_SECOND, view.playhead / TICKS_PER_SECOND]
  gesture.value = true
  project.value = lasting(3)
  expect(places()).toEqual([3, 8])
  project.value = lasting(9)
  expect(places()).toEqual([8, 8])
  project.value = lasting(4)
  gesture.value = false
  await nextTick()
  expect(places()).toEqual([4, 4])
  project.value = lasting(2)
  project.value = lasting(10)
  expect(places()).toEqual([2, 2])
  scope.stop()
})
