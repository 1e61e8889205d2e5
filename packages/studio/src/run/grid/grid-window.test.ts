import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchoredScroll, frameOf, GAP, heightOf, scrollToRow, visibleRows } from './grid-window.ts'

const frames = fc.record({ width: fc.integer({ min: 1, max: 4000 }), size: fc.integer({ min: 96, max: 256 }) }).map(({ width, size }) => frameOf(width, size))

test('a row of cells fills the width, and one more would not fit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 4000 }), fc.integer({ min: 96, max: 256 }), (width, least) => {
      const { columns, size, pitch } = frameOf(width, least)
      expect(size).toBeGreaterThanOrEqual(least)
      expect(columns * pitch.x + GAP).toBeLessThanOrEqual(width)
      expect(columns * pitch.x + GAP).toBeGreaterThan(width - columns)
      expect((columns + 1) * (least + GAP) + GAP).toBeGreaterThan(width)
    }),
  )
})

test('what is drawn covers the view, and stays small for ten thousand rows', () => {
  fc.assert(
    fc.property(frames, fc.nat(2_000_000), fc.nat(3000), (frame, scrolled, height) => {
      const rows = 10_000
      const at = Math.min(scrolled, Math.max(0, heightOf(rows, frame) - height))
      const { from, to } = visibleRows(at, height, frame, rows)
      expect(from === 0 || GAP + from * frame.pitch.y <= at).toBe(true)
      expect(to === rows || GAP + to * frame.pitch.y >= at + height).toBe(true)
      expect(to - from).toBeLessThanOrEqual(Math.ceil(height / frame.pitch.y) + 6)
    }),
  )
})

test('the row looked at is brought into view, and nothing moves when it is there', () => {
  fc.assert(
    fc.property(frames, fc.nat(9999), fc.nat(2_000_000), fc.integer({ min: 1, max: 3000 }), (frame, row, scrolled, height) => {
      const top = scrollToRow(row, scrolled, height, frame)
      expect(top).toBeLessThanOrEqual(row * frame.pitch.y)
      expect(top + height).toBeGreaterThanOrEqual(Math.min((row + 1) * frame.pitch.y, row * frame.pitch.y + height))
      expect(scrollToRow(row, top, height, frame)).toBe(top)
    }),
  )
})

test('what is looked at stays at its height when cells come and go before it, or change their size', () => {
  fc.assert(
    fc.property(frames, frames, fc.nat(5000), fc.nat(5000), fc.nat(600), (was, is, before, after, offset) => {
      const scrolled = before * was.pitch.y - offset
      fc.pre(scrolled >= 0 && after * is.pitch.y - offset >= 0)
      const now = anchoredScroll(scrolled, { row: before, frame: was }, { row: after, frame: is })
      expect(after * is.pitch.y - now).toBe(offset)
    }),
  )
})
