import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import type { CompositionSource, CompositionSummary } from '@lemouf/core/protocol'
import { parseProject, type Edit, type EditOf, type Project } from '@lemouf/core/timeline'
import { unwrap } from '@lemouf/core/result'
import type { Insertable } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * Edits that were done, with what takes them back. `patch` is what they changed: a document is put together again from that, and is what
 * was acknowledged also when a later version of the program does such edits otherwise. `client` and `sequence` are null for what the server
 * did by itself.
 */
export interface CompositionEdited {
  readonly type: 'compositionEdited'
  readonly edits: readonly Edit[]
  readonly inverses: readonly Edit[]
  readonly patch: EditOf<'restore'>['patch']
  readonly client: string | null
  readonly sequence: number | null
  readonly gesture: string | null
  readonly step: 'do' | 'undo' | 'redo' | 'follow'
}

/** What happens to a composition. Its number in the order is the composition's revision after it. */
export type CompositionEvent =
  | CompositionEdited
  | { readonly type: 'compositionCreated'; readonly project: Project; readonly source: CompositionSource | null }
  | { readonly type: 'compositionRemoved' | 'compositionRestored' }
  | { readonly type: 'versionNamed'; readonly versionId: string; readonly name: string }

export type RecordedCompositionEvent = CompositionEvent & { readonly revision: number; readonly at: number; readonly by: string }

/** Under which name the events of a composition stand among those of loops, whose ids hold no slash. */
export const compositionStream = (compositionId: string): string => `composition/${compositionId}`
export const isCompositionStream = (stream: string): boolean => stream.startsWith(compositionStream(''))

export function rowOfCompositionEvent(compositionId: string, event: RecordedCompositionEvent): Insertable<Tables['events']> {
  const { revision, at, by, type, ...data } = event
  return { loopId: compositionStream(compositionId), seq: revision, at, actor: by, type, run: null, cycle: null, retry: null, data: JSON.stringify(data) }
}

export function compositionEventOfRow({ seq, at, actor, type, data }: Pick<Tables['events'], 'seq' | 'at' | 'actor' | 'type' | 'data'>): RecordedCompositionEvent {
  // What is stored was an event when it was written, and events are never changed.
  return { type, ...(readPlain(data) as object), revision: seq, at, by: actor } as RecordedCompositionEvent
}

export const compositionOfRow = ({ summary }: { readonly summary: string }): CompositionSummary => readPlain(summary) as CompositionSummary

/** A stored document as this version of the program knows documents: what was added to them since takes its default. Error: `project_malformed`. */
export const documentOf = (json: unknown): Project => unwrap(parseProject(json as Json)).project

/** JSON without integers beyond 2^53: documents and edits have none, and not looking for them is several times faster. Error: `data_unusable`. */
export function readPlain(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('data_unusable', 'A row of the database is damaged. Restore the data folder from a backup.', { cause })
  }
}
