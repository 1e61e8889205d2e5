import { expect, test } from 'vitest'
import { act, change, entry, viewOf } from '../../loop-view/testing.ts'
import { wasApproved } from './closing.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const open = viewOf([entry(0, 0), entry(0, 1), entry(1, 0)])

test('the cycle looked at is approved, wherever the cursor then goes', () => {
  const approved = act(open, { type: 'judged', pending: { id: 1, items: [{ place: at(0), revision: 0 }], decision: 'approve' } })
  expect(approved.cursor).toEqual(at(1))
  expect(wasApproved(open, approved)).toBe(true)
})

test('another window can approve it, another try of it as well', () => {
  expect(wasApproved(open, act(open, { type: 'changed', change: change(2, [entry(0, 1, { decision: 'approve', revision: 1 })]) }))).toBe(true)
})

test('a rejection, a step, another cycle and what was approved before do not count', () => {
  const rejected = act(open, { type: 'judged', pending: { id: 1, items: [{ place: at(0), revision: 0 }], decision: 'reject' } })
  const elsewhere = act(open, { type: 'changed', change: change(2, [entry(1, 0, { decision: 'approve', revision: 1 })]) })
  for (const after of [rejected, elsewhere, act(open, { type: 'moved', to: at(1) })]) expect(wasApproved(open, after)).toBe(false)
  const settled = viewOf([entry(0, 0, { decision: 'approve', revision: 1 }), entry(0, 1)])
  expect(wasApproved(settled, act(settled, { type: 'moved', to: at(0, 1) }))).toBe(false)
})

test('what a loop approves as it makes it does not close what looks on', () => {
  const making = viewOf([entry(0, 0, { status: 'running' })])
  expect(wasApproved(making, act(making, { type: 'changed', change: change(2, [entry(0, 0, { decision: 'approve', revision: 1 })]) }))).toBe(false)
})
