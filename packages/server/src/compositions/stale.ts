import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import type { CompositionSummary, LogEntry, Stale } from '@lemouf/core/protocol'
import type { CompositionStore } from '../store/composition-store.ts'
import { logEntryOf } from './view.ts'

/** Who is further behind loads the composition again. */
const MAX_ENTRIES = 200
const MAX_SIZE = 1_000_000

/** That edits were made on an older revision, with what was done since, so that they can be made anew on the present one. */
export async function staleError(store: CompositionStore, { composition_id, revision }: CompositionSummary, base: number): Promise<AppError> {
  const details: Stale = { composition_id, revision, since: await doneSince(store, composition_id, { revision, base }) }
  return new AppError('composition_stale', 'The composition was changed meanwhile. Take in what was done, and send your edit again.', { details: details as unknown as Json })
}

/** Null where it is too much, and for a base that is not in this history: the data were restored from a backup. */
async function doneSince(store: CompositionStore, compositionId: string, { revision, base }: { revision: number; base: number }): Promise<LogEntry[] | null> {
  if (base > revision || revision - base > MAX_ENTRIES) return null
  const found = await store.events(compositionId, base, revision - base)
  return found.reduce((sum, { size }) => sum + size, 0) > MAX_SIZE ? null : found.map(({ event }) => logEntryOf(event))
}
