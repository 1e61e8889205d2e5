import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Retries } from './retries.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('what fails is tried again later each time, at least every eight seconds, and at once soon after it went well', () => {
  const waits: number[] = []
  let since = Date.now()
  const retries = new Retries((key) => {
    waits.push(Date.now() - since)
    since = Date.now()
    if (waits.length < 7) retries.failed(key)
  })
  retries.failed('a')
  retries.failed('a')
  expect([retries.waits('a'), retries.waits('b')]).toEqual([true, false])
  vi.runAllTimers()
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
  expect([retries.waits('a'), retries.settle('a'), retries.settle('a')]).toEqual([false, true, false])
  since = Date.now()
  retries.failed('a')
  vi.runAllTimers()
  expect(waits.at(-1)).toBe(500)
})

test('what is settled or closed is not tried again', () => {
  const again = vi.fn()
  const retries = new Retries(again)
  for (const key of ['a', 'b']) retries.failed(key)
  retries.settle('a')
  retries.close()
  vi.runAllTimers()
  expect(again).not.toHaveBeenCalled()
})
