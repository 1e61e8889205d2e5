import { TICKS_PER_SECOND } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelFor, nearestTile, placeOnSheet, tileFor, type StripLevel } from './tiles.ts'

const level = (number: number, seconds: number, length = 60): StripLevel => {
  const tiles = Math.max(1, Math.ceil(length / seconds))
  return { level: number, step: seconds * TICKS_PER_SECOND, tiles, sheets: Math.ceil(tiles / 64) }
}
const LEVELS = [level(0, 0.25), level(1, 1), level(2, 4), level(3, 16), level(4, 64)]
const strip = { columns: 8, rows: 8, tile: { width: 114, height: 64 } }
const s = (seconds: number): number => seconds * TICKS_PER_SECOND

test('the coarsest level with a picture for every stretch', () => {
  expect([0.1, 0.25, 3.9, 4, 1000].map((seconds) => levelFor(LEVELS, s(seconds))?.level)).toEqual([0, 0, 1, 2, 4])
  expect(levelFor([], 1)).toBeUndefined()
})

test('a tile of a stretch shows a moment of it', () => {
  expect(tileFor(LEVELS[1]!, s(2), s(4))).toBe(2)
  expect(tileFor(LEVELS[1]!, s(2.5), s(4))).toBe(3)
  // No moment of the grid in it: what is seen when it begins.
  expect(tileFor(LEVELS[1]!, s(2.5), s(2.9))).toBe(2)
  expect(tileFor(LEVELS[1]!, s(70), s(80))).toBe(59)
})

test('no tile is from outside of the stretch as long as the grid has one within', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LEVELS), fc.integer({ min: 0, max: s(50) }), fc.integer({ min: 1, max: s(10) }), (grid, from, length) => {
      const moment = tileFor(grid, from, from + length) * grid.step
      const hasOne = Math.ceil(from / grid.step) * grid.step < from + length && Math.ceil(from / grid.step) < grid.tiles
      if (hasOne) expect(moment >= from && moment < from + length).toBe(true)
      else expect(moment).toBeLessThanOrEqual(from)
    }),
  )
})

test('where a tile is on its sheet', () => {
  expect(placeOnSheet(strip, 0)).toEqual({ sheet: 0, x: 0, y: 0 })
  expect(placeOnSheet(strip, 64 + 9)).toEqual({ sheet: 1, x: 114, y: 64 })
})

test('the nearest of what is there stands in', () => {
  const there = [{ level: LEVELS[1]!, sheet: 0 }, { level: LEVELS[3]!, sheet: 0 }]
  expect(nearestTile(strip, there, s(5), s(6))).toEqual({ level: LEVELS[1], index: 5 })
  expect(nearestTile(strip, [{ level: LEVELS[3]!, sheet: 0 }], s(5), s(6))).toEqual({ level: LEVELS[3], index: 0 })
  expect(nearestTile(strip, [], s(5), s(6))).toBeUndefined()
})
