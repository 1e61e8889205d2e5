import { AppError } from '../error.ts'
import { fail, ok, type Result } from '../result.ts'
import { decisionOf, isInFlight, isOpen, nameOf, type Attempt } from './attempt.ts'
import { cancelUnwanted } from './cancel.ts'
import type { DecideCommand, UndoCommand } from './command.ts'
import type { LoopEvent } from './event.ts'
import { attemptNotFound } from './hear.ts'
import type { Outcome } from './outcome.ts'
import { approvedOf, type Cycle, type LoopState } from './state.ts'

/**
 * A decision on an attempt. A later one supersedes; approving discards an earlier approval of the cycle (if asked, its undecided
 * results too) and cancels what is still being made for it.
 * Errors: `attempt_not_found`, `decision_stale`, `attempt_not_returned`, `attempt_failed`, `loop_exited`.
 */
export function judge(state: LoopState, command: DecideCommand): Outcome {
  const target = targetOf(state, command)
  if (!target.ok) return target
  const { attempt, cycle } = target.value
  const known = decisionOf(attempt)
  if (command.revision === undefined && known !== undefined) return fail(stale(attempt))
  if (isInFlight(attempt)) return fail(notReturned(attempt))
  const { decision, reason, edits } = command
  if (decision === 'approve' && attempt.status !== 'returned') return fail(nothingToApprove(attempt))
  const aside = decision === 'approve' && command.discardSiblings === true ? discardUndecided(cycle, attempt) : []
  if (decision === known && reason === undefined && edits === undefined) return ok(aside)
  const decided: LoopEvent = {
    type: 'decided', ...placeOf(attempt), decision, revision: attempt.revision,
    ...(reason === undefined ? {} : { reason }),
    ...(edits === undefined ? {} : { edits }),
  }
  if (decision !== 'approve') return ok([decided])
  return ok([...displace(cycle, attempt), decided, ...aside, ...cancelUnwanted(cycle.attempts)])
}

/** The attempt that a person means, if it is still as they saw it. */
export function targetOf(state: LoopState, command: DecideCommand | UndoCommand): Result<{ attempt: Attempt; cycle: Cycle }, AppError> {
  const cycle = state.cycles[command.cycle]
  const attempt = cycle?.attempts[command.retry]
  if (cycle === undefined || attempt === undefined) return fail(attemptNotFound(command))
  if (state.exited !== 'no') return fail(new AppError('loop_exited', 'The loop was exited. Reset it to go on.'))
  if (command.promptId !== undefined && command.promptId !== attempt.promptId) return fail(stale(attempt, 'was made anew'))
  if (command.revision !== undefined && command.revision !== attempt.revision) return fail(stale(attempt))
  return ok({ attempt, cycle })
}

/** At most one attempt of a cycle is approved: the other one gives way. */
export function displace(cycle: Cycle, winner: Attempt): readonly LoopEvent[] {
  const loser = approvedOf(cycle)
  if (loser === undefined || loser.retry === winner.retry) return []
  return [pushedAside(loser, winner)]
}

const discardUndecided = (cycle: Cycle, winner: Attempt): readonly LoopEvent[] =>
  cycle.attempts.filter((other) => other.retry !== winner.retry && other.status === 'returned' && isOpen(other)).map((other) => pushedAside(other, winner))

const pushedAside = (loser: Attempt, winner: Attempt): LoopEvent =>
  ({ type: 'decided', ...placeOf(loser), decision: 'discard', revision: loser.revision, displacedBy: winner.retry })

export const placeOf = ({ run, cycle, retry }: Attempt): { run: number; cycle: number; retry: number } => ({ run, cycle, retry })

function stale(attempt: Attempt, what = changeOf(attempt)): AppError {
  const last = attempt.decisions.at(-1)
  return new AppError('decision_stale', `${nameOf(attempt)} ${what} in the meantime. Look at it again, then decide.`, {
    details: {
      cycle_index: attempt.cycle,
      retry_index: attempt.retry,
      revision: attempt.revision,
      decision: last?.decision ?? null,
      by: last?.by ?? null,
    },
  })
}

function changeOf({ decisions }: Attempt): string {
  const last = decisions.at(-1)
  return last === undefined ? 'is undecided again' : `was decided (${last.decision}, by ${last.by})`
}

function notReturned(attempt: Attempt): AppError {
  return new AppError('attempt_not_returned', `${nameOf(attempt)} is still ${attempt.status}. Wait for its result, or cancel it.`)
}

function nothingToApprove(attempt: Attempt): AppError {
  return new AppError('attempt_failed', `${nameOf(attempt)} has ${attempt.status === 'failed' ? 'failed' : 'been cancelled'} and has no result to approve. Replay it.`)
}
