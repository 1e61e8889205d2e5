import { randomUUID } from 'node:crypto'
import { AppError } from '@lemouf/core/error'
import type { CompositionSource, CompositionSummary, CompositionVersion, RouteOutput } from '@lemouf/core/protocol'
import { difference, type Edit, type Project } from '@lemouf/core/timeline'
import { Turns } from '../media/turns.ts'
import type { CompositionEdited, CompositionEvent, RecordedCompositionEvent } from '../store/composition-rows.ts'
import type { CompositionStore } from '../store/composition-store.ts'
import { editsTo } from './restore.ts'
import { staleError } from './stale.ts'
import { readDocument, runEdits, summaryAfter, type CompositionState } from './state.ts'

/** What was done to a composition, after it is on disk. */
export interface CompositionCommit {
  readonly summary: CompositionSummary
  readonly project: Project
  /** Undefined when nothing happened. */
  readonly event: RecordedCompositionEvent | undefined
  /** Place of the event in the live feed; 0 when nothing happened. */
  readonly lastEventId: number
}

/** Edits that a window sends. */
export interface SentEdits extends Pick<CompositionEdited, 'edits' | 'gesture' | 'step'> {
  readonly client: string
  readonly sequence: number
  readonly baseRevision: number
}

/** What happens, and the document that it leads to. */
interface Outcome {
  readonly event: CompositionEvent
  readonly project: Project
}
type Decide = (state: CompositionState) => Outcome | undefined | Promise<Outcome | undefined>

const KEPT_COMPOSITIONS = 8
const MAX_CONFLICTS = 5
/** A document is kept whole after this many events, or when what was done since is longer than the document and than this. */
const SNAPSHOT_EVENTS = 100
const SNAPSHOT_SIZE = 1_000_000

/**
 * The compositions as the program knows them: the only place where edits become history.
 * An edit is acknowledged after it is on disk; listeners hear of it after that, in order.
 */
export class Compositions {
  readonly #store: CompositionStore
  readonly #states = new Map<string, CompositionState>()
  readonly #turns = new Turns()
  readonly #listeners = new Set<(commit: CompositionCommit) => void>()

  constructor(store: CompositionStore) {
    this.#store = store
  }

