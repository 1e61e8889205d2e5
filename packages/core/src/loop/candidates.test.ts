import { describe, expect, test } from 'vitest'
import { currentRetryOf, judgeAll, roundOf, statusOf } from './index.ts'
import { loopOf, type LoopOnPaper } from './testing.ts'

const approve = (cycle: number, retry: number) => ({ type: 'decide', cycle, retry, decision: 'approve' }) as const
const reject = (cycle: number, retry: number) => ({ type: 'decide', cycle, retry, decision: 'reject' }) as const
const replay = (cycle: number, retry: number) => ({ type: 'decide', cycle, retry, decision: 'replay' }) as const
const undo = (cycle: number, retry: number) => ({ type: 'undo', cycle, retry }) as const

/** A loop that makes several candidates of each cycle, started. */
const choosing = (candidates: number, cycles = 2, more: object = {}): LoopOnPaper =>
  loopOf(cycles).do({ type: 'configure', config: { candidates, ...more } }).do({ type: 'step' })

/** Brings in every attempt of a cycle that is under way. */
function allReturn(loop: LoopOnPaper, cycle: number): LoopOnPaper {
  for (const { status, retry } of loop.state.cycles[cycle]!.attempts) if (status === 'queued') loop.returns(cycle, retry)
  return loop
}

