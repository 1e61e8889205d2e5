import type { ManifestEntry } from '@lemouf/core/protocol'
import type { Place } from '../loop-view/place.ts'
import { frontOf } from '../loop-view/shown.ts'

const MOST_BEHIND = 3

/** The cards of a cycle as they lie: the one looked at or chosen in front, the newest others behind it, front first. */
export function handOf(entries: readonly ManifestEntry[], cursor: Place | undefined): readonly ManifestEntry[] {
  const front = entries.find((entry) => entry.retry_index === cursor?.retry) ?? frontOf(entries)
  if (front === undefined) return []
  return [front, ...entries.filter((entry) => entry !== front).toReversed().slice(0, MOST_BEHIND)]
}
