import { setTimeout as sleep } from 'node:timers/promises'
import { attemptsLeft, currentCycleOf, promptIdOf, promptOf, roundOf, statusOf, type Attempt, type LoopState } from '@lemouf/core/loop'
import type { WorkerView } from '@lemouf/core/protocol'
import type { FastifyBaseLogger } from 'fastify'
import type { PreviewFrame } from '../comfy/preview.ts'
import type { Commit, Loops } from '../loops/loops.ts'
import type { MediaStore } from '../media/media-store.ts'
import type { Passed } from '../metrics/time-sheet.ts'
import type { Store } from '../store/store.ts'
import { Courier } from './courier.ts'
import { canTake, hasElsewhere, nextPlacement, PATIENCE_MS } from './dispatch.ts'
import { IdleClock } from './idle.ts'
import { createJob, type Job } from './job.ts'
import type { Worker } from './worker.ts'

export interface RunnerEvents {
  readonly onProgress: (job: Job, done: number) => void
  readonly onPreview: (job: Job, frame: PreviewFrame) => void
}

export interface RunnerParts {
  readonly loops: Loops
  readonly store: Store
  readonly media: MediaStore
  readonly log: FastifyBaseLogger
  readonly events: RunnerEvents
}

/** Messages can be lost; this often the servers are asked instead. */
const WATCH_MS = 1_000

/** A server in use, and how its time was spent. */
interface Post {
  readonly courier: Courier
  readonly clock: IdleClock
}

const passedOf = ({ courier, clock }: Post): Passed => ({ server: courier.worker.name, ...clock.take() })

/**
 * Hands recorded attempts to the generating servers: each goes to one that has what it names and is free, in the order in which
 * people wait for them. What a server that failed or went away still held moves on to others.
 */
export class Runner {
  readonly #parts: RunnerParts
  readonly #waiting = new Map<string, Job>()
  readonly #posts: Post[] = []
  readonly #gone: Passed[] = []
  /** Loops that wait for a person although they have cycles left to make. */
  readonly #stalled = new Set<string>()
  #order = 0
  #watch: NodeJS.Timeout | undefined
  #stopped = false

