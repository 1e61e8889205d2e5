import { supersedes, type Attempt, type AttemptKey, type AttemptStatus } from './attempt.ts'
import { payloadFacts, type AttemptQueued, type Decided, type LoopEvent, type RecordedEvent } from './event.ts'
import { attemptAt, DEFAULT_CONFIG, initialState, workflowOf, type Cycle, type LoopState } from './state.ts'

/** The state after an event. Pure: the state given stays as it was. */
export function reduce(state: LoopState, event: RecordedEvent): LoopState {
  return reduceAll(state, [event])
}

/** The state after several events, at the cost of one copy. */
export function reduceAll(state: LoopState, events: Iterable<RecordedEvent>): LoopState {
  const next = draftOf(state)
  for (const event of events) apply(next, event)
  return next
}

/** The state after events that are not recorded yet: who and when is not known, and nothing that is decided reads it. */
export function imagine(state: LoopState, events: readonly LoopEvent[]): LoopState {
  const next = draftOf(state)
  imagineOn(next, events)
  return next
}

/** The same in place, for many steps in a row. What is derived from a state once and kept (how it stands) must not be asked of a draft. */
export function imagineOn(draft: Draft, events: readonly LoopEvent[]): void {
  for (const event of events) apply(draft, { ...event, seq: draft.seq + 1, at: draft.updatedAt, by: '' })
}

export const draftOf = (state: LoopState): Draft => ({ ...state, cycles: state.cycles.slice() })

/** The state that a loop's whole history gives; linear in the number of events. */
export function replay(loopId: string, events: Iterable<RecordedEvent>): LoopState {
  const draft: Draft = { ...initialState(loopId), cycles: [] }
  for (const event of events) apply(draft, event)
  return draft
}

/** A state owned by whoever applies events to it: its fields and its list of cycles may change, what they hold may not. */
export type Draft = { -readonly [K in keyof Omit<LoopState, 'cycles'>]: LoopState[K] } & { cycles: Cycle[] }

function apply(draft: Draft, event: RecordedEvent): void {
  draft.seq = event.seq
  draft.updatedAt = event.at
  switch (event.type) {
    case 'created':
      draft.createdAt = event.at
      return
    case 'workflowSet': {
      const { hash, prompt, graph, name } = event
      const workflow = { hash, prompt, ...(graph === undefined ? {} : { graph }), ...(name === undefined ? {} : { name }) }
      draft.workflowHash = hash
      draft.workflows = { ...draft.workflows, [hash]: workflow }
      return
    }
    case 'payloadSet':
      draft.payload = { value: event.payload, ...payloadFacts(event) }
      return
    case 'configured':
      draft.config = { ...DEFAULT_CONFIG, ...event.config }
      return
    case 'overridesSet':
      draft.overrides = event.overrides
      return
    case 'attemptQueued':
      return queue(draft, event)
    case 'attemptStarted':
      return settle(draft, event, 'running', { worker: event.worker, startedAt: event.at })
    case 'attemptReturned':
      return settle(draft, event, 'returned', { worker: event.worker, outputs: event.outputs, failure: undefined, unwanted: false, endedAt: event.at })
    case 'attemptFailed':
      return settle(draft, event, 'failed', { failure: event.failure, unwanted: false, endedAt: event.at })
    case 'attemptCancelled':
      return settle(draft, event, 'cancelled', { unwanted: event.unwanted, endedAt: event.at })
    case 'decided':
      return replace(draft, event, (attempt) => overlay(attempt, event))
    case 'decisionUndone':
      return replace(draft, event, (attempt) => ({
        ...attempt,
        decisions: attempt.decisions.filter((record) => record.seq !== event.undoes),
        revision: event.revision + 1,
        updatedAt: event.at,
      }))
    case 'reset':
      return clear(draft, event.keepWorkflow)
    case 'exited':
      draft.exited = event.complete ? 'complete' : 'early'
      return
    case 'exported':
      return
  }
}

function queue(draft: Draft, event: AttemptQueued & RecordedEvent): void {
  const { run, cycle, retry, promptId, workflowHash, assignments, edits, seed, uploads, round } = event
  const attempt: Attempt = {
    run, cycle, retry, promptId, workflowHash, assignments, edits, seed, uploads,
    ...(round === undefined ? {} : { round }),
    seq: event.seq,
    status: 'queued',
    decisions: [],
    revision: 0,
    outputs: [],
    failure: undefined,
    unwanted: false,
    queuedAt: event.at,
    updatedAt: event.at,
  }
  while (draft.cycles.length <= cycle) draft.cycles.push({ attempts: [] })
  draft.cycles[cycle] = { attempts: [...(draft.cycles[cycle]?.attempts ?? []), attempt] }
}

function settle(draft: Draft, event: AttemptKey & RecordedEvent, status: AttemptStatus, facts: Partial<Attempt>): void {
  replace(draft, event, (attempt) => (supersedes(status, attempt.status) ? { ...attempt, ...facts, status, updatedAt: event.at } : attempt))
}

function overlay(attempt: Attempt, event: Decided & RecordedEvent): Attempt {
  const { decision, seq, at, by, reason, edits, displacedBy } = event
  const record = {
    decision, seq, at, by,
    ...(reason === undefined ? {} : { reason }),
    ...(edits === undefined ? {} : { edits }),
    ...(displacedBy === undefined ? {} : { displacedBy }),
  }
  return { ...attempt, decisions: [...attempt.decisions, record], revision: event.revision + 1, updatedAt: at }
}

function replace(draft: Draft, key: AttemptKey, change: (attempt: Attempt) => Attempt): void {
  const attempt = attemptAt(draft, key)
  if (attempt === undefined) return
  const attempts = (draft.cycles[key.cycle]?.attempts ?? []).with(key.retry, change(attempt))
  draft.cycles[key.cycle] = { attempts }
}

function clear(draft: Draft, keepWorkflow: boolean): void {
  draft.run += 1
  draft.cycles = []
  draft.exited = 'no'
  const workflow = workflowOf(draft)
  draft.workflows = workflow !== undefined && keepWorkflow ? { [workflow.hash]: workflow } : {}
  if (keepWorkflow) return
  draft.workflowHash = undefined
  draft.payload = undefined
  draft.overrides = {}
}
