import type { PipelineStepView, PipelineView, PlannedStepView } from '@lemouf/core/protocol'

/** The pipelines with one as it is now; news that is older than what is known changes nothing. */
export function withPipeline(pipelines: readonly PipelineView[], pipeline: PipelineView): readonly PipelineView[] {
  const index = pipelines.findIndex(({ pipeline_id }) => pipeline_id === pipeline.pipeline_id)
  const known = pipelines[index]
  if (known === undefined) return [...pipelines, pipeline]
  return known.seq >= pipeline.seq ? pipelines : pipelines.with(index, pipeline)
}

/** A list just read; what was heard while it was on its way may be newer. */
export function newestPipelines(read: readonly PipelineView[], known: readonly PipelineView[] | undefined): readonly PipelineView[] {
  return read.map((pipeline) => known?.find(({ pipeline_id, seq }) => pipeline_id === pipeline.pipeline_id && seq > pipeline.seq) ?? pipeline)
}

export const isActive = (pipeline: PipelineView | undefined): boolean => pipeline?.status === 'running' || pipeline?.status === 'review'

/** A step to show: as the workflow has it, with how it stands or went. */
export interface ShownStep {
  readonly plan: PlannedStepView
  readonly run: PipelineStepView | undefined
}

/** The steps of the run while it is under way; else those of the workflow as it is now, each with how it went where it ran. */
export function shownSteps(planned: readonly PlannedStepView[] | undefined, pipeline: PipelineView | undefined): readonly ShownStep[] {
  const ran = pipeline?.steps ?? []
  if (isActive(pipeline) || planned === undefined) return ran.map((run) => ({ plan: run, run }))
  return planned.map((plan) => ({ plan, run: ran.find(({ node_id, role }) => node_id === plan.node_id && role === plan.role) }))
}

/** How long a step took or has taken, in milliseconds; of one that has not begun, how long it took in the run before. */
export function durationOf(step: PipelineStepView, now: number): number | undefined {
  if (step.started_at !== null) return (step.ended_at ?? now) - step.started_at
  return step.last === null || step.last.ended_at === null ? undefined : step.last.ended_at - step.last.started_at
}
