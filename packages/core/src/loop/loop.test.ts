import { describe, expect, test } from 'vitest'
import { unwrap } from '../result.ts'
import { approvedCountOf, currentCycleOf, decideAll, promptOf, statusOf, totalCyclesOf } from './index.ts'
import { loopOf, LoopOnPaper, picture, promptWith } from './testing.ts'

const approve = (cycle: number, retry: number) => ({ type: 'decide', cycle, retry, decision: 'approve' }) as const
const reject = (cycle: number, retry: number) => ({ type: 'decide', cycle, retry, decision: 'reject' }) as const
const replay = (cycle: number, retry: number) => ({ type: 'decide', cycle, retry, decision: 'replay' }) as const
const undo = (cycle: number, retry: number) => ({ type: 'undo', cycle, retry }) as const

describe('a loop', () => {
  test('runs from step to complete', () => {
    const loop = loopOf(2)
    expect(statusOf(loop.state)).toBe('ready')
    loop.do({ type: 'step' })
    expect(statusOf(loop.state)).toBe('running')
    loop.returns(0, 0)
    expect(statusOf(loop.state)).toBe('waiting')
    loop.do(approve(0, 0))
    expect(loop.picture).toBe('c0[returned:approve] c1[queued]')
    loop.returns(1, 0).do(approve(1, 0))
    expect(statusOf(loop.state)).toBe('complete')
  })

  test('has as many cycles as its payload until it is told otherwise', () => {
    const loop = loopOf(7)
    expect(totalCyclesOf(loop.state)).toBe(7)
    loop.do({ type: 'configure', config: { totalCycles: 3 } })
    expect(totalCyclesOf(loop.state)).toBe(3)
  })

  test('goes on when the total is raised after it was complete', () => {
    const loop = loopOf(2).do({ type: 'configure', config: { totalCycles: 1 } }).do({ type: 'step' }).returns(0, 0).do(approve(0, 0))
    expect(statusOf(loop.state)).toBe('complete')
    loop.do({ type: 'configure', config: { totalCycles: 2 } })
    expect(loop.picture).toBe('c0[returned:approve] c1[queued]')
  })

  test('refuses overrides of what is not in its workflow, and takes them before it has one', () => {
    expect(loopOf(1).refusal({ type: 'setOverrides', overrides: { '1.seed': 1, '99.seed': 1 } })).toBe('overrides_invalid')
    expect(new LoopOnPaper().do({ type: 'create' }).refusal({ type: 'setOverrides', overrides: { '99.seed': 1 } })).toBeUndefined()
  })

  test('needs a workflow before a step, and exists before anything', () => {
    expect(new LoopOnPaper().refusal({ type: 'step' })).toBe('loop_not_found')
    expect(new LoopOnPaper().do({ type: 'create' }).refusal({ type: 'step' })).toBe('loop_has_no_workflow')
    expect(new LoopOnPaper().do({ type: 'create' }).refusal({ type: 'create' })).toBe('loop_exists')
  })

  test('takes a list that its first attempt returned as its payload, when it has none', () => {
    const loop = new LoopOnPaper()
      .do({ type: 'create' })
      .do({ type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith([{ from: 'prompt', to: { node: 'id:1', input: 'text' }, fallback: 'first' }]) } })
      .do({ type: 'step' })
      .returns(0, 0, [{ kind: 'json', value: [{ prompt: 'a' }, { prompt: 'b' }] }])
    expect(totalCyclesOf(loop.state)).toBe(2)
    expect(loop.state.payload?.source).toBe('loop_return')
  })

  test('takes the list also when it comes with a retry', () => {
    const loop = new LoopOnPaper()
      .do({ type: 'create' })
      .do({ type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith([]) } })
      .do({ type: 'step' })
      .do({ type: 'fail', run: 0, cycle: 0, retry: 0, failure: { code: 'x', message: 'broken' } })
      .do(replay(0, 0))
      .returns(0, 1, [{ kind: 'json', value: [{ prompt: 'a' }, { prompt: 'b' }] }])
    expect(loop.state.payload?.source).toBe('loop_return')
  })
})

