import { expect, test, vi } from 'vitest'
import { guarded, type BrowserMemory } from './browser-memory.ts'

const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)

test('a storage that may not even be named lasts until the page is left', () => {
  const memory = guarded(() => { throw new DOMException('The operation is insecure.', 'SecurityError') })
  expect(memory.getItem('a')).toBeNull()
  memory.setItem('a', '1')
  expect(memory.getItem('a')).toBe('1')
  expect(warned).toHaveBeenCalledOnce()
})

test('what a full storage does not take is there all the same, until it takes something newer', () => {
  const stored = new Map([['a', 'before']])
  let room = false
  const full: BrowserMemory = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => {
      if (!room) throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, value)
    },
  }
  const memory = guarded(() => full)
  memory.setItem('a', 'now')
  expect([memory.getItem('a'), stored.get('a')]).toEqual(['now', 'before'])
  room = true
  memory.setItem('a', 'later')
  stored.set('a', 'of another window')
  expect(memory.getItem('a')).toBe('of another window')
})
