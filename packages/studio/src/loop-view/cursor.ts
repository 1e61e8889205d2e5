import type { ManifestEntry } from '@lemouf/core/protocol'
import { placeOf, type Place } from './place.ts'
import { frontOf, isApproved, isInFlight, isUndecided, shownCycle } from './shown.ts'
import { cycleCount, type LoopViewState } from './state.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** One step: left and right between cycles, up and down between the retries of one. At an end it stays. */
export function neighbour(state: LoopViewState, from: Place, direction: Direction): Place {
  if (direction === 'left' || direction === 'right') return placeIn(state, from.cycle + (direction === 'right' ? 1 : -1)) ?? from
  const entries = shownCycle(state, from.cycle)
  const index = entries.findIndex((entry) => entry.retry_index === from.retry)
  const next = entries[index + (direction === 'down' ? 1 : -1)]
  return index < 0 || next === undefined ? from : placeOf(next)
}

/** Where to stand in a cycle: on the card on top, or on its empty place. Undefined beyond the loop. */
export function placeIn(state: LoopViewState, cycle: number): Place | undefined {
  if (cycle < 0 || cycle >= cycleCount(state)) return undefined
  const front = frontOf(shownCycle(state, cycle))
  return front === undefined ? { cycle, retry: 0 } : placeOf(front)
}

/**
 * What to look at after a decision: the nearest attempt that waits for one, ahead before behind,
 * else the nearest under way. Never the first of all, unless that is the nearest.
 */
export function nextToJudge(state: LoopViewState, from: Place): Place | undefined {
  return nearest(state, from, isUndecided) ?? nearest(state, from, isInFlight)
}

function nearest(state: LoopViewState, from: Place, wanted: (entry: ManifestEntry) => boolean): Place | undefined {
  for (let cycle = from.cycle; cycle < state.cycles.length; cycle++) {
    const found = open(state, cycle).find((entry) => wanted(entry) && (cycle > from.cycle || entry.retry_index > from.retry))
    if (found !== undefined) return placeOf(found)
  }
  for (let cycle = from.cycle; cycle >= 0; cycle--) {
    const found = open(state, cycle).findLast((entry) => wanted(entry) && (cycle < from.cycle || entry.retry_index < from.retry))
    if (found !== undefined) return placeOf(found)
  }
  return undefined
}

/** The attempts of a cycle that is still to be judged: one approved attempt settles it. */
function open(state: LoopViewState, cycle: number): readonly ManifestEntry[] {
  const entries = shownCycle(state, cycle)
  return isApproved(entries) ? [] : entries
}

/** The attempts that will be looked at next, for fetching their media ahead. */
export function upcoming(state: LoopViewState, from: Place, count: number): readonly ManifestEntry[] {
  const found: ManifestEntry[] = []
  for (let cycle = from.cycle; cycle < state.cycles.length && found.length < count; cycle++) {
    const ahead = open(state, cycle).filter((entry) => isUndecided(entry) && (cycle > from.cycle || entry.retry_index > from.retry))
    found.push(...ahead.slice(0, count - found.length))
  }
  return found
}
