import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import { HOLD_MS, useHeld } from './use-held.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function held() {
  const wanted = shallowRef('picture 1')
  const scope = effectScope()
  const shown = scope.run(() => useHeld(() => wanted.value, (next) => next.startsWith('skeleton')))!
  const want = async (next: string) => {
    wanted.value = next
    await nextTick()
  }
  return { shown, want, stop: () => scope.stop() }
}

test('a skeleton that lasts appears, one that does not is never seen', async () => {
  const { shown, want } = held()
  await want('skeleton')
  vi.advanceTimersByTime(HOLD_MS - 1)
  expect(shown.value).toBe('picture 1')
  await want('picture 2')
  expect(shown.value).toBe('picture 2')
  vi.advanceTimersByTime(10 * HOLD_MS)
  expect(shown.value).toBe('picture 2')
  await want('skeleton')
  vi.advanceTimersByTime(HOLD_MS)
  expect(shown.value).toBe('skeleton')
})

test('news of what is not there yet does not put it off', async () => {
  const { shown, want } = held()
  await want('skeleton 0 %')
  vi.advanceTimersByTime(HOLD_MS - 1)
  await want('skeleton 40 %')
  vi.advanceTimersByTime(1)
  expect(shown.value).toBe('skeleton 40 %')
})

test('nothing comes after the end', async () => {
  const { shown, want, stop } = held()
  await want('skeleton')
  stop()
  vi.advanceTimersByTime(10 * HOLD_MS)
  expect(shown.value).toBe('picture 1')
})
