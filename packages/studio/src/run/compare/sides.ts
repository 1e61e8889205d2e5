import { placeOf, samePlace, type Place } from '../../loop-view/place.ts'
import { frontOf, standingsOf } from '../../loop-view/shown.ts'
import type { LoopViewState } from '../../loop-view/state.ts'
import { fitted, type Size } from '../zoom.ts'

/**
 * What stands as A beside B: what is pinned, else the result before B in its cycle, else what the cycle before has to show for itself,
 * else another try of the same cycle. Undefined when B is alone.
 */
export function sideA(state: LoopViewState, b: Place, pinned: Place | undefined): Place | undefined {
  if (pinned !== undefined) return pinned
  const siblings = standingsOf(state, b.cycle).filter((entry) => entry.status === 'returned' && entry.retry_index !== b.retry)
  const before = siblings.findLast((entry) => entry.retry_index < b.retry)
  const found = before ?? frontOf(standingsOf(state, b.cycle - 1)) ?? siblings[0]
  return found === undefined ? undefined : placeOf(found)
}

/** Where the next try of a cycle will stand. */
export function nextTry(state: LoopViewState, cycle: number): Place {
  return { cycle, retry: (standingsOf(state, cycle).at(-1)?.retry_index ?? -1) + 1 }
}

/** What is pinned after the key: the place looked at, or nothing when it was that one. */
export const pinnedAfter = (pinned: Place | undefined, here: Place | undefined): Place | undefined => (samePlace(pinned, here) ? undefined : here)

/** CSS pixels from which A stands to the left of B whatever they show. */
const WIDE_PX = 600

/** Whether A stands over B: in a narrow room, where that shows both pictures larger than beside each other. */
export function standsOver(room: Size, picture: Size = { width: 1, height: 1 }): boolean {
  if (room.width === 0 || room.width >= WIDE_PX) return false
  const beside = fitted(picture, { width: room.width / 2, height: room.height })
  const over = fitted(picture, { width: room.width, height: room.height / 2 })
  return over.scale > beside.scale
}
