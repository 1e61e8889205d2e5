import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import type { Assignments } from '../workflow/index.ts'
import { isOpen, sendingBack } from './attempt.ts'
import type { LoopCommand } from './command.ts'
import type { Outcome } from './outcome.ts'
import { planAttempt } from './plan.ts'
import { currentCycleOf, type Cycle, type LoopState } from './state.ts'

/**
 * Queues an attempt: of the cycle named, else the current one; the retry named, else the next.
 * An attempt that is there already is served as it is, so that a step sent twice runs once.
 * Errors: `loop_exited`, `retry_not_dense`, and those of planning.
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
  const planned = planAttempt(state, { cycle, retry }, inheritedEdits(state.cycles[cycle]))
  return planned.ok ? ok([planned.value]) : planned
}

/**
 * The changes that the next retry starts from: those of the attempt sent back last, then every change
 * that a person asked for and no retry has served yet, the newest winning.
 */
export function inheritedEdits(cycle: Cycle | undefined): Assignments {
  const attempts = cycle?.attempts ?? []
  const served = attempts.at(-1)?.seq ?? 0
  const sentBack = attempts.flatMap((attempt) => {
    const last = sendingBack(attempt)
    return last === undefined ? [] : [{ attempt, last }]
  }).sort((a, b) => a.last.seq - b.last.seq)
  const newest = sentBack.at(-1)
  const asked = sentBack.filter(({ last }) => last.seq > served || last === newest?.last).map(({ last }) => last.edits ?? {})
  return Object.assign({}, newest?.attempt.edits, ...asked) as Assignments
}
