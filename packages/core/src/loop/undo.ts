import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import { asksForOneMore, nameOf, roundOf, type Attempt, type DecisionRecord } from './attempt.ts'
import { cancelUnwanted } from './cancel.ts'
import type { UndoCommand } from './command.ts'
import type { LoopEvent } from './event.ts'
import { displace, placeOf, targetOf } from './judge.ts'
import type { Outcome } from './outcome.ts'
import type { Cycle, LoopState } from './state.ts'

/**
 * Takes back the decision in force on an attempt, with what it set off: what an approval pushed aside comes back,
 * and what is being made because of it is cancelled. The history keeps both.
 * Errors: `attempt_not_found`, `decision_stale`, `nothing_to_undo`, `loop_exited`.
 */
export function undo(state: LoopState, command: UndoCommand): Outcome {
  const target = targetOf(state, command)
  if (!target.ok) return target
  const { attempt, cycle } = target.value
  const last = attempt.decisions.at(-1)
  if (last === undefined) {
    return fail(new AppError('nothing_to_undo', `${nameOf(attempt)} has no decision to take back.`))
  }
  const undone: LoopEvent = { type: 'decisionUndone', ...placeOf(attempt), revision: attempt.revision, undoes: last.seq }
  const approvedBefore = attempt.decisions.at(-2)?.decision === 'approve'
  return ok([
    ...(last.decision === 'approve' && !approvedBefore ? restoreDisplaced(cycle, attempt) : []),
    ...(approvedBefore ? displace(cycle, attempt) : []),
    undone,
    ...(last.decision === 'approve' ? [] : cancelUnwanted(openedBy(cycle, attempt, last))),
  ])
}

/** What was made because an attempt was sent back: later rounds, and beside it what it asked for. */
function openedBy(cycle: Cycle, attempt: Attempt, sentBack: DecisionRecord): readonly Attempt[] {
  return cycle.attempts.filter((other) => other.seq > sentBack.seq && (roundOf(other) > roundOf(attempt) || asksForOneMore(sentBack)))
}

/** What the winner's last approval pushed aside; what an earlier one of it did stays as it is. */
function restoreDisplaced(cycle: Cycle, winner: Attempt): readonly LoopEvent[] {
  const before = winner.decisions.at(-2)?.seq ?? 0
  return cycle.attempts.flatMap((other): readonly LoopEvent[] => {
    const last = other.decisions.at(-1)
    if (last?.displacedBy !== winner.retry || last.seq < before) return []
    return [{ type: 'decisionUndone', ...placeOf(other), revision: other.revision, undoes: last.seq }]
  })
}
