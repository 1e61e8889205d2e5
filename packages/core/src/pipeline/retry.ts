import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import type { PipelineCommand } from './command.ts'
import type { PipelineOutcome } from './decide.ts'
import { beginningOf, startOf } from './follow.ts'
import type { PipelineState, StepState } from './state.ts'

/**
 * Begins a step again that failed or was left; a composition also collects anew. Its loop goes on where it can,
 * so that what was approved in it stays; else it gets another.
 * Errors: `pipeline_step_not_found`, `pipeline_step_refused`.
 */
export function retryStep(state: PipelineState, { nodeId, at }: Extract<PipelineCommand, { type: 'retryStep' }>): PipelineOutcome {
  const step = stepOf(state, nodeId)
  if (step === undefined) return fail(stepNotFound(state, nodeId))
  if (state.cancelled) return refused('The pipeline was cancelled. Run it again.')
  if (!canRetry(step)) return refused(`The step "${step.title}" has not failed, so there is nothing to retry.`)
  if (step.status === 'failed' && step.loopId !== undefined && at !== undefined) return ok([{ type: 'stepRetried', nodeId, ...at }])
  return ok([beginningOf(state, step)])
}

/** Lets a step begin that waits with its payload. Errors: `pipeline_step_not_found`, `pipeline_step_refused`, `payload_invalid` for a list of nothing, or a single value. */
export function releasePayload(state: PipelineState, { nodeId, payload }: Extract<PipelineCommand, { type: 'releasePayload' }>): PipelineOutcome {
  const step = stepOf(state, nodeId)
  if (step === undefined) return fail(stepNotFound(state, nodeId))
  if (state.cancelled) return refused('The pipeline was cancelled. Run it again.')
  if (step.held !== true) return refused(`The step "${step.title}" does not wait with its payload. Read the pipeline again.`)
  if (payload !== undefined && (payload === null || typeof payload !== 'object')) return fail(new AppError('payload_invalid', 'The payload is no list and no object, so that no cycle finds its values in it. Give a list with an entry for each cycle.'))
  if (Array.isArray(payload) && payload.length === 0) return fail(new AppError('payload_invalid', 'The payload is an empty list, so that the step has no cycle to run. Give it an entry for each cycle.'))
  return ok([{ type: 'payloadReleased', nodeId, ...(payload === undefined ? {} : { payload }) }, startOf(state, step)])
}

const stepOf = (state: PipelineState, nodeId: string): StepState | undefined => state.steps.find((one) => one.nodeId === nodeId)

/** The refusal of what is asked of a step that the pipeline does not have. */
export function stepNotFound({ pipelineId }: PipelineState, nodeId: string): AppError {
  return new AppError('pipeline_step_not_found', `The pipeline ${pipelineId} has no step ${nodeId}. Read it again and choose one that it lists.`)
}

/** Whether a step can be begun again in its run. */
export function canRetry({ status, role }: Pick<StepState, 'status' | 'role'>): boolean {
  return status === 'failed' || status === 'cancelled' || (role === 'composition' && status === 'done')
}

const refused = (message: string): PipelineOutcome => fail(new AppError('pipeline_step_refused', message))
