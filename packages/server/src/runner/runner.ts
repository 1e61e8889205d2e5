import { AppError } from '@lemouf/core/error'
import { isJsonObject, type JsonObject } from '@lemouf/core/json'
import { attemptAt, promptOf, type Attempt, type LoopCommand } from '@lemouf/core/loop'
import type { FastifyBaseLogger } from 'fastify'
import type { ComfyClient } from '../comfy/client.ts'
import type { SocketMessage } from '../comfy/messages.ts'
import type { PreviewFrame } from '../comfy/preview.ts'
import type { Commit, Loops } from '../loops/loops.ts'
import type { MediaStore } from '../media/media-store.ts'
import type { Store } from '../store/store.ts'
import { collectOutputs, loopReturnsOf } from './collect.ts'
import { droppedBranchOf, executionFailureOf, refusalOf } from './failure.ts'
import { comesFirst, jobOf, type Job } from './job.ts'
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
/** Messages can be lost; this often the server is asked instead. */
const WATCH_MS = 1_000

/**
 * Carries recorded attempts through a generating server: posts what waits, follows it, brings results in.
 * Attempts are recorded before they come here. After any break (a restart, a lost socket, a server that came back)
 * each one is looked for in the server's queue and history before it is posted again.
 */
export class Runner {
  readonly #parts: RunnerParts
  readonly #jobs = new Map<string, Job>()
  readonly #uploads: Uploads
  #order = 0
  #watch: NodeJS.Timeout | undefined
  #running: Job | undefined

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
    return [...this.#jobs.values()].filter((job) => job.phase !== 'waiting').length
  }

  /** Takes up what an earlier process left under way. */
  async start(): Promise<void> {
    for (const { loopId, attempt } of await this.#parts.store.inFlight()) this.#add(loopId, attempt, true)
    this.#watch = setInterval(() => this.#background(this.#reconcile()), WATCH_MS)
    this.#pump()
  }

  stop(): void {
    clearInterval(this.#watch)
    this.#jobs.clear()
  }

  #hear({ state, events, attempts }: Commit): void {
    for (const event of events) {
      if (event.type === 'attemptCancelled') this.#cancel(event)
    }
    for (const attempt of attempts) {
      if (attempt.status === 'queued') this.#add(state.loopId, attempt, false)
    }
    this.#pump()
  }

  #add(loopId: string, attempt: Attempt, uncertain: boolean): void {
    if (!this.#jobs.has(attempt.promptId)) this.#jobs.set(attempt.promptId, jobOf(loopId, attempt, this.#order++, uncertain))
  }

  #cancel(place: { run: number; cycle: number; retry: number }): void {
    for (const job of this.#jobs.values()) {
      const { run, cycle, retry } = job.key
      if (run !== place.run || cycle !== place.cycle || retry !== place.retry) continue
      job.cancelled = true
      if (job.phase === 'waiting') this.#jobs.delete(job.promptId)
      if (job.phase === 'posted') this.#background(this.#withdraw(job))
    }
  }

