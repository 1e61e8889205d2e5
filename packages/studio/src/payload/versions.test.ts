import type { HistoryEntry } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { versionsOf } from './versions.ts'

const set = (seq: number, data: HistoryEntry['data'], type = 'payloadSet'): HistoryEntry => ({ seq, at: seq, by: 'ada', type, data, place: null, superseded_by: null })

test('each version tells what it changed of the one before, the first of the workflow’s own', () => {
  const history = [set(9, { payload: ['a', 'c'], source: 'given', edited: true }), set(4, { payload: ['a', 'b'], source: 'loop_return' }), set(2, {}, 'created')]
  expect(versionsOf(history, ['a']).map(({ seq, source, edited, changes }) => [seq, source, edited, changes.map(({ kind }) => kind)])).toEqual([
    [9, 'given', true, ['changed']],
    [4, 'loop_return', false, ['added']],
  ])
  expect(versionsOf(history, undefined).at(-1)?.changes).toEqual([])
})
