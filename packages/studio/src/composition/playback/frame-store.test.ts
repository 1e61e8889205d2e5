import { stringifyJson } from '@lemouf/core/json'
import type { MediaInfo } from '@lemouf/core/protocol'
import { fromSeconds, type Media } from '@lemouf/core/timeline'
import { afterEach, expect, test, vi } from 'vitest'
import { FrameStore } from './frame-store.ts'
import type { AskedLayer } from './frames.ts'
import { Notices } from './notices.ts'
import { PlainFilm } from './plain-film.ts'
import { Reel } from './reel.ts'

afterEach(() => {
  vi.useRealTimers()
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
  const store = new FrameStore(new Notices())
  const added = store.addProxy(id, '/small')
  expect(open).not.toHaveBeenCalled()
  tell()
  await added
  expect(open.mock.calls.map(([address]) => address)).toContain('/small?v=abababab')
  await store.close()
})

const infoOf = (id: string): MediaInfo => ({
  media: id, kind: 'video', hash: 'ab'.repeat(32), mime: 'video/mp4', bytes: 1, filename: 'a.mp4', created_at: 1, missing: false,
  url: `/${id}`, thumb: null, filmstrip: null, peaks: null, contents: null,
})
const layerOf = (id: string): AskedLayer => {
  const media: Media = { id, name: id, kind: 'video', source: { type: 'store', id }, duration: fromSeconds(9), size: { width: 64, height: 36 }, fps: { num: 30, den: 1 } } as Media
  return { media, source: fromSeconds(1), clip: { id, speed: { num: 1, den: 1 } } as AskedLayer['clip'] }
}
/** A film that gives each frame when the test has let it, and says how many decoders it has open. */
function reelOf(open: { count: number; all: number }, failing?: () => Error | undefined): Reel {
  const run = (from: number) => {
    open.count++
    open.all++
    let isOpen = true
    const one = {
      position: from,
      next: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        const error = failing?.()
        if (error !== undefined) throw error
        const shot = { sample: { draw: () => undefined, close: () => undefined }, from: one.position, to: one.position + 1 / 32 }
        one.position = shot.to
        return shot
      },
      close: () => {
        if (isOpen) open.count--
        isOpen = false
        return Promise.resolve()
      },
    }
    return one
  }
  return { width: 64, height: 36, alpha: false, run, keyBefore: () => Promise.resolve(0), frameAt: () => Promise.resolve(undefined), close: vi.fn() } as unknown as Reel
}
function furnish(): void {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (address: string) => Promise.resolve(new Response(stringifyJson(infoOf(/[0-9a-z]{32}/.exec(address)?.[0] ?? '')))))
  vi.stubGlobal('OffscreenCanvas', class { getContext() { return {} } })
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
}
/** Draws as a monitor does, whenever something has arrived, for so long. */
async function drawn(store: FrameStore, layers: readonly AskedLayer[], ms: number): Promise<readonly boolean[]> {
  let exact: readonly boolean[] = []
  let seen = -1
  for (let at = 0; at < ms; at += 4) {
    if (store.arrived.value !== seen) {
      seen = store.arrived.value
      exact = layers.map((layer) => store.of(layer)?.exact === true)
    }
    await vi.advanceTimersByTimeAsync(4)
  }
  return exact
}
const FELL = new TypeError('Failed to fetch')

test('a film that does not arrive for a while is opened again, and the notice of it goes', async () => {
  furnish()
  const [notices, layer] = [new Notices(), layerOf('1'.repeat(32))]
  vi.spyOn(Reel, 'open').mockRejectedValueOnce(FELL).mockRejectedValueOnce(FELL).mockResolvedValue(reelOf({ count: 0, all: 0 }))
  const store = new FrameStore(notices)
  expect(await drawn(store, [layer], 300)).toEqual([false])
  expect(notices.all.value.map(({ trouble }) => trouble)).toEqual(['unreached'])
  expect(await drawn(store, [layer], 2000)).toEqual([true])
  expect(notices.all.value).toEqual([])
  await store.close()
})

test('a film whose frames do not arrive for a while gives them afterwards, without being asked all the time', async () => {
  furnish()
  const [notices, layer, open] = [new Notices(), layerOf('2'.repeat(32)), { count: 0, all: 0 }]
  let isUp = false
  vi.spyOn(Reel, 'open').mockResolvedValue(reelOf(open, () => (isUp ? undefined : FELL)))
  const store = new FrameStore(notices)
  store.look({ how: 'play', rate: 1, quality: 1 })
  expect(await drawn(store, [layer], 4000)).toEqual([false])
  expect([open.all, notices.all.value.length]).toEqual([4, 1])
  isUp = true
  expect(await drawn(store, [layer], 8000)).toEqual([true])
  expect(notices.all.value).toEqual([])
  await store.close()
})

test('a film that is opened when its medium has other bytes already is closed', async () => {
  furnish()
  const id = '3'.repeat(32)
  const { promise, resolve } = Promise.withResolvers<Reel>()
  const [closed, reopened] = [vi.fn(), vi.fn()]
  const opened = (close: () => void): Reel => Object.assign(reelOf({ count: 0, all: 0 }), { close })
  vi.spyOn(Reel, 'open').mockReturnValueOnce(promise).mockResolvedValue(opened(reopened))
  const store = new FrameStore(new Notices())
  await drawn(store, [layerOf(id)], 40)
  store.forget(id)
  await drawn(store, [layerOf(id)], 40)
  resolve(opened(closed))
  expect(await drawn(store, [layerOf(id)], 200)).toEqual([true])
  expect([closed.mock.calls.length, reopened.mock.calls.length]).toEqual([1, 0])
  await store.close()
})

test('twelve films on the frame take turns at rest: each is decoded once, and no more than eight at a time', async () => {
  furnish()
  const open = { count: 0, all: 0 }
  vi.spyOn(Reel, 'open').mockImplementation(() => Promise.resolve(reelOf(open)))
  const store = new FrameStore(new Notices())
  const layers = Array.from({ length: 12 }, (_unused, index) => layerOf(`${index}`.padStart(32, 'a')))
  let most = 0
  for (let round = 0; round < 60; round++) {
    await drawn(store, layers, 8)
    most = Math.max(most, open.count)
  }
  expect(await drawn(store, layers, 40)).toEqual(layers.map(() => true))
  expect(most).toBeLessThanOrEqual(8)
  expect(open.all).toBe(12)
  await store.close()
})
