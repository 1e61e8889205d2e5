import type { ManifestEntry } from '@lemouf/core/protocol'
import { keyOf, placeOf, samePlace } from '../loop-view/place.ts'
import { isInFlight, shownCycle } from '../loop-view/shown.ts'
import type { Live, LoopViewState } from '../loop-view/state.ts'
import { tryOf, type Try } from './naming.ts'

export interface RunProgress {
  readonly approved: number
  readonly total: number
  /** The attempt under way that matters most to the person: the one looked at, else the loop's current one. */
  readonly running: { readonly entry: ManifestEntry; readonly tried: Try; readonly done: number | undefined; readonly remainingMs: number | undefined } | undefined
  /** Approved cycles of all, 0..1. */
  readonly share: number
}

/** How far a loop is; `now` on the clock that `progressed` actions carry. */
export function progressOf(state: LoopViewState, now: number): RunProgress {
  const { approved, total } = { approved: state.loop?.approved ?? 0, total: state.loop?.total_cycles ?? 0 }
  const entry = underWay(state)
  const live = entry === undefined ? undefined : state.live[keyOf(placeOf(entry))]
  const running = entry === undefined ? undefined : { entry, tried: tryOf(shownCycle(state, entry.cycle_index), entry.retry_index), done: live?.done, remainingMs: live === undefined ? undefined : remaining(live, now) }
  return { approved, total, running, share: total === 0 ? 0 : approved / total }
}

function underWay(state: LoopViewState): ManifestEntry | undefined {
  const inFlight = state.cycles.flatMap((entries) => entries.filter(isInFlight))
  return (
    inFlight.find((entry) => samePlace(placeOf(entry), state.cursor)) ??
    inFlight.find((entry) => entry.cycle_index === state.loop?.current_cycle) ??
    inFlight.find((entry) => entry.status === 'running') ??
    inFlight[0]
  )
}

const ENOUGH_TO_ESTIMATE = 0.05
const LEAST_MS = 1000

/** As long again for the rest as for the part seen so far; nothing of what is over in a moment. */
function remaining({ since, done }: Live, now: number): number | undefined {
  if (since === undefined || done - since.done < ENOUGH_TO_ESTIMATE) return undefined
  const rest = ((now - since.at) * (1 - done)) / (done - since.done)
  return rest < LEAST_MS ? undefined : rest
}
