import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entry, loopView } from './loop.fixture.ts'
import { FollowedLoop } from './followed-loop.ts'
import { duration, entryLine, progressLine, progressOf } from './progress-line.ts'

test('shows the bar, the prompt and the time left', () => {
  expect(progressLine({ approved: 2, total: 5, prompt: { cycle: 3, done: 0.409 }, leftMs: 11_200 }, 80)).toBe('████████░░░░░░░░░░░░ 2/5 approved · cycle 3 at 40 % · about 12 s left')
})

test('never fills the line', () => {
  const states = fc.record({ approved: fc.nat(50), total: fc.nat(50), prompt: fc.constant({ cycle: 1, done: 1 }), leftMs: fc.double({ min: 0, max: 1e9, noNaN: true }) })
  fc.assert(fc.property(states, fc.integer({ min: 1, max: 200 }), (state, columns) => {
    const safe = { ...state, approved: Math.min(state.approved, state.total) }
    expect(progressLine(safe, columns).length).toBeLessThan(columns)
  }))
})

test('estimates by what the cycles before took', () => {
  const done = { status: 'returned', decision: 'approve', started_at: 1_000, ended_at: 5_000 } as const
  const loop = new FollowedLoop(loopView({ total_cycles: 4, approved: 2 }, [entry(0, 0, done), entry(1, 0, done), entry(2, 0, { status: 'running' })]))
  loop.progress({ loop_id: 'loop', cycle_index: 2, retry_index: 0, done: 0.5 })
  expect(progressOf(loop)).toEqual({ approved: 2, total: 4, prompt: { cycle: 3, done: 0.5 }, leftMs: 6_000 })
})

test('does not guess before anything was measured', () => {
  expect(progressOf(new FollowedLoop(loopView({ total_cycles: 2 }, [entry(0, 0, { status: 'queued' })])))).toEqual({ approved: 0, total: 2, prompt: undefined, leftMs: undefined })
})

test('says what became of an attempt', () => {
  expect(entryLine(entry(1, 0, { status: 'returned', decision: 'approve' }), 5)).toBe('cycle 2 of 5: approved')
  expect(entryLine(entry(1, 2, { status: 'failed', error: { code: 'x', message: 'Out of memory.' } }), 5)).toBe('cycle 2 of 5, retry 2: failed: Out of memory.')
})

test.each([[900, '1 s'], [99_000, '99 s'], [100_000, '2 min'], [12_600_000, '3.5 h']])('%d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})
