/** Cycles `from` up to, not including, `to`; `to` may be Infinity. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The spans with one more, sorted and without overlaps. */
export function addSpan(spans: readonly Span[], added: Span): readonly Span[] {
  const apart = spans.filter((span) => span.to < added.from || span.from > added.to)
  const touching = spans.filter((span) => !apart.includes(span))
  const joined = { from: Math.min(added.from, ...touching.map((span) => span.from)), to: Math.max(added.to, ...touching.map((span) => span.to)) }
  return [...apart, joined].sort((a, b) => a.from - b.from)
}

/** The first cycle of `wanted` that no span covers. */
export function firstGap(spans: readonly Span[], wanted: Span): number | undefined {
  let cycle = wanted.from
  for (const span of spans) if (span.from <= cycle && cycle < span.to) cycle = span.to
  return cycle < wanted.to ? cycle : undefined
}
