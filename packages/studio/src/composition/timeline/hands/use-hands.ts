import type { Stage } from '../stage.ts'

/** What tools and menu have of the hands. */
export interface Hands {
  readonly stage: Stage
}

/** Pointers, keys and drops on the timeline, as long as the component lives that calls it. */
export function useHands(stage: Stage): Hands {
  return { stage }
}
