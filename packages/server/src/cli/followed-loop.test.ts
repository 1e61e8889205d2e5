import { expect, test } from 'vitest'
import { FollowedLoop } from './followed-loop.ts'
import { change, entry, loopView } from './loop.fixture.ts'

test('tells what is new of a change, once', () => {
  const loop = new FollowedLoop(loopView({ seq: 1 }, [entry(0, 0)]))
  const returned = entry(0, 0, { status: 'returned' })
  expect(loop.change(change({ seq: 2, status: 'waiting' }, [returned]))).toEqual([returned])
  expect(loop.change(change({ seq: 3, status: 'waiting' }, [returned]))).toEqual([])
  expect(loop.waiting).toEqual(returned)
})

test('news that is older than what is known changes nothing', () => {
  const loop = new FollowedLoop(loopView({ seq: 5, status: 'complete' }, [entry(0, 0, { status: 'returned', decision: 'approve' })]))
  expect(loop.change(change({ seq: 4, status: 'waiting' }, [entry(0, 0, { status: 'returned' })]))).toEqual([])
  expect(loop.loop.status).toBe('complete')
  expect(loop.current?.decision).toBe('approve')
})

test('what waits is where the server says that the loop stands', () => {
  const waiting = entry(1, 2, { status: 'returned' })
  const loop = new FollowedLoop(loopView({ status: 'waiting', current_cycle: 1, current_retry: 2, total_cycles: 3 }, [
    entry(0, 0, { status: 'returned', decision: 'approve' }),
    entry(1, 1, { status: 'returned' }), waiting, entry(1, 0, { status: 'returned', decision: 'reject' }), entry(2, 0, { status: 'returned' }),
  ]))
  expect(loop.waiting).toEqual(waiting)
})

test('a loop that begins anew forgets its attempts', () => {
  const loop = new FollowedLoop(loopView({ seq: 1 }, [entry(0, 0, { status: 'returned' })]))
  loop.change(change({ seq: 2, status: 'ready' }, [], true))
  expect(loop.entries).toEqual([])
})
