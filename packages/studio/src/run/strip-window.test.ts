import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CELL, scrollTo, visibleCells } from './strip-window.ts'

test('what is drawn covers the view, and stays small for ten thousand cycles', () => {
  fc.assert(
    fc.property(fc.nat(10_000 * CELL), fc.nat(4000), (scrolled, width) => {
      const { from, to } = visibleCells(scrolled, width, 10_000)
      expect(from === 0 || from * CELL <= scrolled).toBe(true)
      expect(to === 10_000 || to * CELL >= scrolled + width).toBe(true)
      expect(to - from).toBeLessThanOrEqual(Math.ceil(width / CELL) + 10)
    }),
  )
})

test('the cycle looked at is brought into view, and nothing moves when it is there', () => {
  fc.assert(
    fc.property(fc.nat(9999), fc.nat(10_000 * CELL), fc.integer({ min: CELL, max: 4000 }), (cycle, scrolled, width) => {
      const left = scrollTo(cycle, scrolled, width)
      expect(left).toBeLessThanOrEqual(cycle * CELL)
      expect(left + width).toBeGreaterThanOrEqual((cycle + 1) * CELL)
      expect(scrollTo(cycle, left, width)).toBeCloseTo(left)
    }),
  )
})
