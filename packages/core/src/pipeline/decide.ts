import { AppError } from '../error.ts'
import { fail, ok, type Result } from '../result.ts'
import type { PipelineCommand, StepPlace } from './command.ts'
import type { PipelineEvent, PipelinePlan } from './event.ts'
import { follow } from './follow.ts'
import { hear } from './hear.ts'
import { releasePayload, retryStep } from './retry.ts'
import { isActive, type PipelineState } from './state.ts'

export type PipelineOutcome = Result<readonly PipelineEvent[], AppError>

/**
 * What a command makes happen, or why it cannot. Pure; `[]` means that it was served before or came too late to matter.
 * The steps that can begin after it are part of its events, so that one transaction holds both.
 */
export function decidePipeline(state: PipelineState, command: PipelineCommand): PipelineOutcome {
  const events = act(state, command)
  return events.ok && events.value.length > 0 ? ok(follow(state, events.value)) : events
}

function act(state: PipelineState, command: PipelineCommand): PipelineOutcome {
  if (command.type === 'run') return run(state, command.plan)
  if (state.seq === 0) return fail(pipelineNotFound(state.pipelineId))
  switch (command.type) {
    case 'cancel':
      return isActive(state) || state.steps.some(({ status }) => status === 'failed') ? ok(state.cancelled ? [] : [{ type: 'cancelled' }]) : ok([])
    case 'retryStep':
      return retryStep(state, command)
    case 'releasePayload':
      return releasePayload(state, command)
    case 'hear':
      return ok(hear(state, command.news))
    case 'failStep':
      return ok(isAt(state, command) ? [{ type: 'stepFailed', nodeId: command.nodeId, failure: command.failure }] : [])
    case 'compose':
      return ok(isAt(state, command) ? [{ type: 'stepDone', nodeId: command.nodeId, resources: command.resources }] : [])
    case 'release':
      return ok(state.leaving.includes(command.loopId) ? [{ type: 'loopReleased', loopId: command.loopId }] : [])
  }
}

function run(state: PipelineState, plan: PipelinePlan): PipelineOutcome {
  if (plan.steps.length === 0) return fail(new AppError('pipeline_invalid', 'The workflow has no Loop Pipeline Step that is active, so there is nothing to run. Add one, or start it as a loop.'))
  if (isActive(state)) return fail(new AppError('pipeline_running', `The pipeline ${state.pipelineId} is running already. Wait for it, or cancel it first.`))
  return ok([{ type: 'runStarted', ...plan }])
}

/** Whether the step still works, in the run and the try that the command is about. */
function isAt(state: PipelineState, { nodeId, run: of, tries }: StepPlace): boolean {
  return of === state.run && !state.cancelled && state.steps.some((step) => step.nodeId === nodeId && step.tries === tries && step.status === 'running')
}

/** The refusal of what is asked of a pipeline that is not there. */
export function pipelineNotFound(pipelineId: string): AppError {
  return new AppError('pipeline_not_found', `There is no pipeline ${pipelineId}. It may have been run on other data; list the pipelines.`)
}
