import { isInFlight, promptIdOf } from '@lemouf/core/loop'
import type { Change, CompositionChange, PipelineChange, Preview, Progress } from '@lemouf/core/protocol'
import type { PreviewFrame } from '../comfy/preview.ts'
import type { CompositionCommit } from '../compositions/compositions.ts'
import { compositionChangeOf } from '../compositions/view.ts'
import type { Commit } from '../loops/loops.ts'
import type { PipelineCommit } from '../pipelines/pipelines.ts'
import { pipelineChangeOf } from '../pipelines/view.ts'
import { entryOf, summaryOf } from '../loops/view.ts'
import type { Job } from '../runner/job.ts'

/** A message of the live feed; only changes have an id and can be replayed. */
export type LiveMessage =
  | { readonly type: 'change'; readonly id: number; readonly data: Change }
  | { readonly type: 'pipeline'; readonly id: number; readonly data: PipelineChange }
  | { readonly type: 'composition'; readonly id: number; readonly data: CompositionChange }
  | { readonly type: 'progress'; readonly data: Progress }
  | { readonly type: 'preview'; readonly data: Preview }

/** Progress that moved less than this is not worth a message. */
const PROGRESS_STEP = 0.01
const KEPT_FRAMES = 32

/** What happens, as it happens, for whoever listens. */
export class Live {
  readonly #listeners = new Set<(message: LiveMessage) => void>()
  readonly #frames = new Map<string, { frame: PreviewFrame; promptId: string }>()
  readonly #progress = new Map<string, number>()
  #previews = 0

  subscribe(listener: (message: LiveMessage) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The last preview frame of a loop, while one of its attempts runs. */
  frameOf(loopId: string): PreviewFrame | undefined {
    return this.#frames.get(loopId)?.frame
  }

  changed(commit: Commit): void {
    this.#send({ type: 'change', id: commit.lastEventId, data: changeOf(commit) })
    const { state, events, attempts } = commit
    for (const attempt of attempts) if (!isInFlight(attempt)) this.#forget(state.loopId, attempt.promptId)
    // A reset leaves no attempt behind that could be touched.
    for (const event of events) if (event.type === 'attemptCancelled') this.#forget(state.loopId, promptIdOf(state.loopId, event))
  }

  pipelineChanged(commit: PipelineCommit): void {
    this.#send({ type: 'pipeline', id: commit.lastEventId, data: pipelineChangeOf(commit) })
  }

  compositionChanged({ summary, event, lastEventId }: CompositionCommit): void {
    if (event !== undefined) this.#send({ type: 'composition', id: lastEventId, data: compositionChangeOf(summary, [event]) })
  }

  #forget(loopId: string, promptId: string): void {
    this.#progress.delete(promptId)
    if (this.#frames.get(loopId)?.promptId === promptId) this.#frames.delete(loopId)
  }

  progressed({ loopId, key, promptId }: Job, done: number): void {
    const known = this.#progress.get(promptId) ?? -1
    if (done - known < PROGRESS_STEP) return
    this.#progress.set(promptId, done)
    this.#send({ type: 'progress', data: { loop_id: loopId, cycle_index: key.cycle, retry_index: key.retry, done } })
  }

  previewed({ loopId, key, promptId }: Job, frame: PreviewFrame): void {
    this.#frames.delete(loopId)
    this.#frames.set(loopId, { frame, promptId })
    const oldest = this.#frames.keys().next()
    if (this.#frames.size > KEPT_FRAMES && !oldest.done) this.#frames.delete(oldest.value)
    const url = `/lemouf/loop/${loopId}/preview?v=${++this.#previews}`
    this.#send({ type: 'preview', data: { loop_id: loopId, cycle_index: key.cycle, retry_index: key.retry, url } })
  }

  #send(message: LiveMessage): void {
    for (const listener of this.#listeners) listener(message)
  }
}

function changeOf({ state, events, attempts }: Commit): Change {
  return {
    loop: summaryOf(state),
    events: events.map(({ seq, type, at, by }) => ({ seq, type, at, by })),
    entries: attempts.map(entryOf),
    reset: events.some((event) => event.type === 'reset'),
  }
}
