import { describe, expect, test } from 'vitest'
import { loopOf, picture } from '../loop/testing.ts'
import type { Output } from '../loop/index.ts'
import { unwrap } from '../result.ts'
import { collectResources, newsOf, payloadStep, pipelineStatusOf, replayPipeline, returnedList, stepLoopId, workOf } from './index.ts'
import { PipelineOnPaper, planOf } from './testing.ts'

const CHAIN = planOf('g1 e2<1 c3<2')
const started = (plan = CHAIN): PipelineOnPaper => new PipelineOnPaper().do({ type: 'run', plan })
const composed = (pipeline: PipelineOnPaper, nodeId = '3') => {
  const { run, steps } = pipeline.state
  return pipeline.do({ type: 'compose', nodeId, run, tries: steps.find((step) => step.nodeId === nodeId)!.tries, resources: [] })
}

test('one run: each step begins when those before it are done', () => {
  const pipeline = started()
  expect(pipeline.picture).toBe('1 running, 2 waiting, 3 waiting')
  pipeline.hear('1', 4, 'running').hear('1', 6, 'complete')
  expect(pipeline.picture).toBe('1 done, 2 running, 3 waiting')
  pipeline.hear('2', 5, 'waiting')
  expect([pipeline.picture, pipelineStatusOf(pipeline.state)]).toEqual(['1 done, 2 review, 3 waiting', 'review'])
  pipeline.hear('2', 9, 'complete')
  expect(workOf(pipeline.state)).toMatchObject([{ type: 'collect', step: { nodeId: '3' } }])
  composed(pipeline)
  expect([pipeline.picture, pipelineStatusOf(pipeline.state)]).toEqual(['1 done, 2 done, 3 done', 'done'])
  expect(replayPipeline('film', pipeline.events)).toEqual(pipeline.state)
})

test('once its loop is heard of, a step asks for no other; done it stays done, whatever is undone in the loop', () => {
  const pipeline = started()
  expect(workOf(pipeline.state)).toMatchObject([{ type: 'startLoop', loopId: 'film_1_1' }])
  expect(workOf(pipeline.hear('1', 4, 'running').state)).toEqual([])
  pipeline.hear('1', 6, 'complete').hear('2', 5, 'running').hear('2', 9, 'complete')
  const before = pipeline.events.length
  expect(pipeline.hear('2', 10, 'waiting').hear('1', 7, 'failed').picture).toBe('1 done, 2 done, 3 running')
  expect(pipeline.events).toHaveLength(before)
})

test('a generate step without a list fails where a step needs one, and only there', () => {
  const noList = { code: 'payload_invalid', message: 'It returned only image.' }
  expect(started().hear('1', 6, 'complete', { noList }).picture).toBe('1 failed, 2 waiting, 3 waiting')
  expect(started(planOf('g1 c3<1')).hear('1', 6, 'complete', { noList }).picture).toBe('1 done, 3 running')
})

test('a step that failed is retried: in its loop where that can go on, else with another loop', () => {
  const failure = { code: 'mapping_failed', message: 'Nothing at "prompt".' }
  const pipeline = started().hear('1', 4, 'running').hear('1', 5, 'failed', { failure })
  expect(pipeline.state.steps[0]).toMatchObject({ status: 'failed', failure })
  const first = pipeline.loopOf('1')
  pipeline.do({ type: 'retryStep', nodeId: '1', at: { cycle: 0, retry: 1 } })
  expect(workOf(pipeline.state)).toEqual([{ type: 'stepLoop', loopId: first, cycle: 0, retry: 1 }])
  pipeline.hear('1', 5, 'failed', { failure })
  expect(pipeline.picture).toMatch(/^1 running/)
  pipeline.hear('1', 7, 'running')
  expect(workOf(pipeline.state)).toEqual([])
  pipeline.hear('1', 9, 'complete', { noList: failure })
  pipeline.do({ type: 'retryStep', nodeId: '1' })
  expect(pipeline.loopOf('1')).toBe(`${first}_r1`)
  expect(workOf(pipeline.state)).toMatchObject([{ type: 'startLoop', loopId: `${first}_r1` }])
})

test('a loop left early leaves its step, and going on with the loop goes on with the step', () => {
  const pipeline = started().hear('1', 4, 'running').hear('1', 5, 'exited')
  expect([pipeline.picture, pipelineStatusOf(pipeline.state)]).toEqual(['1 cancelled, 2 waiting, 3 waiting', 'cancelled'])
  expect(pipeline.hear('1', 6, 'ready').picture).toMatch(/^1 review/)
  expect(pipeline.hear('1', 8, 'exited', { complete: true }).picture).toMatch(/^1 done, 2 running/)
})

