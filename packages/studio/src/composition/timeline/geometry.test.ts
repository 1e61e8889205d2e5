import { ticks, TICKS_PER_SECOND, type Lane } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, followed, lanesYOf, layoutOf, momentOf, rectOf, rowOf, RULER, SCALES, spanOf, xOf, yOf, ZONE, zoneOf, zoomed, type Viewport } from './geometry.ts'

const lane = (id: string, kind: Lane['kind']): Lane => ({ id, kind, name: id, colour: null, locked: false, muted: false, solo: false, hidden: false, follow: null, passing: false, clips: [] })
const lanes = [lane('V2', 'video'), lane('V1', 'video'), lane('A1', 'audio')]
const layout = layoutOf(lanes, { V1: 100 })
const view: Viewport = { from: 0, scale: TICKS_PER_SECOND / 100, top: 0, width: 1000, height: 400 }

const views = fc.record({
  from: fc.double({ min: 0, max: 1e14, noNaN: true }), scale: fc.double({ min: SCALES.least, max: SCALES.most, noNaN: true }),
  top: fc.double({ min: 0, max: 500, noNaN: true }), width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 40, max: 3000 }),
})

test('lanes lie below each other, each as high as it is meant to be', () => {
  expect(layout.rows.map(({ lane: { id }, height }) => [id, height])).toEqual([['V2', 62], ['V1', 100], ['A1', 50]])
  for (const [index, row] of layout.rows.entries()) expect(row.y).toBeGreaterThanOrEqual((layout.rows[index - 1]?.y ?? ZONE) + (layout.rows[index - 1]?.height ?? 0))
  expect(layout.height).toBeGreaterThanOrEqual((layout.rows.at(-1)?.y ?? 0) + 50 + ZONE)
})

test('a moment is found again at the pixel that it is at', () => {
  fc.assert(fc.property(views, fc.integer({ min: 0, max: 1e14 }), (some, at) => {
    expect(Math.abs(momentOf(some, xOf(some, at)) - at)).toBeLessThanOrEqual(1)
  }))
})

test('no moment is before zero, and what is in sight holds both edges', () => {
  fc.assert(fc.property(views, fc.double({ min: -1e6, max: 1e6, noNaN: true }), (some, x) => {
    expect(momentOf(some, x)).toBeGreaterThanOrEqual(0)
    const span = spanOf(some)
    expect(span.from <= momentOf(some, 0) && span.to > momentOf(some, some.width)).toBe(true)
  }))
})

test('zooming leaves the moment under the hand where it is, as long as zero is not passed and the limits are not met', () => {
  fc.assert(fc.property(views, fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: 0, max: 5000, noNaN: true }), (some, factor, x) => {
    const next = { ...some, ...zoomed(some, factor, x) }
    expect(next.scale).toBeGreaterThanOrEqual(SCALES.least)
    expect(next.scale).toBeLessThanOrEqual(SCALES.most)
    const at = some.from + x * some.scale
    if (next.from > 0) expect(Math.abs(next.from + x * next.scale - at)).toBeLessThan(1 + at * 1e-9)
  }))
})

test('fitted, all of it is in sight', () => {
  const length = ticks(90 * TICKS_PER_SECOND)
  const fit = { ...view, ...fitted(length, view.width) }
  expect(xOf(fit, 0)).toBe(0)
  expect(xOf(fit, length)).toBeGreaterThan(view.width * 0.9)
  expect(xOf(fit, length)).toBeLessThanOrEqual(view.width)
})

test('what is at a height', () => {
  const at = (y: number): unknown => zoneOf(layout, view, y)
  expect([at(0), at(RULER - 1)]).toEqual(['ruler', 'ruler'])
  expect(at(RULER)).toBe('top')
  expect(at(RULER + ZONE)).toEqual({ lane: 'V2' })
  expect(at(RULER + ZONE + 62 + 1)).toEqual({ lane: 'V2' })
  expect(at(RULER + ZONE + 64)).toEqual({ lane: 'V1' })
  expect(at(399)).toBe('bottom')
  expect(zoneOf(layout, { ...view, top: ZONE + 64 }, RULER)).toEqual({ lane: 'V1' })
})

test('every height among the lanes is of one lane or of a zone, and comes back', () => {
  fc.assert(fc.property(views, fc.double({ min: 0, max: 400, noNaN: true }), (some, y) => {
    const row = rowOf(layout, y)
    if (row !== undefined) expect(y >= row.y && y <= row.y + row.height + 2).toBe(true)
    expect(Math.abs(lanesYOf(some, yOf(some, y)) - y)).toBeLessThan(1e-6)
  }))
})

test('where a clip is', () => {
  const [row] = layout.rows
  expect(rectOf({ ...view, top: 10 }, row!, { start: ticks(TICKS_PER_SECOND), duration: ticks(2 * TICKS_PER_SECOND) })).toEqual({ x: 100, y: RULER + ZONE - 10, width: 200, height: 62 })
})

test('the view goes along with the playhead, but is never pulled away below a hand', () => {
  const behind = ticks(TICKS_PER_SECOND * 12)
  const playing = { how: 'page', motion: 'playing', isHeld: false } as const
  expect(xOf({ ...view, from: followed(view, behind, playing) }, behind)).toBeCloseTo(40)
  expect(xOf({ ...view, from: followed(view, behind, { ...playing, how: 'smooth' }) }, behind)).toBeCloseTo(500)
  expect(followed(view, ticks(TICKS_PER_SECOND * 9), playing)).toBe(view.from)
  for (const still of [{ ...playing, isHeld: true }, { ...playing, how: 'smooth', isHeld: true }, { ...playing, how: 'none' }, { ...playing, motion: 'scrubbing' }, { ...playing, motion: 'paused', isHeld: true }] as const) expect(followed(view, behind, still)).toBe(view.from)
})
