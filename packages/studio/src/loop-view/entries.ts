import { ATTEMPT_STATUSES } from '@lemouf/core/loop'
import type { Outline } from '@lemouf/core/protocol'
import type { Standing } from './state.ts'

type ByCycle<T> = readonly (readonly T[])[]

/** Attempts by cycle with news of some of them: in any order, twice or late, the newest of each stays. */
export function withEntries<T extends Standing>(cycles: ByCycle<T>, entries: readonly T[]): ByCycle<T> {
  if (entries.length === 0) return cycles
  const next = cycles.slice()
  for (const entry of entries) {
    while (next.length <= entry.cycle_index) next.push([])
    next[entry.cycle_index] = withEntry(next[entry.cycle_index] ?? [], entry)
  }
  return next
}

/** An outline with news of some attempts; the same one when they stand as it says. */
export const withStandings = (outline: ByCycle<Standing>, entries: readonly Standing[]): ByCycle<Standing> =>
  withEntries(outline, entries.filter((entry) => !standsSo(outline[entry.cycle_index]?.find((known) => known.retry_index === entry.retry_index), entry)))

const standsSo = (known: Standing | undefined, { status, decision, revision }: Standing): boolean =>
  known !== undefined && known.status === status && known.decision === decision && known.revision === revision

function withEntry<T extends Standing>(entries: readonly T[], entry: T): readonly T[] {
  const index = entries.findIndex((known) => known.retry_index >= entry.retry_index)
  const known = entries[index]
  if (known === undefined) return [...entries, entry]
  if (known.retry_index > entry.retry_index) return entries.toSpliced(index, 0, entry)
  return isOlder(entry, known) ? entries : entries.with(index, entry)
}

/** Revisions and statuses of an attempt only ever go forward. */
function isOlder(entry: Standing, known: Standing): boolean {
  if (entry.revision !== known.revision) return entry.revision < known.revision
  return ATTEMPT_STATUSES.indexOf(entry.status) < ATTEMPT_STATUSES.indexOf(known.status)
}

/** The columns of an outline as attempts by cycle. */
export function standingsIn({ cycles, retries, statuses, decisions, revisions }: Outline): ByCycle<Standing> {
  const found: Standing[][] = []
  for (const [index, cycle_index] of cycles.entries()) {
    const [retry_index, status, revision] = [retries[index], statuses[index], revisions[index]]
    // Columns of unequal length are no outline; what is whole of them is taken.
    if (retry_index === undefined || status === undefined || revision === undefined) break
    while (found.length <= cycle_index) found.push([])
    found[cycle_index]?.push({ cycle_index, retry_index, status, decision: decisions[index] ?? null, revision })
  }
  return found
}