test('cancelling exits the loops under way, and a new run keeps how the last one went', () => {
  const pipeline = started().hear('1', 6, 'complete').hear('2', 3, 'waiting')
  const loopId = pipeline.loopOf('2')
  pipeline.do({ type: 'cancel' })
  expect([pipeline.picture, workOf(pipeline.state)]).toEqual(['1 done, 2 cancelled, 3 waiting', [{ type: 'exitLoop', loopId }]])
  pipeline.do({ type: 'run', plan: CHAIN })
  expect(pipeline.loopOf('1')).toBe('film_2_1')
  expect(workOf(pipeline.state)).toMatchObject([{ type: 'exitLoop', loopId }, { type: 'startLoop' }])
  pipeline.do({ type: 'release', loopId })
  expect(pipeline.state.leaving).toEqual([])
  expect(pipeline.state.steps.map(({ last }) => last)).toEqual([{ status: 'done', startedAt: 1, endedAt: 2 }, { status: 'cancelled', startedAt: 2, endedAt: 4 }, undefined])
})

test('what comes of work for an earlier run or try is for no other', () => {
  const pipeline = started(planOf('c3'))
  const early = { type: 'compose', nodeId: '3', run: 1, tries: 1, resources: [] } as const
  pipeline.do({ type: 'cancel' }).do({ type: 'run', plan: planOf('c3') }).do(early)
  expect(pipeline.picture).toBe('3 running')
  expect(pipeline.do({ ...early, run: 2 }).picture).toBe('3 done')
  pipeline.do({ type: 'retryStep', nodeId: '3' }).do({ type: 'failStep', nodeId: '3', run: 2, tries: 1, failure: { code: 'internal', message: '' } })
  expect(pipeline.picture).toBe('3 running')
})

test('refusals', () => {
  expect(new PipelineOnPaper().refusal({ type: 'cancel' })).toBe('pipeline_not_found')
  expect(new PipelineOnPaper().refusal({ type: 'run', plan: { ...CHAIN, steps: [] } })).toBe('pipeline_invalid')
  expect(started().refusal({ type: 'run', plan: CHAIN })).toBe('pipeline_running')
  expect(started().refusal({ type: 'retryStep', nodeId: '9' })).toBe('pipeline_step_not_found')
  expect(started().refusal({ type: 'retryStep', nodeId: '1' })).toBe('pipeline_step_refused')
  expect(started().do({ type: 'cancel' }).refusal({ type: 'retryStep', nodeId: '1' })).toBe('pipeline_step_refused')
})

test('loop ids of steps are loop ids, and never the same for two steps', () => {
  const ids = ['1', '12', '1:2', '1-2', 'a', 'b', '123456789012'].flatMap((node) => [1, 2, 12].flatMap((run) => [0, 1, 2].map((attempt) => stepLoopId('a-1', run, node, attempt))))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/)
  expect(stepLoopId('p'.repeat(40), 999_999, '1:2:3:4:56', 99)).toMatch(/^[a-zA-Z0-9_-]{1,64}$/)
})

test('a step takes the list of the nearest generate step before it', () => {
  const { steps } = planOf('g1 e2<1 e3<2 g4<3 e5<4 c6<5')
  expect(['2', '3', '5'].map((id) => payloadStep(steps, id)?.nodeId)).toEqual(['1', '1', '4'])
  expect(payloadStep(planOf('e1').steps, '1')).toBeUndefined()
})

const json = (value: Extract<Output, { kind: 'json' }>['value']): Output => ({ kind: 'json', value })

test('the lists of all cycles become one', () => {
  const loop = loopOf(2).do({ type: 'configure', config: { approve: 'all' } }).do({ type: 'step' }).returns(0, 0, [json([1, 2])]).returns(1, 0, [json([3])])
  expect(unwrap(returnedList(loop.state))).toEqual([1, 2, 3])
  expect(newsOf(loop.state)).toMatchObject({ status: 'complete', complete: true })
})

test.each<[string, readonly Output[], RegExp]>([
  ['a picture', [picture('a')], /only image, and the next step needs a list/],
  ['an object', [json({ prompt: 'a' })], /only JSON that is no list/],
  ['nothing', [], /returned nothing/],
  ['an empty list', [json([])], /empty list/],
])('%s is no list', (_what, outputs, sentence) => {
  const loop = loopOf(1).do({ type: 'configure', config: { approve: 'all' } }).do({ type: 'step' }).returns(0, 0, outputs)
  expect(newsOf(loop.state).noList?.message).toMatch(sentence)
})

