import type { ManifestEntry } from '@lemouf/core/protocol'
import { placeOf, type Place } from './place.ts'
import { frontOf, isApproved, isInFlight, isUndecided, shownCycle, shownEntry, standingsOf, toJudge } from './shown.ts'
import { cycleCount, type LoopViewState, type Standing } from './state.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** One step: left and right between the cycles shown, up and down between the retries of one. At an end it stays. */
export function neighbour(state: LoopViewState, from: Place, direction: Direction): Place {
  if (direction === 'left' || direction === 'right') return cycleBeside(state, from.cycle, direction === 'right' ? 1 : -1) ?? from
  const entries = standingsOf(state, from.cycle)
  const index = entries.findIndex((entry) => entry.retry_index === from.retry)
  const next = entries[index + (direction === 'down' ? 1 : -1)]
  return index < 0 || next === undefined ? from : placeOf(next)
}

function cycleBeside(state: LoopViewState, from: number, step: 1 | -1): Place | undefined {
  const count = cycleCount(state)
  for (let cycle = from + step; cycle >= 0 && cycle < count; cycle += step) {
    if (isCycleShown(state, cycle)) return placeIn(state, cycle)
  }
  return undefined
}

/** With "undecided only", what a person has nothing to do in is left out. */
export const isCycleShown = (state: LoopViewState, cycle: number): boolean => !state.undecidedOnly || toJudge(standingsOf(state, cycle)).length > 0

/** Where to stand in a cycle: on the card on top (of what is to be judged, when only that is shown), or on its empty place. Undefined beyond the loop. */
export function placeIn(state: LoopViewState, cycle: number): Place | undefined {
  if (cycle < 0 || cycle >= cycleCount(state)) return undefined
  const standings = standingsOf(state, cycle)
  const front = frontOf(standings)
  return front === undefined ? { cycle, retry: 0 } : placeOf(front)
}

/** The first cycle shown, or the last one in which something was made; where none is, nowhere. */
export function endOf(state: LoopViewState, which: 'first' | 'last'): Place | undefined {
  if (which === 'first') return cycleBeside(state, -1, 1)
  const made = (state.outline ?? state.cycles).findLastIndex((entries) => entries.length > 0)
  return made < 0 ? cycleBeside(state, cycleCount(state), -1) : cycleBeside(state, made + 1, -1)
}

/** The attempt of the same cycle by its number, from 1; undefined where there is none. */
export function siblingAt(state: LoopViewState, from: Place, number: number): Place | undefined {
  const entry = standingsOf(state, from.cycle)[number - 1]
  return entry === undefined ? undefined : placeOf(entry)
}

/**
 * What to look at after a decision: the nearest attempt that waits for one, ahead before behind,
 * else the nearest under way. Never the first of all, unless that is the nearest.
 */
export function nextToJudge(state: LoopViewState, from: Place): Place | undefined {
  return nearest(state, from, isUndecided) ?? nearest(state, from, isInFlight)
}

function nearest(state: LoopViewState, from: Place, wanted: (entry: Standing) => boolean): Place | undefined {
  for (let cycle = from.cycle; cycle < (state.outline ?? state.cycles).length; cycle++) {
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
function open(state: LoopViewState, cycle: number): readonly Standing[] {
  const entries = standingsOf(state, cycle)
  return isApproved(entries) ? [] : entries
}

/** The attempts that will be looked at next, for fetching their media ahead: so many that wait for a decision, then what an arrow leads to. */
export function upcoming(state: LoopViewState, from: Place, count: number): readonly ManifestEntry[] {
  const found: ManifestEntry[] = []
  for (let cycle = from.cycle; cycle < state.cycles.length && found.length < count; cycle++) {
    const entries = shownCycle(state, cycle)
    const ahead = isApproved(entries) ? [] : entries.filter((entry) => isUndecided(entry) && (cycle > from.cycle || entry.retry_index > from.retry))
    found.push(...ahead.slice(0, count - found.length))
  }
  const beside = (['right', 'left'] as const).map((direction) => shownEntry(state, neighbour(state, from, direction)))
  return [...new Set([...found, ...beside.filter((entry) => entry !== undefined)])]
}
