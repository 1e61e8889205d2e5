import { expect, test, vi } from 'vitest'
import type { CanvasPool, Picture } from './canvas-pool.ts'
import { Film } from './film.ts'
import { FrameCache } from './frame-cache.ts'
import type { Reel, Shot } from './reel.ts'

/** Seconds that sum up exactly. */
const FRAME = 1 / 32
/** Of its first frame. */
const BEGIN = 0.5

/** A film of which only is known what was read of it. */
function filmed(isSmall: boolean) {
  const alone: number[] = []
  const runs: number[] = []
  const shotAt = (at: number): Shot => {
    const from = Math.floor(at / FRAME) * FRAME
    return { sample: { close: () => undefined }, from, to: from + FRAME } as Shot
  }
  const reel = {
    width: 960,
    frameAt: (at: number) => {
      alone.push(at)
      return Promise.resolve(at < BEGIN ? undefined : shotAt(at))
    },
    keyBefore: () => Promise.resolve(0),
    run: (from: number) => {
      runs.push(from)
      const run = { position: from, next: () => { const shot = shotAt(run.position); run.position = shot.to; return Promise.resolve(shot) }, close: () => Promise.resolve() }
      return run
    },
  } as unknown as Reel
  const cache = new FrameCache<Picture>(1000, () => undefined)
  const pool = { draw: () => ({ bytes: 1 }) } as unknown as CanvasPool
  const failed = vi.fn()
  const film = new Film('a', reel, { cache, pool, isSmall }, { arrived: () => undefined, rested: () => undefined, failed })
  return { film, cache, alone, runs, failed }
}
const wish = (at: number, lead: number, direction: 1 | -1 = 1) => ({ at, direction, lead, pace: 0 })

test('of a small film a frame that is wished for alone is read alone, and the last wish of a hand is the next', async () => {
  const { film, cache, alone, runs, failed } = filmed(true)
  film.want('a', wish(1, 0), 0, false)
  film.want('a', wish(5, 0), 1, false)
  film.want('a', wish(2, 0), 2, false)
  await vi.waitFor(() => expect(cache.find('a', 2)).toBeDefined())
  expect([alone, runs]).toEqual([[1, 2], []])
  film.want('a', wish(2, 0), 3, false)
  expect([alone.length, failed.mock.calls]).toEqual([2, []])
})

test('what is wished for with what comes after it is read on, as are films whose keyframes lie far apart', async () => {
  for (const { film, cache, alone, runs } of [filmed(true), filmed(false)]) {
    film.want('a', wish(1, 0.2), 0, false)
    await vi.waitFor(() => expect(cache.firstMissing('a', 1, 1.2)).toBeUndefined())
    expect([alone, runs]).toEqual([[], [1]])
  }
  const { film, cache, alone, runs } = filmed(false)
  film.want('a', wish(3, 0), 0, false)
  await vi.waitFor(() => expect(cache.find('a', 3)).toBeDefined())
  expect([alone, runs]).toEqual([[], [3]])
})

test('before the first frame the first one is seen, under a hand too', async () => {
  const { film, cache, alone, runs } = filmed(true)
  film.want('a', wish(0.25, 0), 0, false)
  await vi.waitFor(() => expect(cache.find('a', 0.25)).toBeDefined())
  expect([alone, runs]).toEqual([[0.25], [0.25]])
})