  async #withdraw(job: Job): Promise<void> {
    this.#jobs.delete(job.promptId)
    await this.#parts.worker.client?.cancel(job.promptId).catch((error: unknown) => this.#parts.log.warn({ err: error }, 'could not cancel at the worker'))
    this.#pump()
  }

  #pump(): void {
    const { worker } = this.#parts
    while (worker.online && this.inFlight < DEPTH) {
      const next = [...this.#jobs.values()].filter((job) => job.phase === 'waiting').sort(comesFirst)[0]
      if (next === undefined) return
      next.phase = 'posting'
      this.#background(this.#post(next))
    }
  }

  async #post(job: Job): Promise<void> {
    const { client, clientId } = this.#parts.worker
    try {
      if (client === undefined || clientId === undefined) throw new AppError('engine_unavailable', 'The generating server is not connected.')
      if (job.uncertain && (await isKnown(client, job.promptId))) {
        job.phase = 'posted'
        await this.#settle(job)
      } else {
        job.uncertain = true
        await this.#submit(job, client, clientId)
      }
    } catch (error) {
      await this.#postFailed(job, error)
    }
    if (job.cancelled && job.phase === 'posted') await this.#withdraw(job)
    else if (job.ended) await this.#settle(job)
    this.#pump()
  }

  async #submit(job: Job, client: ComfyClient, clientId: string): Promise<void> {
    const state = await this.#parts.loops.state(job.loopId)
    const attempt = attemptAt(state, job.key)
    if (attempt === undefined || (attempt.status !== 'queued' && attempt.status !== 'running')) {
      this.#jobs.delete(job.promptId)
      return
    }
    const prompt = promptOf(state, attempt)
    if (!prompt.ok) throw prompt.error
    job.progress = new PromptProgress(Object.keys(prompt.value).length)
    await this.#uploads.ensure(client, attempt.uploads)
    const graph = state.workflows[attempt.workflowHash]?.graph
    const answer = await client.submit({ prompt: prompt.value, promptId: job.promptId, clientId, extraPngInfo: pngInfoOf(job, graph) })
    if (!answer.accepted) return this.#fail(job, refusalOf(answer.answer))
    const dropped = droppedBranchOf(answer.answer, loopReturnsOf(prompt.value))
    if (dropped === undefined) {
      job.phase = 'posted'
      return
    }
    await client.cancel(job.promptId)
    await this.#fail(job, dropped)
  }

  /** A server that does not answer may still have taken the prompt: it is looked for when the server is back. */
  async #postFailed(job: Job, error: unknown): Promise<void> {
    if (!this.#jobs.has(job.promptId)) return
    this.#parts.log.warn({ err: error, promptId: job.promptId }, 'an attempt could not be posted')
    if (isPassing(error)) {
      job.phase = 'posted'
      return
    }
    await this.#fail(job, { code: error instanceof AppError ? error.code : 'internal', message: error instanceof Error ? error.message : String(error) })
  }

  #follow(message: SocketMessage): void {
    const promptId = message.data.prompt_id ?? this.#running?.promptId
    const job = promptId === undefined ? undefined : this.#jobs.get(promptId)
    if (job === undefined) return
    if (message.type === 'execution_start') {
      this.#running = job
      this.#background(this.#tell(job, { type: 'start', ...job.key, worker: this.#parts.worker.name }))
    }
    if (job.progress !== undefined) this.#parts.events.onProgress(job, job.progress.advance(message))
    if (!isEnd(message)) return
    job.ended = true
    this.#background(this.#settle(job))
  }

  #show(frame: PreviewFrame): void {
    const job = frame.promptId === undefined ? this.#running : this.#jobs.get(frame.promptId)
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
    const posted = [...this.#jobs.values()].filter((job) => job.phase === 'posted')
    if (!online || client === undefined || posted.length === 0) return
    try {
      const { running, pending } = await client.queue()
      for (const job of posted) {
        if (running.has(job.promptId) || pending.has(job.promptId)) continue
        if ((await this.#settle(job)) === 'unknown' && job.phase === 'posted') job.phase = 'waiting'
      }
    } catch (error) {
      if (!isPassing(error)) this.#parts.log.error({ err: error }, 'reconciling with the worker failed')
    }
    this.#pump()
  }

  /** Brings the result of a prompt in, if the server has it. What fails for a passing reason is tried again by the watch. */
  async #settle(job: Job): Promise<'settled' | 'unknown' | 'later'> {
    const { client } = this.#parts.worker
    if (job.phase !== 'posted' || client === undefined) return 'later'
    job.phase = 'settling'
    try {
      const entry = await client.history(job.promptId)
      if (entry === undefined) {
        job.phase = 'posted'
        return 'unknown'
      }
      const failure = executionFailureOf(entry)
      if (failure !== undefined) await this.#fail(job, failure)
      else await this.#bringIn(job, entry, client)
      return 'settled'
    } catch (error) {
      if (isPassing(error)) {
        job.phase = 'posted'
        this.#parts.log.warn({ err: error, promptId: job.promptId }, 'a result could not be brought in yet')
        return 'later'
      }
      await this.#fail(job, { code: error instanceof AppError ? error.code : 'internal', message: error instanceof Error ? error.message : String(error) })
      return 'settled'
    } finally {
      this.#pump()
    }
  }

  async #bringIn(job: Job, entry: Parameters<typeof collectOutputs>[0]['entry'], client: ComfyClient): Promise<void> {
    const { loops, media, worker } = this.#parts
    const state = await loops.state(job.loopId)
    const attempt = attemptAt(state, job.key)
    const prompt = attempt === undefined ? undefined : promptOf(state, attempt)
    if (prompt?.ok) {
      const outputs = await collectOutputs({ entry, prompt: prompt.value, loopId: job.loopId, client, media })
      await this.#tell(job, { type: 'return', ...job.key, worker: worker.name, outputs })
    }
    this.#jobs.delete(job.promptId)
  }

  async #fail(job: Job, failure: { code: string; message: string; node?: { id: string; type: string } }): Promise<void> {
    await this.#tell(job, { type: 'fail', ...job.key, failure })
    this.#jobs.delete(job.promptId)
  }

  /** Work that nobody waits for. What stops it is logged; the watch takes the job up again. */
  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#parts.log.error({ err: error }, 'the runner could not finish a step'))
  }

  async #tell(job: Job, command: LoopCommand): Promise<void> {
    await this.#parts.loops.execute(job.loopId, command, { by: this.#parts.worker.name })
  }
}

/** Reasons that go away by themselves: nothing is lost by trying again. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'engine_unavailable' || error.code === 'disk_full')
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

function pngInfoOf({ loopId, key }: Job, graph: unknown): JsonObject {
  const lemouf = { loop_id: loopId, cycle_index: key.cycle, retry_index: key.retry }
  return isJsonObject(graph as JsonObject) ? { workflow: graph as JsonObject, lemouf } : { lemouf }
}
