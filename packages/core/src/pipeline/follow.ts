import type { PipelineEvent } from './event.ts'
import { reducePipeline } from './reduce.ts'
import { payloadStep, stepLoopId, type PipelineState, type StepState } from './state.ts'

/** The events, and the steps that can begin after them: those whose predecessors are all done. */
export function follow(state: PipelineState, events: readonly PipelineEvent[]): readonly PipelineEvent[] {
  const now = events.reduce((before, event) => reducePipeline(before, { ...event, seq: before.seq + 1, at: before.updatedAt, by: '' }), state)
  if (now.cancelled) return events
  const done = new Set(now.steps.flatMap(({ nodeId, status }) => (status === 'done' ? [nodeId] : [])))
  const due = now.steps.filter(({ status, after }) => status === 'waiting' && after.every((id) => done.has(id)))
  return [...events, ...due.map((step) => beginningOf(now, step))]
}

/** What a step does when its turn comes: it begins, unless a person is to see its payload first. */
export function beginningOf(state: PipelineState, step: StepState): PipelineEvent {
  const fed = step.role === 'execute' && payloadStep(state.steps, step.nodeId) !== undefined
  return fed && state.plan?.config.holdPayload === true ? { type: 'payloadHeld', nodeId: step.nodeId } : startOf(state, step)
}

/** The beginning of a step, with the loop that it will have. */
export function startOf({ pipelineId, run }: PipelineState, { nodeId, role, tries }: StepState): PipelineEvent {
  return role === 'composition' ? { type: 'stepStarted', nodeId } : { type: 'stepStarted', nodeId, loopId: stepLoopId(pipelineId, run, nodeId, tries) }
}
