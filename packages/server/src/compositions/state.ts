import { AppError } from '@lemouf/core/error'
import type { CompositionSummary } from '@lemouf/core/protocol'
import { applyEdit, editSchema, refusalError, replayed, type Edit, type Project } from '@lemouf/core/timeline'
import { documentOf, type CompositionEvent, type RecordedCompositionEvent } from '../store/composition-rows.ts'
import type { CompositionStore } from '../store/composition-store.ts'
import { outlineOf } from './view.ts'

/** A composition as the program knows it. */
export interface CompositionState {
  readonly summary: CompositionSummary
  readonly project: Project
  /** What was done since its document was last kept whole: how many things, and how long they are as text. */
  readonly since: { readonly events: number; readonly size: number }
  /** Length of the document as it was last kept whole; 0 where it never was. */
  readonly snapshotSize: number
}

/** Done on a document: the next one, and what takes it back in the order in which that has to be done. */
export interface Run {
  readonly project: Project
  readonly inverses: readonly Edit[]
}

/** Does edits in order, all or none. Error: `edit_refused`, with the index of the edit that was. */
export function runEdits(project: Project, edits: readonly Edit[]): Run {
  const inverses: Edit[] = []
  let now = project
  for (const [index, edit] of edits.entries()) {
    const applied = applyEdit(now, edit)
    if (!applied.ok) throw refusedAt(index, refusalError(applied.error))
    now = applied.value.project
    inverses.push(applied.value.inverse)
  }
  return { project: now, inverses: inverses.toReversed() }
}

function refusedAt(index: number, { code, message, details }: AppError): AppError {
  return new AppError(code, message, { details: { index, ...(details as object) } })
}

/** The document after something that was stored; `before` is undefined for what has not begun. Error: `data_unusable`. */
export function documentAfter(before: Project | undefined, event: CompositionEvent): Project {
  if (event.type === 'compositionCreated') return documentOf(event.project)
  if (before === undefined) throw unreadable(undefined)
  if (event.type !== 'compositionEdited') return before
  const read = editSchema.safeParse({ type: 'restore', patch: event.patch })
  if (!read.success || read.data.type !== 'restore') throw unreadable(read.error)
  const done = replayed(before, read.data.patch)
  if (!done.ok) throw unreadable(refusalError(done.error))
  return done.value
}

function unreadable(cause: unknown): AppError {
  return new AppError('data_unusable', 'The history of this composition does not fit together. Start the version of the program that wrote it, or restore the data folder from a backup.', { cause })
}

/** The summary after something happened that led to this document. */
export function summaryAfter(before: CompositionSummary | undefined, compositionId: string, event: RecordedCompositionEvent, project: Project): CompositionSummary {
  const { revision, at } = event
  return {
    composition_id: compositionId,
    revision,
    created_at: before?.created_at ?? at,
    updated_at: at,
    removed_at: event.type === 'compositionRemoved' ? at : event.type === 'compositionRestored' ? null : (before?.removed_at ?? null),
    source: event.type === 'compositionCreated' ? event.source : (before?.source ?? null),
    ...outlineOf(project),
  }
}

/** How many events are read at once where a document is put together. */
const PAGE = 1000

/** The document at a revision: the last one that was kept whole, and what was done since. */
export async function readDocument(store: CompositionStore, compositionId: string, revision: number): Promise<Pick<CompositionState, 'project' | 'since' | 'snapshotSize'>> {
  const kept = await store.snapshot(compositionId, revision)
  let [project, at, size] = [kept?.project, kept?.revision ?? 0, 0]
  const begun = at
  while (at < revision) {
    const page = await store.events(compositionId, at, Math.min(PAGE, revision - at))
    if (page.length === 0) throw unreadable(undefined)
    for (const { event, size: length } of page) {
      project = documentAfter(project, event)
      at = event.revision
      size += length
    }
  }
  if (project === undefined) throw unreadable(undefined)
  return { project, since: { events: revision - begun, size }, snapshotSize: kept?.size ?? 0 }
}