test('a generating workflow, which has no map, runs once, though its list becomes the payload', () => {
  const { '3': _map, ...generator } = promptWith()
  const loop = new LoopOnPaper()
    .do({ type: 'create' })
    .do({ type: 'setWorkflow', workflow: { hash: 'g', prompt: generator } })
    .do({ type: 'step' })
    .returns(0, 0, [{ kind: 'json', value: [{ prompt: 'a' }, { prompt: 'b' }] }])
    .do(approve(0, 0))
  expect(statusOf(loop.state)).toBe('complete')
  loop.do({ type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith() } })
  expect(totalCyclesOf(loop.state)).toBe(2)
})

describe('the total', () => {
  const total = (totalCycles: number | null) => ({ type: 'configure', config: { totalCycles } }) as const
  const payload = (entries: number) => ({ type: 'setPayload', payload: Array.from({ length: entries }, () => ({ prompt: 'so' })), source: 'given' }) as const

  test('cannot be more than the payload has entries, and is as before then', () => {
    const loop = loopOf(3).do({ type: 'step' })
    const refused = decideAll(loop.state, [total(5)])
    expect(!refused.ok && [refused.error.code, refused.error.message]).toEqual(['payload_too_short', 'The payload has 3 entries, and cycle 4 needs one more. Add entries, or run fewer cycles.'])
    expect(loop.refusal({ type: 'configure', config: { lookahead: 2 } })).toBeUndefined()
    expect(totalCyclesOf(loop.do(payload(5)).do(total(5)).state)).toBe(5)
  })

  test('is any number where nothing reads the payload, or it serves every cycle', () => {
    expect(totalCyclesOf(loopOf(2, [{ from: '$auto_seed', to: { node: 'id:1', input: 'seed' } }]).do(total(9)).state)).toBe(9)
    expect(totalCyclesOf(loopOf(2).do({ type: 'setPayload', payload: { prompt: 'one for all' }, source: 'given' }).do(total(9)).state)).toBe(9)
  })

  test('that was set ends with the last entry of a shorter payload, and the history says so', () => {
    const loop = loopOf(4).do({ type: 'configure', config: { totalCycles: 4, lookahead: 3 } }).do({ type: 'step' })
    loop.do(payload(2))
    expect(totalCyclesOf(loop.state)).toBe(2)
    expect(loop.picture).toBe('c0[queued] c1[cancelled queued] c2[cancelled] c3[cancelled]')
    expect(loop.events.findLast(({ type }) => type === 'configured')).toMatchObject({ config: { totalCycles: 2 } })
    expect(totalCyclesOf(loop.do(payload(0)).state)).toBe(1)
  })

  test('follows the payload again when it is no longer set', () => {
    const loop = loopOf(4).do(total(2)).do(total(null))
    expect([totalCyclesOf(loop.state), totalCyclesOf(loop.do(payload(3)).state)]).toEqual([4, 3])
  })

  test('does not follow a list that the loop has returned where its map does not read it', () => {
    const returned = new LoopOnPaper().do({ type: 'create' }).do({ type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith([]) } }).do({ type: 'step' })
    returned.returns(0, 0, [{ kind: 'json', value: [1, 2, 3, 4, 5] }])
    expect([returned.state.payload?.source, totalCyclesOf(returned.state)]).toEqual(['loop_return', 1])
    expect(statusOf(returned.do(approve(0, 0)).state)).toBe('complete')
    expect(totalCyclesOf(returned.do({ type: 'setPayload', payload: [1, 2], source: 'given' }).state)).toBe(2)
  })

  test('lowered, takes back what is under way beyond it, the cycle looked at as well; approvals beyond it do not count', () => {
    const loop = loopOf(3).do({ type: 'configure', config: { approve: 'all' } }).do({ type: 'step' }).returns(0, 0).returns(1, 0)
    expect(loop.do(total(2)).picture).toBe('c0[returned:approve] c1[returned:approve] c2[cancelled]')
    expect(loop.returns(2, 0).picture).toContain('c2[returned]')
    expect([statusOf(loop.state), approvedCountOf(loop.state)]).toEqual(['complete', 2])
    expect(approvedCountOf(loop.do(total(1)).state)).toBe(1)
    const manual = loopOf(2).do({ type: 'configure', config: { mode: 'manual' } }).do({ type: 'step', cycle: 1 })
    expect(manual.do(total(1)).picture).toBe('c0[] c1[cancelled]')
  })
})

