import { expect, test } from 'vitest'
import type { LoopConfig } from './index.ts'
import { loopOf, LoopOnPaper, promptWith } from './testing.ts'

const payloadSeeds = [{ from: 'prompt', to: { node: 'id:1', input: 'text' } }, { from: 'seed', to: { node: 'id:1', input: 'seed' } }]

/** The seeds of two cycles with two candidates each. */
function seedsOf(config: Partial<LoopConfig>, mappings?: readonly object[]): unknown[] {
  const loop = new LoopOnPaper()
    .do({ type: 'create' })
    .do({ type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith(mappings) } })
    .do({ type: 'setPayload', payload: [{ prompt: 'a', seed: 7 }, { prompt: 'b', seed: 8 }], source: 'given' })
    .do({ type: 'configure', config: { candidates: 2, lookahead: 1, ...config } })
    .do({ type: 'step' })
  return loop.state.cycles.flatMap(({ attempts }) => attempts.map(({ assignments }) => assignments['1.seed']))
}

test('map: as the map says', () => {
  expect(seedsOf({}, payloadSeeds)).toEqual([7, 7, 8, 8])
})

test('each, cycle and fixed go over the map, from a base', () => {
  expect(seedsOf({ seeds: 'each', seed: 100 }, payloadSeeds)).toEqual([100, 1_000_103, 101, 1_000_104])
  expect(seedsOf({ seeds: 'cycle', seed: 100 }, payloadSeeds)).toEqual([100, 100, 101, 101])
  expect(seedsOf({ seeds: 'fixed', seed: 100 }, payloadSeeds)).toEqual([100, 100, 100, 100])
})

test('a base is what $auto_seed derives from as well', () => {
  const automatic = [{ from: '$auto_seed', to: { node: 'id:1', input: 'seed' } }]
  expect(seedsOf({ seed: 5 }, automatic)).toEqual([5, 1_000_008, 6, 1_000_009])
})

test('a base is exact up to 2^64−1 and goes on from 0 after that; a small one stays below 2^32', () => {
  expect(seedsOf({ seeds: 'cycle', seed: 2n ** 64n - 1n }, payloadSeeds)).toEqual([2n ** 64n - 1n, 2n ** 64n - 1n, 0, 0])
  expect(seedsOf({ seeds: 'cycle', seed: 2 ** 32 - 1 }, payloadSeeds)).toEqual([2 ** 32 - 1, 2 ** 32 - 1, 0, 0])
})

test('without a map the seed that the workflow holds is governed', () => {
  const [first, again, next] = seedsOf({ seeds: 'cycle' }, [{ from: 'prompt', to: { node: 'id:1', input: 'text' } }])
  expect(first).toBe(again)
  expect(next).not.toBe(first)
})

test('a reviewer’s seed goes over the policy', () => {
  const loop = loopOf(1).do({ type: 'configure', config: { seeds: 'fixed', seed: 3 } }).do({ type: 'step' }).returns(0, 0)
  loop.do({ type: 'decide', cycle: 0, retry: 0, decision: 'reject', edits: { '1.seed': 77 } })
  expect(loop.state.cycles[0]!.attempts.map(({ assignments }) => assignments['1.seed'])).toEqual([3, 77])
})

test('another policy makes anew what was made ahead', () => {
  const loop = loopOf(3).do({ type: 'configure', config: { lookahead: 1 } }).do({ type: 'step' })
  expect(loop.do({ type: 'configure', config: { seeds: 'fixed' } }).picture).toBe('c0[queued] c1[cancelled queued]')
})