describe('candidates of a cycle', () => {
  test('are made at once, with a seed each, and one is chosen', () => {
    const loop = choosing(3)
    expect(loop.picture).toBe('c0[queued queued queued]')
    expect(new Set(loop.state.cycles[0]!.attempts.map(({ assignments }) => assignments['1.seed'])).size).toBe(3)
    loop.returns(0, 1).do(approve(0, 1))
    expect(loop.picture).toBe('c0[cancelled returned:approve cancelled] c1[queued queued queued]')
  })

  test('the next are made when the last that waited is sent back', () => {
    const loop = allReturn(choosing(3), 0).do(reject(0, 0)).do(reject(0, 2))
    expect(loop.picture).toBe('c0[returned:reject returned returned:reject]')
    loop.do(reject(0, 1))
    expect(loop.picture).toBe('c0[returned:reject returned:reject returned:reject queued queued queued]')
    expect(loop.state.cycles[0]!.attempts.map(({ round }) => round)).toEqual([0, 0, 0, 1, 1, 1])
  })

  test('sent back while others are still being made wait for these', () => {
    const loop = choosing(2).returns(0, 0).do(reject(0, 0))
    expect(loop.picture).toBe('c0[returned:reject queued]')
    expect(loop.returns(0, 1).do(reject(0, 1)).picture).toBe('c0[returned:reject returned:reject queued queued]')
  })

  test('sent back with a change, one takes its place; the round after it has the change in all', () => {
    const loop = allReturn(choosing(2), 0).do({ ...reject(0, 0), edits: { '1.text': 'a red night' } })
    expect(loop.picture).toBe('c0[returned:reject returned queued]')
    expect(loop.state.cycles[0]!.attempts[2]!.assignments['1.text']).toBe('a red night')
    loop.returns(0, 2).do(reject(0, 1)).do(reject(0, 2))
    expect(loop.state.cycles[0]!.attempts.slice(3).map(({ assignments }) => assignments['1.text'])).toEqual(['a red night', 'a red night'])
  })

  test('replayed while others wait, each has one more made in its place', () => {
    const loop = allReturn(choosing(3), 0).do(replay(0, 1))
    expect(loop.picture).toBe('c0[returned returned:replay returned queued]')
    expect(roundOf(loop.state.cycles[0]!.attempts[3]!)).toBe(0)
    expect(loop.do(undo(0, 1)).picture).toBe('c0[returned returned returned cancelled]')
    loop.do({ ...replay(0, 1), revision: 2 }).returns(0, 4)
    expect(loop.do(reject(0, 0)).do(reject(0, 2)).picture).toBe('c0[returned:reject returned:replay returned:reject cancelled returned]')
    const failed = choosing(2).do({ type: 'fail', run: 0, cycle: 0, retry: 0, failure: { code: 'x', message: 'broken' } }).returns(0, 1)
    expect(failed.do(replay(0, 0)).picture).toBe('c0[failed:replay returned queued]')
  })

  test('many replayed together have as many made in their place', () => {
    const { state } = allReturn(choosing(4), 0)
    const queued = judgeAll(state, [replay(0, 0), replay(0, 2), replay(0, 3)]).events.filter((event) => event.type === 'attemptQueued')
    expect(queued.map(({ retry, round }) => [retry, round])).toEqual([[4, 0], [5, 0], [6, 0]])
  })

  test('a failure among them is no reason for more; when all failed, a replay makes a round', () => {
    const loop = choosing(2)
    const fail = (retry: number) => ({ type: 'fail', run: 0, cycle: 0, retry, failure: { code: 'x', message: 'broken' } }) as const
    loop.do({ type: 'start', worker: 'w', run: 0, cycle: 0, retry: 0 }).do(fail(0))
    expect(statusOf(loop.state)).toBe('running')
    loop.do(fail(1))
    expect(loop.picture).toBe('c0[failed failed]')
    expect(statusOf(loop.state)).toBe('failed')
    expect(loop.do({ type: 'decide', cycle: 0, retry: 1, decision: 'replay' }).picture).toBe('c0[failed failed:replay queued queued]')
  })

  test('whose plan does not resolve fail once', () => {
    const loop = allReturn(choosing(3, 2), 0)
    loop.do({ type: 'setPayload', payload: [{ prompt: 'only one' }, {}], source: 'given' }).do(approve(0, 0))
    expect(loop.picture).toBe('c0[returned:approve returned returned] c1[failed]')
    expect(loop.do({ type: 'configure', config: { lookahead: 1 } }).picture).toContain('c1[failed]')
  })

  test('cancelled by an approval are made again when it is undone', () => {
    const loop = choosing(3, 1).returns(0, 0).do(approve(0, 0))
    expect(loop.picture).toBe('c0[returned:approve cancelled cancelled]')
    expect(loop.do(undo(0, 0)).picture).toBe('c0[returned cancelled cancelled queued queued]')
  })

  test('a rejection undone takes back the round that it opened, and leaves its siblings alone', () => {
    const loop = choosing(2, 1).returns(0, 0).do(reject(0, 0)).do(undo(0, 0))
    expect(loop.picture).toBe('c0[returned queued]')
    loop.returns(0, 1).do({ ...reject(0, 0), revision: 2 }).do(reject(0, 1))
    expect(loop.picture).toBe('c0[returned:reject returned:reject queued queued]')
    loop.returns(0, 2).do(undo(0, 0))
    expect(loop.picture).toBe('c0[returned returned:reject returned cancelled]')
  })

  test('more or fewer, while they are made', () => {
    const loop = choosing(2, 1).returns(0, 0)
    expect(loop.do({ type: 'configure', config: { candidates: 4 } }).picture).toBe('c0[returned queued queued queued]')
    loop.do({ type: 'start', worker: 'w', run: 0, cycle: 0, retry: 3 })
    expect(loop.do({ type: 'configure', config: { candidates: 2 } }).picture).toBe('c0[returned cancelled cancelled running]')
    expect(loop.do({ type: 'configure', config: { candidates: 1 } }).picture).toBe('c0[returned cancelled cancelled cancelled]')
    expect(loop.do({ type: 'configure', config: { candidates: 2 } }).picture).toBe('c0[returned cancelled cancelled cancelled queued]')
  })

  test('one that was taken back is made again when a person asks for that', () => {
    const loop = choosing(1, 1).returns(0, 0).do(reject(0, 0)).do(undo(0, 0)).do({ type: 'decide', cycle: 0, retry: 0, decision: 'discard' })
    expect(loop.picture).toBe('c0[returned:discard cancelled]')
    expect(loop.do({ type: 'decide', cycle: 0, retry: 1, decision: 'replay' }).picture).toBe('c0[returned:discard cancelled:replay queued]')
  })

  test('of cycles ahead are made as well: lookahead counts cycles', () => {
    expect(choosing(2, 3, { lookahead: 1 }).picture).toBe('c0[queued queued] c1[queued queued]')
  })

  test('of a chain all start from the approval before', () => {
    const feedback = [{ from: '$previous.images[0]', to: { node: 'id:1', input: 'image' }, fallback: 'first.png' }]
    const loop = loopOf(2, feedback).do({ type: 'configure', config: { candidates: 2, lookahead: 2 } }).do({ type: 'step' })
    expect(allReturn(loop, 0).do(approve(0, 1)).picture).toBe('c0[returned returned:approve] c1[queued queued]')
    expect(loop.state.cycles[1]!.attempts.map(({ assignments }) => assignments['1.image'])).toEqual(['lemouf/0-1.png', 'lemouf/0-1.png'])
    expect(loop.do(approve(0, 0)).picture).toBe('c0[returned:approve returned:discard] c1[cancelled cancelled queued queued]')
  })

  test('approve all: the first that returns wins', () => {
    const loop = choosing(3, 2, { approve: 'all' }).returns(0, 2)
    expect(loop.picture).toBe('c0[cancelled cancelled returned:approve] c1[queued queued queued]')
    expect(loop.returns(0, 0).picture).toContain('c0[returned cancelled returned:approve]')
  })

  test('manual: a step makes a round, and one more beside those that wait when it is named', () => {
    const loop = choosing(2, 1, { mode: 'manual' })
    expect(loop.picture).toBe('c0[queued queued]')
    expect(loop.do({ type: 'step' }).picture).toBe('c0[queued queued]')
    allReturn(loop, 0).do(reject(0, 0)).do(reject(0, 1))
    expect(loop.do({ type: 'step' }).picture).toBe('c0[returned:reject returned:reject queued queued]')
    expect(loop.do({ type: 'step', cycle: 0, retry: 4 }).picture).toBe('c0[returned:reject returned:reject queued queued queued]')
  })

  test('a person looks at the first that waits, else the first under way', () => {
    const loop = choosing(3, 1)
    expect(currentRetryOf(loop.state)).toBe(0)
    expect(currentRetryOf(loop.returns(0, 1).state)).toBe(1)
    expect(currentRetryOf(loop.returns(0, 0).state)).toBe(0)
    expect(currentRetryOf(loop.do(reject(0, 0)).do(reject(0, 1)).state)).toBe(2)
  })
})

describe('a paused loop', () => {
  test('finishes what runs and queues nothing new, until it is resumed', () => {
    const loop = choosing(1, 3).do({ type: 'configure', config: { paused: true } })
    expect([loop.picture, statusOf(loop.state)]).toEqual(['c0[queued]', 'running'])
    loop.returns(0, 0).do(approve(0, 0))
    expect([loop.picture, statusOf(loop.state)]).toEqual(['c0[returned:approve]', 'paused'])
    expect(loop.refusal({ type: 'step' })).toBe('loop_paused')
    expect(loop.do({ type: 'configure', config: { paused: false } }).picture).toBe('c0[returned:approve] c1[queued]')
  })

  test('can be judged, and what follows is made when it is resumed', () => {
    const loop = choosing(1, 3).returns(0, 0).do({ type: 'configure', config: { paused: true } }).do(reject(0, 0))
    expect(loop.picture).toBe('c0[returned:reject]')
    expect(loop.do({ type: 'configure', config: { paused: false } }).picture).toBe('c0[returned:reject queued]')
  })
})
