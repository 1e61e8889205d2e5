import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grown } from './gradual.ts'

const spans = fc.tuple(fc.nat(200), fc.nat(40), fc.nat(40), fc.nat(40)).map(([from, before, length, after]) => ({
  view: { from: from + before, to: from + before + length },
  near: { from, to: from + before + length + after },
}))
const drawn = fc.tuple(fc.nat(320), fc.nat(80)).map(([from, length]) => ({ from, to: from + length }))

test('what is in view is drawn at once, nothing that is far, and no more in one step than asked for', () => {
  fc.assert(
    fc.property(spans, drawn, fc.nat(12), ({ view, near }, was, more) => {
      const now = grown(was, view, near, more)
      expect(now.from).toBeLessThanOrEqual(view.from)
      expect(now.to).toBeGreaterThanOrEqual(view.to)
      expect(now.from).toBeGreaterThanOrEqual(near.from)
      expect(now.to).toBeLessThanOrEqual(near.to)
      const added = Array.from({ length: now.to - now.from }, (_, index) => now.from + index).filter((cell) => (cell < was.from || cell >= was.to) && (cell < view.from || cell >= view.to))
      // Between what was drawn and what is in view there may be a gap to close only where both touch.
      expect(added.length).toBeLessThanOrEqual(more)
    }),
  )
})

test('step by step everything near is drawn, and stays as it is then', () => {
  fc.assert(
    fc.property(spans, drawn, fc.integer({ min: 1, max: 12 }), ({ view, near }, was, more) => {
      let now = grown(was, view, near, 0)
      for (let left = near.to - near.from; left > 0; left -= more) now = grown(now, view, near, more)
      expect(now).toEqual(near)
      expect(grown(now, view, near, more)).toEqual(near)
    }),
  )
})

test('what was drawn and is near stays drawn', () => {
  expect(grown({ from: 8, to: 30 }, { from: 14, to: 26 }, { from: 10, to: 40 }, 3)).toEqual({ from: 10, to: 33 })
  expect(grown({ from: 10, to: 40 }, { from: 14, to: 26 }, { from: 2, to: 34 }, 3)).toEqual({ from: 7, to: 34 })
  expect(grown({ from: 10, to: 40 }, { from: 900, to: 920 }, { from: 890, to: 930 }, 4)).toEqual({ from: 900, to: 924 })
})
