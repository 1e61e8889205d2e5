import { AppError } from '@lemouf/core/error'
import { isJsonObject, type JsonObject } from '@lemouf/core/json'
import { attemptAt, isInFlight, promptIdOf, promptOf, type AttemptFailure, type LoopCommand } from '@lemouf/core/loop'
import { compileLoopNodes, upstreamOf } from '@lemouf/core/workflow'
import type { FastifyBaseLogger } from 'fastify'
import type { ComfyClient } from '../comfy/client.ts'
import type { HistoryAnswer, SocketMessage } from '../comfy/messages.ts'
import type { PreviewFrame } from '../comfy/preview.ts'
import type { Commit, Loops } from '../loops/loops.ts'
import type { MediaStore } from '../media/media-store.ts'
import type { Store } from '../store/store.ts'
import { collectOutputs, loopReturnsOf } from './collect.ts'
import { droppedBranchOf, executionFailureOf, failureOf, isPassing, refusalOf } from './failure.ts'
import { Heard } from './heard.ts'
import { Jobs, type Job } from './job.ts'
import { PromptProgress } from './progress.ts'
import { Uploads } from './uploads.ts'
import type { Worker } from './worker.ts'

export interface RunnerEvents {
  readonly onProgress: (job: Job, done: number) => void
  readonly onPreview: (job: Job, frame: PreviewFrame) => void
}

export interface RunnerParts {
  readonly loops: Loops
  readonly store: Store
  readonly media: MediaStore
  readonly worker: Worker
  readonly log: FastifyBaseLogger
  readonly events: RunnerEvents
}

/** Prompts at the server at once: one runs, one waits, so that it never idles while we write. */
const DEPTH = 2
/** Attempts at once in all, with those whose results are being brought in: a slow disk holds the next ones back. */
const MOST = 8
/** Messages can be lost; this often the server is asked instead. */
const WATCH_MS = 1_000

/**
 * Carries recorded attempts through a generating server: posts what waits, follows it, brings results in.
 * Attempts are recorded before they come here. After any break (a restart, a lost socket, a server that came back)
 * each one is looked for in the server's queue and history before it is posted again.
 * Whatever stops a step leaves its job `posted`, and the watch comes back to it: a job leaves only by being recorded.
 */
export class Runner {
  readonly #parts: RunnerParts
  readonly #jobs = new Jobs()
  readonly #uploads: Uploads
  #watch: NodeJS.Timeout | undefined
  #running: string | undefined
  #asking = false
  #stopped = false

