import type { Json } from '@lemouf/core/json'
import { promptIdOf, type Attempt, type AttemptKey, type LoopEvent, type RecordedEvent } from '@lemouf/core/loop'
import type { LoopSummary } from '@lemouf/core/protocol'
import type { Batch } from './append.ts'

/** Things to store, for tests. */

export const key = (cycle: number, retry = 0, run = 0): AttemptKey => ({ run, cycle, retry })

export function attempt(loopId: string, at: AttemptKey, more: Partial<Attempt> = {}): Attempt {
  return {
    ...at,
    promptId: promptIdOf(loopId, at),
    seq: 1,
    status: 'queued',
    decisions: [],
    revision: 0,
    workflowHash: 'f'.repeat(64),
    assignments: {},
    edits: {},
    seed: 7,
    uploads: [],
    outputs: [],
    failure: undefined,
    unwanted: false,
    queuedAt: 1,
    updatedAt: 1,
    ...more,
  }
}

export function summary(loopId: string, seq: number, more: Partial<LoopSummary> = {}): LoopSummary {
  return {
    loop_id: loopId,
    status: 'ready',
    mode: 'auto',
    total_cycles: 1,
    current_cycle: 0,
    current_retry: 0,
    approved: 0,
    workflow_name: null,
    seq,
    created_at: 1,
    updated_at: seq,
    ...more,
  }
}

export const created: LoopEvent = { type: 'created' }
export const payloadSet = (payload: Json): LoopEvent => ({ type: 'payloadSet', payload, source: 'given' })
export const started = (at: AttemptKey): LoopEvent => ({ type: 'attemptStarted', worker: 'gpu', ...at })
export const reset: LoopEvent = { type: 'reset', keepWorkflow: true }

/** The batch that appends these events after a sequence number. */
export function batch(loopId: string, expectedSeq: number, happened: readonly LoopEvent[], more: Partial<Batch> = {}): Batch {
  const events = happened.map((event, index): RecordedEvent => ({ ...event, seq: expectedSeq + 1 + index, at: 1000 + expectedSeq, by: 'tester' }))
  return { loopId, expectedSeq, events, attempts: [], clearAttempts: false, summary: summary(loopId, expectedSeq + events.length), ...more }
}
