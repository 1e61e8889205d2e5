import { hear, NO_CYCLE, waitingIn, type CycleFacts } from './cycle.ts'
import { endsRun, type DecisionNews, type MetricEvent } from './event.ts'
import { marksOf } from './marks.ts'
import { difference, type Tally } from './tally.ts'

/** What has to be remembered of a loop to count on, beside its cycles. */
export interface LoopBook {
  /** When each person last decided in it, in milliseconds since 1970. */
  readonly decided: Readonly<Record<string, number>>
  /** When its run was left, while it is. */
  readonly left?: number
}

export const NO_BOOK: LoopBook = { decided: {} }

/** A cycle's place in its loop, as a key. */
export const cycleKey = ({ run, cycle }: { readonly run: number; readonly cycle: number }): string => `${run}/${cycle}`

export interface Counted {
  readonly book: LoopBook
  /** Those that changed, as they are now, by {@link cycleKey}. */
  readonly cycles: ReadonlyMap<string, CycleFacts>
  /** What the events add to the figures, hour by hour; it can be less than nothing, where a decision was taken back. */
  readonly tally: Tally
}

/** Longer than this nobody looks at one result: it was a break. */
const LOOK_MS = 5 * 60_000

/**
 * Counts on with events of one loop, in order. `known` holds the cycles that the events name, as they were before,
 * and all that have results waiting when the events end a run.
 */
export function countOn(book: LoopBook, known: ReadonlyMap<string, CycleFacts>, events: Iterable<MetricEvent>): Counted {
  const cycles = new Map(known)
  const changed = new Set<string>()
  let now = book
  const put = (key: string, cycle: CycleFacts): void => {
    cycles.set(key, cycle)
    changed.add(key)
  }
  for (const event of events) {
    if (endsRun(event)) {
      for (const [key, cycle] of cycles) if (waitingIn(cycle) > 0) put(key, { ...cycle, closed: event.at })
      now = event.type === 'reset' ? { decided: now.decided } : { ...now, left: event.at }
      continue
    }
    const key = cycleKey(event)
    const before = cycles.get(key) ?? NO_CYCLE
    const isPersons = event.type === 'decided' && event.auto !== true && event.displacedBy === undefined
    const after = hear(before, event, isPersons ? timeSpent(now, before, event) : 0)
    if (isPersons) now = { ...now, decided: { ...now.decided, [event.by]: event.at } }
    // What comes after a run was left waits for nobody.
    put(key, now.left !== undefined && waitingIn(after) > 0 ? { ...after, closed: now.left } : after)
  }
  const keys = [...changed]
  const marks = (of: ReadonlyMap<string, CycleFacts>) => keys.flatMap((key) => [...marksOf(of.get(key) ?? NO_CYCLE)])
  return { book: now, cycles: new Map(keys.map((key) => [key, cycles.get(key) ?? NO_CYCLE])), tally: difference(marks(known), marks(cycles)) }
}

/** From when the result was there, or from the person's decision before, whichever is later; a break does not count. */
function timeSpent({ decided }: LoopBook, cycle: CycleFacts, { by, at, retry }: DecisionNews): number {
  const ended = cycle.attempts[retry]?.ended
  if (ended === undefined) return 0
  const before = Object.hasOwn(decided, by) ? (decided[by] ?? 0) : 0
  return Math.min(LOOK_MS, Math.max(0, at - Math.max(ended, before)))
}