test('a failed loop says which cycle and why', () => {
  const loop = loopOf(1).do({ type: 'step' }).do({ type: 'fail', run: 0, cycle: 0, retry: 0, failure: { code: 'x', message: 'No such model.' } })
  expect(newsOf(loop.state)).toMatchObject({ status: 'failed', complete: false, failure: { code: 'x', message: 'Cycle 1 failed: No such model.' } })
})

test('a composition is made of what was approved, in order, then of what it was given', () => {
  const given = [{ id: 'given/0', kind: 'audio', name: 'song.wav', src: 'https://example.org/song.wav' }] as const
  const pipeline = started(planOf('g1 e2<1 e3<2 c4<3', { given: { 4: given } })).hear('1', 6, 'complete').hear('2', 6, 'complete').hear('3', 6, 'complete')
  const loop = (nodeId: string) => {
    const paper = loopOf(2).do({ type: 'step' }).returns(0, 0, [picture(`${nodeId}-a`)]).do({ type: 'decide', cycle: 0, retry: 0, decision: 'reject' })
    paper.returns(0, 1, [picture(`${nodeId}-b`), { kind: 'text', text: 'a caption' }]).do({ type: 'decide', cycle: 0, retry: 1, decision: 'approve' })
    paper.returns(1, 0, [picture(`${nodeId}-c`)]).do({ type: 'decide', cycle: 1, retry: 0, decision: 'approve' })
    return [pipeline.loopOf(nodeId), { ...paper.state, loopId: pipeline.loopOf(nodeId) }] as const
  }
  const resources = collectResources(pipeline.state, '4', new Map([loop('3'), loop('2')]))
  expect(resources.map(({ name, from }) => [name, from?.nodeId, from?.cycle, from?.retry, from?.output])).toEqual([
    ['2-b.png', '2', 0, 1, 0], ['cycle 1', '2', 0, 1, 1], ['2-c.png', '2', 1, 0, 0],
    ['3-b.png', '3', 0, 1, 0], ['cycle 1', '3', 0, 1, 1], ['3-c.png', '3', 1, 0, 0],
    ['song.wav', undefined, undefined, undefined, undefined],
  ])
  expect(resources[0]).toMatchObject({ id: 'film_1_2/0/1/0', kind: 'image', media: '2-b' })
})

describe('a payload that is held', () => {
  const held = () => new PipelineOnPaper().do({ type: 'run', plan: planOf('g1 e2<1 e3<2', { config: { approve: 'ask', lookahead: 0, holdPayload: true } }) }).hear('1', 3, 'complete')

  test('waits for a person at each step that takes it, and begins the step when it is released', () => {
    const pipeline = held()
    expect(pipeline.picture).toBe('1 done, 2 review, 3 waiting')
    expect(pipelineStatusOf(pipeline.state)).toBe('review')
    expect(workOf(pipeline.state)).toEqual([])
    pipeline.do({ type: 'releasePayload', nodeId: '2', payload: [{ prompt: 'mine' }] })
    expect(pipeline.state.steps[1]).toMatchObject({ status: 'running', released: { by: 'tester', payload: [{ prompt: 'mine' }] } })
    expect(pipeline.state.steps[1]!.held).toBeUndefined()
    pipeline.hear('2', 3, 'complete')
    expect(pipeline.picture).toBe('1 done, 2 done, 3 review')
    expect(pipeline.do({ type: 'releasePayload', nodeId: '3' }).state.steps[2]!.released).toEqual({ by: 'tester' })
  })

  test('is held again, as it was changed, when the step is tried again with another loop', () => {
    const pipeline = held().do({ type: 'releasePayload', nodeId: '2', payload: [1] })
    pipeline.do({ type: 'failStep', nodeId: '2', run: 1, tries: 1, failure: { code: 'x', message: 'no' } }).do({ type: 'retryStep', nodeId: '2' })
    expect(pipeline.picture).toBe('1 done, 2 review, 3 waiting')
    expect(pipeline.do({ type: 'releasePayload', nodeId: '2' }).state.steps[1]).toMatchObject({ status: 'running', tries: 2, released: { payload: [1] } })
  })

  test('is refused where nothing waits, or as a list of nothing', () => {
    const pipeline = held()
    expect(pipeline.refusal({ type: 'releasePayload', nodeId: '9' })).toBe('pipeline_step_not_found')
    expect(pipeline.refusal({ type: 'releasePayload', nodeId: '3' })).toBe('pipeline_step_refused')
    expect(pipeline.refusal({ type: 'releasePayload', nodeId: '2', payload: [] })).toBe('payload_invalid')
    expect(pipeline.do({ type: 'cancel' }).picture).toBe('1 done, 2 cancelled, 3 waiting')
    expect(pipeline.refusal({ type: 'releasePayload', nodeId: '2' })).toBe('pipeline_step_refused')
  })
})