  constructor(parts: RunnerParts) {
    this.#parts = parts
    this.#uploads = new Uploads(parts.media)
    parts.loops.onCommit((commit) => this.#hear(commit))
    parts.worker.listen({
      onOnline: () => this.#reconnected(),
      onMessage: (message) => this.#follow(message),
      onPreview: (frame) => this.#show(frame),
    })
  }

  get inFlight(): number {
    return this.#jobs.inFlight
  }

  /** Takes up what an earlier process left under way. */
  async start(): Promise<void> {
    for (const { loopId, attempt } of await this.#parts.store.inFlight()) this.#jobs.add(loopId, attempt, true)
    this.#watch = setInterval(() => this.#background(this.#reconcile()), WATCH_MS)
    this.#pump()
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#watch)
    this.#jobs.clear()
  }

  #hear({ state, events, attempts }: Commit): void {
    if (this.#stopped) return
    for (const event of events) {
      if (event.type === 'attemptCancelled') this.#cancel(promptIdOf(state.loopId, event))
    }
    for (const attempt of attempts) {
      if (attempt.status === 'queued') this.#jobs.add(state.loopId, attempt, false)
    }
    this.#pump()
  }

  #cancel(promptId: string): void {
    const job = this.#jobs.get(promptId)
    if (job === undefined) return
    job.cancelled = true
    if (job.phase === 'waiting') this.#jobs.delete(job)
    if (job.phase === 'posted') this.#background(this.#withdraw(job))
  }

  /** Takes a prompt back. While the server does not hear of it, the watch tries again. */
  async #withdraw(job: Job): Promise<void> {
    await this.#settling(job, async (client) => {
      await client.cancel(job.promptId)
      this.#jobs.delete(job)
    })
  }

  #pump(): void {
    const { worker } = this.#parts
    while (worker.online && this.#jobs.atServer < DEPTH && this.#jobs.inFlight < MOST) {
      const next = this.#jobs.next()
      if (next === undefined) return
      next.phase = 'posting'
      this.#background(this.#post(next))
    }
  }

  async #post(job: Job): Promise<void> {
    const { client, clientId } = this.#parts.worker
    try {
      if (client === undefined || clientId === undefined) throw new AppError('engine_unavailable', 'The generating server is not connected.')
      const known = job.uncertain && (await isKnown(client, job.promptId))
      job.uncertain = true
      if (!known) await this.#submit(job, client, clientId)
      job.phase = 'posted'
      if (known || job.ended) await this.#settle(job)
    } catch (error) {
      // A server that does not answer may still have taken the prompt: it is looked for when the server is back.
      job.phase = 'posted'
      await this.#stumble(job, error)
    } finally {
      if (job.cancelled) this.#cancel(job.promptId)
      this.#pump()
    }
  }

  async #submit(job: Job, client: ComfyClient, clientId: string): Promise<void> {
    const state = await this.#parts.loops.state(job.loopId)
    const attempt = attemptAt(state, job.key)
    if (attempt === undefined || !isInFlight(attempt)) return this.#jobs.delete(job)
    const prompt = promptOf(state, attempt)
    if (!prompt.ok) throw prompt.error
    const loopReturns = loopReturnsOf(prompt.value)
    job.progress = new PromptProgress(upstreamOf(prompt.value, loopReturns).size)
    job.heard = new Heard(loopReturns)
    // Without the node pack the loop's nodes are compiled away; the saver keeps the id of its Loop Return.
    const posted = compileLoopNodes(prompt.value, await this.#parts.worker.nodes(client), savePrefixOf(job))
    if (!posted.ok) throw posted.error
    await this.#uploads.ensure(client, attempt.uploads)
    const graph = state.workflows[attempt.workflowHash]?.graph
    const answer = await client.submit({ prompt: posted.value, promptId: job.promptId, clientId, extraPngInfo: pngInfoOf(job, graph) })
    if (!answer.accepted) return this.#fail(job, refusalOf(answer.answer))
    const dropped = droppedBranchOf(answer.answer, loopReturns)
    if (dropped === undefined) return
    await client.cancel(job.promptId)
    await this.#fail(job, dropped)
  }

  #follow(message: SocketMessage): void {
    const promptId = message.data.prompt_id ?? this.#running
    const job = promptId === undefined ? undefined : this.#jobs.get(promptId)
    if (job === undefined) return
    if (message.type === 'execution_start') {
      this.#running = job.promptId
      this.#background(this.#tell(job, { type: 'start', ...job.key, worker: this.#parts.worker.name }))
    }
    if (job.progress !== undefined) this.#parts.events.onProgress(job, job.progress.advance(message))
    job.heard?.hear(message)
    if (!isEnd(message) && job.heard?.answer === undefined) return
    job.ended = true
    this.#background(this.#settle(job))
    this.#pump()
  }

  #show(frame: PreviewFrame): void {
    const promptId = frame.promptId ?? this.#running
    const job = promptId === undefined ? undefined : this.#jobs.get(promptId)
    if (job !== undefined) this.#parts.events.onPreview(job, frame)
  }

  #reconnected(): void {
    this.#uploads.forget()
    this.#background(this.#reconcile())
    this.#pump()
  }

  /** Asks the server after everything posted. The queue is read before the history: what moves between the two is then in the second. */
  async #reconcile(): Promise<void> {
    const { client, online } = this.#parts.worker
    const posted = this.#jobs.posted
    // A slow answer is not asked for twice; what it says is of the moment in which these jobs were posted.
    if (!online || client === undefined || posted.length === 0 || this.#asking) return
    this.#asking = true
    try {
      const { running, pending } = await client.queue()
      for (const job of posted) this.#background(this.#lookAfter(job, running.has(job.promptId) || pending.has(job.promptId)))
    } catch (error) {
      if (!isPassing(error)) this.#parts.log.error({ err: error }, 'reconciling with the worker failed')
    } finally {
      this.#asking = false
    }
  }

  async #lookAfter(job: Job, queued: boolean): Promise<void> {
    if (queued && job.cancelled) return this.#withdraw(job)
    if (!queued && (job.spoilt || (await this.#settle(job)) === 'unknown')) this.#again(job)
  }

  #again(job: Job): void {
    if (job.phase !== 'posted' || !this.#jobs.has(job)) return
    // What the server knows of a spoilt prompt is the spoilt result.
    job.uncertain = !job.spoilt
    job.spoilt = false
    job.ended = false
    job.phase = 'waiting'
    if (job.cancelled) this.#jobs.delete(job)
    this.#pump()
  }

  /** Brings the result of a prompt in, if the server has it. */
  async #settle(job: Job): Promise<'settled' | 'unknown' | 'later'> {
    let found: 'settled' | 'unknown' | 'later' = 'later'
    await this.#settling(job, async (client) => {
      const entry = job.heard?.answer ?? (await client.history(job.promptId))
      found = entry === undefined ? 'unknown' : 'settled'
      if (entry !== undefined) await this.#takeIn(job, entry, client)
    })
    return found
  }

  async #takeIn(job: Job, entry: HistoryAnswer, client: ComfyClient): Promise<void> {
    const failure = executionFailureOf(entry)
    if (failure === undefined) return this.#bringIn(job, entry, client)
    // The embedded engine works on our own disk: what did not fit there is made again once there is room.
    job.spoilt = failure.code === 'disk_full' && this.#parts.worker.kind === 'embedded'
    if (!job.spoilt) await this.#fail(job, failure)
  }

  async #bringIn(job: Job, entry: HistoryAnswer, client: ComfyClient): Promise<void> {
    const { loops, media, worker } = this.#parts
    const state = await loops.state(job.loopId)
    const attempt = attemptAt(state, job.key)
    const prompt = attempt === undefined ? undefined : promptOf(state, attempt)
    if (prompt?.ok) {
      const outputs = await collectOutputs({ entry, prompt: prompt.value, loopId: job.loopId, client, media })
      await this.#tell(job, { type: 'return', ...job.key, worker: worker.name, outputs })
    }
    this.#jobs.delete(job)
  }

  /** Does the last step of a posted job, alone. The job is `posted` again when that did not end it. */
  async #settling(job: Job, work: (client: ComfyClient) => Promise<void>): Promise<void> {
    const { client } = this.#parts.worker
    if (job.phase !== 'posted' || client === undefined || !this.#jobs.has(job)) return
    job.phase = 'settling'
    try {
      await work(client)
    } catch (error) {
      await this.#stumble(job, error)
    } finally {
      job.phase = 'posted'
      this.#pump()
    }
  }

  /** What goes away by itself is left to the watch. Anything else ends the attempt, as soon as that can be recorded. */
  async #stumble(job: Job, error: unknown): Promise<void> {
    this.#parts.log.warn({ err: error, promptId: job.promptId }, 'an attempt could not go on')
    if (isPassing(error)) return
    if (job.cancelled) this.#jobs.delete(job)
    else await this.#fail(job, failureOf(error))
  }

  async #fail(job: Job, failure: AttemptFailure): Promise<void> {
    await this.#tell(job, { type: 'fail', ...job.key, failure })
    this.#jobs.delete(job)
  }

  /** Work that nobody waits for. What stops it is logged; the watch takes the job up again. */
  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#parts.log.error({ err: error }, 'the runner could not finish a step'))
  }

  async #tell(job: Job, command: LoopCommand): Promise<void> {
    await this.#parts.loops.execute(job.loopId, command, { by: this.#parts.worker.name })
  }
}

/** The history has the prompt by then: `executing` without a node comes after it was written. */
function isEnd(message: SocketMessage): boolean {
  if (message.type === 'executing') return message.data.node === null
  return message.type === 'execution_error' || message.type === 'execution_interrupted'
}

async function isKnown(client: ComfyClient, promptId: string): Promise<boolean> {
  const { running, pending } = await client.queue()
  return running.has(promptId) || pending.has(promptId) || (await client.history(promptId)) !== undefined
}

/** Where a core saver puts the files of an attempt, as Loop Return does. */
function savePrefixOf({ loopId, key }: Job): string {
  return `lemouf_loop/${loopId}/cycle_${String(key.cycle).padStart(4, '0')}_r${String(key.retry).padStart(2, '0')}`
}

function pngInfoOf({ loopId, key }: Job, graph: unknown): JsonObject {
  const lemouf = { loop_id: loopId, cycle_index: key.cycle, retry_index: key.retry }
  return isJsonObject(graph as JsonObject) ? { workflow: graph as JsonObject, lemouf } : { lemouf }
}