  onCommit(listener: (commit: CompositionCommit) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Error: `composition_not_found`. */
  state(compositionId: string): Promise<CompositionState> {
    return this.#turns.take(compositionId, () => this.#load(compositionId))
  }

  /** Begins a composition under the document's id. Error: `composition_exists`. */
  create(project: Project, source: CompositionSource | null, by: string): Promise<CompositionCommit> {
    return this.#turns.take(project.id, async () => {
      const commit = await this.#append(project.id, undefined, { event: { type: 'compositionCreated', project, source }, project }, by)
      if (commit === 'conflict') throw new AppError('composition_exists', `There is a composition ${project.id} already. Choose another id, or open that one.`)
      return commit
    })
  }

  /**
   * Does a window's edits on the revision they were made on, all or none; edits that were stored before are not done again.
   * Errors: `composition_not_found`, `composition_removed`, `composition_stale` with what was done since, `edit_refused`, `sequence_taken`.
   */
  async edit(compositionId: string, { baseRevision, ...sent }: SentEdits, by: string): Promise<RouteOutput<'editComposition'>> {
    let repeated: number | undefined
    const { summary } = await this.#execute(compositionId, async (state) => {
      const last = await this.#store.lastOf(compositionId, sent.client)
      repeated = last === undefined ? undefined : storedAs(last, sent)
      if (repeated !== undefined) return undefined
      requireInUse(state.summary)
      if (state.summary.revision !== baseRevision) throw await staleError(this.#store, state.summary, baseRevision)
      return edited(state, sent)
    }, by)
    return { revision: repeated ?? summary.revision, updated_at: summary.updated_at, repeated: repeated !== undefined }
  }

  /** Does edits of the server's own, made for the document as it is. Errors: `composition_not_found`, `composition_removed`, `edit_refused`. */
  change(compositionId: string, editsFor: (project: Project) => readonly Edit[] | Promise<readonly Edit[]>, by: string): Promise<CompositionCommit> {
    return this.#execute(compositionId, async (state) => {
      requireInUse(state.summary)
      return edited(state, { edits: await editsFor(state.project), client: null, sequence: null, gesture: null, step: 'do' })
    }, by)
  }

  /** Puts it in the bin. Error: `composition_not_found`. */
  remove(compositionId: string, by: string): Promise<CompositionCommit> {
    return this.#execute(compositionId, ({ summary, project }) => (summary.removed_at === null ? { event: { type: 'compositionRemoved' }, project } : undefined), by)
  }

  /** Takes it out of the bin. Error: `composition_not_found`. */
  restore(compositionId: string, by: string): Promise<CompositionCommit> {
    return this.#execute(compositionId, ({ summary, project }) => (summary.removed_at === null ? undefined : { event: { type: 'compositionRestored' }, project }), by)
  }

  /** Names the document as it is. Errors: `composition_not_found`, `composition_removed`. */
  async nameVersion(compositionId: string, name: string, by: string): Promise<CompositionVersion> {
    const versionId = randomUUID()
    const { summary } = await this.#execute(compositionId, (state) => {
      requireInUse(state.summary)
      return { event: { type: 'versionNamed', versionId, name }, project: state.project }
    }, by)
    return { version_id: versionId, name, revision: summary.revision, at: summary.updated_at, by }
  }

  /** Makes the document what a version was, but for its name. Errors: `version_not_found`, `composition_not_found`, `composition_removed`. */
  async restoreVersion(compositionId: string, versionId: string, by: string): Promise<CompositionCommit> {
    const version = (await this.#store.versions(compositionId)).find(({ version_id }) => version_id === versionId)
    if (version === undefined) throw new AppError('version_not_found', 'This composition has no such version. Read the list of its versions again.')
    const { project: then } = await readDocument(this.#store, compositionId, version.revision)
    return this.change(compositionId, (now) => editsTo(now, { ...then, name: now.name }), by)
  }

  #execute(compositionId: string, decide: Decide, by: string): Promise<CompositionCommit> {
    return this.#turns.take(compositionId, async () => {
      for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
        const state = await this.#load(compositionId)
        const outcome = await decide(state)
        if (outcome === undefined) return { ...state, event: undefined, lastEventId: 0 }
        const commit = await this.#append(compositionId, state, outcome, by)
        if (commit !== 'conflict') return commit
        this.#states.delete(compositionId)
      }
      throw new AppError('internal', `The composition ${compositionId} is being changed by another program faster than this one can follow. Try again.`)
    })
  }

  async #append(compositionId: string, before: CompositionState | undefined, { event: happened, project }: Outcome, by: string): Promise<CompositionCommit | 'conflict'> {
    const at = Math.max(Date.now(), before?.summary.updated_at ?? 0)
    const event: RecordedCompositionEvent = { ...happened, revision: (before?.summary.revision ?? 0) + 1, at, by }
    const summary = summaryAfter(before?.summary, compositionId, event, project)
    const { since, snapshot } = kept(before, event, project)
    const written = await this.#store.append({ event, summary, snapshot })
    if (written === 'conflict') return written
    this.#keep({ summary, project, since, snapshotSize: snapshot?.length ?? before?.snapshotSize ?? 0 })
    const commit = { summary, project, event, lastEventId: written.lastEventId }
    for (const listener of this.#listeners) listener(commit)
    return commit
  }

  async #load(compositionId: string): Promise<CompositionState> {
    const known = this.#states.get(compositionId)
    if (known !== undefined) {
      this.#keep(known)
      return known
    }
    const summary = await this.#store.read(compositionId)
    if (summary === undefined) throw new AppError('composition_not_found', `There is no composition ${compositionId}. Look at the list of compositions for its name.`)
    const state = { summary, ...(await readDocument(this.#store, compositionId, summary.revision)) }
    this.#keep(state)
    return state
  }

  /** Keeps those used last in memory; any other is read again. */
  #keep(state: CompositionState): void {
    const { composition_id: id } = state.summary
    this.#states.delete(id)
    this.#states.set(id, state)
    const oldest = this.#states.keys().next()
    if (this.#states.size > KEPT_COMPOSITIONS && !oldest.done) this.#states.delete(oldest.value)
  }
}

/** The revision that edits sent again had made; undefined for new ones. Error: `sequence_taken`, where another window of the same name sent others. */
function storedAs(last: { readonly sequence: number; readonly revision: number; readonly gesture: string | null }, { client, sequence, gesture }: Pick<SentEdits, 'client' | 'sequence' | 'gesture'>): number | undefined {
  if (sequence > last.sequence) return undefined
  if (sequence === last.sequence && (last.gesture === null || last.gesture === gesture)) return last.revision
  throw new AppError('sequence_taken', `The request ${sequence} of ${client} is not the one that was stored. Two windows use this name: read what was done, take another name, and send the edits again.`)
}

/** Undefined for edits that change nothing. */
function edited({ project }: CompositionState, sent: Pick<CompositionEdited, 'edits' | 'client' | 'sequence' | 'gesture' | 'step'>): Outcome | undefined {
  const run = runEdits(project, sent.edits)
  return run.project === project ? undefined : { event: { type: 'compositionEdited', ...sent, inverses: run.inverses, patch: difference(project, run.project) }, project: run.project }
}

/** Whether the document is to be kept whole now, and what was done since it was. That of a named version always is. */
function kept(before: CompositionState | undefined, event: RecordedCompositionEvent, project: Project): Pick<CompositionState, 'since'> & { readonly snapshot: string | undefined } {
  const size = (before?.since.size ?? 0) + JSON.stringify(event).length
  const events = (before?.since.events ?? 0) + 1
  const isDue = events >= SNAPSHOT_EVENTS || size >= Math.max(SNAPSHOT_SIZE, before?.snapshotSize ?? 0) || event.type === 'versionNamed'
  return isDue ? { since: { events: 0, size: 0 }, snapshot: JSON.stringify(project) } : { since: { events, size }, snapshot: undefined }
}

function requireInUse({ name, removed_at }: CompositionSummary): void {
  if (removed_at !== null) throw new AppError('composition_removed', `“${name}” is in the bin. Take it out of there to change it.`)
}
