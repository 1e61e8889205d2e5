import type { ManifestEntry } from '@lemouf/core/protocol'
import { keyOf, placeOf, samePlace, type Place } from './place.ts'
import { standingAt } from './shown.ts'
import type { LoopViewState } from './state.ts'

/**
 * Which decisions an undo takes back: this person's last step, when the attempt looked at is of it; else the one on the attempt looked at;
 * else the last step, or the last one that a person is known to have made: after a reload nobody here has decided yet.
 */
export function placesToUndo(state: LoopViewState): readonly Place[] | undefined {
  const { cursor, decided } = state
  const last = decided.at(-1)
  if (last?.some((place) => samePlace(place, cursor))) return last
  if (cursor !== undefined && (standingAt(state, cursor)?.decision ?? null) !== null) return [cursor]
  return last ?? lastDecided(state)
}

function lastDecided({ cycles, pending }: LoopViewState): readonly Place[] | undefined {
  // What is still on its way to the server is in `decided`, or is being taken back.
  const onTheWay = new Set(pending.flatMap(({ items }) => items.map(({ place }) => keyOf(place))))
  let last: ManifestEntry | undefined
  for (const entries of cycles) {
    for (const entry of entries) {
      if (!isByAPerson(entry) || onTheWay.has(keyOf(placeOf(entry)))) continue
      if (last === undefined || timeOf(entry) > timeOf(last) || (timeOf(entry) === timeOf(last) && last.decision === 'discard')) last = entry
    }
  }
  return last === undefined ? undefined : [placeOf(last)]
}

/** What a loop approves by itself is decided by the worker that brought the result. */
const isByAPerson = (entry: ManifestEntry): boolean => entry.decision !== null && entry.decided_at !== null && entry.decided_by !== entry.worker

const timeOf = (entry: ManifestEntry): number => entry.decided_at ?? 0
