import { stringifyJson } from '@lemouf/core/json'
import type { MediaInfo } from '@lemouf/core/protocol'
import { fromSeconds, type Media } from '@lemouf/core/timeline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SoundLibrary, type SoundHooks } from './sound-library.ts'
import { Tape } from './tape.ts'

const told = () => ({ noticed: vi.fn<SoundHooks['noticed']>(), failed: vi.fn<SoundHooks['failed']>(), mended: vi.fn<SoundHooks['mended']>() })
let hooks: ReturnType<typeof told>

beforeEach(() => {
  vi.useFakeTimers()
  hooks = told()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const FELL = new TypeError('Failed to fetch')
const SOUND = { length: 48_000, numberOfChannels: 1 } as AudioBuffer

function mediumOf(id: string, missing = false): Media {
  const info: MediaInfo = {
    media: id, kind: 'audio', hash: 'ab'.repeat(32), mime: 'audio/mpeg', bytes: 1, filename: 'a.mp3', created_at: 1, missing,
    url: '/sound', thumb: null, filmstrip: null, peaks: null, contents: null,
  }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(stringifyJson(info))))
  return { id: 'm', name: 'm', kind: 'audio', source: { type: 'store', id }, duration: fromSeconds(60) }
}
const tapeOf = (page: () => Promise<AudioBuffer | undefined>, close = vi.fn()): Tape => ({ kind: 'read', page, close }) as unknown as Tape

test('sound that cannot be opened for a while comes back by itself, and that is told', async () => {
  const media = mediumOf('3'.repeat(32))
  const open = vi.spyOn(Tape, 'open').mockRejectedValueOnce(FELL).mockRejectedValueOnce(FELL).mockResolvedValue(tapeOf(() => Promise.resolve(SOUND)))
  const library = new SoundLibrary(hooks)
  await library.load(media, 0)
  expect(library.page(media, 0)).toBeUndefined()
  expect([open.mock.calls.length, hooks.failed.mock.calls.length, hooks.mended.mock.calls.length]).toEqual([1, 1, 0])
  await vi.advanceTimersByTimeAsync(2000)
  expect([open.mock.calls.length, hooks.mended.mock.calls.length]).toEqual([3, 1])
  await library.load(media, 0)
  expect(library.page(media, 0)).toBe(SOUND)
  library.close()
})

test('a page that does not arrive is no silence: it is read anew from a tape opened anew', async () => {
  const media = mediumOf('4'.repeat(32))
  const close = vi.fn()
  vi.spyOn(Tape, 'open').mockResolvedValueOnce(tapeOf(() => Promise.reject(FELL), close)).mockResolvedValue(tapeOf(() => Promise.resolve(SOUND)))
  const library = new SoundLibrary(hooks)
  await Promise.all([library.load(media, 5), library.load(media, 6)])
  expect([library.page(media, 5), close.mock.calls.length]).toEqual([undefined, 1])
  await vi.advanceTimersByTimeAsync(600)
  await Promise.all([library.load(media, 5), library.load(media, 6)])
  expect([library.page(media, 5), library.page(media, 6), hooks.mended.mock.calls.length]).toEqual([SOUND, SOUND, 1])
})

test('sound that cannot be decoded is silent and not asked for again, as is that of missing bytes', async () => {
  const media = mediumOf('5'.repeat(32))
  const page = vi.fn(() => Promise.reject(new DOMException('no', 'EncodingError')))
  const open = vi.spyOn(Tape, 'open').mockResolvedValue(tapeOf(page))
  const library = new SoundLibrary(hooks)
  await library.load(media, 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([library.page(media, 0), page.mock.calls.length, open.mock.calls.length]).toEqual([null, 1, 1])
  const gone = mediumOf('6'.repeat(32), true)
  await library.load(gone, 0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([library.page(gone, 0), open.mock.calls.length]).toEqual([null, 1])
})

test('what breaks off because other bytes took its place is nobody’s trouble', async () => {
  const media = mediumOf('7'.repeat(32))
  const { promise, reject } = Promise.withResolvers<AudioBuffer>()
  vi.spyOn(Tape, 'open').mockResolvedValueOnce(tapeOf(() => promise)).mockResolvedValue(tapeOf(() => Promise.resolve(SOUND)))
  const library = new SoundLibrary(hooks)
  const old = library.load(media, 0)
  await vi.advanceTimersByTimeAsync(0)
  library.forget('7'.repeat(32))
  await library.load(media, 0)
  reject(new Error('Input has been disposed.'))
  await old
  expect([hooks.failed.mock.calls.length, library.page(media, 0)]).toEqual([0, SOUND])
})
