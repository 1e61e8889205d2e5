import type { HistoryEntry } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { tell } from './history.ts'

const entry = (seq: number, type: string, data: HistoryEntry['data'] = {}, more: Partial<HistoryEntry> = {}): HistoryEntry =>
  ({ seq, type, data, at: seq * 1000, by: 'person', place: null, superseded_by: null, ...more })
const place = { run: 0, cycle_index: 13, retry_index: 1 }
const one = (type: string, data: HistoryEntry['data'] = {}, more: Partial<HistoryEntry> = {}) => tell([entry(1, type, data, more)])[0]!

test('a rejection tells who, why and what is to change', () => {
  expect(one('decided', { decision: 'reject', reason: 'too dark', edits: { '12.seed': 7, '3.text': 'x' } }, { place, by: 'mia' })).toMatchObject({
    mark: 'rejected', what: 'Rejected', by: 'mia', notes: ['too dark', 'with changes to 12.seed, 3.text'], outcome: undefined, place: { cycle: 13, retry: 1 },
  })
})

test('what became of a decision is told', () => {
  const later = { seq: 9, at: 9, by: 'person' }
  expect(one('decided', { decision: 'approve' }, { place, superseded_by: { ...later, decision: 'reject' } }).outcome).toBe('superseded: rejected by a person')
  expect(one('decided', { decision: 'approve' }, { place, superseded_by: { ...later, decision: null } }).outcome).toBe('taken back by a person')
  expect(one('decided', { decision: 'discard', displacedBy: 2 }, { place })).toMatchObject({ mark: 'discarded', what: 'Gave way to retry 2' })
  expect(one('decided', { decision: 'approve', auto: true }, { place, by: 'runner' }).by).toBe('by rule')
})

test('a failure tells why', () => {
  expect(one('attemptFailed', { failure: { code: 'x', message: 'no memory' } }, { place, by: 'gpu-1' })).toMatchObject({ mark: 'failed', what: 'Failed', by: 'gpu-1', notes: ['no memory'] })
})

test('the rest of a history', () => {
  const told = [
    one('workflowSet', { name: 'loop/portraits.json' }), one('workflowSet'), one('payloadSet', { source: 'loop_return' }), 
    one('exited', { complete: true }), one('exited', { complete: false }), one('exported', { count: 2 }), one('somethingNew'),
  ]
  expect(told.map(({ what }) => what)).toEqual([
    'Workflow portraits given', 'Workflow given', 'Payload taken from a result', 'Finished', 'Left early', '2 files exported', 'somethingNew',
  ])
})

test('attempts from before a loop was begun anew cannot be gone to', () => {
  const told = tell([entry(5, 'decided', { decision: 'approve' }, { place }), entry(4, 'reset'), entry(3, 'decided', { decision: 'reject' }, { place })])
  expect(told.map(({ reachable }) => reachable)).toEqual([true, true, false])
})

test('settings tell what changed, as far as what was before is known', () => {
  const config = { mode: 'auto', approve: 'ask', lookahead: 0, paused: false, seed: null }
  const told = tell([
    entry(4, 'configured', { config: { ...config, lookahead: 2, approve: 'all', paused: true, seed: 7 } }),
    entry(3, 'configured', { config: { ...config, paused: true } }),
    entry(2, 'decided', { decision: 'approve' }, { place }),
    entry(1, 'configured', { config }),
  ])
  expect(told.map(({ what, notes }) => [what].concat(notes))).toEqual([
    ['Settings changed', 'Approval: by a person → everything that returns', 'Lookahead: 0 → 2', 'Base seed: – → 7'],
    ['Paused'],
    ['Approved'],
    ['Settings changed'],
  ])
})

test('a payload tells where it came from, and that it was changed by hand', () => {
  expect(one('payloadSet', { source: 'loop_return', from: { loopId: 'words', cycle: 0, retry: 0 }, edited: true })).toMatchObject({ what: 'Payload changed by hand', notes: ['from cycle 1 of words'] })
})
