export type { PipelineCommand, StepPlace } from './command.ts'
export { decidePipeline, pipelineNotFound, type PipelineOutcome } from './decide.ts'
export type { PipelineConfig, PipelineEvent, PipelinePlan, PlannedStep, RecordedPipelineEvent, StepFailure } from './event.ts'
export { readGiven, unreachableResources } from './given.ts'
export { type LoopNews, newsOf } from './news.ts'
export { reducePipeline, replayPipeline } from './reduce.ts'
export { collectResources, type Resource, type ResourceOrigin } from './resource.ts'
export { canRetry, stepNotFound } from './retry.ts'
export { returnedList } from './returned.ts'
export {
  feedsAStep, initialPipeline, isActive, payloadStep, PIPELINE_STATUSES, pipelineEndOf, pipelineStatusOf, stepLoopId, STEP_STATUSES, upstreamSteps,
  type PipelineState, type PipelineStatus, type StepResult, type StepState, type StepStatus,
} from './state.ts'
export { loopsHeardBy, type PipelineWork, workOf } from './work.ts'
