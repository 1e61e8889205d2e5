import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addSpan, isKnown, pageStart, type Span } from './span.ts'

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

test('a page brings the cycle that is wanted, and nothing known while there is enough that is not', () => {
  fc.assert(
    fc.property(fc.array(span), fc.nat(60), fc.integer({ min: 1, max: 20 }), (added, cycle, size) => {
      const spans = added.reduce<readonly Span[]>(addSpan, [])
      fc.pre(!isKnown(spans, cycle))
      const start = pageStart(spans, cycle, size)
      expect(start).toBeLessThanOrEqual(cycle)
      expect(start + size).toBeGreaterThan(cycle)
      for (let one = start; one <= cycle; one++) expect(isKnown(spans, one)).toBe(false)
      const isFull = Array.from({ length: size }, (_, index) => start + index).every((one) => !isKnown(spans, one))
      expect(isFull || start === 0 || isKnown(spans, start - 1)).toBe(true)
    }),
  )
})

test('an open end is known for ever', () => {
  expect(isKnown([{ from: 3, to: Infinity }], 1_000_000)).toBe(true)
})
