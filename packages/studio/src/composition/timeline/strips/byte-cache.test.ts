import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteCache } from './byte-cache.ts'

test('what was used longest ago goes first', () => {
  const gone: string[] = []
  const cache = new ByteCache<string>(3, (value) => gone.push(value))
  for (const key of ['a', 'b', 'c']) {
    cache.set(key, key, 1)
    cache.nextRound()
  }
  expect(cache.get('a')).toBe('a')
  cache.nextRound()
  expect(cache.set('d', 'd', 2)).toBe(true)
  expect(gone).toEqual(['b', 'c'])
  expect(cache.get('a')).toBe('a')
})

test('what a round uses is not put out by the rest of it', () => {
  const gone: string[] = []
  const cache = new ByteCache<string>(2, (value) => gone.push(value))
  cache.set('a', 'a', 1)
  cache.set('b', 'b', 1)
  expect(cache.set('c', 'c', 1)).toBe(false)
  expect(gone).toEqual(['c'])
  cache.nextRound()
  expect(cache.set('c', 'c', 1)).toBe(true)
  expect(cache.get('a')).toBeUndefined()
})

test('a value in place of another is counted once, and too much for all the room is not kept', () => {
  const gone: string[] = []
  const cache = new ByteCache<string>(4, (value) => gone.push(value))
  cache.set('a', 'draft', 1)
  cache.set('a', 'exact', 2)
  expect([cache.bytes, cache.size, gone]).toEqual([2, 1, ['draft']])
  expect(cache.set('b', 'b', 5)).toBe(false)
})

test('never more than its budget, and everything that goes is disposed of once', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), bytes: fc.integer({ min: 0, max: 12 }), round: fc.boolean() })), (moves) => {
      const live = new Set<object>()
      const cache = new ByteCache<object>(30, (value) => expect(live.delete(value)).toBe(true))
      for (const { key, bytes, round } of moves) {
        if (round) cache.nextRound()
        const value = {}
        live.add(value)
        cache.set(String(key), value, bytes)
        expect(cache.bytes).toBeLessThanOrEqual(30)
        expect(live.size).toBe(cache.size)
      }
      cache.clear()
      expect([cache.bytes, live.size]).toEqual([0, 0])
    }),
  )
})
