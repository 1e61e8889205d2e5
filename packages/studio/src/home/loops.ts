import type { LoopSummary } from '@lemouf/core/protocol'

/** What a person is needed for comes first. */
export const URGENCY: Record<LoopSummary['status'], number> = { waiting: 0, failed: 1, running: 2, ready: 3, paused: 3, empty: 4, complete: 5, exited: 5 }

/** Waiting for a person first, then failed, running, the rest; among equals the last changed first. */
export function inOrder(loops: readonly LoopSummary[]): readonly LoopSummary[] {
  return loops.toSorted((a, b) => URGENCY[a.status] - URGENCY[b.status] || b.updated_at - a.updated_at)
}

/** The loops with one as it is now; news that is older than what is known changes nothing. */
export function withLoop(loops: readonly LoopSummary[], loop: LoopSummary): readonly LoopSummary[] {
  const index = loops.findIndex((known) => known.loop_id === loop.loop_id)
  const known = loops[index]
  if (known === undefined) return [...loops, loop]
  return known.seq >= loop.seq ? loops : loops.with(index, loop)
}
