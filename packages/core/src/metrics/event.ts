import type { AttemptKey, Decision } from '../loop/index.ts'

interface Recorded {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: string
}

/** News of how an attempt fares. */
export interface AttemptNews extends Recorded, AttemptKey {
  readonly type: 'attemptQueued' | 'attemptStarted' | 'attemptReturned' | 'attemptFailed' | 'attemptCancelled'
}

/** What was decided on an attempt, as far as figures need it. */
export interface DecisionNews extends Recorded, AttemptKey {
  readonly type: 'decided'
  readonly decision: Decision
  readonly auto?: true
  readonly displacedBy?: number
}

export interface UndoNews extends Recorded, AttemptKey {
  readonly type: 'decisionUndone'
  /** Sequence number of the decision that was taken back. */
  readonly undoes: number
}

/** The end of a run: nothing of it waits for a person any more. */
export interface EndNews extends Recorded {
  readonly type: 'reset' | 'exited'
}

export type CycleNews = AttemptNews | DecisionNews | UndoNews
/** The recorded events that figures are made of; every other event is of no account for them. */
export type MetricEvent = CycleNews | EndNews

const TYPES: ReadonlySet<string> = new Set<MetricEvent['type']>([
  'attemptQueued', 'attemptStarted', 'attemptReturned', 'attemptFailed', 'attemptCancelled', 'decided', 'decisionUndone', 'reset', 'exited',
])

/** Whether an event of this type goes into figures. */
export const isCounted = (event: { readonly type: string }): event is MetricEvent => TYPES.has(event.type)

/** Whether it ends a run: results of it that wait then wait no more. */
export const endsRun = (event: MetricEvent): event is EndNews => event.type === 'reset' || event.type === 'exited'
