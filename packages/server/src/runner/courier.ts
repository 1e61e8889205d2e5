import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import { attemptAt, isInFlight, type AttemptFailure, type LoopCommand } from '@lemouf/core/loop'
import { upstreamOf } from '@lemouf/core/workflow'
import type { FastifyBaseLogger } from 'fastify'
import type { ComfyClient } from '../comfy/client.ts'
import { endsPrompt, type HistoryAnswer, type PromptRefused, type SocketMessage } from '../comfy/messages.ts'
import type { PreviewFrame } from '../comfy/preview.ts'
import type { Loops } from '../loops/loops.ts'
import type { MediaStore } from '../media/media-store.ts'
import { collectOutputs, loopReturnsOf } from './collect.ts'
import { blockageOf, droppedBranchOf, executionFailureOf, failureOf, isOfTheServer, isOfWhatItHas, isPassing, isVanished, refusalOf } from './failure.ts'
import { Heard } from './heard.ts'
import type { Job } from './job.ts'
import { Jobs } from './jobs.ts'
import { Pace } from './pace.ts'
import { postingOf } from './posting.ts'
import { PromptProgress } from './progress.ts'
import { Uploads } from './uploads.ts'
import { Withdrawals } from './withdrawals.ts'
import type { Worker } from './worker.ts'

/** Who gives a courier its jobs, and gets them back. */
export interface CourierEvents {
  /** There may be room for another job. */
  readonly onFree: () => void
  /** A job that has to be posted again, here or elsewhere. */
  readonly onBack: (job: Job) => void
  /** Another server that turns out to have a job already. */
  readonly holderOf: (job: Job) => Promise<Courier | undefined>
  /** Whether another server could take a job that this one failed. */
  readonly hasElsewhere: (job: Job) => boolean
  readonly onProgress: (job: Job, done: number) => void
  readonly onPreview: (job: Job, frame: PreviewFrame) => void
}

export interface CourierParts {
  readonly loops: Loops
  readonly media: MediaStore
  readonly log: FastifyBaseLogger
}

/** A server that is not to be used any more is told so for this long at most. */
const PARTING_MS = 5_000
/** After so many failures in a row that might go away by themselves, another server is tried. */
const PATIENT_STUMBLES = 3
const STUMBLE_MS = 500
const LONGEST_STUMBLE_MS = 30_000
/** Attempts at once in all, with those whose results are being brought in: a slow disk holds the next ones back. */
const MOST = 8

/**
 * Carries attempts through one generating server: posts them, follows them, brings their results in.
 * After any break (a restart, a lost socket, a server that came back) each one is looked for in the server's queue and history
 * before it is posted again. Whatever stops a step leaves its job `posted`, and the watch comes back to it:
 * a job leaves only by being recorded, or by being given back.
 */
export class Courier {
  readonly worker: Worker
  readonly #parts: CourierParts
  readonly #events: CourierEvents
  readonly #jobs = new Jobs()
  readonly #uploads: Uploads
  readonly #withdrawals = new Withdrawals()
  readonly #pace = new Pace()
  #retired = false
  #asking = false
  #overtakes = 0

  constructor(worker: Worker, parts: CourierParts, events: CourierEvents) {
    this.worker = worker
    this.#parts = parts
    this.#events = events
    this.#uploads = new Uploads(parts.media)
    worker.listen({
      onOnline: () => this.#reconnected(),
      onMessage: (message) => this.#follow(message),
      onPreview: (frame) => this.#show(frame),
      onNodes: () => events.onFree(),
    })
  }

  /** Those at the server, or on their way there or back. */
  get jobs(): Iterable<Job> {
    return this.#jobs
  }

  /** How many are at the server, or on their way there or back. */
  get inFlight(): number {
    return this.#jobs.size
  }

  /** How many keep the server busy, or soon will. */
  get load(): number {
    return this.#jobs.load
  }

  /** Whether a job can be posted now. What a person waits for goes before what is made ahead and has not begun. */
  hasRoom({ ahead }: Pick<Job, 'ahead'>): boolean {
    const before = ahead ? this.load : this.load - this.#overtaken.length
    return this.worker.online && !this.worker.resting && before < this.#pace.depth && this.#jobs.size < MOST
  }

