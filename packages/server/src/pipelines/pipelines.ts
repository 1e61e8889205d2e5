import { AppError } from '@lemouf/core/error'
import { decidePipeline, initialPipeline, pipelineNotFound, reducePipeline, type PipelineCommand, type PipelineEvent, type PipelineState, type RecordedPipelineEvent } from '@lemouf/core/pipeline'
import type { PipelineStore } from '../store/pipeline-store.ts'

/** What one command changed, after it is on disk. */
export interface PipelineCommit {
  readonly state: PipelineState
  readonly events: readonly RecordedPipelineEvent[]
  /** Place of the last event in the live feed; 0 when nothing happened. */
  readonly lastEventId: number
}

const KEPT_PIPELINES = 16
const MAX_CONFLICTS = 5

/**
 * The pipelines as the program knows them: the only place where their commands become events.
 * A command is acknowledged after its events are on disk; listeners hear of it after that, in order.
 */
export class Pipelines {
  readonly #store: PipelineStore
  readonly #states = new Map<string, PipelineState>()
  readonly #tails = new Map<string, Promise<unknown>>()
  readonly #listeners = new Set<(commit: PipelineCommit) => void>()

  constructor(store: PipelineStore) {
    this.#store = store
  }

  onCommit(listener: (commit: PipelineCommit) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The pipeline with what its run was started with. Error: `pipeline_not_found`. */
  async state(pipelineId: string): Promise<PipelineState> {
    const state = await this.#inTurn(pipelineId, () => this.#load(pipelineId))
    if (state.seq === 0) throw pipelineNotFound(pipelineId)
    return state
  }

  /** Carries a command out, in turn with others of the pipeline. Throws what {@link decidePipeline} refuses. */
  execute(pipelineId: string, command: PipelineCommand, by: string): Promise<PipelineCommit> {
    return this.#inTurn(pipelineId, () => this.#execute(pipelineId, command, by))
  }

  #inTurn<T>(pipelineId: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#tails.get(pipelineId) ?? Promise.resolve()).then(work)
    const settled = mine.then(() => undefined, () => undefined)
    this.#tails.set(pipelineId, settled)
    void settled.then(() => this.#tails.get(pipelineId) === settled && this.#tails.delete(pipelineId))
    return mine
  }

  async #execute(pipelineId: string, command: PipelineCommand, by: string): Promise<PipelineCommit> {
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
      const state = await this.#load(pipelineId)
      const decided = decidePipeline(state, command)
      if (!decided.ok) throw decided.error
      if (decided.value.length === 0) return { state, events: [], lastEventId: 0 }
      const commit = await this.#append(state, decided.value, by)
      if (commit !== 'conflict') return commit
      this.#states.delete(pipelineId)
    }
    throw new AppError('internal', `The pipeline ${pipelineId} is being changed by another program faster than this one can follow. Try again.`)
  }

  async #append(state: PipelineState, happened: readonly PipelineEvent[], by: string): Promise<PipelineCommit | 'conflict'> {
    const at = Math.max(Date.now(), state.updatedAt)
    const events = happened.map((event, index): RecordedPipelineEvent => ({ ...event, seq: state.seq + 1 + index, at, by }))
    const next = events.reduce(reducePipeline, state)
    const written = await this.#store.append({ expectedSeq: state.seq, events, state: next })
    if (written === 'conflict') return written
    this.#keep(next)
    const commit = { state: next, events, lastEventId: written.lastEventId }
    for (const listener of this.#listeners) listener(commit)
    return commit
  }

  async #load(pipelineId: string): Promise<PipelineState> {
    const state = this.#states.get(pipelineId) ?? (await this.#store.read(pipelineId)) ?? initialPipeline(pipelineId)
    if (state.seq > 0) this.#keep(state)
    return state
  }

  /** Keeps those used last in memory; any other is read again. */
  #keep(state: PipelineState): void {
    this.#states.delete(state.pipelineId)
    this.#states.set(state.pipelineId, state)
    const oldest = this.#states.keys().next()
    if (this.#states.size > KEPT_PIPELINES && !oldest.done) this.#states.delete(oldest.value)
  }
}
