import { expect, test } from 'vitest'
import { entry } from '../../loop-view/testing.ts'
import { outlookOf } from './deciding.ts'
import { pendingIn } from './pending.ts'
import { composed, PlayedLoop } from './testing.ts'
import { summary } from '../../loop-view/testing.ts'
import { clipOf } from '@lemouf/core/timeline'

const rejected = entry(0, 0, { decision: 'reject' })
const at = (...entries: Parameters<typeof pendingIn>[0][number][]) => pendingIn(entries, 0, () => 0.4)

test('what is pending is what is newer than what is shown and not settled', () => {
  expect(at(entry(0, 0, { decision: 'approve' }))).toBeUndefined()
  expect(at(rejected, entry(0, 1, { status: 'queued' }))).toEqual({ state: 'queued', retry: 1 })
  expect(at(rejected, entry(0, 1, { status: 'running' }))).toEqual({ state: 'running', retry: 1, done: 0.4 })
  expect(at(rejected, entry(0, 1))).toEqual({ state: 'waiting', retry: 1 })
  expect(at(rejected, entry(0, 1, { status: 'failed' }))).toEqual({ state: 'failed', retry: 1 })
  expect(at(rejected, entry(0, 1, { decision: 'approve' }))).toEqual({ state: 'approved', retry: 1 })
})

test('candidates beside an approved one, and what is older than what is shown, wait for nobody', () => {
  expect(at(entry(0, 0, { decision: 'approve' }), entry(0, 1))).toBeUndefined()
  expect(pendingIn([entry(0, 0), entry(0, 1)], 1, () => undefined)).toBeUndefined()
  expect(at(entry(0, 0), entry(0, 1, { decision: 'approve' }))).toBeUndefined()
})

test('what sending a clip back leads to is what its loop would do', () => {
  const loop = new PlayedLoop()
  loop.returns(0, 0)
  const { clip } = clipOf(composed([{ cycle: 0, retry: 0, chosenAt: 1 }]), 'c0')!
  const outlook = (facts: Parameters<typeof summary>[0], entries = loop.entries, paused = false) =>
    outlookOf(clip, { summary: summary(facts), paused, cycles: [], unread: undefined }, entries, () => true)
  expect(outlook({})).toEqual({ can: true, next: 'made' })
  expect(outlook({ status: 'complete' })).toEqual({ can: true, next: 'reopens' })
  expect(outlook({ mode: 'manual' })).toEqual({ can: true, next: 'step' })
  expect(outlook({}, loop.entries, true)).toEqual({ can: true, next: 'paused' })
  expect(outlook({}, [...loop.entries, entry(0, 1)])).toEqual({ can: true, next: 'othersWait' })
  expect(outlook({ status: 'exited' })).toEqual({ can: false, why: 'exited' })
  expect(outlook({}, [...loop.entries, entry(0, 1, { status: 'running' })])).toEqual({ can: false, why: 'underWay' })
  expect(outlook({}, [...loop.entries, entry(0, 1, { decision: 'approve' })])).toEqual({ can: false, why: 'otherApproved', retry: 1 })
})
