import type { Place } from './place.ts'
import { isApproved, isUndecided, standingAt, standingsOf } from './shown.ts'
import type { LoopViewState } from './state.ts'

export interface Approvable {
  /** One undecided result of each cycle that has no approved one. */
  readonly places: readonly Place[]
  /** Of cycles with several of them: which one is meant, only a person can say. */
  readonly ambiguous: readonly Place[]
}

/** What one approval of many places is for. What has been decided on by itself stays: rejected results are not brought back, approved ones not replaced. */
export function approvable(state: LoopViewState, places: readonly Place[]): Approvable {
  const undecided = places.filter((place) => {
    const entry = standingAt(state, place)
    return entry !== undefined && isUndecided(entry) && !isApproved(standingsOf(state, place.cycle))
  })
  const cycles = [...Map.groupBy(undecided, ({ cycle }) => cycle).values()]
  return { places: cycles.flatMap((one) => (one.length === 1 ? one : [])), ambiguous: cycles.flatMap((one) => (one.length > 1 ? one : [])) }
}
