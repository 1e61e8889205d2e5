import type { Attempt, AttemptKey } from '@lemouf/core/loop'
import type { PromptProgress } from './progress.ts'

/**
 * `waiting`: to be posted. `posting`: the request is under way. `posted`: the server has it.
 * `settling`: its result is being brought in.
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
  progress: PromptProgress | undefined
}

export function jobOf(loopId: string, attempt: Attempt, order: number, uncertain: boolean): Job {
  const { run, cycle, retry, promptId } = attempt
  return { loopId, key: { run, cycle, retry }, promptId, order, phase: 'waiting', uncertain, ended: false, cancelled: false, progress: undefined }
}

/** A person waits for a retry; a cycle made ahead can wait. */
export function comesFirst(a: Job, b: Job): number {
  return Number(b.key.retry > 0) - Number(a.key.retry > 0) || a.order - b.order
}
