import { v5 as uuidv5 } from 'uuid'
import type { Assignments } from '../workflow/index.ts'
import type { Output } from './output.ts'

/** In the order in which news of an attempt wins over older or later news: see {@link supersedes}. */
export const ATTEMPT_STATUSES = ['queued', 'running', 'cancelled', 'failed', 'returned'] as const
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number]

export const DECISIONS = ['approve', 'reject', 'replay', 'discard'] as const
export type Decision = (typeof DECISIONS)[number]

/** Where an attempt stands in its loop. `run` counts the loop's resets, so that late news of an earlier run is told apart. */
export interface AttemptKey {
  readonly run: number
  readonly cycle: number
  readonly retry: number
}

/** A decision in force, or overlaid by a later one. */
export interface DecisionRecord {
  readonly decision: Decision
  /** Sequence number of the event that made it. */
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: string
  readonly reason?: string
  /** A reviewer's changes for the retry that follows. */
  readonly edits?: Assignments
  /** The approved retry that pushed this one aside. */
  readonly displacedBy?: number
}

/** Why an attempt has no result: said to a person, kept for programs. */
export interface AttemptFailure {
  readonly code: string
  readonly message: string
  readonly node?: { readonly id: string; readonly type: string }
}

export interface Attempt extends AttemptKey {
  readonly promptId: string
  /** Sequence number of the event that queued it. */
  readonly seq: number
  /** Attempts of a cycle that were made to choose among share a round; see {@link roundOf}. */
  readonly round?: number
  readonly status: AttemptStatus
  /** Decisions on this attempt, the one in force last. Undone ones are gone from here and stay in the events. */
  readonly decisions: readonly DecisionRecord[]
  /** Counts decisions and undos; a decision names the revision it was made on. */
  readonly revision: number
  readonly workflowHash: string
  /** Resolved inputs, `"12.seed": 42`: what this attempt changed in the workflow. */
  readonly assignments: Assignments
  /** A reviewer's changes, inherited by the retries that follow. */
  readonly edits: Assignments
  /** What its loop's seed policy and `$auto_seed` give it; whether an input took it, the assignments say. Up to 2^64−1. */
  readonly seed: number | bigint
  /** Media that must be at the generating server before the prompt is posted. */
  readonly uploads: readonly string[]
  readonly outputs: readonly Output[]
  readonly failure: AttemptFailure | undefined
  /** Cancelled because nobody wanted it any more, so that it is made again when somebody does. */
  readonly unwanted: boolean
  readonly worker?: string
  readonly queuedAt: number
  readonly startedAt?: number
  readonly endedAt?: number
  readonly updatedAt: number
}

const PROMPT_NAMESPACE = '5b0f4b5c-2f0e-5d0a-9a63-6c656d6f7566'

/** The prompt id of an attempt: UUIDv5 (RFC 9562) of its place, so that any server can be asked for it after a crash. */
export function promptIdOf(loopId: string, { run, cycle, retry }: AttemptKey): string {
  return uuidv5(`${loopId}/${run}/${cycle}/${retry}`, PROMPT_NAMESPACE)
}

/**
 * A seed that is stable for loop, cycle and retry, in 0..2^32−1, which every seed input in the field accepts
 * (NumPy's seeds end there).
 */
export function autoSeedOf(promptId: string): number {
  return Number.parseInt(promptId.slice(0, 8), 16)
}

/** News with a higher status wins whatever the order of arrival; equal or lower news is stale. */
export function supersedes(news: AttemptStatus, known: AttemptStatus): boolean {
  return ATTEMPT_STATUSES.indexOf(news) > ATTEMPT_STATUSES.indexOf(known)
}

/** An attempt as people are told of it: cycles count from one, and the first try is no retry. */
export function nameOf({ cycle, retry }: Omit<AttemptKey, 'run'>): string {
  return `Cycle ${cycle + 1} (${retry === 0 ? 'first try' : `retry ${retry}`})`
}

export const decisionOf = (attempt: Attempt): Decision | undefined => attempt.decisions.at(-1)?.decision
export const isInFlight = (attempt: Attempt): boolean => attempt.status === 'queued' || attempt.status === 'running'
/** Taken back because nobody wanted it: it counts as never made. */
export const isTakenBack = (attempt: Attempt): boolean => attempt.status === 'cancelled' && attempt.unwanted
/** The round of its cycle, from 0. Attempts from before there were rounds were made one by one. */
export const roundOf = (attempt: Attempt): number => attempt.round ?? attempt.retry
/** Still a candidate: under way or returned, and nobody has decided. */
export const isOpen = (attempt: Attempt): boolean =>
  decisionOf(attempt) === undefined && (isInFlight(attempt) || attempt.status === 'returned')

/** The rejection or replay in force, which asks for another try. */
export function sendingBack(attempt: Attempt): DecisionRecord | undefined {
  const last = attempt.decisions.at(-1)
  return last?.decision === 'reject' || last?.decision === 'replay' ? last : undefined
}

/** Whether a person wants one more in the place of what was sent back, whatever else waits: for a replay, and for changed inputs. */
export const asksForOneMore = ({ decision, edits }: DecisionRecord): boolean => decision === 'replay' || edits !== undefined
