import type { PipelineEvent } from './event.ts'
import type { LoopNews } from './news.ts'
import { feedsAStep, type PipelineState, type StepState } from './state.ts'

/**
 * News of a step's loop. News that is not newer than what is known changes nothing, and a step that is done stays done,
 * so that any order and repetition of it ends where the newest leads. A step that failed or was left goes on when its loop does.
 */
export function hear(state: PipelineState, news: LoopNews): readonly PipelineEvent[] {
  const step = state.steps.find(({ loopId }) => loopId === news.loopId)
  if (step === undefined || state.cancelled || step.status === 'done' || news.seq <= step.heard) return []
  const event = eventOf(state, step, news)
  return isKnown(step, event) ? [] : [event]
}

type Heard = Extract<PipelineEvent, { type: 'stepHeard' | 'stepFailed' | 'stepDone' | 'stepLeft' }>

function eventOf(state: PipelineState, step: StepState, { seq, status, complete, failure, noList }: LoopNews): Heard {
  const { nodeId, role } = step
  const at = { nodeId, loopSeq: seq }
  if (complete) {
    return role === 'generate' && noList !== undefined && feedsAStep(state.steps, nodeId) ? { type: 'stepFailed', ...at, failure: noList } : { type: 'stepDone', ...at }
  }
  switch (status) {
    case 'exited':
      return { type: 'stepLeft', ...at }
    case 'failed':
      return { type: 'stepFailed', ...at, failure: failure ?? { code: 'internal', message: 'Its loop failed.' } }
    case 'waiting':
    case 'ready':
    case 'paused':
      return { type: 'stepHeard', ...at, status: 'review' }
    case 'empty':
    case 'running':
    case 'complete':
      return { type: 'stepHeard', ...at, status: 'running' }
  }
}

/** A loop tells of every decision; only what changes how the step stands is worth an event. */
function isKnown(step: StepState, event: Heard): boolean {
  if (step.heard === 0 || step.again !== undefined) return false
  if (event.type === 'stepHeard') return step.status === event.status
  if (event.type === 'stepLeft') return step.status === 'cancelled'
  return event.type === 'stepFailed' && step.status === 'failed' && step.failure?.message === event.failure.message
}
