import type { CompositionSummary } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { shownOf, withChanged } from './shown.ts'

const summary = (id: string, more: Partial<CompositionSummary> = {}): CompositionSummary => ({
  composition_id: id, name: id, revision: 1, created_at: 1, updated_at: 1, removed_at: null, duration: 0, clips: 0, thumb: null, source: null, ...more,
})
const ids = (all: readonly CompositionSummary[]): string[] => all.map(({ composition_id }) => composition_id)

test('search looks at the name and at what it was made of; order is as asked', () => {
  const all = [summary('b', { name: 'Cut 10', updated_at: 3 }), summary('a', { name: 'cut 9', duration: 5, updated_at: 5 }), summary('c', { name: 'Trailer', source: { type: 'loop', loop_id: 'portraits' }, updated_at: 4 })]
  expect([ids(shownOf(all, '', 'changed')), ids(shownOf(all, '', 'name')), ids(shownOf(all, '', 'duration'))]).toEqual([['a', 'c', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c']])
  expect([ids(shownOf(all, 'CUT 1', 'name')), ids(shownOf(all, ' portr ', 'name')), ids(shownOf(all, 'nothing', 'name'))]).toEqual([['b'], ['c'], []])
})

test('news moves a composition between the list and the bin, and older news does nothing', () => {
  const all = [summary('a', { revision: 3 }), summary('b')]
  expect(ids(withChanged(all, summary('a', { revision: 4, removed_at: 9 }), false))).toEqual(['b'])
  expect(ids(withChanged([], summary('a', { revision: 4, removed_at: 9 }), true))).toEqual(['a'])
  expect(withChanged(all, summary('a', { revision: 2, name: 'old' }), false)).toBe(all)
  expect(ids(withChanged(all, summary('n'), false))).toEqual(['n', 'a', 'b'])
})