test('a payload that a person changed is set with what it was, and cycles ahead are made again once', () => {
  const loop = loopOf(2).do({ type: 'configure', config: { lookahead: 1 } }).do({ type: 'step' })
  const from = { loopId: 'generator', cycle: 0, retry: 0 }
  loop.do({ type: 'setPayload', returned: [{ prompt: 'a' }], payload: [{ prompt: 'b' }, { prompt: 'c' }], source: 'loop_return', from, edited: true })
  expect(loop.picture).toBe('c0[queued] c1[cancelled queued]')
  const set = loop.events.filter((event) => event.type === 'payloadSet').slice(1)
  expect(set).toMatchObject([{ payload: [{ prompt: 'a' }], from }, { payload: [{ prompt: 'b' }, { prompt: 'c' }], from, edited: true }])
  expect(set[0]).not.toHaveProperty('edited')
})

describe('several commands', () => {
  const setUp = [
    { type: 'create' },
    { type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith() } },
    { type: 'setPayload', payload: [{ prompt: 'a' }], source: 'given' },
  ] as const

  test('happen as if they had come one by one', () => {
    const one = [...setUp, { type: 'step' }] as const
    const apart = one.reduce((loop, command) => loop.do(command), new LoopOnPaper())
    const plain = apart.events.map(({ seq: _seq, at: _at, by: _by, ...event }) => event)
    expect(unwrap(decideAll(new LoopOnPaper().state, one))).toEqual(plain)
  })

  test('happen not at all when one is refused', () => {
    const refused = decideAll(new LoopOnPaper().state, [...setUp, { type: 'step', cycle: 7 }])
    expect(!refused.ok && refused.error.code).toBe('cycle_out_of_range')
  })
})

describe('an attempt', () => {
  test('keeps its resolved inputs, and a retry gets another seed', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(replay(0, 0))
    const [first, second] = loop.state.cycles[0]!.attempts
    expect(first!.assignments).toEqual({ '1.text': 'picture 0', '1.seed': first!.seed })
    expect(second!.assignments['1.seed']).toBe(second!.seed)
    expect(second!.seed).not.toBe(first!.seed)
    expect(second!.promptId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('is posted with its inputs and the loop id in Loop Return', () => {
    const loop = loopOf(1).do({ type: 'step' })
    const prompt = unwrap(promptOf(loop.state, loop.state.cycles[0]!.attempts[0]!))
    expect(prompt['1']!.inputs['text']).toBe('picture 0')
    expect(prompt['2']!.inputs['loop_id']).toBe('paper')
  })

  test('is posted with the workflow it was queued with, though the loop has another by now', () => {
    const loop = loopOf(1).do({ type: 'step' })
    loop.do({ type: 'setWorkflow', workflow: { hash: 'other', prompt: promptWith([]) } })
    const prompt = unwrap(promptOf(loop.state, loop.state.cycles[0]!.attempts[0]!))
    expect(prompt['3']!.inputs['map_json']).toContain('prompt')
  })

  test('is not queued when a mapping does not resolve; in a running loop it is seen as failed', () => {
    const broken = [{ from: 'missing', to: { node: 'id:1', input: 'text' } }]
    expect(loopOf(1, broken).refusal({ type: 'step' })).toBe('mapping_failed')
    const loop = loopOf(2).do({ type: 'step' }).returns(0, 0)
    loop.do({ type: 'setPayload', payload: [{ prompt: 'only one' }, {}], source: 'given' }).do(approve(0, 0))
    expect(loop.picture).toBe('c0[returned:approve] c1[failed]')
    expect(loop.state.cycles[1]!.attempts[0]!.failure).toMatchObject({ code: 'mapping_failed', message: expect.stringMatching(/Add the value.*Replay it once/) })
    loop.do({ type: 'setPayload', payload: [{ prompt: 'one' }, { prompt: 'two' }], source: 'given' }).do(replay(1, 0))
    expect(loop.picture).toBe('c0[returned:approve] c1[failed:replay queued]')
  })

  test('a step sent twice runs once; a retry out of order is refused', () => {
    const loop = loopOf(1).do({ type: 'step' }).do({ type: 'step' }).do({ type: 'step', cycle: 0, retry: 0 })
    expect(loop.picture).toBe('c0[queued]')
    expect(loop.refusal({ type: 'step', cycle: 0, retry: 5 })).toBe('retry_not_dense')
    expect(loop.refusal({ type: 'step', cycle: 9 })).toBe('cycle_out_of_range')
  })

  test('that was seen before a reset is not decided in the place of another', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0)
    const { promptId } = loop.state.cycles[0]!.attempts[0]!
    expect(loop.refusal({ ...approve(0, 0), promptId })).toBeUndefined()
    loop.do({ type: 'reset', keepWorkflow: true }).do({ type: 'step' }).returns(0, 0)
    expect(loop.refusal({ ...approve(0, 0), revision: 0, promptId })).toBe('decision_stale')
    expect(loop.do(approve(0, 0)).refusal({ type: 'undo', cycle: 0, retry: 0, revision: 1, promptId })).toBe('decision_stale')
  })

  test('late news of a loop begun anew changes nothing', () => {
    const loop = loopOf(1).do({ type: 'step' }).do({ type: 'reset', keepWorkflow: true })
    const before = loop.state
    loop.do({ type: 'return', run: 0, cycle: 0, retry: 0, worker: 'w', outputs: [picture('late')] })
    expect(loop.state).toBe(before)
    expect(loop.do({ type: 'step' }).state.cycles[0]!.attempts[0]!.promptId).not.toBe(loop.events.find((event) => event.type === 'attemptQueued')?.promptId)
  })

  test('a result that comes after its cancellation is kept', () => {
    const loop = loopOf(1).do({ type: 'step' }).do({ type: 'cancel', cycle: 0, retry: 0 }).returns(0, 0)
    expect(loop.picture).toBe('c0[returned]')
  })
})

