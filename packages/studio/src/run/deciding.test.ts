import { AppError } from '@lemouf/core/error'
import type { CallOptions, Client } from '@lemouf/core/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reduceView } from '../loop-view/reduce.ts'
import { shownEntry } from '../loop-view/shown.ts'
import type { LoopViewState } from '../loop-view/state.ts'
import { change, entry, summary, viewOf } from '../loop-view/testing.ts'
import { placesToUndo } from '../loop-view/undo.ts'
import { createCommands } from './commands.ts'

interface Call {
  readonly name: string
  readonly body: Record<string, unknown>
  readonly key: string | undefined
}
type Item = Readonly<Record<'cycle_index' | 'retry_index' | 'revision', number>>

const standing = { ok: true, current_cycle: 0, current_retry: 0, status: 'waiting', next_cycle_index: 0, next_retry_index: 0, needs_generation: false, applied: 1, refused: [] }
const accepted = ({ body }: Call): unknown => ({ ...standing, decision: body['decision'] ?? null, revision: Number(body['revision']) + 1 })
const at = (cycle: number, retry = 0) => ({ cycle, retry })
const unanswered = new AppError('engine_unavailable', 'The leMouf server does not answer.', { cause: new TypeError('fetch failed') })
const itemsOf = ({ body }: Call): readonly (readonly [number, number])[] => (body['items'] as readonly Item[]).map(({ cycle_index, retry_index }) => [cycle_index, retry_index])

