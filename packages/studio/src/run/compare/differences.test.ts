import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entry } from '../../loop-view/testing.ts'
import { differencesOf, differingInputs } from './differences.ts'

const inputs = { '6.text': 'a red boat', '3.seed': 7, '3.steps': 20 }

test('only what differs is said, what a reviewer changed first', () => {
  const a = entry(1, 0, { inputs })
  const b = entry(1, 1, { inputs: { ...inputs, '3.seed': 8, '6.text': 'a green boat' }, edits: { '6.text': 'a green boat' } })
  expect(differencesOf(a, b)).toEqual([
    { kind: 'input', key: '6.text', input: 'text', node: '6', edited: true, a: 'a red boat', b: 'a green boat' },
    { kind: 'input', key: '3.seed', input: 'seed', node: '3', edited: false, a: 7, b: 8 },
  ])
})

test('an edit that both retries have is none between them', () => {
  const edits = { '6.text': 'a green boat' }
  const difference = differencesOf(entry(1, 1, { inputs: { '6.text': 'a green boat', '3.seed': 1 }, edits }), entry(1, 2, { inputs: { '6.text': 'a green boat', '3.seed': 2 }, edits }))
  expect(difference.map(({ key }) => key)).toEqual(['3.seed'])
})

test('a seed that no input took is said by itself; the workflow, the worker and the time are', () => {
  const a = entry(0, 0, { seed: 1, worker: 'one', started_at: 0, ended_at: 400 })
  const b = entry(0, 1, { seed: 2, worker: 'two', started_at: 1000, ended_at: 1900, workflow_hash: 'other' })
  expect(differencesOf(a, b).map(({ key, a: before, b: after }) => [key, before, after])).toEqual([['seed', 1, 2], ['workflow', 'h', 'other'], ['worker', 'one', 'two'], ['took', 400, 900]])
})

test('an input that one has and the other lacks differs; seeds beyond 2^53 are told apart', () => {
  const a = entry(0, 0, { inputs: { '3.seed': 9007199254740993n, '9.gone': 1 } })
  const b = entry(0, 1, { inputs: { '3.seed': 9007199254740992n, '9.new': null } })
  expect(differencesOf(a, b).map(({ key }) => key)).toEqual(['3.seed', '9.gone', '9.new'])
})

test('an attempt does not differ from itself, and A from B in what B does from A', () => {
  const facts = fc.record({ inputs: fc.dictionary(fc.constantFrom('1.a', '1.b', '2.seed'), fc.oneof(fc.string(), fc.integer(), fc.boolean())), seed: fc.integer(), worker: fc.constantFrom('x', 'y', null) })
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      const [a, b] = [entry(0, 0, one), entry(0, 1, other)]
      expect(differencesOf(a, a)).toEqual([])
      expect(new Set(differencesOf(a, b).map(({ key }) => key))).toEqual(new Set(differencesOf(b, a).map(({ key }) => key)))
    }),
  )
})

test('the inputs that differ among siblings', () => {
  expect(differingInputs([entry(1, 0, { inputs }), entry(1, 1, { inputs: { ...inputs, '3.seed': 8 } })])).toEqual(new Set(['3.seed']))
  expect(differingInputs([entry(1, 0, { inputs })]).size).toBe(0)
})
