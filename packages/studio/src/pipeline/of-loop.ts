import type { PipelineStepView, PipelineView } from '@lemouf/core/protocol'
import type { Screen } from '../app/address.ts'
import { titleOf } from '../home/workflows.ts'
import { text } from '../text/text.ts'

/** What a loop is to a pipeline: one of its steps, in its newest run or an earlier one. */
export interface LoopStep {
  readonly pipeline: PipelineView
  readonly step: PipelineStepView
  /** Counts from 1. */
  readonly number: number
  /** Undefined in the newest run. */
  readonly earlierRun: number | undefined
}

/** The step of a pipeline that a loop is; undefined for a loop of its own. */
export function stepOf(loopId: string, pipelines: readonly PipelineView[]): LoopStep | undefined {
  const [, pipelineId, run, node] = /^([^_]+)_(\d+)_([^_]+)(?:_r\d+)?$/.exec(loopId) ?? []
  for (const pipeline of pipelines) {
    const now = pipeline.steps.findIndex(({ loop_id }) => loop_id === loopId)
    // A loop is named after its pipeline, run and node; of earlier runs this is all that is left.
    const index = now >= 0 || pipeline.pipeline_id !== pipelineId ? now : pipeline.steps.findIndex(({ node_id, role }) => role !== 'composition' && node_id.replaceAll(':', '-') === node)
    const step = pipeline.steps[index]
    if (step !== undefined) return { pipeline, step, number: index + 1, earlierRun: Number(run) < pipeline.run ? Number(run) : undefined }
  }
  return undefined
}

/** A step with its number, unless its title has one. */
export const numbered = ({ title }: { readonly title: string }, number: number): string => (/^\d/.test(title) ? title : `${number}. ${title}`)

/** A loop's name in lists: that of a pipeline says which step it is. */
export function loopName(loopId: string, pipelines: readonly PipelineView[]): string {
  const found = stepOf(loopId, pipelines)
  if (found === undefined) return loopId
  const { pipeline, step, number, earlierRun } = found
  const name = `${numbered(step, number)} · ${pipeline.name === null ? pipeline.pipeline_id : titleOf(pipeline.name)}`
  return earlierRun === undefined ? name : `${name} · ${text.pipeline.runOf(earlierRun)}`
}

/** What comes after a step in the order of its pipeline; undefined after the last. */
export function nextOf({ pipeline, number, earlierRun }: LoopStep): { readonly step: PipelineStepView; readonly number: number } | undefined {
  const step = earlierRun === undefined ? pipeline.steps[number] : undefined
  return step && { step, number: number + 1 }
}

/** Home with the pipeline chosen. */
export const homeOf = ({ name }: Pick<PipelineView, 'name'>): Screen => (name === null ? { name: 'home' } : { name: 'home', workflow: name })
