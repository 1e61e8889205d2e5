import { stringifyJson } from '@lemouf/core/json'
import type { MediaInfo } from '@lemouf/core/protocol'
import { afterEach, expect, test, vi } from 'vitest'
import { FrameStore } from './frame-store.ts'
import { Notices } from './notices.ts'
import { PlainFilm } from './plain-film.ts'
import { Reel } from './reel.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a small film that is ready before it is known what is in the film is opened as soon as that is', async () => {
  const id = 'a'.repeat(32)
  const info: MediaInfo = {
    media: id, kind: 'video', hash: 'ab'.repeat(32), mime: 'video/mp4', bytes: 1, filename: 'a.mp4', created_at: 1, missing: false,
    url: '/film', thumb: null, filmstrip: null, peaks: null, contents: null,
  }
  const { promise: told, resolve: tell } = Promise.withResolvers<void>()
  vi.stubGlobal('fetch', async () => {
    await told
    return new Response(stringifyJson(info))
  })
  // Which film is opened is what counts; no decoder is there.
  const open = vi.spyOn(Reel, 'open').mockResolvedValue(undefined)
  vi.spyOn(PlainFilm, 'open').mockResolvedValue(undefined)
  const store = new FrameStore(new Notices(), () => undefined)
  const added = store.addProxy(id, '/small')
  expect(open).not.toHaveBeenCalled()
  tell()
  await added
  expect(open.mock.calls.map(([address]) => address)).toContain('/small?v=abababab')
  await store.close()
})
