import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import type { PipelinePlan, PipelineState } from '@lemouf/core/pipeline'
import type { ValidatePipelineResponse } from '@lemouf/core/protocol'
import type { App } from '../app.ts'
import type { PipelineStore } from '../store/pipeline-store.ts'
import { sha256 } from './hash.ts'
import { planPipeline, type PipelineChoice } from './plan.ts'

export interface PipelineStart extends PipelineChoice {
  readonly pipeline_id?: string | undefined
  readonly approve: 'ask' | 'all'
  readonly lookahead: number
}

/**
 * Validates a pipeline workflow and runs it from its first step; when anything is refused, nothing was made.
 * The same workflow is the same pipeline, whose runs follow each other.
 * Errors: `preflight_failed` with the findings, `pipeline_running`, and those of reading the workflow.
 */
export async function startPipeline(app: App, { name, workflow, pipeline_id, approve, lookahead }: PipelineStart, by: string): Promise<PipelineState> {
  const { plan, response } = await planPipeline(app, { name, workflow }, { approve, lookahead })
  if (!response.ok) throw preflightFailed(response.findings)
  const pipelineId = pipeline_id ?? (await pipelineIdOf(app.store.pipelines, plan))
  return (await app.pipelines.execute(pipelineId, { type: 'run', plan }, by)).state
}

const STEM = 33

/** The file's name as an id; of two files of one name in different folders, the later one gets letters of its own. A graph without a name is known by what is in it. */
async function pipelineIdOf(store: PipelineStore, { name, hash }: PipelinePlan): Promise<string> {
  if (name === undefined) return `pipeline-${hash.slice(0, 12)}`
  const stem = name.replace(/^.*\//, '').replace(/\.json$/i, '').replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, STEM)
  const plain = stem === '' || stem === 'list' ? 'pipeline' : stem
  const known = await store.read(plain)
  return known === undefined || known.name === name ? plain : `${plain}-${sha256(name).slice(0, 6)}`
}

function preflightFailed(findings: ValidatePipelineResponse['findings']): AppError {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  const where = first?.step === undefined ? '' : `Step "${first.step.title}": `
  return new AppError('preflight_failed', `${where}${first?.message ?? 'The pipeline cannot run.'}${more} ${first?.remedy ?? ''}`.trim(), {
    details: { findings: findings as unknown as Json },
  })
}
