import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSpan, firstGap, type Span } from './span.ts'

const span = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })).map(([from, length]): Span => ({ from, to: from + length }))
const covers = (spans: readonly Span[], cycle: number) => spans.some(({ from, to }) => from <= cycle && cycle < to)

test('added spans cover what was added, and stay sorted and apart', () => {
  fc.assert(
    fc.property(fc.array(span), (added) => {
      const spans = added.reduce<readonly Span[]>(addSpan, [])
      for (let cycle = 0; cycle < 60; cycle++) expect(covers(spans, cycle)).toBe(covers(added, cycle))
      spans.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThan(spans[index]!.to))
    }),
  )
})

test('the first gap is the first cycle that is not covered', () => {
  fc.assert(
    fc.property(fc.array(span), span, (added, wanted) => {
      const spans = added.reduce<readonly Span[]>(addSpan, [])
      const inside = Array.from({ length: wanted.to - wanted.from }, (_, index) => wanted.from + index)
      expect(firstGap(spans, wanted)).toBe(inside.find((cycle) => !covers(spans, cycle)))
    }),
  )
})

test('an open end covers everything after it', () => {
  expect(firstGap([{ from: 3, to: Infinity }], { from: 3, to: 1_000_000 })).toBeUndefined()
})
