import type { ManifestEntry } from '@lemouf/core/protocol'
import { keyOf, placeOf, type Place } from './place.ts'
import { shownEntry } from './shown.ts'
import type { LoopViewState } from './state.ts'

/**
 * Which decision an undo takes back: the one on the attempt looked at, else this person's last one,
 * else the last one that a person is known to have made: after a reload nobody here has decided yet.
 */
export function placeToUndo(state: LoopViewState): Place | undefined {
  const { cursor, decided } = state
  const here = shownEntry(state, cursor)
  if (here !== undefined && here.decision !== null) return cursor
  return decided.at(-1) ?? lastDecided(state)
}

function lastDecided({ cycles, pending }: LoopViewState): Place | undefined {
  // What is still on its way to the server is in `decided`, or is being taken back.
  const onTheWay = new Set(pending.map(({ place }) => keyOf(place)))
  let last: ManifestEntry | undefined
  for (const entry of cycles.flat()) {
    if (!isByAPerson(entry) || onTheWay.has(keyOf(placeOf(entry)))) continue
    if (last === undefined || timeOf(entry) > timeOf(last) || (timeOf(entry) === timeOf(last) && last.decision === 'discard')) last = entry
  }
  return last === undefined ? undefined : placeOf(last)
}

/** What a loop approves by itself is decided by the worker that brought the result. */
const isByAPerson = (entry: ManifestEntry): boolean => entry.decision !== null && entry.decided_at !== null && entry.decided_by !== entry.worker

const timeOf = (entry: ManifestEntry): number => entry.decided_at ?? 0
