import type { Json } from '../json.ts'
import type { PipelinePlan, PlannedStep, RecordedPipelineEvent } from './event.ts'
import { initialPipeline, type PipelineState, type StepState } from './state.ts'

/** The state after an event. Pure: the state given stays as it was. */
export function reducePipeline(state: PipelineState, event: RecordedPipelineEvent): PipelineState {
  const next = { ...apply(state, event), seq: event.seq, updatedAt: event.at }
  return state.seq === 0 ? { ...next, createdAt: event.at } : next
}

/** The state that a pipeline's whole history gives. */
export function replayPipeline(pipelineId: string, events: Iterable<RecordedPipelineEvent>): PipelineState {
  let state = initialPipeline(pipelineId)
  for (const event of events) state = reducePipeline(state, event)
  return state
}

function apply(state: PipelineState, event: RecordedPipelineEvent): PipelineState {
  switch (event.type) {
    case 'runStarted':
      return begin(state, event)
    case 'stepStarted':
      return change(state, event.nodeId, ({ loopId: _loopId, ...step }) => ({
        ...begun(step), status: 'running', tries: step.tries + 1, heard: 0, startedAt: event.at,
        ...(event.loopId === undefined ? {} : { loopId: event.loopId }),
      }))
    case 'payloadHeld':
      return change(state, event.nodeId, ({ loopId: _loopId, ...step }) => ({ ...begun(step), status: 'review', held: true, heard: 0 }))
    case 'payloadReleased':
      return change(state, event.nodeId, (step) => ({ ...step, released: releasedBy(event, step) }))
    case 'stepRetried':
      return change(state, event.nodeId, (step) => ({ ...begun(step), status: 'running', again: { cycle: event.cycle, retry: event.retry } }))
    case 'stepHeard':
      return change(state, event.nodeId, (step) => ({ ...begun(step), status: event.status, heard: event.loopSeq }))
    case 'stepFailed':
      return change(state, event.nodeId, (step) => ({ ...begun(step), ...ended(event, 'failed'), failure: event.failure }))
    case 'stepDone':
      return change(state, event.nodeId, (step) => ({
        ...begun(step), ...ended(event, 'done'),
        ...(event.resources === undefined ? {} : { resources: { count: event.resources.length, seq: event.seq } }),
      }))
    case 'stepLeft':
      return change(state, event.nodeId, (step) => ({ ...begun(step), ...ended(event, 'cancelled') }))
    case 'cancelled':
      return cancel(state, event.at)
    case 'loopReleased':
      return { ...state, leaving: state.leaving.filter((loopId) => loopId !== event.loopId) }
  }
}

function begin({ name: _name, ...state }: PipelineState, event: PipelinePlan & RecordedPipelineEvent): PipelineState {
  const { name, hash, graph, steps, workflows, given, config } = event
  const named = name === undefined ? {} : { name }
  return {
    ...state,
    ...named,
    run: state.run + 1,
    startedAt: event.at,
    cancelled: false,
    leaving: [...new Set([...state.leaving, ...openLoops(state)])],
    plan: { ...named, hash, graph, steps, workflows, given, config },
    steps: steps.map((step) => waiting(step, lastOf(state.steps.find(({ nodeId }) => nodeId === step.nodeId)))),
  }
}

function waiting(step: PlannedStep, last: StepState['last']): StepState {
  return { ...step, status: 'waiting', tries: 0, heard: 0, ...(last === undefined ? {} : { last }) }
}

/** How a step went; a run in which it was not begun says nothing of it. */
function lastOf(step: StepState | undefined): StepState['last'] {
  if (step?.startedAt === undefined) return step?.last
  return { status: step.status, startedAt: step.startedAt, ...(step.endedAt === undefined ? {} : { endedAt: step.endedAt }) }
}

function cancel(state: PipelineState, at: number): PipelineState {
  const open = new Set(openLoops(state))
  const steps = state.steps.map((step): StepState => {
    const stops = step.status === 'running' || step.status === 'review'
    return stops ? { ...begun(step), status: 'cancelled', endedAt: at } : step
  })
  return { ...state, cancelled: true, steps, leaving: [...new Set([...state.leaving, ...open])] }
}

/** The loops of steps that are not at their end: some of their attempts may still be under way. */
function openLoops({ steps }: PipelineState): readonly string[] {
  return steps.flatMap(({ status, loopId }) => (loopId !== undefined && (status === 'running' || status === 'review' || status === 'failed') ? [loopId] : []))
}

/** A step without what its next event says anew. */
function begun({ failure: _failure, endedAt: _endedAt, again: _again, resources: _resources, held: _held, ...step }: StepState): StepState {
  return step
}

/** What was changed earlier in the run was shown again: released as it is, it stays. */
function releasedBy({ by, payload }: { readonly by: string; readonly payload?: Json }, { released }: StepState): NonNullable<StepState['released']> {
  const last = payload === undefined ? released?.payload : payload
  return { by: payload === undefined && last !== undefined ? (released?.by ?? by) : by, ...(last === undefined ? {} : { payload: last }) }
}

function ended(event: { readonly at: number; readonly loopSeq?: number }, status: 'done' | 'failed' | 'cancelled'): Pick<StepState, 'status'> & Partial<StepState> {
  return { status, endedAt: event.at, ...(event.loopSeq === undefined ? {} : { heard: event.loopSeq }) }
}

function change(state: PipelineState, nodeId: string, to: (step: StepState) => StepState): PipelineState {
  return { ...state, steps: state.steps.map((step) => (step.nodeId === nodeId ? to(step) : step)) }
}
