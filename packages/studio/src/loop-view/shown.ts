import type { ManifestEntry } from '@lemouf/core/protocol'
import { placeOf, samePlace, type Place } from './place.ts'
import type { LoopViewState, PendingDecision } from './state.ts'

/** The attempts of a cycle as the person means them to be: with their decisions in place before the server has confirmed them. */
export function shownCycle(state: LoopViewState, cycle: number): readonly ManifestEntry[] {
  const entries = state.cycles[cycle] ?? []
  const pending = state.pending.filter(({ place }) => place.cycle === cycle)
  return pending.length === 0 ? entries : pending.reduce(overlay, entries)
}

export function shownEntry(state: LoopViewState, place: Place | undefined): ManifestEntry | undefined {
  return place === undefined ? undefined : shownCycle(state, place.cycle).find((entry) => entry.retry_index === place.retry)
}

export const isInFlight = (entry: ManifestEntry): boolean => entry.status === 'queued' || entry.status === 'running'

/** Returned, and waiting for a person. */
export const isUndecided = (entry: ManifestEntry): boolean => entry.status === 'returned' && entry.decision === null

export const isApproved = (entries: readonly ManifestEntry[]): boolean => entries.some((entry) => entry.decision === 'approve')

/** The card on top of a cycle's hand: what was approved, else the newest that waits, else the newest. */
export function frontOf(entries: readonly ManifestEntry[]): ManifestEntry | undefined {
  return entries.find((entry) => entry.decision === 'approve') ?? entries.findLast(isUndecided) ?? entries.at(-1)
}

function overlay(entries: readonly ManifestEntry[], pending: PendingDecision): readonly ManifestEntry[] {
  const target = entries.find((entry) => samePlace(placeOf(entry), pending.place))
  // The server's news of it can arrive before the answer; then there is nothing left to add.
  if (target === undefined || target.revision > pending.revision) return entries
  return entries.map((entry) => {
    if (entry === target) return { ...entry, decision: pending.decision, revision: entry.revision + 1 }
    const givesWay = pending.decision === 'approve' && entry.decision === 'approve'
    return givesWay ? { ...entry, decision: 'discard', revision: entry.revision + 1 } : entry
  })
}
