import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FrameCache, type Held } from './frame-cache.ts'

function stage(limit: number) {
  const gone: string[] = []
  const cache = new FrameCache<string>(limit, (picture) => gone.push(picture))
  const put = (reel: string, frame: number): void => cache.put({ reel, from: frame, to: frame + 1, picture: `${reel}${frame}`, bytes: 1 })
  return { cache, gone, put }
}

test('a picture is that of its whole stretch, and the nearest one stands in where there is none', () => {
  const { cache, put } = stage(10)
  for (const frame of [3, 1, 7]) put('a', frame)
  const [find, near] = [(at: number) => cache.find('a', at)?.picture, (at: number) => cache.nearest('a', at)?.picture]
  expect([find(1), find(1.99), find(2), find(3), find(0.99)]).toEqual(['a1', 'a1', undefined, 'a3', undefined])
  expect([near(0), near(2.2), near(4.5), near(6.5), near(99)]).toEqual(['a1', 'a1', 'a3', 'a7', 'a7'])
  expect(cache.nearest('b', 1)).toBeUndefined()
})

test('what is missing is found in both directions', () => {
  const { cache, put } = stage(10)
  for (const frame of [1, 2, 3, 5]) put('a', frame)
  expect([cache.firstMissing('a', 1.5, 3.9), cache.firstMissing('a', 1.5, 4.2), cache.firstMissing('a', 0, 9)]).toEqual([undefined, 4, 0])
  expect([cache.lastMissing('a', 3.5, 1), cache.lastMissing('a', 3.5, 0.5), cache.lastMissing('a', 4.5, 1)]).toEqual([undefined, 1 - 1e-6, 4.5])
})

test('what lies behind the direction of travel goes first, and what is seen never', () => {
  const { cache, gone, put } = stage(4)
  cache.look('a', { at: 2.5, direction: 1, when: 0 })
  for (const frame of [0, 1, 2, 3, 4, 5]) put('a', frame)
  expect(gone).toEqual(['a0', 'a1'])
  cache.look('a', { at: 3.5, direction: -1, when: 0 })
  put('a', 1)
  expect(gone.at(-1)).toBe('a5')
})

test('films that nobody looks at give theirs away before those that are looked at', () => {
  const { cache, gone, put } = stage(4)
  cache.look('old', { at: 0.5, direction: 1, when: 0 })
  put('old', 0)
  put('old', 1)
  cache.look('new', { at: 0.5, direction: 1, when: 60_000 })
  for (const frame of [0, 5, 9, 30]) put('new', frame)
  expect(gone.toSorted()).toEqual(['old0', 'old1'])
})

test('bytes never go beyond the limit, every picture that goes is told once, and what was just put is there', () => {
  const puts = fc.array(fc.record({ reel: fc.constantFrom('a', 'b', 'c'), frame: fc.integer({ min: 0, max: 30 }), at: fc.integer({ min: 0, max: 30 }), direction: fc.constantFrom(1 as const, -1 as const) }), { maxLength: 120 })
  fc.assert(fc.property(puts, fc.integer({ min: 4, max: 12 }), (all, limit) => {
    const alive = new Set<object>()
    const cache = new FrameCache<object>(limit, (picture) => expect(alive.delete(picture)).toBe(true))
    for (const [when, { reel, frame, at, direction }] of all.entries()) {
      cache.look(reel, { at, direction, when })
      const picture = {}
      alive.add(picture)
      const entry: Held<object> = { reel, from: frame, to: frame + 1, picture, bytes: 1 }
      cache.put(entry)
      expect(cache.find(reel, frame)?.picture).toBe(picture)
      expect(cache.bytes).toBe(alive.size)
      expect(alive.size).toBeLessThanOrEqual(limit)
    }
    cache.clear()
    expect(alive.size).toBe(0)
  }))
})
