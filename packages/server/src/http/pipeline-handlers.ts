import { AppError } from '@lemouf/core/error'
import { statusOf, currentCycleOf, type LoopState } from '@lemouf/core/loop'
import type { PipelineState } from '@lemouf/core/pipeline'
import type { App } from '../app.ts'
import { planPipeline } from '../pipelines/plan.ts'
import { startPipeline } from '../pipelines/start.ts'
import { pipelineViewOf, resourceViewOf } from '../pipelines/view.ts'
import type { Handlers } from './table.ts'

type OfPipelines = 'listPipelines' | 'getPipeline' | 'getResources' | 'validatePipeline' | 'startPipeline' | 'cancelPipeline' | 'retryStep'

/** The routes of pipelines. */
export function pipelineHandlers(app: App): Pick<Handlers, OfPipelines> {
  const { pipelines, loops, store } = app
  return {
    listPipelines: async () => ({ pipelines: (await store.pipelines.list()).map(pipelineViewOf) }),
    getPipeline: async ({ params }) => pipelineViewOf(await pipelines.state(params.pipeline_id)),
    getResources: async ({ params, query }) => {
      const step = compositionIn(await pipelines.state(params.pipeline_id), query.node_id)
      const resources = step.resources === undefined ? [] : await store.pipelines.readResources(params.pipeline_id, step.resources.seq)
      return { node_id: step.nodeId, resources: resources.map(resourceViewOf) }
    },
    validatePipeline: async ({ body }) => (await planPipeline(app, body, { approve: 'ask', lookahead: 0 })).response,
    startPipeline: async ({ body, meta }) => pipelineViewOf(await startPipeline(app, body, meta.by)),
    cancelPipeline: async ({ body, meta }) => pipelineViewOf((await pipelines.execute(body.pipeline_id, { type: 'cancel' }, meta.by)).state),
    retryStep: async ({ body: { pipeline_id, node_id: nodeId }, meta }) => {
      const { steps } = await pipelines.state(pipeline_id)
      const loopId = steps.find((step) => step.nodeId === nodeId)?.loopId
      const at = loopId === undefined ? undefined : nextAttempt(await loops.state(loopId).catch(noLoop))
      return pipelineViewOf((await pipelines.execute(pipeline_id, { type: 'retryStep', nodeId, ...(at === undefined ? {} : { at }) }, meta.by)).state)
    },
  }
}

/** Where a loop that stands failed goes on; undefined for one that cannot. */
function nextAttempt(loop: LoopState | undefined): { cycle: number; retry: number } | undefined {
  if (loop === undefined || statusOf(loop) !== 'failed') return undefined
  const cycle = currentCycleOf(loop)
  return { cycle, retry: loop.cycles[cycle]?.attempts.length ?? 0 }
}

/** A step that could not even make its loop has none. */
function noLoop(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'loop_not_found') return undefined
  throw error
}

function compositionIn({ pipelineId, steps }: PipelineState, nodeId: string | undefined): PipelineState['steps'][number] {
  const step = steps.findLast((one) => one.role === 'composition' && (nodeId === undefined || one.nodeId === nodeId))
  if (step !== undefined) return step
  throw new AppError('pipeline_step_not_found', `The pipeline ${pipelineId} has no composition step${nodeId === undefined ? '' : ` ${nodeId}`}. Read it again and choose one that it lists.`)
}
