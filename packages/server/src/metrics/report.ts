import { figuresOf, HOUR_MS, joined, NO_TALLY, partOf, type HourTally, type Range, type Span } from '@lemouf/core/metrics'
import type { FiguresView, MetricsView, UseView } from '@lemouf/core/protocol'
import type { Sums } from '../store/metric-store.ts'
import type { Spent } from '../store/use-store.ts'

/** What a report is made of. */
export interface ReportParts {
  readonly range: Range
  readonly span: Span
  /** By the part of the span. */
  readonly counted: readonly Sums<number>[]
  /** Results that wait now. */
  readonly waiting: number
  /** Undefined for a single loop: servers serve all. */
  readonly spent: readonly Spent[] | undefined
}

/** The figures of a span and of each of its parts. */
export function reportOf({ range, span, counted, waiting, spent }: ReportParts): MetricsView {
  // A server's clock that was put back has left hours to come: they belong to the present.
  const byPart = Map.groupBy(counted, ({ key }) => Math.min(key, span.starts.length - 1))
  const tallies = span.starts.map((_start, part) => (byPart.get(part) ?? []).reduce<HourTally>((sum, sums) => joined(sum, sums), NO_TALLY))
  const total = tallies.reduce((sum, tally) => joined(sum, tally), NO_TALLY)
  const spentByPart = spent && Map.groupBy(spent, ({ hour }) => partOf(span, hour * HOUR_MS))
  const uses = spentByPart && span.starts.map((_start, part) => sumOf(spentByPart.get(part) ?? []))
  const waits = waitingAfter(tallies, waiting)
  return {
    range,
    unit: span.unit,
    totals: { ...viewOf(total, waiting), use: spent === undefined ? null : sumOf(spent) },
    series: tallies.map((tally, part) => Object.assign(viewOf(tally, waits[part] ?? 0), { at: span.starts[part] ?? 0, use: uses?.[part] ?? null })),
    servers: [...Map.groupBy(spent ?? [], ({ server }) => server)].map(([name, of]) => Object.assign(sumOf(of), { name })),
  }
}

/** The figures of a tally as the protocol has them. */
export function viewOf(tally: HourTally, waiting: number): FiguresView {
  const { decisions, medianDecisionMs, cycles, firstPass, retriesPerCycle, approved, personMsPerApproved, machineMsPerApproved } = figuresOf(tally)
  return {
    decisions, cycles, approved, waiting,
    median_decision_ms: medianDecisionMs,
    first_pass: firstPass,
    retries_per_cycle: retriesPerCycle,
    person_ms_per_approved: personMsPerApproved,
    machine_ms_per_approved: machineMsPerApproved,
  }
}

/** How many results waited at the end of each part: as many as now, without what came and went after it. */
function waitingAfter(tallies: readonly HourTally[], now: number): readonly number[] {
  let waiting = now
  return tallies.toReversed().map(({ counts }) => {
    const then = waiting
    waiting -= counts.arrived - counts.settled
    return then
  }).toReversed()
}

function sumOf(spent: readonly Spent[]): UseView {
  return { busy_ms: spent.reduce((sum, { busyMs }) => sum + busyMs, 0), idle_ms: spent.reduce((sum, { idleMs }) => sum + idleMs, 0) }
}
