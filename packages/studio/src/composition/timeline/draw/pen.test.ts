import { ticks } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelOf, sharpRectOf } from './pen.ts'

const pens = fc.record({
  ratio: fc.constantFrom(1, 1.25, 1.5, 2, 3),
  view: fc.record({ from: fc.double({ min: 0, max: 1e13, noNaN: true }), scale: fc.double({ min: 44_100, max: 1e10, noNaN: true }), top: fc.constant(0), width: fc.constant(1000), height: fc.constant(300) }),
})
const moments = fc.integer({ min: 0, max: 1e13 }).map(ticks)

test('edges are on whole device pixels, close to where they belong', () => {
  fc.assert(fc.property(pens, moments, (pen, at) => {
    const x = pixelOf(pen, at)
    expect(Math.abs(x * pen.ratio - Math.round(x * pen.ratio))).toBeLessThan(1e-3)
    expect(Math.abs(x - (at - pen.view.from) / pen.view.scale)).toBeLessThanOrEqual(1 / pen.ratio + 1e-3)
  }))
})

test('scrolling moves everything by the same amount: no clip changes its width', () => {
  fc.assert(fc.property(pens, moments, fc.integer({ min: 1, max: 1e11 }).map(ticks), fc.double({ min: 0, max: 1e12, noNaN: true }), (pen, start, duration, by) => {
    const width = (from: number): number => sharpRectOf({ ...pen, view: { ...pen.view, from } }, { y: 0, height: 10 }, { start, duration }).width
    expect(Math.abs(width(pen.view.from) - width(pen.view.from + by))).toBeLessThan(1e-6)
  }))
})

test('a clip is never less than a pixel', () => {
  fc.assert(fc.property(pens, moments, (pen, start) => {
    expect(sharpRectOf(pen, { y: 0, height: 10 }, { start, duration: ticks(1) }).width).toBeGreaterThanOrEqual(1 / pen.ratio - 1e-9)
  }))
})
