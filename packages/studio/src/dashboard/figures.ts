import type { MetricsView } from '@lemouf/core/protocol'
import { locale, text } from '../text/text.ts'
import { formatDuration, formatNumber } from '../ui/format.ts'

/** What a span or a part of it has to say. */
export type FigurePart = MetricsView['totals']

export const FIGURES = ['waiting', 'decision', 'firstPass', 'retries', 'person', 'machine', 'idle'] as const
export type FigureName = (typeof FIGURES)[number]

interface Figure {
  /** Null where nothing happened that would give it. */
  readonly read: (part: FigurePart) => number | null
  readonly format: (value: number) => string
  /** What it was made of, in a few words. */
  readonly about: (part: FigurePart) => string
  /** The top of its scale, where that is fixed. */
  readonly top?: number
}

/** How each figure is read and written. Durations are milliseconds, shares 0..1. */
export const FIGURE: Readonly<Record<FigureName, Figure>> = {
  waiting: { read: (part) => part.waiting, format: formatNumber, about: () => text.dashboard.now },
  decision: { read: (part) => part.median_decision_ms, format: formatDuration, about: ({ decisions }) => text.dashboard.decisions(decisions) },
  firstPass: { read: (part) => part.first_pass, format: formatPart, about: ({ cycles }) => text.dashboard.cyclesDecided(cycles), top: 1 },
  retries: { read: (part) => part.retries_per_cycle, format: formatDecimal, about: ({ cycles }) => text.dashboard.cyclesDecided(cycles) },
  person: { read: (part) => part.person_ms_per_approved, format: formatDuration, about: ({ approved }) => text.dashboard.approvals(approved) },
  machine: { read: (part) => part.machine_ms_per_approved, format: formatDuration, about: ({ approved }) => text.dashboard.approvals(approved) },
  idle: { read: ({ use }) => (use === null ? null : idleShareOf(use)), format: formatPart, about: aboutUse, top: 1 },
}

/** The share of their time in which servers waited for a person; null when they neither worked nor waited. */
export function idleShareOf({ busy_ms, idle_ms }: { readonly busy_ms: number; readonly idle_ms: number }): number | null {
  return busy_ms + idle_ms > 0 ? idle_ms / (busy_ms + idle_ms) : null
}

function aboutUse({ use }: FigurePart): string {
  if (use === null || use.busy_ms + use.idle_ms === 0) return ''
  return text.dashboard.idleOf(formatDuration(use.idle_ms), formatDuration(use.busy_ms + use.idle_ms))
}

/** What stands where there is no value. */
export const NOTHING = '–'

export const writeFigure = (name: FigureName, part: FigurePart): string => {
  const { read, format } = FIGURE[name]
  const value = read(part)
  return value === null ? NOTHING : format(value)
}

/** When a part of a span begins, as short as its length allows. */
export function formatStart(at: number, unit: MetricsView['unit']): string {
  const style = unit === 'hour' ? ({ hour: '2-digit', minute: '2-digit' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale.value, style).format(at)
}

/** A share 0..1, rounded: unlike progress, 100 % need not mean all. */
function formatPart(share: number): string {
  return new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

function formatDecimal(value: number): string {
  return new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2 }).format(value)
}

/** A bar as high as a share 0..1 of the scale; `beyond`: it is higher than that, and cut. */
export interface Bar {
  readonly height: number
  readonly beyond: boolean
}

/** A value so many times as high as three quarters of them would make the others flat. */
const OUTLIER = 6
const ROOM = 2

/** Each value as a bar, null for none. One night in which nobody decided does not take the scale. */
export function barsOf(values: readonly (number | null)[], top: number | undefined): { readonly bars: readonly (Bar | null)[]; readonly scale: number } {
  const scale = top ?? scaleOf(values.filter((value) => value !== null))
  const barOf = (value: number): Bar => ({ height: scale > 0 ? Math.min(1, value / scale) : 0, beyond: value > scale })
  return { scale, bars: values.map((value) => (value === null ? null : barOf(value))) }
}

function scaleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const most = sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0
  const highest = sorted.at(-1) ?? 0
  return most > 0 && highest > most * OUTLIER ? most * ROOM : highest
}
