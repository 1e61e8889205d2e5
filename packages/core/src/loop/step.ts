import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import { isOpen } from './attempt.ts'
import type { LoopCommand } from './command.ts'
import type { Outcome } from './outcome.ts'
import { planRound } from './plan.ts'
import { steppedOf } from './round.ts'
import { currentCycleOf, type LoopState } from './state.ts'

/**
 * Queues attempts: of the cycle named, else the current one; from the retry named, else the next, as many as there are to choose among,
 * or one more beside those that wait. An attempt that is there already is served as it is, so that a step sent twice runs once.
 * Errors: `loop_exited`, `loop_paused`, `retry_not_dense`, and those of planning.
 */
export function step(state: LoopState, command: Extract<LoopCommand, { type: 'step' }>): Outcome {
  if (state.exited !== 'no') return fail(new AppError('loop_exited', 'The loop was exited. Reset it to go on.'))
  const cycle = command.cycle ?? currentCycleOf(state)
  const attempts = state.cycles[cycle]?.attempts ?? []
  const next = attempts.length
  const retry = command.retry ?? (attempts.some(isOpen) ? next - 1 : next)
  if (retry < next) return ok([])
  if (retry > next) {
    return fail(new AppError('retry_not_dense', `Retry ${retry} of cycle ${cycle + 1} cannot come before retry ${next}. Step without a retry to get the next.`))
  }
  if (state.config.paused) return fail(new AppError('loop_paused', 'The loop is paused, and nothing new is made. Resume it to go on.'))
  return planRound(state, cycle, steppedOf(state.cycles[cycle], state.config.candidates))
}
