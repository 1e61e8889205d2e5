import { AppError } from '@lemouf/core/error'
import { statusOf, currentCycleOf, type LoopState } from '@lemouf/core/loop'
import { stepNotFound, type PipelineState } from '@lemouf/core/pipeline'
import type { App } from '../app.ts'
import { planPipeline } from '../pipelines/plan.ts'
import { startPipeline } from '../pipelines/start.ts'
import { stepPayload } from '../pipelines/step-loop.ts'
import { pipelineViewOf, resourceViewOf, stepPayloadViewOf } from '../pipelines/view.ts'
import type { Handlers } from './table.ts'

type OfPipelines = 'listPipelines' | 'getPipeline' | 'getResources' | 'validatePipeline' | 'startPipeline' | 'cancelPipeline' | 'retryStep' | 'getStepPayload' | 'releasePayload'

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
    getStepPayload: async ({ params, query }) => {
      const state = await pipelines.state(params.pipeline_id)
      const step = query.node_id === undefined ? state.steps.find(({ held }) => held) : state.steps.find(({ nodeId }) => nodeId === query.node_id)
      if (step === undefined) throw query.node_id === undefined ? nothingHeld(state) : stepNotFound(state, query.node_id)
      const given = await stepPayload(loops, state, step)
      if (given === undefined) throw new AppError('pipeline_step_refused', `The step "${step.title}" is given nothing by a step before it, or not yet.`)
      return stepPayloadViewOf(step, given)
    },
    releasePayload: async ({ body: { pipeline_id, node_id: nodeId, payload }, meta }) =>
      pipelineViewOf((await pipelines.execute(pipeline_id, { type: 'releasePayload', nodeId, ...(payload === undefined ? {} : { payload }) }, meta.by)).state),
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

const nothingHeld = ({ pipelineId }: PipelineState): AppError =>
  new AppError('pipeline_step_refused', `No step of the pipeline ${pipelineId} waits with its payload. Say which one is meant.`)

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

/** The composition step of a pipeline, the last one unless named. Error: `pipeline_step_not_found`. */
export function compositionIn({ pipelineId, steps }: PipelineState, nodeId: string | undefined): PipelineState['steps'][number] {
  const step = steps.findLast((one) => one.role === 'composition' && (nodeId === undefined || one.nodeId === nodeId))
  if (step !== undefined) return step
  throw new AppError('pipeline_step_not_found', `The pipeline ${pipelineId} has no composition step${nodeId === undefined ? '' : ` ${nodeId}`}. Read it again and choose one that it lists.`)
}
