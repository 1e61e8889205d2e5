import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approvedCountOf, decisionOf, judgeAll, reduceAll, type DecideCommand, type LoopState, type UndoCommand } from './index.ts'
import { loopOf, type LoopOnPaper } from './testing.ts'

/** A loop of three cycles in which each has two results to look at. */
function twoEach(): LoopOnPaper {
  const loop = loopOf(3).do({ type: 'configure', config: { mode: 'manual' } })
  for (const cycle of [0, 1, 2]) for (const retry of [0, 1]) loop.do({ type: 'step', cycle, retry }).returns(cycle, retry)
  return loop
}

const approve = (cycle: number, retry = 0): DecideCommand => ({ type: 'decide', cycle, retry, decision: 'approve' })
const after = (state: LoopState, commands: readonly DecideCommand[] | readonly UndoCommand[]): LoopState =>
  reduceAll(state, judgeAll(state, commands).events.map((event, index) => Object.assign({ seq: state.seq + 1 + index, at: 1, by: 'tester' }, event)))

test('what is refused does not hinder the others', () => {
  const { state } = twoEach()
  const { events, refused } = judgeAll(state, [approve(0), approve(7), approve(1), { ...approve(2), revision: 5 }])
  expect(refused.map(({ command, error }) => [command.cycle, error.code])).toEqual([[7, 'attempt_not_found'], [2, 'decision_stale']])
  expect(events.map((event) => event.type)).toEqual(['decided', 'decided'])
})

test('several results of one cycle cannot be approved together: none of them is, and the others are', () => {
  const { state } = twoEach()
  const { events, refused } = judgeAll(state, [approve(0, 0), approve(2), approve(0, 1)])
  expect(refused.map(({ command, error }) => [command.cycle, command.retry, error.code])).toEqual([[0, 0, 'approval_ambiguous'], [0, 1, 'approval_ambiguous']])
  expect(refused[0]!.error.message).toBe('Several results of cycle 1 are selected. Approve one of them.')
  expect(events).toMatchObject([{ type: 'decided', cycle: 2, retry: 0, decision: 'approve' }])
})

test('beside one that has nothing to approve, a result of its cycle can be approved', () => {
  const { state } = twoEach().do({ type: 'step', cycle: 0, retry: 2 })
  const { events, refused } = judgeAll(state, [approve(0, 0), approve(0, 2)])
  expect(refused.map(({ error }) => error.code)).toEqual(['attempt_failed'])
  expect(events).toMatchObject([{ type: 'decided', retry: 0 }, { type: 'attemptCancelled', retry: 2 }])
})

test('an attempt that is named twice is decided once', () => {
  const { events, refused } = judgeAll(twoEach().state, [approve(0), approve(0)])
  expect(refused.map(({ error }) => error.code)).toEqual(['request_invalid'])
  expect(events).toHaveLength(1)
})

test('what follows is made once, after the last of them', () => {
  const loop = loopOf(5).do({ type: 'configure', config: { lookahead: 1 } }).do({ type: 'step' }).returns(0, 0).returns(1, 0)
  const { events } = judgeAll(loop.state, [approve(0), approve(1)])
  expect(events.flatMap((event) => (event.type === 'attemptQueued' ? [event.cycle] : []))).toEqual([2, 3])
})

test('many are taken back together', () => {
  const { state } = twoEach()
  const decided = after(state, [0, 1, 2].map((cycle) => approve(cycle)))
  expect(approvedCountOf(decided)).toBe(3)
  const undone = after(decided, [0, 1, 2].map((cycle) => ({ type: 'undo', cycle, retry: 0 })))
  expect(approvedCountOf(undone)).toBe(0)
  expect(undone.cycles.flatMap(({ attempts }) => attempts.map(decisionOf))).toEqual(Array.from({ length: 6 }, () => undefined))
})

const place = { cycle: fc.nat(3), retry: fc.nat(2) }
const aDecision = fc.record(
  { type: fc.constant('decide' as const), ...place, decision: fc.constantFrom('approve', 'reject', 'replay', 'discard'), revision: fc.nat(2), discardSiblings: fc.constant(true as const) },
  { requiredKeys: ['type', 'cycle', 'retry', 'decision'] },
)
const keyOf = ({ cycle, retry }: { readonly cycle: number; readonly retry: number }): string => `${cycle}/${retry}`
const decisions = (of: LoopState) => of.cycles.flatMap(({ attempts }) => attempts.map(({ decisions: made }) => made.map(({ decision, reason }) => [decision, reason])))

test('of different cycles, together and one after another come to the same', () => {
  fc.assert(fc.property(fc.uniqueArray(aDecision, { selector: ({ cycle }) => cycle, maxLength: 4 }), (commands) => {
    const single = twoEach()
    const refused = commands.filter((command) => single.refusal(command) !== undefined || (single.do(command), false))
    const { state } = twoEach()
    expect(judgeAll(state, commands).refused.map(({ command }) => command)).toEqual(refused)
    expect(decisions(after(state, commands))).toEqual(decisions(single.state))
  }))
})

test('a batch taken back leaves the decisions as they were before it', () => {
  const anUndo = fc.record({ type: fc.constant('undo' as const), ...place })
  const batch = fc.record({
    decision: fc.constantFrom('approve', 'reject', 'replay', 'discard'),
    places: fc.uniqueArray(fc.record(place), { selector: keyOf, minLength: 1, maxLength: 8 }),
    discardSiblings: fc.boolean(),
  })
  fc.assert(fc.property(fc.array(fc.oneof(aDecision, anUndo), { maxLength: 20 }), batch, (history, { decision, places, discardSiblings }) => {
    const loop = twoEach()
    for (const command of history) if (loop.refusal(command) === undefined) loop.do(command)
    const revisionAt = (state: LoopState, at: { cycle: number; retry: number }): number => state.cycles[at.cycle]?.attempts[at.retry]?.revision ?? 0
    const items = places.filter((at) => loop.state.cycles[at.cycle]?.attempts[at.retry]?.decisions.at(-1)?.decision !== decision)
    const asked = items.map((at): DecideCommand => ({ type: 'decide', ...at, decision, revision: revisionAt(loop.state, at), ...(discardSiblings ? { discardSiblings } : {}) }))
    const { refused } = judgeAll(loop.state, asked)
    const judged = after(loop.state, asked)
    const taken = items.filter((at) => !refused.some(({ command }) => keyOf(command) === keyOf(at)))
    const undos = taken.map((at): UndoCommand => Object.assign({ type: 'undo', revision: revisionAt(judged, at) } as const, at))
    expect(judgeAll(judged, undos).refused).toEqual([])
    expect(decisions(after(judged, undos))).toEqual(decisions(loop.state))
  }), { numRuns: 500 })
})

test('approvals made one after the other are taken back together', () => {
  const { state } = twoEach().do(approve(0, 0)).do(approve(0, 1))
  const undos = [0, 1].map((retry): UndoCommand => ({ type: 'undo', cycle: 0, retry, revision: state.cycles[0]!.attempts[retry]!.revision }))
  expect(judgeAll(state, undos).refused).toEqual([])
  expect(after(state, undos).cycles[0]!.attempts.map(decisionOf)).toEqual(['approve', undefined])
})
