import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import type { PipelineState } from '@lemouf/core/pipeline'
import type { routes, ValidatePipelineResponse } from '@lemouf/core/protocol'
import type * as z from 'zod'
import type { App } from '../app.ts'
import { defined } from '../loops/start.ts'
import { planPipeline } from './plan.ts'

type PipelineStart = z.output<(typeof routes)['startPipeline']['body']>

/**
 * Validates a pipeline workflow and runs it from its first step; when anything is refused, nothing was made.
 * The same workflow is the same pipeline, whose runs follow each other.
 * Errors: `preflight_failed` with the findings, `pipeline_running`, and those of reading the workflow.
 */
export async function startPipeline(app: App, { name, workflow, pipeline_id, approve, lookahead, candidates, seeds, seed, hold_payload: holdPayload }: PipelineStart, by: string): Promise<PipelineState> {
  const { plan, response } = await planPipeline(app, { name, workflow }, { approve, lookahead, holdPayload, ...defined({ candidates, seeds, seed }) })
  if (!response.ok) throw preflightFailed(response.findings)
  return (await app.pipelines.execute(pipeline_id ?? response.pipeline_id, { type: 'run', plan }, by)).state
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
