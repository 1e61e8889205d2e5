import type { AppError } from '@lemouf/core/error'
import { promptIdOf, type AttemptKey, type MediaOutput } from '@lemouf/core/loop'
import type { Result } from '@lemouf/core/result'
import type { ObjectInfo, Prompt } from '@lemouf/core/workflow'
import type { Heard } from './heard.ts'
import type { PromptProgress } from './progress.ts'
import type { Worker } from './worker.ts'

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
  /** With the attempt's values in it, before a server's own needs; or why it cannot be made. */
  readonly prompt: Result<Prompt, AppError>
  /** Somebody sent back what was made before it. */
  readonly again: boolean
  /** A cycle before it still waits for its approval: it is made while a person looks. */
  ahead: boolean
  phase: JobPhase
  /** Servers that may have it already: it is looked for there first. */
  readonly doubts: Set<Worker>
  /** Servers that failed it for reasons of their own. */
  readonly failedAt: Set<Worker>
  /** Whether a server with these nodes could make it, once that was looked up. */
  readonly fits: WeakMap<ObjectInfo, boolean>
  /** The server said that it ended; that can come before the answer to the post. */
  ended: boolean
  /** It is not wanted any more. */
  cancelled: boolean
  /** Failures in a row that may go away by themselves, and when it is tried again, in milliseconds since 1970. */
  stumbles: number
  resumeAt: number
  /** What the server made of it does not count: it is made again. */
  spoilt: boolean
  /** A file of its result was gone, as those of cached nodes can be: what saves it has to run again. */
  savedAnew: boolean
  /** Files of its result that are here already, should bringing in the rest fail for a while. */
  readonly brought: Map<string, MediaOutput>
  /** In the server's queue, which goes by ascending numbers. */
  place: number | undefined
  progress: PromptProgress | undefined
  /** Of its last post. */
  heard: Heard | undefined
}

/** What a job begins with. */
export type JobSeed = Pick<Job, 'loopId' | 'key' | 'order' | 'prompt' | 'again' | 'ahead'> & { readonly doubts: Iterable<Worker> }

export function createJob(seed: JobSeed): Job {
  return {
    ...seed,
    promptId: promptIdOf(seed.loopId, seed.key),
    phase: 'waiting',
    doubts: new Set(seed.doubts),
    failedAt: new Set(),
    fits: new WeakMap(),
    ended: false,
    cancelled: false,
    stumbles: 0,
    resumeAt: 0,
    spoilt: false,
    savedAnew: false,
    brought: new Map(),
    place: undefined,
    progress: undefined,
    heard: undefined,
  }
}

/** Jobs in the order in which they are posted: what a person waits for, retries first; then what is made ahead. */
export function comesFirst(a: Job, b: Job): number {
  return Number(a.ahead) - Number(b.ahead) || Number(b.again) - Number(a.again) || a.order - b.order
}
