import type { Graph } from '../prompt/graph.ts'
import type { PromptRow } from './history.ts'

/** A valid prompt that waits or runs. */
export interface Job {
  readonly row: PromptRow
  readonly graph: Graph
  /** Who hears of it. */
  readonly clientId: string | undefined
}

/** Waiting jobs by ascending number; equal numbers in the order they came. */
export class JobQueue {
  readonly #jobs: Job[] = []

  get length(): number {
    return this.#jobs.length
  }

  add(job: Job): void {
    const after = this.#jobs.findLastIndex((other) => other.row[0] <= job.row[0])
    this.#jobs.splice(after + 1, 0, job)
  }

  take(): Job | undefined {
    return this.#jobs.shift()
  }

  list(): readonly Job[] {
    return this.#jobs
  }

  /** Removes a waiting job; false when there is none of this id. */
  delete(promptId: string): boolean {
    const index = this.#jobs.findIndex((job) => job.row[1] === promptId)
    if (index === -1) return false
    this.#jobs.splice(index, 1)
    return true
  }

  clear(): void {
    this.#jobs.length = 0
  }
}
