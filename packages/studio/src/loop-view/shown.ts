import type { ManifestEntry } from '@lemouf/core/protocol'
import type { Place } from './place.ts'
import type { LoopViewState, PendingDecision, Standing } from './state.ts'

/** The attempts of a cycle as the person means them to be: with their decisions in place before the server has confirmed them. */
export const shownCycle = (state: LoopViewState, cycle: number): readonly ManifestEntry[] => withPending(state, cycle, state.cycles[cycle] ?? [])

/** The same of all attempts that there are, read in full or not. */
export const standingsOf = (state: LoopViewState, cycle: number): readonly Standing[] =>
  withPending<Standing>(state, cycle, (state.outline ?? state.cycles)[cycle] ?? [])

/** The attempt at a place as it is shown; undefined where there is none, or it is not read yet. */
export function shownEntry(state: LoopViewState, place: Place | undefined): ManifestEntry | undefined {
  return place === undefined ? undefined : shownCycle(state, place.cycle).find((entry) => entry.retry_index === place.retry)
}

/** How the attempt at a place stands, read in full or not; undefined where there is none. */
export function standingAt(state: LoopViewState, place: Place | undefined): Standing | undefined {
  return place === undefined ? undefined : standingsOf(state, place.cycle).find((entry) => entry.retry_index === place.retry)
}

export const isInFlight = (entry: Standing): boolean => entry.status === 'queued' || entry.status === 'running'

/** Returned, and waiting for a person. */
export const isUndecided = (entry: Standing): boolean => entry.status === 'returned' && entry.decision === null

export const isApproved = (entries: readonly Standing[]): boolean => entries.some((entry) => entry.decision === 'approve')

/** What a person has still to do in a cycle: its undecided results, and a failure that nothing came after. Nothing once one is approved. */
export function toJudge<T extends Standing>(entries: readonly T[]): readonly T[] {
  if (isApproved(entries)) return []
  const last = entries.at(-1)
  return entries.filter((entry) => isUndecided(entry) || (entry === last && entry.decision === null && !isInFlight(entry)))
}

/** The card on top of a cycle's hand: what was approved, else the newest that waits, else the newest. */
export function frontOf<T extends Standing>(entries: readonly T[]): T | undefined {
  return entries.find((entry) => entry.decision === 'approve') ?? entries.findLast(isUndecided) ?? entries.at(-1)
}

/** The attempts of a cycle after a decision on some of them. What the server has told of since is left as it is. */
export function overlaid<T extends Standing>(entries: readonly T[], pending: PendingDecision, cycle: number): readonly T[] {
  return (itemsByCycle(pending).get(cycle) ?? []).reduce((now, { place, revision }) => {
    const target = now.find((entry) => entry.retry_index === place.retry)
    if (target === undefined || target.revision > revision) return now
    return now.map((entry) => {
      if (entry === target) return { ...entry, decision: pending.decision, revision: entry.revision + 1 }
      return givesWay(entry, pending) ? { ...entry, decision: 'discard', revision: entry.revision + 1 } : entry
    })
  }, entries)
}

/** An approval pushes an earlier one of its cycle aside and, when asked, what is undecided. */
function givesWay(entry: Standing, { decision, discardSiblings }: PendingDecision): boolean {
  return decision === 'approve' && (entry.decision === 'approve' || (discardSiblings === true && isUndecided(entry)))
}

const withPending = <T extends Standing>({ pending }: LoopViewState, cycle: number, entries: readonly T[]): readonly T[] =>
  pending.reduce((now, decision) => (itemsByCycle(decision).has(cycle) ? overlaid(now, decision, cycle) : now), entries)

type Items = PendingDecision['items']
const grouped = new WeakMap<PendingDecision, ReadonlyMap<number, Items>>()

/** A decision's items by cycle: looked for again and again, of ten thousand at times. */
function itemsByCycle(pending: PendingDecision): ReadonlyMap<number, Items> {
  const known = grouped.get(pending) ?? Map.groupBy(pending.items, ({ place }) => place.cycle)
  grouped.set(pending, known)
  return known
}