describe('a decision', () => {
  test('waits for the result, and needs one to approve', () => {
    const loop = loopOf(1).do({ type: 'step' })
    expect(loop.refusal(approve(0, 0))).toBe('attempt_not_returned')
    expect(loop.refusal(approve(0, 3))).toBe('attempt_not_found')
    loop.do({ type: 'fail', run: 0, cycle: 0, retry: 0, failure: { code: 'x', message: 'broken' } })
    expect(statusOf(loop.state)).toBe('failed')
    expect(loop.refusal(approve(0, 0))).toBe('attempt_failed')
    expect(loop.do(replay(0, 0)).picture).toBe('c0[failed:replay queued]')
  })

  test('on what was decided meanwhile is stale, unless it names the revision it saw', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(approve(0, 0))
    expect(loop.refusal(reject(0, 0))).toBe('decision_stale')
    expect(loop.refusal({ ...reject(0, 0), revision: 0 })).toBe('decision_stale')
    expect(loop.do({ ...reject(0, 0), revision: 1 }).picture).toBe('c0[returned:reject queued]')
  })

  test('of approval discards the earlier approval and cancels what is still being made', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(replay(0, 0)).returns(0, 1).do(approve(0, 1))
    expect(loop.picture).toBe('c0[returned:replay returned:approve]')
    loop.do({ ...approve(0, 0), revision: 1 })
    expect(loop.picture).toBe('c0[returned:approve returned:discard]')
    loop.do(undo(0, 0))
    expect(loop.picture).toBe('c0[returned:replay returned:approve]')
  })

  test('of approval discards the undecided siblings when asked, and its undoing brings all back at once', () => {
    const loop = loopOf(1).do({ type: 'configure', config: { mode: 'manual' } }).do({ type: 'step' }).returns(0, 0)
    for (const retry of [1, 2, 3]) loop.do({ type: 'step', cycle: 0, retry })
    loop.returns(0, 1).returns(0, 2).do({ ...reject(0, 0) }).do({ ...approve(0, 1), discardSiblings: true })
    expect(loop.picture).toBe('c0[returned:reject returned:approve returned:discard cancelled]')
    loop.do(undo(0, 1))
    expect(loop.picture).toBe('c0[returned:reject returned returned cancelled]')
    loop.do({ ...approve(0, 1), revision: 2 }).do({ ...approve(0, 1), revision: 3, discardSiblings: true })
    expect(loop.picture).toBe('c0[returned:reject returned:approve returned:discard cancelled]')
    expect(loop.do(undo(0, 1)).picture).toBe('c0[returned:reject returned returned cancelled]')
  })

  test('approving one while its replay is being made cancels the replay', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(replay(0, 0)).do({ ...approve(0, 0), revision: 1 })
    expect(loop.picture).toBe('c0[returned:approve cancelled]')
  })

  test('undone: the retry it opened is cancelled; rejected again: it is made', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(reject(0, 0))
    expect(loop.picture).toBe('c0[returned:reject queued]')
    loop.do(undo(0, 0))
    expect(loop.picture).toBe('c0[returned cancelled]')
    expect(loop.refusal(undo(0, 0))).toBe('nothing_to_undo')
    loop.do(reject(0, 0))
    expect(loop.picture).toBe('c0[returned:reject cancelled queued]')
  })

  test('given twice, with a reason the second time, and undone once, still holds alone', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(replay(0, 0)).returns(0, 1).do({ ...approve(0, 0), revision: 1 }).do(approve(0, 1))
    loop.do({ ...approve(0, 1), revision: 1, reason: 'sharper' }).do(undo(0, 1))
    expect(loop.picture).toBe('c0[returned:discard returned:approve]')
    expect(loop.do(undo(0, 1)).picture).toBe('c0[returned:approve returned]')
  })

  test('with edits feeds the next retry and the ones after it', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0)
    loop.do({ ...reject(0, 0), reason: 'too dark', edits: { '1.text': 'brighter' } })
    expect(loop.state.cycles[0]!.attempts[1]!.assignments['1.text']).toBe('brighter')
    loop.returns(0, 1).do(replay(0, 1))
    expect(loop.state.cycles[0]!.attempts[2]!.assignments['1.text']).toBe('brighter')
  })

  test('with edits, on an older try, starts its retry at once, though a sibling is undecided', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(replay(0, 0)).returns(0, 1).do(undo(0, 0))
    loop.do({ ...reject(0, 0), edits: { '1.text': 'a red night' } })
    expect(loop.picture).toBe('c0[returned:reject returned queued]')
    expect(loop.state.cycles[0]!.attempts[2]!.assignments['1.text']).toBe('a red night')
  })

  test('edits that no retry has served yet are not lost to a later rejection', () => {
    const loop = loopOf(1).do({ type: 'configure', config: { mode: 'manual' } }).do({ type: 'step' }).returns(0, 0)
    loop.do({ type: 'step', cycle: 0, retry: 1 }).returns(0, 1)
    loop.do({ ...reject(0, 0), edits: { '1.text': 'a red night' } }).do(reject(0, 1)).do({ type: 'step' })
    expect(loop.state.cycles[0]!.attempts[2]!.assignments['1.text']).toBe('a red night')
  })

  test('a failed retry does not start others by itself', () => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0).do(reject(0, 0))
    loop.do({ type: 'fail', run: 0, cycle: 0, retry: 1, failure: { code: 'x', message: 'broken' } })
    expect(loop.picture).toBe('c0[returned:reject failed]')
  })
})