  constructor(parts: RunnerParts) {
    this.#parts = parts
    parts.loops.onCommit((commit) => this.#hear(commit))
  }

  /** The servers in use, as people are told of them. */
  get views(): readonly Omit<WorkerView, 'removable'>[] {
    return this.#posts.map(({ courier, clock }) => {
      const { busyMs, idleMs } = clock.spent
      return { ...courier.worker.view(), in_flight: courier.inFlight, busy_ms: busyMs, idle_ms: idleMs }
    })
  }

  /** How the servers spent their time since this was asked last, also those taken out of use meanwhile. */
  takePassed(): readonly Passed[] {
    return [...this.#gone.splice(0), ...this.#posts.map(passedOf)]
  }

  /** Takes a server into use. */
  add(worker: Worker): void {
    const { loops, media, log, events } = this.#parts
    const courier: Courier = new Courier(worker, { loops, media, log }, {
      ...events,
      onFree: () => this.#pump(),
      onBack: (job) => this.#wait(job),
      hasElsewhere: (job) => hasElsewhere(job, courier, this.#couriers),
      holderOf: (job) => this.#holderOf(job, courier),
    })
    this.#posts.push({ courier, clock: new IdleClock() })
  }

  /** Takes a server out of use: what it had is made by others. */
  async remove(worker: Worker): Promise<void> {
    const index = this.#posts.findIndex(({ courier }) => courier.worker === worker)
    const [post] = index < 0 ? [] : this.#posts.splice(index, 1)
    if (post !== undefined) this.#gone.push(passedOf(post))
    for (const job of this.#waiting.values()) job.doubts.delete(worker)
    await post?.courier.retire()
    this.#pump()
  }

  /** Takes up what an earlier process left under way. */
  async start(): Promise<void> {
    for (const { loopId, attempt } of await this.#parts.store.inFlight()) {
      const workers = this.#couriers.map(({ worker }) => worker)
      const known = workers.filter(({ name }) => name === attempt.worker)
      this.#take(await this.#parts.loops.state(loopId), attempt, known.length > 0 ? known : workers)
    }
    for (const loopId of await this.#parts.store.stalledLoops()) this.#stalled.add(loopId)
    this.#watch = setInterval(() => this.#look(), WATCH_MS)
    this.#pump()
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#watch)
    this.#waiting.clear()
    for (const { courier } of this.#posts) courier.stop()
  }

  get #couriers(): readonly Courier[] {
    return this.#posts.map(({ courier }) => courier)
  }

  #hear({ state, events, attempts }: Commit): void {
    if (this.#stopped) return
    for (const event of events) {
      if (event.type === 'attemptCancelled') this.#cancel(promptIdOf(state.loopId, event))
    }
    for (const attempt of attempts) {
      if (attempt.status === 'queued') this.#take(state, attempt, [])
    }
    const current = currentCycleOf(state)
    for (const job of this.#jobs()) if (job.loopId === state.loopId) job.ahead = job.key.cycle > current
    if (statusOf(state) === 'waiting' && attemptsLeft(state)) this.#stalled.add(state.loopId)
    else this.#stalled.delete(state.loopId)
    this.#pump()
  }

  *#jobs(): Generator<Job> {
    yield* this.#waiting.values()
    for (const courier of this.#couriers) yield* courier.jobs
  }

  /** Takes an attempt up, unless it is here already. `doubts`: servers that may have it. */
  #take(state: LoopState, attempt: Attempt, doubts: readonly Worker[]): void {
    const { run, cycle, retry, promptId } = attempt
    if (this.#waiting.has(promptId) || this.#couriers.some((courier) => courier.has(promptId))) return
    const seed = { loopId: state.loopId, key: { run, cycle, retry }, order: this.#order++, prompt: promptOf(state, attempt), again: roundOf(attempt) > 0, doubts }
    this.#waiting.set(promptId, createJob({ ...seed, ahead: cycle > currentCycleOf(state) }))
  }

  #wait(job: Job): void {
    if (this.#stopped) return
    this.#waiting.set(job.promptId, job)
    this.#pump()
  }

  #cancel(promptId: string): void {
    const job = this.#waiting.get(promptId)
    this.#waiting.delete(promptId)
    for (const courier of this.#couriers) {
      if (job?.doubts.has(courier.worker) === true) courier.disown(promptId)
      else courier.cancel(promptId)
    }
  }

  #pump(): void {
    if (this.#stopped) return
    for (let next = nextPlacement(this.#waiting.values(), this.#couriers); next !== undefined; next = nextPlacement(this.#waiting.values(), this.#couriers)) {
      this.#waiting.delete(next.job.promptId)
      next.courier.take(next.job)
    }
    const waiting = this.#stalled.size > 0
    for (const { courier, clock } of this.#posts) clock.note({ working: courier.load > 0 && courier.worker.online, online: courier.worker.online && !courier.worker.resting, waiting })
  }

  async #holderOf(job: Job, asking: Courier): Promise<Courier | undefined> {
    for (const courier of this.#couriers) {
      if (courier === asking || !job.doubts.has(courier.worker)) continue
      // One that cannot say is not waited for; what it has of the job is taken back once it can be told.
      const knows = courier.worker.online ? await Promise.race([courier.knows(job.promptId), sleep(PATIENCE_MS)]).catch((error: unknown) => this.#unsaid(error)) : undefined
      if (knows === true) return courier
      if (knows === undefined) courier.disown(job.promptId)
      job.doubts.delete(courier.worker)
    }
    return undefined
  }

  #unsaid(error: unknown): undefined {
    this.#parts.log.warn({ err: error }, 'a server did not say whether it has an attempt')
    return undefined
  }

  #look(): void {
    for (const courier of this.#couriers) {
      if (courier.worker.awayMs > PATIENCE_MS) courier.surrender((job) => hasElsewhere(job, courier, this.#couriers))
      else courier.look()
    }
    this.#pump()
    if (this.#waiting.size === 0) this.#balance()
  }

  /** What stands at a server behind other work goes to one that has none. */
  #balance(): void {
    const couriers = this.#couriers
    for (const idle of couriers.filter((courier) => courier.load === 0 && courier.hasRoom({ ahead: true }))) {
      for (const busy of couriers) if (busy !== idle) busy.relieve((job) => canTake(idle, job))
    }
  }
}
