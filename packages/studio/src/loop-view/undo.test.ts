import { expect, test } from 'vitest'
import { act, entry, viewOf } from './testing.ts'
import { placesToUndo } from './undo.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const decided = (time: number, facts: Parameters<typeof entry>[2] = {}) => ({ decision: 'approve', revision: 1, decided_at: time, decided_by: 'person', worker: 'engine', ...facts }) as const

test('the decision on the attempt looked at goes first', () => {
  expect(placesToUndo(viewOf([entry(0, 0, decided(1)), entry(1, 0, decided(2))]))).toEqual([at(0)])
})

test('then this person’s last one, then the last that any person is known to have made', () => {
  const reloaded = viewOf([entry(0, 0), entry(1, 0, decided(8)), entry(2, 0, decided(9)), entry(3, 0, decided(5))])
  expect(placesToUndo(reloaded)).toEqual([at(2)])
  const judged = act(reloaded, { type: 'moved', to: at(4) }, { type: 'judged', pending: { id: 1, items: [{ place: at(3), revision: 1 }], decision: 'reject' } })
  expect(placesToUndo(judged)).toEqual([at(3)])
})

test('what a loop has approved by itself is nobody’s to take back', () => {
  expect(placesToUndo(viewOf([entry(0, 0), entry(1, 0, decided(8, { decided_by: 'engine' }))]))).toBeUndefined()
  expect(placesToUndo(viewOf([entry(0, 0)]))).toBeUndefined()
})

test('an approval goes before the discard that it brought about', () => {
  expect(placesToUndo(viewOf([entry(0, 0), entry(1, 0, decided(8)), entry(1, 1, decided(8, { decision: 'discard' }))]))).toEqual([at(1)])
  expect(placesToUndo(viewOf([entry(0, 0), entry(1, 0, decided(8, { decision: 'discard' })), entry(1, 1, decided(8))]))).toEqual([at(1, 1)])
})

test('a decision that is being taken back is not taken back again', () => {
  const view = act(viewOf([entry(0, 0), entry(1, 0, decided(8)), entry(2, 0, decided(9))]), { type: 'judged', pending: { id: 1, items: [{ place: at(2), revision: 1 }], decision: null } }, { type: 'moved', to: at(0) })
  expect(placesToUndo(view)).toEqual([at(1)])
})

test('a decision on many is one step: from anywhere on it, or from an undecided place, all of it is taken back', () => {
  const all = viewOf([0, 1, 2, 3].map((cycle) => entry(cycle, 0)))
  const judged = act(all, { type: 'judged', pending: { id: 1, items: [1, 2].map((cycle) => ({ place: at(cycle), revision: 0 })), decision: 'reject' } })
  expect(placesToUndo(judged)).toEqual([at(1), at(2)])
  expect(placesToUndo(act(judged, { type: 'moved', to: at(2) }))).toEqual([at(1), at(2)])
  const later = act(judged, { type: 'judged', pending: { id: 2, items: [{ place: at(3), revision: 0 }], decision: 'approve' } })
  expect(placesToUndo(act(later, { type: 'moved', to: at(1) }))).toEqual([at(1)])
  expect(placesToUndo(later)).toEqual([at(3)])
})
