import { HOUR_MS } from './tally.ts'

export const RANGES = ['day', 'week', 'month', 'all'] as const
export type Range = (typeof RANGES)[number]
export const UNITS = ['hour', 'day', 'week'] as const
export type Unit = (typeof UNITS)[number]

/** A span of time in equal parts: `[starts[i], starts[i + 1])`, the last one under way. Milliseconds since 1970. */
export interface Span {
  readonly unit: Unit
  readonly starts: readonly number[]
}

const DAY_MS = 24 * HOUR_MS
/** How long a part is, in milliseconds. */
export const UNIT_MS: Readonly<Record<Unit, number>> = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS }
/** 1970 began on a Thursday; a week begins on Monday. */
const MONDAY_MS = 4 * DAY_MS
/** With more days than this, weeks are shown. */
const MOST_DAYS = 62

/**
 * The parts of a range that ends now. `utcOffset`: minutes that the person's clock is ahead of UTC, so that a day is their day.
 * `since`: when the history began, in milliseconds since 1970, for the range `all`.
 */
export function spanOf(range: Range, now: number, utcOffset: number, since: number): Span {
  if (range === 'day') return parts('hour', 24, now, utcOffset)
  if (range === 'week') return parts('day', 7, now, utcOffset)
  if (range === 'month') return parts('day', 30, now, utcOffset)
  const days = numberOf('day', since, now, utcOffset)
  return days <= MOST_DAYS ? parts('day', Math.max(2, days), now, utcOffset) : parts('week', numberOf('week', since, now, utcOffset), now, utcOffset)
}

/** Index of the part that a moment falls into; below 0 before the span, and the last one for what comes later. */
export const partOf = ({ unit, starts }: Span, at: number): number =>
  Math.min(starts.length - 1, Math.floor((at - (starts[0] ?? 0)) / UNIT_MS[unit]))

function parts(unit: Unit, number: number, now: number, utcOffset: number): Span {
  const last = startOf(unit, now, utcOffset)
  return { unit, starts: Array.from({ length: number }, (_unused, index) => last - (number - 1 - index) * UNIT_MS[unit]) }
}

const numberOf = (unit: Unit, since: number, now: number, utcOffset: number): number =>
  Math.max(1, (startOf(unit, now, utcOffset) - startOf(unit, Math.min(since, now), utcOffset)) / UNIT_MS[unit] + 1)

function startOf(unit: Unit, at: number, utcOffset: number): number {
  const shift = utcOffset * 60_000 - (unit === 'week' ? MONDAY_MS : 0)
  return Math.floor((at + shift) / UNIT_MS[unit]) * UNIT_MS[unit] - shift
}
