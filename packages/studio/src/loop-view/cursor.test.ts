import { expect, test } from 'vitest'
import { endOf, neighbour, nextToJudge, upcoming } from './cursor.ts'
import { entry, summary, viewOf } from './testing.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const done = { decision: 'approve', revision: 1 } as const
const view = viewOf([
  entry(0, 0),
  entry(1, 0, { decision: 'reject', revision: 1 }),
  entry(1, 1, done),
  entry(1, 2),
  entry(2, 0, { decision: 'reject', revision: 1 }),
  entry(2, 1, { status: 'running' }),
  entry(3, 0),
])

test('left and right go to the card on top of the next cycle, and stay at the ends', () => {
  expect(neighbour(view, at(0), 'right')).toEqual(at(1, 1))
  expect(neighbour(view, at(1, 1), 'right')).toEqual(at(2, 1))
  expect(neighbour(view, at(3), 'right')).toEqual(at(4))
  expect(neighbour(view, at(5), 'right')).toEqual(at(5))
  expect(neighbour(view, at(0), 'left')).toEqual(at(0))
})

test('up and down go through the retries of a cycle', () => {
  expect(neighbour(view, at(1, 1), 'up')).toEqual(at(1, 0))
  expect(neighbour(view, at(1, 1), 'down')).toEqual(at(1, 2))
  expect(neighbour(view, at(1, 2), 'down')).toEqual(at(1, 2))
  expect(neighbour(view, at(5), 'down')).toEqual(at(5))
})

test('after a decision: what waits ahead, then what waits behind, then what is under way', () => {
  expect(nextToJudge(view, at(0))).toEqual(at(3))
  expect(nextToJudge(view, at(3))).toEqual(at(0))
  expect(nextToJudge(viewOf([entry(0, 0, done), entry(1, 0, { status: 'queued' })]), at(0))).toEqual(at(1))
  expect(nextToJudge(viewOf([entry(0, 0, done)]), at(0))).toBeUndefined()
})

test('the nearest behind comes before the first of all', () => {
  expect(nextToJudge(viewOf([entry(0, 0), entry(1, 0), entry(2, 0, done)]), at(2))).toEqual(at(1))
})

test('what comes next is what waits, then what an arrow leads to', () => {
  const ahead = (cycle: number, count: number) => upcoming(view, at(cycle), count).map(({ prompt_id }) => prompt_id)
  expect(ahead(0, 3)).toEqual(['p-3-0', 'p-1-1', 'p-0-0'])
  expect(ahead(2, 3)).toEqual(['p-3-0', 'p-1-1'])
})

test('the end is the newest that was made, not a cycle to come', () => {
  expect(endOf(viewOf([entry(0, 0), entry(2, 0), entry(2, 1)], summary({ total_cycles: 6 })), 'last')).toEqual({ cycle: 2, retry: 1 })
  expect(endOf(viewOf([], summary({ total_cycles: 6 })), 'last')).toEqual({ cycle: 5, retry: 0 })
})
