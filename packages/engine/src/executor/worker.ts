import { setImmediate } from 'node:timers/promises'
import type { Clients } from '../socket/clients.ts'
import { History } from './history.ts'
import { JobQueue, type Job } from './queue.ts'
import { Report } from './report.ts'
import { PromptRun, type RunServices } from './run.ts'

export interface WorkerOptions extends RunServices {
  readonly clients: Clients
  readonly historyLimit: number
}

/** Runs the queued prompts, one at a time, and remembers them. Everyone connected hears how many remain. */
export class Worker {
  readonly queue = new JobQueue()
  readonly history: History
  readonly #options: WorkerOptions
  #running: { readonly run: PromptRun; readonly abort: AbortController } | undefined
  #draining: Promise<void> | undefined
  #closed = false

  constructor(options: WorkerOptions) {
    this.#options = options
    this.history = new History(options.historyLimit)
  }

  get running(): Job | undefined {
    return this.#running?.run.job
  }

  /** The node that executes now for this client. */
  currentNodeFor(clientId: string): string | undefined {
    const run = this.#running?.run
    return run?.job.clientId === clientId ? run.currentNode : undefined
  }

  /** Prompts that run or wait, as `/prompt` and `status` give it. */
  get remaining(): { readonly exec_info: { readonly queue_remaining: number } } {
    return { exec_info: { queue_remaining: this.queue.length + (this.#running === undefined ? 0 : 1) } }
  }

  add(job: Job): void {
    this.queue.add(job)
    this.#announce()
    this.#draining ??= this.#drain()
  }

  /** Removes a prompt that still waits; false when none does. */
  delete(promptId: string): boolean {
    const deleted = this.queue.delete(promptId)
    if (deleted) this.#announce()
    return deleted
  }

  clear(): void {
    this.queue.clear()
    this.#announce()
  }

  /** Interrupts the running prompt, if it is the one meant; without an id, whichever runs. */
  interrupt(promptId?: string): boolean {
    const running = this.#running
    if (running === undefined || (promptId !== undefined && running.run.job.row[1] !== promptId)) return false
    running.abort.abort()
    return true
  }

  /** Drops what waits, interrupts what runs, and resolves when it has ended. */
  async close(): Promise<void> {
    this.#closed = true
    this.queue.clear()
    this.interrupt()
    await this.#draining
  }

  async #drain(): Promise<void> {
    // Whoever queued gets the answer first.
    await setImmediate()
    for (let job = this.#take(); job !== undefined; job = this.#take()) {
      const report = new Report(job, this.#options.clients)
      const abort = new AbortController()
      const run = new PromptRun(job, report, this.#options, abort.signal)
      this.#running = { run, abort }
      this.#announce()
      const entry = await run.run()
      this.#running = undefined
      this.history.add(entry)
      this.#announce()
      report.idle()
    }
    this.#draining = undefined
  }

  #take(): Job | undefined {
    return this.#closed ? undefined : this.queue.take()
  }

  #announce(): void {
    this.#options.clients.broadcast('status', { status: this.remaining })
  }
}
