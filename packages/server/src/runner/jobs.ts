import type { Job, JobPhase } from './job.ts'

/** The jobs at one server, or on their way there or back, by prompt id. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()

  get size(): number {
    return this.#jobs.size
  }

  /** How many keep the server busy, or soon will: a result that is being brought in does not. */
  get load(): number {
    return this.in('posting', 'posted').filter((job) => !job.ended).length
  }

  get(promptId: string): Job | undefined {
    return this.#jobs.get(promptId)
  }

  /** Whether a job is here still: it may have been given to another server meanwhile. */
  holds(job: Job): boolean {
    return this.#jobs.get(job.promptId) === job
  }

  add(job: Job): void {
    this.#jobs.set(job.promptId, job)
  }

  drop(job: Job): void {
    if (this.holds(job)) this.#jobs.delete(job.promptId)
  }

  clear(): void {
    this.#jobs.clear()
  }

  in(...phases: readonly JobPhase[]): readonly Job[] {
    return [...this.#jobs.values()].filter((job) => phases.includes(job.phase))
  }

  /** Those that stand in the server's queue while another runs. */
  behind(running: string | undefined): readonly Job[] {
    return this.in('posted').filter((job) => !job.ended && job.promptId !== running)
  }

  [Symbol.iterator](): Iterator<Job> {
    return this.#jobs.values()
  }
}
