import { HOUR_MS } from './tally.ts'

export const RANGES = ['day', 'week', 'month', 'all'] as const
export type Range = (typeof RANGES)[number]
export const UNITS = ['hour', 'day', 'week'] as const
export type Unit = (typeof UNITS)[number]

/** A span of time in parts: `[starts[i], starts[i + 1])`, the last one under way. Milliseconds since 1970. Days are as long as clocks make them. */
export interface Span {
  readonly unit: Unit
  readonly starts: readonly number[]
}

const DAY_MS = 24 * HOUR_MS
/** 1970 began on a Thursday; a week begins on Monday. */
const MONDAY = 3
/** With more days than this, weeks are shown. */
const MOST_DAYS = 62

/**
 * The parts of a range that ends now. `timeZone`: the person's (an IANA name), so that a day is their day, also when clocks are changed.
 * `since`: when the history began, in milliseconds since 1970, for the range `all`.
 */
export function spanOf(range: Range, now: number, timeZone: string, since: number): Span {
  const calendar = calendarOf(timeZone)
  if (range === 'day') return { unit: 'hour', starts: countedBack(24, calendar.startOfHour(now), HOUR_MS) }
  const today = calendar.dayOf(now)
  const first = Math.min(today, calendar.dayOf(since))
  const days = range === 'week' ? 7 : range === 'month' ? 30 : Math.max(2, today - first + 1)
  if (range !== 'all' || days <= MOST_DAYS) return { unit: 'day', starts: countedBack(days, today, 1).map(calendar.startOfDay) }
  const weeks = (mondayOf(today) - mondayOf(first)) / 7 + 1
  return { unit: 'week', starts: countedBack(weeks, mondayOf(today), 7).map(calendar.startOfDay) }
}

/** Index of the part that a moment falls into; below 0 before the span, and the last one for what comes later. */
export function partOf({ starts }: Span, at: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** So many numbers up to the last one, each a step after the one before. */
const countedBack = (number: number, last: number, step: number): number[] => Array.from({ length: number }, (_unused, index) => last - (number - 1 - index) * step)

const mondayOf = (day: number): number => day - ((((day + MONDAY) % 7) + 7) % 7)

interface Calendar {
  /** The number of the day that a moment is in, from the first of 1970. */
  readonly dayOf: (at: number) => number
  /** The first moment of a day. */
  readonly startOfDay: (day: number) => number
  readonly startOfHour: (at: number) => number
}

function calendarOf(timeZone: string): Calendar {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
  /** What the clock shows, in milliseconds, as if it were UTC. */
  function shownAt(at: number): number {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000)
  }
  const offsetAt = (at: number): number => shownAt(at) - at
  return {
    dayOf: (at) => Math.floor(shownAt(at) / DAY_MS),
    startOfDay: (day) => {
      const midnight = day * DAY_MS
      // Where clocks are changed at midnight it comes twice, or not at all: then the day begins with what comes first after it.
      const moments = [midnight - offsetAt(midnight - DAY_MS), midnight - offsetAt(midnight + DAY_MS)].sort((a, b) => a - b)
      return moments.find((moment) => shownAt(moment) >= midnight) ?? midnight
    },
    startOfHour: (at) => Math.floor(shownAt(at) / HOUR_MS) * HOUR_MS - offsetAt(at),
  }
}
