import type { Change, LoopSummary } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { newsOf } from './news.ts'

const change = (status: LoopSummary['status']): Change => ({
  loop: { loop_id: 'foxes', status, mode: 'auto', total_cycles: 5, current_cycle: 2, current_retry: 0, approved: 2, workflow_name: null, seq: 9, created_at: 0, updated_at: 0 },
  events: [], entries: [], reset: false,
})

test('says that a loop waits, once, and that it ended', () => {
  expect(newsOf(change('waiting'), 'running')).toEqual({ severity: 'info', summary: 'foxes waits for you', detail: 'Cycle 3 has a result to decide on.' })
  expect(newsOf(change('waiting'), 'waiting')).toBeUndefined()
  expect(newsOf(change('complete'), 'waiting')?.severity).toBe('success')
  expect(newsOf(change('failed'), 'running')?.severity).toBe('error')
  expect(newsOf(change('running'), 'waiting')).toBeUndefined()
})
