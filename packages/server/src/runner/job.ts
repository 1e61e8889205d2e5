import type { Attempt, AttemptKey } from '@lemouf/core/loop'
import type { Heard } from './heard.ts'
import type { PromptProgress } from './progress.ts'

/**
 * `waiting`: to be posted. `posting`: the request is under way. `posted`: the server has it, as far as is known.
 * `settling`: its result is being brought in, or it is being taken back.
 */
export type JobPhase = 'waiting' | 'posting' | 'posted' | 'settling'

/** An attempt on its way through a generating server. The database holds the truth; this is what the runner knows meanwhile. */
export interface Job {
  readonly loopId: string
  readonly key: AttemptKey
  readonly promptId: string
  /** Order of arrival. */
  readonly order: number
  phase: JobPhase
  /** It may have been posted before: look for it first. */
  uncertain: boolean
  /** The server said that it ended; that can come before the answer to the post. */
  ended: boolean
  /** It is not wanted any more. */
  cancelled: boolean
  /** What the server made of it does not count: it is made again. */
  spoilt: boolean
  progress: PromptProgress | undefined
  /** Of its last post. */
  heard: Heard | undefined
}

/** The attempts on their way, by prompt id. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()
  #order = 0

  /** Takes an attempt up, unless it is here already. `uncertain`: it may have been posted before. */
  add(loopId: string, { run, cycle, retry, promptId }: Attempt, uncertain: boolean): void {
    if (this.#jobs.has(promptId)) return
    const state = { phase: 'waiting', uncertain, ended: false, cancelled: false, spoilt: false, progress: undefined, heard: undefined } as const
    this.#jobs.set(promptId, { loopId, key: { run, cycle, retry }, promptId, order: this.#order++, ...state })
  }

  get(promptId: string): Job | undefined {
    return this.#jobs.get(promptId)
  }

  has(job: Job): boolean {
    return this.#jobs.get(job.promptId) === job
  }

  delete({ promptId }: Job): void {
    this.#jobs.delete(promptId)
  }

  clear(): void {
    this.#jobs.clear()
  }

  /** How many are at the server, or on their way there or back. */
  get inFlight(): number {
    return this.#in((phase) => phase !== 'waiting').length
  }

  /** How many keep the server busy, or soon will: a result that is being brought in does not. */
  get atServer(): number {
    return this.#in((phase) => phase === 'posting' || phase === 'posted').filter((job) => !job.ended).length
  }

  get posted(): readonly Job[] {
    return this.#in((phase) => phase === 'posted')
  }

  /** The one to be posted next: a person waits for a retry; a cycle made ahead can wait. */
  next(): Job | undefined {
    return this.#in((phase) => phase === 'waiting').sort(comesFirst)[0]
  }

  #in(isIt: (phase: JobPhase) => boolean): Job[] {
    return [...this.#jobs.values()].filter((job) => isIt(job.phase))
  }
}

function comesFirst(a: Job, b: Job): number {
  return Number(b.key.retry > 0) - Number(a.key.retry > 0) || a.order - b.order
}
