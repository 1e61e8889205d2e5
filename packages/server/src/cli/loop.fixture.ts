import type { Change, LoopView, ManifestEntry } from '@lemouf/core/protocol'

/** Loops as a server tells of them, for tests. */

export function entry(cycle: number, retry: number, more: Partial<ManifestEntry> = {}): ManifestEntry {
  return {
    cycle_index: cycle, retry_index: retry, round_index: retry, status: 'queued', prompt_id: `${cycle}-${retry}`,
    decision: null, revision: 0, decided_by: null, decided_at: null, reason: null,
    outputs: { images: [], audio: [], video: [], files: [], text: [], json: [] },
    error: null, seed: 1, inputs: {}, edits: {}, worker: null, workflow_hash: 'f'.repeat(64),
    created_at: 1, started_at: null, ended_at: null, updated_at: 1,
    ...more,
  }
}

export function loopView(more: Partial<LoopView> = {}, manifest: ManifestEntry[] = []): LoopView {
  return {
    loop_id: 'loop', status: 'running', mode: 'auto', total_cycles: 1, current_cycle: 0, current_retry: 0, approved: 0,
    workflow_name: null, seq: 1, created_at: 1, updated_at: 1, approve: 'ask', lookahead: 0, candidates: 1, seeds: 'map', seed: null, paused: false, overrides: {},
    loop_map: null, loop_map_error: null, payload: null, payload_error: null, payload_origin: null, workflow_source: null,
    manifest, last_error: null, runtime_state: null,
    ...more,
  }
}

export function change(loop: Partial<LoopView>, entries: ManifestEntry[], reset = false): Change {
  return { loop: loopView(loop), events: [], entries, reset }
}
