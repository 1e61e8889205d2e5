import { expect, test } from 'vitest'
import { loopView } from './loop.fixture.ts'
import { loopsText } from './loops.ts'

test('a loop is a row, with the time since it changed', () => {
  const now = 100 * 86_400_000
  const text = loopsText([
    loopView({ loop_id: 'portraits-1', status: 'waiting', approved: 2, total_cycles: 12, updated_at: now - 59_000 }),
    loopView({ loop_id: 'b', status: 'complete', approved: 1, updated_at: now - 3 * 3_600_000 }),
    loopView({ loop_id: 'c', updated_at: now - 86_400_000 }),
  ], now)
  expect(text.split('\n')).toEqual([
    'LOOP         STATUS    APPROVED  CHANGED',
    'portraits-1  waiting   2/12      just now',
    'b            complete  1/1       3 hours ago',
    'c            running   0/1       1 day ago',
  ])
})
