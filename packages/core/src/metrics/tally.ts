/** What is counted, an hour at a time. Times are milliseconds. */
export const COUNTS = [
  /** Results that a person decided on, the first time. */
  'decisions',
  /** Cycles whose first round was decided by a person. */
  'cycles',
  /** Of these, those with an approval in the first round. */
  'firstPass',
  /** Attempts of these cycles beyond the first round. */
  'retries',
  /** Cycles that got their approval. */
  'approved',
  /** Time that persons and machines spent. */
  'personMs',
  'machineMs',
  /** Results that began and ceased to wait for a person. */
  'arrived',
  'settled',
] as const
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>

export const NO_COUNTS: Counts = { decisions: 0, cycles: 0, firstPass: 0, retries: 0, approved: 0, personMs: 0, machineMs: 0, arrived: 0, settled: 0 }

export const HOUR_MS = 3_600_000

/** Something that happened, as it is counted. */
export interface Mark {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly counts: Partial<Counts>
  /** How long a result waited for its decision, in milliseconds. */
  readonly wait?: number
}

/** What was counted in an hour. Both are sums, so that hours can be put together and what no longer holds can be taken out. */
export interface HourTally {
  readonly counts: Counts
  /** How many decisions took how long, by {@link waitClass}. */
  readonly waits: ReadonlyMap<number, number>
}

export const NO_TALLY: HourTally = { counts: NO_COUNTS, waits: new Map() }

/** By the hour since 1970. */
export type Tally = ReadonlyMap<number, HourTally>

/** Both tallies together; `sign` −1 takes the second out of the first. */
export function joined(one: HourTally, other: HourTally, sign: 1 | -1 = 1): HourTally {
  const counts = Object.fromEntries(COUNTS.map((name) => [name, one.counts[name] + sign * other.counts[name]])) as Record<keyof Counts, number>
  const waits = new Map(one.waits)
  for (const [step, number] of other.waits) add(waits, step, sign * number)
  return { counts, waits }
}

/** What has to be added to the tally of `before` to get that of `after`; hours in which nothing changes are left out. */
export function difference(before: Iterable<Mark>, after: Iterable<Mark>): Tally {
  const hours = new Map<number, Changing>()
  for (const mark of before) put(hours, mark, -1)
  for (const mark of after) put(hours, mark, 1)
  for (const [hour, { counts, waits }] of hours) {
    for (const [step, number] of waits) if (number === 0) waits.delete(step)
    if (waits.size === 0 && COUNTS.every((name) => counts[name] === 0)) hours.delete(hour)
  }
  return hours
}

interface Changing {
  readonly counts: Record<keyof Counts, number>
  readonly waits: Map<number, number>
}

function put(hours: Map<number, Changing>, { at, counts, wait }: Mark, sign: 1 | -1): void {
  const hour = Math.floor(at / HOUR_MS)
  const tally = hours.get(hour) ?? { counts: { ...NO_COUNTS }, waits: new Map<number, number>() }
  hours.set(hour, tally)
  for (const name of COUNTS) tally.counts[name] += sign * (counts[name] ?? 0)
  if (wait !== undefined) add(tally.waits, waitClass(wait), sign)
}

function add(map: Map<number, number>, key: number, number: number): void {
  map.set(key, (map.get(key) ?? 0) + number)
}

/** Durations are counted in classes that are 5 % wide, so that medians can be had from sums and are right to 2.5 %. */
const WIDTH = Math.log(1.05)

/** The class of a duration in milliseconds. Less than one counts as one. */
export const waitClass = (milliseconds: number): number => Math.floor(Math.log(Math.max(1, milliseconds)) / WIDTH)

/** A duration in the middle of a class, in milliseconds. */
export const waitIn = (step: number): number => Math.exp((step + 0.5) * WIDTH)

/** The median of what was counted in classes, in milliseconds; null of nothing. */
export function medianWait(waits: ReadonlyMap<number, number>): number | null {
  const sorted = [...waits].sort(([a], [b]) => a - b)
  const total = sorted.reduce((sum, [, number]) => sum + number, 0)
  let seen = 0
  for (const [step, number] of sorted) {
    seen += number
    if (seen > 0 && seen * 2 >= total) return Math.round(waitIn(step))
  }
  return null
}
