import { expect, test } from 'vitest'
import { act, entry, summary, viewOf } from '../loop-view/testing.ts'
import { progressOf } from './progress.ts'
import { titleOf } from './title.ts'

const progressed = (cycle: number, done: number, at: number) => ({ type: 'progressed', progress: { loop_id: 'portraits-07', cycle_index: cycle, retry_index: 0, done }, at }) as const
const loop = summary({ approved: 2, total_cycles: 8 })

test('while nothing runs the bar counts the approved cycles', () => {
  const progress = progressOf(viewOf([entry(0, 0)], loop), 0)
  expect(progress).toMatchObject({ share: 0.25, running: undefined })
  expect(titleOf('portraits-07', progress)).toBe('portraits-07 · leMouf Studio')
})

test('an attempt under way has a share of its own beside the loop’s, with an estimate once there is something to go by', () => {
  const state = act(viewOf([entry(0, 0), entry(1, 0, { status: 'running' })], loop), progressed(1, 0.21, 1000))
  expect(progressOf(state, 2000).running?.remainingMs).toBeUndefined()
  const later = act(state, progressed(1, 0.61, 5000))
  const progress = progressOf(later, 5000)
  expect(progress).toMatchObject({ share: 0.25, running: { done: 0.61 } })
  expect(progress.running?.remainingMs).toBeCloseTo(3900)
  expect(titleOf('portraits-07', progress)).toBe('61% · portraits-07 · leMouf Studio')
})

test('of several under way it is the one looked at', () => {
  const state = act(viewOf([entry(0, 0, { status: 'running' }), entry(3, 0, { status: 'running' })], loop), { type: 'moved', to: { cycle: 3, retry: 0 } }, progressed(0, 0.9, 0), progressed(3, 0.1, 0))
  expect(progressOf(state, 0).running?.done).toBe(0.1)
})

test('what is over in a moment has no estimate', () => {
  const state = act(viewOf([entry(1, 0, { status: 'running' })], loop), progressed(1, 0, 1000), progressed(1, 0.99, 5000))
  expect(progressOf(state, 5000).running).toMatchObject({ done: 0.99, remainingMs: undefined })
})
