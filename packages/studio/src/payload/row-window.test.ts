import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowOf } from './row-window.ts'

test('wherever it is scrolled, every row in view is drawn and the rest keeps its room', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 8, max: 60 }), fc.nat(1_000_000), fc.nat(2000), (count, rowHeight, asked, height) => {
    const scrolled = Math.min(asked, Math.max(0, count * rowHeight - height))
    const { from, to, above, below } = windowOf(count, rowHeight, scrolled, height)
    expect(above + (to - from) * rowHeight + below).toBe(count * rowHeight)
    expect(from * rowHeight).toBeLessThanOrEqual(scrolled)
    expect(Math.min(count * rowHeight, scrolled + height)).toBeLessThanOrEqual(to * rowHeight)
    expect(to - from).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 26)
  }))
})
