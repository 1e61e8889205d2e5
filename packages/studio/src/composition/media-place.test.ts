import { stringifyJson } from '@lemouf/core/json'
import type { MediaInfo } from '@lemouf/core/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isGone, mediaInfo, mediaKnown } from './media-place.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const infoOf = (id: string): MediaInfo => ({
  media: id, kind: 'video', hash: 'ab'.repeat(32), mime: 'video/mp4', bytes: 1, filename: 'a.mp4', created_at: 1, missing: false,
  url: '/film', thumb: null, filmstrip: null, peaks: null, contents: null,
})

test('a server that does not answer is asked again until it does, and whoever asked first is told', async () => {
  const id = '1'.repeat(32)
  let isUp = false
  vi.stubGlobal('fetch', () => (isUp ? Promise.resolve(new Response(stringifyJson(infoOf(id)))) : Promise.reject(new TypeError('Failed to fetch'))))
  const state = mediaInfo(id)
  const coming = mediaKnown(id)
  await vi.advanceTimersByTimeAsync(6000)
  expect([state.value.info, isGone(state.value)]).toEqual([undefined, false])
  expect(mediaInfo(id)).toBe(state)
  isUp = true
  await vi.advanceTimersByTimeAsync(8000)
  expect(state.value.info?.filename).toBe('a.mp4')
  expect((await coming).media).toBe(id)
})

test('what the server does not have is missing, and it is not asked for again', async () => {
  const id = '2'.repeat(32)
  const fetch = vi.fn(() => Promise.resolve(new Response(stringifyJson({ error: { code: 'media_not_found', message: 'Gone' } }), { status: 404 })))
  vi.stubGlobal('fetch', fetch)
  const state = mediaInfo(id)
  await expect(mediaKnown(id)).rejects.toThrow('is not known')
  await vi.advanceTimersByTimeAsync(60_000)
  expect([isGone(state.value), fetch.mock.calls.length]).toEqual([true, 1])
})