describe('modes', () => {
  test('manual: every attempt waits for a step', () => {
    const loop = loopOf(2).do({ type: 'configure', config: { mode: 'manual' } }).do({ type: 'step' }).returns(0, 0).do(approve(0, 0))
    expect(loop.picture).toBe('c0[returned:approve]')
    expect(currentCycleOf(loop.state)).toBe(1)
    expect(loop.do({ type: 'step' }).picture).toBe('c0[returned:approve] c1[queued]')
  })

  test('what was made ahead is taken back when it is not wanted any more, and made again when it is', () => {
    const ahead = (): LoopOnPaper => loopOf(4).do({ type: 'configure', config: { lookahead: 2 } }).do({ type: 'step' })
    expect(ahead().do({ type: 'configure', config: { lookahead: 1 } }).picture).toBe('c0[queued] c1[queued] c2[cancelled]')
    expect(ahead().do({ type: 'configure', config: { totalCycles: 2 } }).picture).toBe('c0[queued] c1[queued] c2[cancelled]')
    expect(ahead().do({ type: 'configure', config: { lookahead: 0 } }).do({ type: 'configure', config: { lookahead: 1 } }).picture).toBe('c0[queued] c1[cancelled queued] c2[cancelled]')
    const changed = ahead().do({ type: 'setOverrides', overrides: { '1.seed': 7 } })
    expect(changed.picture).toBe('c0[queued] c1[cancelled queued] c2[cancelled queued]')
    expect(ahead().do({ type: 'configure', config: { lookahead: 3 } }).picture).toBe('c0[queued] c1[queued] c2[queued] c3[queued]')
  })

  test('also when an approval was taken back meanwhile', () => {
    const loop = loopOf(6).do({ type: 'configure', config: { lookahead: 2 } }).do({ type: 'step' }).returns(0, 0).returns(1, 0)
    for (const cycle of [0, 1]) loop.do({ type: 'decide', cycle, retry: 0, decision: 'approve' })
    loop.do({ type: 'undo', cycle: 0, retry: 0 })
    expect(loop.do({ type: 'setOverrides', overrides: { '1.seed': 7 } }).picture).toMatch(/c2\[cancelled queued\] c3\[cancelled queued\] c4\[cancelled\]/)
  })

  test('a late result of what is not wanted any more is not approved by rule', () => {
    const loop = loopOf(3).do({ type: 'configure', config: { lookahead: 1, approve: 'all' } }).do({ type: 'step' })
    expect(loop.do({ type: 'setOverrides', overrides: { '1.seed': 7 } }).returns(1, 0).picture).toBe('c0[queued] c1[returned queued]')
    expect(loop.returns(1, 1).picture).toContain('c1[returned returned:approve]')
  })

  test('lookahead makes later cycles meanwhile, but not those that read the one before', () => {
    const ahead = loopOf(4).do({ type: 'configure', config: { lookahead: 2 } }).do({ type: 'step' })
    expect(ahead.picture).toBe('c0[queued] c1[queued] c2[queued]')
    const feedback = [{ from: '$previous.images[0]', to: { node: 'id:1', input: 'image' }, fallback: 'first.png' }]
    const chained = loopOf(4, feedback).do({ type: 'configure', config: { lookahead: 2 } }).do({ type: 'step' })
    expect(chained.picture).toBe('c0[queued]')
    chained.returns(0, 0).do(approve(0, 0))
    const second = chained.state.cycles[1]!.attempts[0]!
    expect(second.assignments['1.image']).toBe('lemouf/0-0.png')
    expect(second.uploads).toEqual(['0-0'])
  })

  test('a chain is made anew from the approval that holds', () => {
    const feedback = [{ from: '$previous.images[0]', to: { node: 'id:1', input: 'image' }, fallback: 'first.png' }]
    const chained = loopOf(3, feedback).do({ type: 'step' }).returns(0, 0).do(replay(0, 0)).returns(0, 1).do({ ...approve(0, 0), revision: 1 })
    expect(chained.picture).toBe('c0[returned:approve returned] c1[queued]')
    chained.do(approve(0, 1))
    expect(chained.picture).toBe('c0[returned:discard returned:approve] c1[cancelled queued]')
    expect(chained.state.cycles[1]!.attempts[1]!.assignments['1.image']).toBe('lemouf/0-1.png')
    chained.do(undo(0, 1))
    expect(chained.picture).toBe('c0[returned:approve returned] c1[cancelled cancelled queued]')
    expect(chained.state.cycles[1]!.attempts[2]!.assignments['1.image']).toBe('lemouf/0-0.png')
    chained.do({ ...reject(0, 0), revision: chained.state.cycles[0]!.attempts[0]!.revision })
    expect(chained.picture).toBe('c0[returned:reject returned] c1[cancelled cancelled cancelled]')
  })

  test('a result that comes after the exit is kept, and not approved by rule', () => {
    const loop = loopOf(2).do({ type: 'configure', config: { approve: 'all' } }).do({ type: 'step' }).do({ type: 'exit' }).returns(0, 0)
    expect(loop.picture).toBe('c0[returned]')
  })

  test('approve all: what returns is approved and the next is queued at once', () => {
    const loop = loopOf(2).do({ type: 'configure', config: { approve: 'all' } }).do({ type: 'step' }).returns(0, 0)
    expect(loop.picture).toBe('c0[returned:approve] c1[queued]')
  })

  test('exit cancels what is under way and refuses decisions; reset opens it again', () => {
    const loop = loopOf(2).do({ type: 'configure', config: { lookahead: 1 } }).do({ type: 'step' }).returns(0, 0).do({ type: 'exit' })
    expect(loop.picture).toBe('c0[returned] c1[cancelled]')
    expect(statusOf(loop.state)).toBe('exited')
    expect(loop.refusal(approve(0, 0))).toBe('loop_exited')
    expect(loop.refusal({ type: 'step' })).toBe('loop_exited')
    expect(statusOf(loop.do({ type: 'reset', keepWorkflow: true }).state)).toBe('ready')
  })
})
