/** Cycles `from` up to, not including, `to`; `to` may be Infinity. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const isSameSpan = (a: Span | undefined, b: Span | undefined): boolean => a?.from === b?.from && a?.to === b?.to

/** The spans with one more, sorted and without overlaps. */
export function addSpan(spans: readonly Span[], added: Span): readonly Span[] {
  const apart = spans.filter((span) => span.to < added.from || span.from > added.to)
  const touching = spans.filter((span) => !apart.includes(span))
  const joined = { from: Math.min(added.from, ...touching.map((span) => span.from)), to: Math.max(added.to, ...touching.map((span) => span.to)) }
  return [...apart, joined].sort((a, b) => a.from - b.from)
}

export const isKnown = (spans: readonly Span[], cycle: number): boolean => spans.some(({ from, to }) => from <= cycle && cycle < to)

/**
 * From which cycle to read a page of `size` so that it brings an unknown cycle and as much as possible that is not known:
 * where the cycles after it are known soon (a person scrolls up), the page reaches back.
 */
export function pageStart(spans: readonly Span[], cycle: number, size: number): number {
  const before = Math.max(0, ...spans.filter(({ to }) => to <= cycle).map(({ to }) => to))
  const after = Math.min(...spans.filter(({ from }) => from > cycle).map(({ from }) => from))
  return after - cycle >= size ? cycle : Math.max(before, Math.min(cycle, after - size))
}
