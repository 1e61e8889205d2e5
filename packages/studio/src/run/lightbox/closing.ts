import { isApproved, standingAt, standingsOf } from '../../loop-view/shown.ts'
import type { LoopViewState } from '../../loop-view/state.ts'

/** Whether the cycle looked at has been approved between two views: by this person or another, not by a loop that approves what it makes. */
export function wasApproved(before: LoopViewState, after: LoopViewState): boolean {
  const { cursor } = before
  if (cursor === undefined || standingAt(before, cursor)?.status !== 'returned') return false
  return !isApproved(standingsOf(before, cursor.cycle)) && isApproved(standingsOf(after, cursor.cycle))
}
