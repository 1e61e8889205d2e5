import { decisionOf, isInFlight, isOpen } from './attempt.ts'
import { cancelUnwanted } from './cancel.ts'
import { fittedTotal } from './configure.ts'
import type { LoopEvent } from './event.ts'
import { inheritedEdits, planRound, unplanned } from './plan.ts'
import { imagine } from './reduce.ts'
import { wantedOf, type Wanted } from './round.ts'
import { approvedOf, attemptAt, currentCycleOf, firstUnapproved, hasFeedback, payloadOf, totalCyclesOf, type LoopState } from './state.ts'

/** The events, and those that the loop's own rules add to them: what they made outdated, a payload received, approvals by rule, the attempts now wanted. */
export function follow(state: LoopState, events: readonly LoopEvent[]): readonly LoopEvent[] {
  const all: LoopEvent[] = []
  let now = state
  const add = (more: readonly LoopEvent[]): void => {
    if (more.length === 0) return
    for (const event of more) all.push(event)
    now = imagine(now, more)
  }
  add(events)
  add(fittedTotal(now, events))
  add(outdated(state, now, events))
  add(untimely(state, now, events))
  add(surplus(state, now))
  const received = events.flatMap((event) => receivedPayload(now, event))
  add(received)
  add(fittedTotal(now, received))
  add(events.flatMap((event) => approvedByRule(state, now, event)))
  add(wantedAttempts(now))
  return all
}

/** Attempts under way that read an approval which no longer holds: with feedback, a cycle reads the approved outputs of the one before. */
function outdated(before: LoopState, now: LoopState, events: readonly LoopEvent[]): readonly LoopEvent[] {
  if (!hasFeedback(now)) return []
  const judged = new Set(events.flatMap((event) => (event.type === 'decided' || event.type === 'decisionUndone' ? [event.cycle] : [])))
  return [...judged].flatMap((cycle) => {
    const known = approvedOf(before.cycles[cycle])
    const holds = known === undefined || known.retry === approvedOf(now.cycles[cycle])?.retry
    return holds ? [] : cancelUnwanted(now.cycles[cycle + 1]?.attempts ?? [])
  })
}

const RESHAPING: ReadonlySet<LoopEvent['type']> = new Set(['workflowSet', 'payloadSet', 'overridesSet'])

/**
 * Attempts under way that are not wanted so any more: their cycle lies beyond a total that was lowered, or they were made ahead, and beyond
 * a lookahead that was lowered or planned with a workflow, payload, overrides or seeds that changed meanwhile. In `manual` mode a person asked
 * for each, and what is within the total stays.
 */
function untimely(before: LoopState, now: LoopState, events: readonly LoopEvent[]): readonly LoopEvent[] {
  const reseeded = before.config.seeds !== now.config.seeds || before.config.seed !== now.config.seed
  const reshaped = reseeded || events.some((event) => RESHAPING.has(event.type))
  if (!reshaped && events.every((event) => event.type !== 'configured')) return []
  const wanted = new Set(reshaped ? [] : windowOf(now))
  const [current, total] = [currentCycleOf(before), totalCyclesOf(now)]
  const stays = (cycle: number): boolean => cycle < total && (before.config.mode !== 'auto' || cycle <= current || wanted.has(cycle))
  return now.cycles.flatMap(({ attempts }, cycle) => (stays(cycle) ? [] : cancelUnwanted(attempts)))
}

/** What is under way beyond a number of candidates that was lowered: what a server has not begun goes first, then what was made last. */
function surplus(before: LoopState, now: LoopState): readonly LoopEvent[] {
  const { candidates } = now.config
  if (candidates >= before.config.candidates) return []
  return now.cycles.flatMap(({ attempts }) => {
    const open = attempts.filter(isOpen)
    const underWay = open.filter(isInFlight).sort((a, b) => Number(a.status === 'queued') - Number(b.status === 'queued') || a.retry - b.retry)
    const excess = Math.min(open.length - candidates, underWay.length)
    return excess > 0 ? cancelUnwanted(underWay.slice(-excess)) : []
  })
}

/** The first result of a loop without payload, when it is a list, becomes its payload. */
function receivedPayload(state: LoopState, event: LoopEvent): readonly LoopEvent[] {
  if (event.type !== 'attemptReturned' || event.cycle !== 0) return []
  const known = payloadOf(state)
  if (!known.ok || known.value !== undefined) return []
  const list = event.outputs.find((output) => output.kind === 'json' && Array.isArray(output.value))
  return list?.kind === 'json' ? [{ type: 'payloadSet', payload: list.value, source: 'loop_return', from: { loopId: state.loopId, cycle: event.cycle, retry: event.retry } }] : []
}

/** A result that nobody wanted any more when it came is left to a person: another is being made with what is wanted now. */
function approvedByRule(before: LoopState, state: LoopState, event: LoopEvent): readonly LoopEvent[] {
  if (event.type !== 'attemptReturned' || state.config.approve !== 'all' || state.exited !== 'no') return []
  const cycle = state.cycles[event.cycle]
  const attempt = cycle?.attempts[event.retry]
  if (attempt === undefined || decisionOf(attempt) !== undefined || approvedOf(cycle) !== undefined) return []
  if (attemptAt(before, attempt)?.unwanted === true) return []
  const { run, retry, revision } = attempt
  const approved: LoopEvent = { type: 'decided', run, cycle: event.cycle, retry, decision: 'approve', revision, auto: true }
  return [approved, ...cancelUnwanted(cycle?.attempts ?? [])]
}

/**
 * The attempts that a running loop in `auto` mode wants now: for the current cycle and, ahead of it, as many cycles as `lookahead` says.
 * A loop with feedback has no lookahead, because its cycles are not independent.
 */
function wantedAttempts(state: LoopState): readonly LoopEvent[] {
  const { mode, paused, candidates } = state.config
  const started = state.cycles.length > 0
  if (!started || mode !== 'auto' || paused || state.exited !== 'no') return []
  return windowOf(state).flatMap((cycle) => queue(state, cycle, wantedOf(state.cycles[cycle], candidates)))
}

/** The current cycle and those that may be made ahead of it. */
const windowOf = (state: LoopState): readonly number[] => firstUnapproved(state, 1 + (hasFeedback(state) ? 0 : state.config.lookahead))

/** A plan that does not resolve is recorded as one failed attempt, where a person sees it; it is never posted. */
function queue(state: LoopState, cycle: number, wanted: Wanted): readonly LoopEvent[] {
  const planned = planRound(state, cycle, wanted)
  if (planned.ok) return planned.value
  const { code, message } = planned.error
  const place = { cycle, retry: state.cycles[cycle]?.attempts.length ?? 0 }
  const edits = inheritedEdits(state.cycles[cycle])
  const failure = { code, message: `${message} Replay it once that is put right.` }
  return [unplanned(state, place, edits, wanted.round), { type: 'attemptFailed', run: state.run, ...place, failure }]
}
