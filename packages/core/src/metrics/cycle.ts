import type { AttemptStatus, Decision } from '../loop/index.ts'
import type { AttemptNews, CycleNews, DecisionNews } from './event.ts'

/** A decision in force, or overlaid by a later one; what was undone is gone. */
export interface Verdict {
  readonly seq: number
  readonly at: number
  readonly decision: Decision
  /** Who made it: a person, the loop's rule that approves what returns, or an approval that pushed this one aside. */
  readonly maker: 'person' | 'rule' | 'approval'
  /** Milliseconds of a person's time that went into it. */
  readonly spent: number
}

/** What figures need to know of an attempt. */
export interface AttemptFacts {
  /** Sequence number of the event that queued it. */
  readonly queued: number
  readonly status: AttemptStatus
  readonly started?: number
  readonly ended?: number
  readonly verdicts: readonly Verdict[]
}

/** What figures need to know of a cycle: its attempts by retry, and when its run ended before it was decided. */
export interface CycleFacts {
  readonly attempts: readonly AttemptFacts[]
  readonly closed?: number
}

export const NO_CYCLE: CycleFacts = { attempts: [] }

const STATUS_OF: Record<Exclude<AttemptNews['type'], 'attemptQueued'>, AttemptStatus> = {
  attemptStarted: 'running',
  attemptReturned: 'returned',
  attemptFailed: 'failed',
  attemptCancelled: 'cancelled',
}

/** The cycle after an event. `spent`: a person's time that went into it, for a decision. */
export function hear(cycle: CycleFacts, news: CycleNews, spent: number): CycleFacts {
  if (news.type === 'attemptQueued') return { ...cycle, attempts: [...cycle.attempts, { queued: news.seq, status: 'queued', verdicts: [] }] }
  const attempt = cycle.attempts[news.retry]
  // A history that begins later than its attempts has nothing to say of them.
  if (attempt === undefined) return cycle
  return { ...cycle, attempts: cycle.attempts.with(news.retry, change(attempt, news, spent)) }
}

function change(attempt: AttemptFacts, news: Exclude<CycleNews, { type: 'attemptQueued' }>, spent: number): AttemptFacts {
  switch (news.type) {
    case 'attemptStarted':
      return { ...attempt, status: 'running', started: news.at }
    case 'decided':
      return { ...attempt, verdicts: [...attempt.verdicts, { seq: news.seq, at: news.at, decision: news.decision, maker: makerOf(news), spent }] }
    case 'decisionUndone':
      return { ...attempt, verdicts: attempt.verdicts.filter(({ seq }) => seq !== news.undoes) }
    case 'attemptQueued':
      return attempt
    default:
      return { ...attempt, status: STATUS_OF[news.type], ended: news.at }
  }
}

function makerOf({ auto, displacedBy }: DecisionNews): Verdict['maker'] {
  if (displacedBy !== undefined) return 'approval'
  return auto === true ? 'rule' : 'person'
}

/** The decision in force. */
export const verdictOf = ({ verdicts }: AttemptFacts): Verdict | undefined => verdicts.at(-1)

/** The approval in force in a cycle, with the retry it is for. */
export function approvalOf({ attempts }: CycleFacts): { readonly retry: number; readonly at: number } | undefined {
  for (const [retry, attempt] of attempts.entries()) {
    const verdict = verdictOf(attempt)
    if (verdict?.decision === 'approve') return { retry, at: verdict.at }
  }
  return undefined
}

/** How many of the attempts, from the first on, were made before anything was sent back: one, or all candidates of the first round. */
export function firstRoundOf({ attempts }: CycleFacts): number {
  const sent = attempts.flatMap(({ verdicts }) => verdicts.filter(({ decision }) => decision === 'reject' || decision === 'replay').map(({ seq }) => seq))
  const first = Math.min(...sent)
  const later = attempts.findIndex(({ queued }) => queued > first)
  return later < 0 ? attempts.length : later
}

/** Since when a result waited for a person, and until when, if that is over; undefined when it never did. */
export function waitOf(cycle: CycleFacts, attempt: AttemptFacts): { readonly from: number; readonly until: number | undefined } | undefined {
  if (attempt.status !== 'returned' || attempt.ended === undefined) return undefined
  const ends = [attempt.verdicts[0]?.at, approvalOf(cycle)?.at, cycle.closed].filter((at) => at !== undefined)
  const until = ends.length === 0 ? undefined : Math.min(...ends)
  return until !== undefined && until <= attempt.ended ? undefined : { from: attempt.ended, until }
}

/** How many results of the cycle wait for a person. */
export function waitingIn(cycle: CycleFacts): number {
  return cycle.attempts.filter((attempt) => {
    const wait = waitOf(cycle, attempt)
    return wait !== undefined && wait.until === undefined
  }).length
}
