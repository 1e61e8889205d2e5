import { fail, ok } from '../result.ts'
import { isInFlight, type Attempt } from './attempt.ts'
import type { LoopEvent } from './event.ts'
import { attemptNotFound } from './hear.ts'
import type { Outcome } from './outcome.ts'
import type { LoopState } from './state.ts'

/** A person stops one attempt; it is not made again by itself. */
export function cancelOne(state: LoopState, cycle: number, retry: number): Outcome {
  const attempt = state.cycles[cycle]?.attempts[retry]
  if (attempt === undefined) return fail(attemptNotFound({ cycle, retry }))
  return ok(isInFlight(attempt) ? [cancelled(attempt, false)] : [])
}

/** Everything under way, for a loop that ends or begins anew. */
export function cancelInFlight(state: LoopState): readonly LoopEvent[] {
  return state.cycles.flatMap((cycle) => cycle.attempts.filter(isInFlight).map((attempt) => cancelled(attempt, false)))
}

/** Attempts that nobody waits for any more; made again when they are wanted again. */
export function cancelUnwanted(attempts: readonly Attempt[]): readonly LoopEvent[] {
  return attempts.filter(isInFlight).map((attempt) => cancelled(attempt, true))
}

function cancelled({ run, cycle, retry }: Attempt, unwanted: boolean): LoopEvent {
  return { type: 'attemptCancelled', run, cycle, retry, unwanted }
}
