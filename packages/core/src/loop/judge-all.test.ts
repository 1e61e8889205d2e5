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
const after = (state: LoopState, commands: readonly (DecideCommand | UndoCommand)[]): LoopState =>
  reduceAll(state, judgeAll(state, commands).events.map((event, index) => Object.assign({ seq: state.seq + 1 + index, at: 1, by: 'tester' }, event)))

test('what is refused does not hinder the others', () => {
  const { state } = twoEach()
  const { events, refused } = judgeAll(state, [approve(0), approve(7), approve(1), { ...approve(2), revision: 5 }])
  expect(refused.map(({ command, error }) => [command.cycle, error.code])).toEqual([[7, 'attempt_not_found'], [2, 'decision_stale']])
  expect(events.map((event) => event.type)).toEqual(['decided', 'decided'])
})

test('each decision is made on what those before it left', () => {
  const { state } = twoEach()
  const { refused } = judgeAll(state, [approve(0), approve(0)])
  expect(refused.map(({ error }) => error.code)).toEqual(['decision_stale'])
  const [cycle] = after(state, [approve(0, 0), approve(0, 1)]).cycles
  expect(cycle!.attempts.map(decisionOf)).toEqual(['discard', 'approve'])
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

test('where each can wait for a step, together and one after another come to the same', () => {
  const place = { cycle: fc.nat(3), retry: fc.nat(2) }
  const one = fc.oneof(
    fc.record({ type: fc.constant('decide' as const), ...place, decision: fc.constantFrom('approve', 'reject', 'replay', 'discard'), revision: fc.nat(2), discardSiblings: fc.constant(true as const) }, { requiredKeys: ['type', 'cycle', 'retry', 'decision'] }),
    fc.record({ type: fc.constant('undo' as const), ...place }),
  )
  fc.assert(fc.property(fc.array(one, { maxLength: 30 }), (commands) => {
    const single = twoEach()
    const refused = commands.filter((command) => single.refusal(command) !== undefined || (single.do(command), false))
    const { state } = twoEach()
    expect(judgeAll(state, commands).refused.map(({ command }) => command)).toEqual(refused)
    const decisions = (of: LoopState) => of.cycles.flatMap(({ attempts }) => attempts.map(({ decisions: made, revision }) => [made.map(({ decision }) => decision), revision]))
    expect(decisions(after(state, commands))).toEqual(decisions(single.state))
  }))
})