/** Commands on a view, against a server that answers a decision as told. */
function rig(start: LoopViewState, answer: (call: Call) => unknown) {
  let state = start
  const calls: Call[] = []
  const server = (async (name: string, { body = {} }: { body?: Record<string, unknown> }, { key }: CallOptions = {}) => {
    if (name === 'getManifest') return { entries: [], next_cycle: null }
    calls.push({ name, body, key })
    return answer({ name, body, key })
  }) as unknown as Client
  const dispatch = (action: Parameters<typeof reduceView>[1]): void => { state = reduceView(state, action) }
  return { commands: createCommands(server, 'x', { state: () => state, dispatch }), calls, dispatch, state: () => state }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(60_000)

test('an approval of everything leaves approved cycles and rejected results as they are', async () => {
  const { commands, calls } = rig(viewOf([
    entry(0, 0, { decision: 'reject', revision: 1 }), entry(0, 1, { decision: 'approve', revision: 1 }),
    entry(1, 0), entry(1, 1, { decision: 'approve', revision: 1 }),
    entry(2, 0, { decision: 'reject', revision: 1 }), entry(2, 1),
    entry(3, 0, { decision: 'reject', revision: 1 }),
  ]), accepted)
  commands.decideMany('approve', [at(0), at(0, 1), at(1), at(1, 1), at(2), at(2, 1), at(3)])
  await settle()
  expect(calls.map(itemsOf)).toEqual([[[2, 1]]])
})

test('where several results of a cycle are selected none is approved; they stay selected and that is said', async () => {
  const { commands, calls, state } = rig(viewOf([entry(0, 0), entry(2, 0), entry(2, 1), entry(6, 0), entry(6, 1)]), accepted)
  commands.decideMany('approve', [at(0), at(2), at(2, 1), at(6), at(6, 1)])
  await settle()
  expect(calls.map(itemsOf)).toEqual([[[0, 0]]])
  expect([...state().selection.keys]).toEqual(['2.0', '2.1', '6.0', '6.1'])
  expect(state().notice?.message).toBe('Several results of cycles 3, 7 are selected. Approve one of each.')
})

test('a selection of nothing that could be approved so is said, and nothing is sent', () => {
  const { commands, calls, state } = rig(viewOf([entry(0, 0, { decision: 'reject', revision: 1 }), entry(1, 0, { decision: 'approve', revision: 1 })]), accepted)
  commands.decideMany('approve', [at(0), at(1)])
  expect([calls, state().notice?.tone]).toEqual([[], 'info'])
})

test('what got no answer is sent again with its key until it is answered, and undo takes back that step', async () => {
  let lost = 3
  const { commands, calls, state } = rig(viewOf([0, 1, 2, 3].map((cycle) => entry(cycle, 0))), (call) => {
    if (call.name === 'decideMany' && lost-- > 0) throw unanswered
    return accepted(call)
  })
  commands.decide('approve')
  commands.decideMany('reject', [at(1), at(2), at(3)])
  await settle()
  expect(calls.map(({ name }) => name)).toEqual(['decide', 'decideMany', 'decideMany', 'decideMany', 'decideMany'])
  expect(new Set(calls.map(({ key }) => key)).size).toBe(2)
  expect([state().pending, state().notice, shownEntry(state(), at(2))?.decision]).toEqual([[], undefined, 'reject'])
  expect(placesToUndo(state())).toEqual([at(1), at(2), at(3)])
})

test('a refusal is told also after the stream was broken, and leaves no step to undo', async () => {
  let refuse = (_error: Error): void => undefined
  const { commands, dispatch, state } = rig(viewOf([entry(0, 0), entry(1, 0)]), () => new Promise((_resolve, reject) => { refuse = reject }))
  commands.decide('approve')
  await settle()
  dispatch({ type: 'forgotten' })
  dispatch({ type: 'opened', loop: summary() })
  dispatch({ type: 'paged', epoch: state().epoch, from: 0, entries: [entry(0, 0), entry(1, 0)], next: null })
  expect(shownEntry(state(), at(0))?.decision).toBe('approve')
  refuse(new AppError('loop_exited', 'It was left.'))
  await settle()
  expect([state().notice?.message, state().decided, shownEntry(state(), at(0))?.decision]).toEqual(['It was left.', [], null])
})

test('more than the server takes at once is one step all the same', async () => {
  const cycles = Array.from({ length: 10_001 }, (_unused, cycle) => cycle)
  const { commands, calls, state } = rig(viewOf(cycles.map((cycle) => entry(cycle, 0)), summary({ total_cycles: cycles.length })), accepted)
  commands.decideMany('reject', cycles.map((cycle) => at(cycle)))
  await settle()
  expect(calls.map((call) => itemsOf(call).length)).toEqual([10_000, 1])
  expect(new Set(calls.map(({ key }) => key)).size).toBe(2)
  expect([state().pending.length, placesToUndo(state())?.length]).toEqual([0, 10_001])
})

test('where a part of many is refused, the parts before it hold', async () => {
  const cycles = Array.from({ length: 10_002 }, (_unused, cycle) => cycle)
  const { commands, state } = rig(viewOf(cycles.map((cycle) => entry(cycle, 0)), summary({ total_cycles: cycles.length })), (call) => {
    if (itemsOf(call).length < 10_000) throw new AppError('loop_exited', 'It was left.')
    return accepted(call)
  })
  commands.decideMany('reject', cycles.map((cycle) => at(cycle)))
  await settle()
  expect([...state().selection.keys]).toEqual(['10000.0', '10001.0'])
  expect(placesToUndo(state())?.length).toBe(10_000)
})

test('what was not sent when the loop began anew is dropped, and what was unanswered is not sent again', async () => {
  const { commands, calls, dispatch, state } = rig(viewOf([entry(0, 0), entry(1, 0), entry(2, 0)]), () => { throw unanswered })
  commands.decide('approve')
  commands.decide('reject')
  await vi.advanceTimersByTimeAsync(100)
  dispatch({ type: 'changed', change: change(50, [entry(0, 0, { prompt_id: 'new' })], { reset: true }) })
  await settle()
  expect(calls.map(({ body }) => body['cycle_index'])).toEqual([0])
  expect([state().notice, state().pending, shownEntry(state(), at(0))?.decision]).toEqual([undefined, [], null])
})

test('a decision names the attempt that was seen, where it was read', async () => {
  const { commands, calls } = rig({ ...viewOf([entry(0, 0, { prompt_id: 'seen' })]), outline: [[entry(0, 0)], [entry(1, 0)]] }, accepted)
  commands.decide('approve')
  commands.decideMany('reject', [at(0), at(1)])
  commands.undo()
  await settle()
  expect(calls.map(({ body }) => body['prompt_id'] ?? (body['items'] as { prompt_id?: string }[]).map(({ prompt_id }) => prompt_id))).toEqual(['seen', ['seen', undefined], ['seen', undefined]])
})
