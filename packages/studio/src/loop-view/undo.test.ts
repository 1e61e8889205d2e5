import { expect, test } from 'vitest'
import { act, entry, viewOf } from './testing.ts'
import { placeToUndo } from './undo.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const decided = (time: number, facts: Parameters<typeof entry>[2] = {}) => ({ decision: 'approve', revision: 1, decided_at: time, decided_by: 'person', worker: 'engine', ...facts }) as const

test('the decision on the attempt looked at goes first', () => {
  expect(placeToUndo(viewOf([entry(0, 0, decided(1)), entry(1, 0, decided(2))]))).toEqual(at(0))
})

test('then this person’s last one, then the last that any person is known to have made', () => {
  const reloaded = viewOf([entry(0, 0), entry(1, 0, decided(8)), entry(2, 0, decided(9)), entry(3, 0, decided(5))])
  expect(placeToUndo(reloaded)).toEqual(at(2))
  const judged = act(reloaded, { type: 'moved', to: at(4) }, { type: 'judged', pending: { id: 1, place: at(3), decision: 'reject', revision: 1 } })
  expect(placeToUndo(judged)).toEqual(at(3))
})

test('what a loop has approved by itself is nobody’s to take back', () => {
  expect(placeToUndo(viewOf([entry(0, 0), entry(1, 0, decided(8, { decided_by: 'engine' }))]))).toBeUndefined()
  expect(placeToUndo(viewOf([entry(0, 0)]))).toBeUndefined()
})

test('an approval goes before the discard that it brought about', () => {
  expect(placeToUndo(viewOf([entry(0, 0), entry(1, 0, decided(8)), entry(1, 1, decided(8, { decision: 'discard' }))]))).toEqual(at(1))
  expect(placeToUndo(viewOf([entry(0, 0), entry(1, 0, decided(8, { decision: 'discard' })), entry(1, 1, decided(8))]))).toEqual(at(1, 1))
})

test('a decision that is being taken back is not taken back again', () => {
  const view = act(viewOf([entry(0, 0), entry(1, 0, decided(8)), entry(2, 0, decided(9))]), { type: 'judged', pending: { id: 1, place: at(2), decision: null, revision: 1 } }, { type: 'moved', to: at(0) })
  expect(placeToUndo(view)).toEqual(at(1))
})