  /** Jobs made ahead that wait in the server's queue: another can be posted before them. */
  get #overtaken(): readonly Job[] {
    return this.#jobs.behind(this.#pace.running).filter((job) => job.ahead && job.place !== undefined)
  }

  has(promptId: string): boolean {
    return this.#jobs.get(promptId) !== undefined
  }

  /** Posts a job, unless the server turns out to have it. */
  take(job: Job): void {
    job.phase = 'posting'
    this.#jobs.add(job)
    this.#background(this.#post(job))
  }

  /** Takes over a job that this server has already. */
  adopt(job: Job): void {
    job.phase = 'posted'
    job.doubts.add(this.worker)
    this.#jobs.add(job)
    this.#background(this.#reconcile())
  }

  /** Whether the server has or had a prompt. Errors: those of {@link ComfyClient}. */
  async knows(promptId: string): Promise<boolean> {
    const { client } = this.worker
    return client !== undefined && client.knows(promptId)
  }

  /** Takes a prompt back that is not wanted any more; false when it is not here. */
  cancel(promptId: string): boolean {
    const job = this.#jobs.get(promptId)
    if (job === undefined) return false
    job.cancelled = true
    if (job.phase === 'posted') this.#background(this.#withdraw(job))
    return true
  }

  /** Gives up the jobs that `canLeave`, for another server to make. What this one makes of them is not waited for. */
  surrender(canLeave: (job: Job) => boolean): void {
    for (const job of this.#jobs.in('posted').filter(canLeave)) this.#giveUp(job)
  }

  /** Gives up a job that waits at the server behind others, if there is one that `canLeave`. */
  relieve(canLeave: (job: Job) => boolean): void {
    if (this.#pace.running === undefined || this.load < 2) return
    const behind = this.#jobs.behind(this.#pace.running).findLast(canLeave)
    if (behind !== undefined) this.#giveUp(behind)
  }

  /** Lets go of everything, because the server is not to be used any more. What is on its way there or back follows when it arrives. */
  async retire(): Promise<void> {
    this.#retired = true
    this.surrender(() => true)
    const { client } = this.worker
    if (client !== undefined) await Promise.race([this.#withdrawals.parting(client), sleep(PARTING_MS)])
    this.worker.close()
  }

  /** Asks after everything posted, and after the nodes where they are unknown, in the background. */
  look(): void {
    this.#background(this.#reconcile())
    this.#background(this.worker.learn())
  }

  /** Forgets its jobs: the program ends, and the next one takes them up. */
  stop(): void {
    this.#jobs.clear()
    this.worker.close()
  }

  /** Takes a prompt back as soon as the server can be told, in case it has it. */
  disown(promptId: string): void {
    this.#withdrawals.add(promptId)
  }

  /** Asks the server after everything posted. The queue is read before the history: what moves between the two is then in the second. */
  async #reconcile(): Promise<void> {
    const { client, online } = this.worker
    const posted = this.#jobs.in('posted')
    // A slow answer is not asked for twice; what it says is of the moment in which these jobs were posted.
    if (!online || client === undefined || this.#asking || posted.length + this.#withdrawals.size === 0) return
    this.#asking = true
    try {
      const { running, pending } = await client.queue()
      const isQueued = (promptId: string): boolean => running.has(promptId) || pending.has(promptId)
      for (const job of posted) this.#background(this.#lookAfter(job, isQueued(job.promptId)))
      await this.#withdrawals.carryOut(client, isQueued, (promptId) => this.has(promptId))
    } catch (error) {
      if (!isPassing(error)) this.#parts.log.error({ err: error }, 'reconciling with the worker failed')
    } finally {
      this.#asking = false
    }
  }

  #giveBack(job: Job): void {
    this.#jobs.drop(job)
    job.ended = false
    job.phase = 'waiting'
    if (!job.cancelled) this.#events.onBack(job)
  }

  /** Leaves a job to another server; what this one may still make of it is taken back. */
  #giveUp(job: Job): void {
    this.disown(job.promptId)
    job.doubts.delete(this.worker)
    job.stumbles = 0
    job.resumeAt = 0
    this.#giveBack(job)
  }

  /** Takes a prompt back. While the server does not hear of it, the watch tries again. */
  async #withdraw(job: Job): Promise<void> {
    await this.#settling(job, async (client) => {
      await client.cancel(job.promptId)
      this.#jobs.drop(job)
    })
  }

  async #post(job: Job): Promise<void> {
    const { client, clientId } = this.worker
    try {
      const holder = await this.#events.holderOf(job)
      if (holder !== undefined) return this.#handOver(job, holder)
      if (client === undefined || clientId === undefined) throw new AppError('engine_unavailable', 'The generating server is not connected.')
      const known = job.doubts.has(this.worker) && (await client.knows(job.promptId))
      job.doubts.add(this.worker)
      if (!known) await this.#submit(job, client, clientId)
      // Refused here, it may be on its way to another server by now.
      if (!this.#jobs.holds(job)) return
      job.phase = 'posted'
      if (known || job.ended) await this.#settle(job)
    } catch (error) {
      if (!this.#jobs.holds(job)) throw error
      // A server that does not answer may still have taken the prompt: it is looked for when the server is back.
      job.phase = 'posted'
      await this.#stumble(job, error)
    } finally {
      if (job.cancelled) this.cancel(job.promptId)
      this.#leaveIfRetired(job)
      this.#events.onFree()
    }
  }

  #leaveIfRetired(job: Job): void {
    if (!this.#retired || job.phase !== 'posted' || !this.#jobs.holds(job)) return
    this.#giveUp(job)
    const { client } = this.worker
    if (client !== undefined) this.#background(client.cancel(job.promptId))
  }

  #handOver(job: Job, holder: Courier): void {
    this.#jobs.drop(job)
    holder.adopt(job)
  }

  async #submit(job: Job, client: ComfyClient, clientId: string): Promise<void> {
    const state = await this.#parts.loops.state(job.loopId)
    const attempt = attemptAt(state, job.key)
    if (attempt === undefined || !isInFlight(attempt)) return this.#jobs.drop(job)
    const { prompt } = job
    if (!prompt.ok) throw prompt.error
    const loopReturns = loopReturnsOf(prompt.value)
    job.progress = new PromptProgress(upstreamOf(prompt.value, loopReturns).size)
    job.heard = new Heard(loopReturns)
    job.brought.clear()
    const posting = postingOf(job, await this.worker.nodes(client), state.workflows[attempt.workflowHash]?.graph)
    await this.#uploads.ensure(client, attempt.uploads)
    const places = job.ahead ? [] : this.#overtaken.flatMap(({ place }) => place ?? [])
    // One that overtakes after another stays behind it.
    const place = places.length === 0 ? undefined : Math.min(...places) - 1 / (1 + ++this.#overtakes)
    const answer = await client.submit({ ...posting, clientId, place })
    if (!answer.accepted) return this.#refused(job, answer.answer)
    job.place = answer.answer.number
    const dropped = droppedBranchOf(answer.answer, loopReturns)
    if (dropped === undefined) return
    await this.#fail(job, dropped)
    await client.cancel(job.promptId)
  }

  /** Another server may have the node or the model that this one lacks since its nodes were read. */
  async #refused(job: Job, answer: PromptRefused): Promise<void> {
    const failure = refusalOf(answer)
    job.failedAt.add(this.worker)
    if (!isOfWhatItHas(answer) || !this.#events.hasElsewhere(job)) return this.#fail(job, failure)
    job.doubts.delete(this.worker)
    this.#giveBack(job)
    const { client } = this.worker
    if (client !== undefined) await this.worker.readNodes(client)
  }

  #follow(message: SocketMessage): void {
    const promptId = message.data.prompt_id ?? this.#pace.running
    const job = promptId === undefined ? undefined : this.#jobs.get(promptId)
    if (job === undefined) return
    if (message.type === 'execution_start') this.#began(job)
    if (job.progress !== undefined) this.#events.onProgress(job, job.progress.advance(message))
    job.heard?.hear(message)
    if (!endsPrompt(message) && job.heard?.answer === undefined) return
    if (!job.ended) this.#pace.ended(job.promptId)
    job.ended = true
    this.#background(this.#settle(job))
    this.#events.onFree()
  }

  #began(job: Job): void {
    this.#pace.began(job.promptId)
    this.#background(this.#tell(job, { type: 'start', ...job.key, worker: this.worker.name }))
  }

  #show(frame: PreviewFrame): void {
    const promptId = frame.promptId ?? this.#pace.running
    const job = promptId === undefined ? undefined : this.#jobs.get(promptId)
    if (job !== undefined) this.#events.onPreview(job, frame)
  }

  #reconnected(): void {
    this.#uploads.forget()
    this.#background(this.#reconcile())
    this.#events.onFree()
  }

  async #lookAfter(job: Job, queued: boolean): Promise<void> {
    if (Date.now() < job.resumeAt) return
    if (queued && job.cancelled) return this.#withdraw(job)
    if (!queued && (job.spoilt || (await this.#settle(job)) === 'unknown')) this.#again(job)
  }

  #again(job: Job): void {
    if (job.phase !== 'posted' || !this.#jobs.holds(job)) return
    // What the server knows of a spoilt prompt is the spoilt result.
    if (job.spoilt) job.doubts.delete(this.worker)
    job.spoilt = false
    this.#giveBack(job)
  }

  /** Brings the result of a prompt in, if the server has it. */
  async #settle(job: Job): Promise<'settled' | 'unknown' | 'later'> {
    let found: 'settled' | 'unknown' | 'later' = 'later'
    // What is known of it is spoilt: it is posted again first.
    if (job.spoilt) return found
    await this.#settling(job, async (client) => {
      const entry = job.heard?.answer ?? (await client.history(job.promptId))
      found = entry === undefined ? 'unknown' : 'settled'
      if (entry !== undefined) await this.#takeIn(job, entry, client)
    })
    return found
  }

  async #takeIn(job: Job, entry: HistoryAnswer, client: ComfyClient): Promise<void> {
    const failure = executionFailureOf(entry) ?? (job.prompt.ok ? blockageOf(entry, loopReturnsOf(job.prompt.value)) : undefined)
    if (failure === undefined) return this.#bringIn(job, entry, client)
    // The embedded engine works on our own disk: what did not fit there is made again once there is room.
    job.spoilt = failure.code === 'disk_full' && this.worker.kind === 'embedded'
    if (!job.spoilt) await this.#failHere(job, failure)
  }

  async #bringIn(job: Job, entry: HistoryAnswer, client: ComfyClient): Promise<void> {
    const { loops, media } = this.#parts
    const attempt = attemptAt(await loops.state(job.loopId), job.key)
    if (attempt !== undefined && job.prompt.ok) {
      const outputs = await collectOutputs({ entry, prompt: job.prompt.value, loopId: job.loopId, client, media, brought: job.brought })
      await this.#tell(job, { type: 'return', ...job.key, worker: this.worker.name, outputs })
      this.worker.recovered()
    }
    this.#jobs.drop(job)
  }

  /** Does the last step of a posted job, alone. The job is `posted` again when that did not end it. */
  async #settling(job: Job, work: (client: ComfyClient) => Promise<void>): Promise<void> {
    const { client } = this.worker
    if (job.phase !== 'posted' || client === undefined || !this.#jobs.holds(job)) return
    job.phase = 'settling'
    try {
      await work(client)
    } catch (error) {
      await this.#stumble(job, error)
    } finally {
      if (job.phase === 'settling') job.phase = 'posted'
      this.#leaveIfRetired(job)
      this.#events.onFree()
    }
  }

  /** What goes away by itself is left to the watch. Anything else ends the attempt here, as soon as that can be recorded. */
  async #stumble(job: Job, error: unknown): Promise<void> {
    this.#parts.log.warn({ err: error, promptId: job.promptId }, 'an attempt could not go on')
    if (isPassing(error)) return this.#passing(job, failureOf(error))
    if (isVanished(error) && !job.savedAnew) {
      // The watch posts it again.
      job.savedAnew = true
      job.spoilt = true
    } else if (job.cancelled) this.#jobs.drop(job)
    else await this.#failHere(job, failureOf(error))
  }

  /** It may go away by itself. A server that answers and keeps failing is left, when another could take the job; else the reason is shown. */
  #passing(job: Job, { message }: AttemptFailure): void {
    job.stumbles += 1
    if (!this.worker.online) return
    this.worker.complain(message)
    job.resumeAt = Date.now() + Math.min(STUMBLE_MS * 2 ** job.stumbles, LONGEST_STUMBLE_MS)
    if (job.stumbles < PATIENT_STUMBLES || job.cancelled || !this.#events.hasElsewhere(job)) return
    this.worker.rest(message)
    this.#giveUp(job)
  }

  /** A failure that is the server's own ends the attempt only when no other server could make it. */
  async #failHere(job: Job, failure: AttemptFailure): Promise<void> {
    if (!isOfTheServer(failure)) return this.#fail(job, failure)
    job.failedAt.add(this.worker)
    if (!this.#events.hasElsewhere(job)) return this.#fail(job, failure)
    this.worker.rest(failure.message)
    this.#giveUp(job)
  }

  async #fail(job: Job, failure: AttemptFailure): Promise<void> {
    await this.#tell(job, { type: 'fail', ...job.key, failure })
    this.#jobs.drop(job)
  }

  /** Work that nobody waits for. What stops it is logged; the watch takes the job up again. */
  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#parts.log.error({ err: error }, 'the runner could not finish a step'))
  }

  async #tell(job: Job, command: LoopCommand): Promise<void> {
    await this.#parts.loops.execute(job.loopId, command, { by: this.worker.name })
  }
}
