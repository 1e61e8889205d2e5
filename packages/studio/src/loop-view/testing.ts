import type { Change, LoopSummary, ManifestEntry } from '@lemouf/core/protocol'
import { reduceView, type ViewAction } from './reduce.ts'
import { initialView, type LoopViewState } from './state.ts'

/** An attempt that has returned and waits, but for the facts given. */
export function entry(cycle: number, retry: number, facts: Partial<ManifestEntry> = {}): ManifestEntry {
  return {
    cycle_index: cycle, retry_index: retry, round_index: retry, status: 'returned', prompt_id: `p-${cycle}-${retry}`,
    decision: null, revision: 0, decided_by: null, decided_at: null, reason: null,
    outputs: { images: [], audio: [], video: [], files: [], text: [], json: [] }, error: null,
    seed: 1, inputs: {}, edits: {}, worker: null, workflow_hash: 'h',
    created_at: 0, started_at: null, ended_at: null, updated_at: 0, ...facts,
  }
}

export function summary(facts: Partial<LoopSummary> = {}): LoopSummary {
  return {
    loop_id: 'portraits-07', status: 'waiting', mode: 'auto', total_cycles: 6, current_cycle: 0, current_retry: 0,
    approved: 0, workflow_name: null, seq: 1, created_at: 0, updated_at: 0, ...facts,
  }
}

export function change(seq: number, entries: readonly ManifestEntry[], facts: Partial<Change> = {}): Change {
  return { loop: summary({ seq }), events: [], entries: [...entries], reset: false, ...facts }
}

/** A view that has read all of a loop with these attempts, looking at its first. */
export function viewOf(entries: readonly ManifestEntry[], loop: LoopSummary = summary()): LoopViewState {
  return act(initialView(), { type: 'opened', loop }, { type: 'paged', epoch: 0, from: 0, entries, next: null })
}

export const act = (state: LoopViewState, ...actions: readonly ViewAction[]): LoopViewState => actions.reduce(reduceView, state)
