import type { PipelineState, StepState } from './state.ts'

/** Something that has to be done for a pipeline. Each is safe to do twice, and leads to an event after which it is no longer asked for. */
export type PipelineWork =
  /** Make the loop of a step, or take over the one that is there. */
  | { readonly type: 'startLoop'; readonly step: StepState; readonly loopId: string }
  /** Make an attempt again in a step's loop. */
  | { readonly type: 'stepLoop'; readonly loopId: string; readonly cycle: number; readonly retry: number }
  | { readonly type: 'collect'; readonly step: StepState }
  | { readonly type: 'exitLoop'; readonly loopId: string }

/** What a pipeline waits for the program to do. */
export function workOf(state: PipelineState): readonly PipelineWork[] {
  const steps = state.cancelled ? [] : state.steps.filter(({ status }) => status === 'running')
  return [
    ...state.leaving.map((loopId): PipelineWork => ({ type: 'exitLoop', loopId })),
    ...steps.flatMap((step): readonly PipelineWork[] => {
      const { loopId, heard, again } = step
      if (loopId === undefined) return [{ type: 'collect', step }]
      if (heard === 0) return [{ type: 'startLoop', step, loopId }]
      return again === undefined ? [] : [{ type: 'stepLoop', loopId, ...again }]
    }),
  ]
}

/** The loops whose news a pipeline waits for. A step that is done needs no more; one that failed can still go on in its loop. */
export function loopsHeardBy(state: PipelineState): readonly string[] {
  return state.cancelled ? [] : state.steps.flatMap(({ status, loopId }) => (status === 'done' || loopId === undefined ? [] : [loopId]))
}
