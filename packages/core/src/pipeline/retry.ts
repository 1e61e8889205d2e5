import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import type { PipelineCommand } from './command.ts'
import type { PipelineOutcome } from './decide.ts'
import { startOf } from './follow.ts'
import type { PipelineState, StepState } from './state.ts'

/**
 * Begins a step again that failed or was left; a composition also collects anew. Its loop goes on where it can,
 * so that what was approved in it stays; else it gets another.
 * Errors: `pipeline_step_not_found`, `pipeline_step_refused`.
 */
export function retryStep(state: PipelineState, { nodeId, at }: Extract<PipelineCommand, { type: 'retryStep' }>): PipelineOutcome {
  const step = state.steps.find((one) => one.nodeId === nodeId)
  if (step === undefined) return fail(new AppError('pipeline_step_not_found', `The pipeline ${state.pipelineId} has no step ${nodeId}. Read it again and choose one that it lists.`))
  if (state.cancelled) return refused('The pipeline was cancelled. Run it again.')
  if (!canRetry(step)) return refused(`The step "${step.title}" has not failed, so there is nothing to retry.`)
  if (step.status === 'failed' && step.loopId !== undefined && at !== undefined) return ok([{ type: 'stepRetried', nodeId, ...at }])
  return ok([startOf(state, step)])
}

/** Whether a step can be begun again in its run. */
export function canRetry({ status, role }: Pick<StepState, 'status' | 'role'>): boolean {
  return status === 'failed' || status === 'cancelled' || (role === 'composition' && status === 'done')
}

const refused = (message: string): PipelineOutcome => fail(new AppError('pipeline_step_refused', message))
