import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestComfy, type TestComfy } from '../testing/comfy.ts'
import { colourPrompt, colours, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

let comfy: TestComfy
let studio: TestStudio
beforeEach(async () => {
  comfy = await openTestComfy()
  studio = await openTestStudio({ comfy: comfy.url })
})
afterEach(async () => {
  await studio.close()
  await comfy.close()
})

const metrics = (query: { range?: 'day' | 'all'; loop_id?: string } = {}) => studio.call('getMetrics', { query })

/** A loop of two cycles: the first is approved after one retry, the second waits. */
async function review(): Promise<string> {
  comfy.finish()
  const { loop_id } = await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(3) } })
  await studio.until(loop_id, hasReturned(0))
  await studio.call('decide', { body: { loop_id, cycle_index: 0, retry_index: 0, decision: 'reject' } })
  await studio.until(loop_id, hasReturned(0, 1))
  await studio.call('decide', { body: { loop_id, cycle_index: 0, retry_index: 1, decision: 'approve' } })
  await studio.until(loop_id, hasReturned(1))
  return loop_id
}

test('the figures of what happened, of all and of one loop, and over time', async () => {
  const loop_id = await review()
  const { totals, series, unit } = await metrics({ range: 'day' })
  expect(totals).toMatchObject({ decisions: 2, cycles: 1, first_pass: 0, retries_per_cycle: 1, approved: 1, waiting: 1 })
  expect(totals.median_decision_ms).toEqual(expect.any(Number))
  expect(unit).toBe('hour')
  expect(series).toHaveLength(24)
  expect(series.reduce((sum, part) => sum + part.decisions, 0)).toBe(2)
  expect(series.at(-1)).toMatchObject({ waiting: 1, use: { busy_ms: expect.any(Number) } })
  expect(series[0]).toMatchObject({ waiting: 0, median_decision_ms: null, use: { busy_ms: 0, idle_ms: 0 } })
  expect((await studio.call('getLoopFigures', { query: {} })).loops).toEqual([expect.objectContaining({ loop_id, decisions: 2, waiting: 1 })])
  expect((await studio.call('getLoopFigures', { query: { loop_ids: `none,${loop_id}` } })).loops).toHaveLength(1)
  expect((await studio.call('getLoopFigures', { query: { loop_ids: 'none' } })).loops).toEqual([])
  expect(await metrics({ loop_id })).toMatchObject({ totals: { decisions: 2, use: null }, servers: [] })
  expect(await metrics({ loop_id: 'none' })).toMatchObject({ totals: { decisions: 0, first_pass: null, waiting: 0 } })
})

test('before anything happened there are no figures, and every range can be asked', async () => {
  for (const range of ['day', 'week', 'month', 'all'] as const) {
    const { totals, series } = await studio.call('getMetrics', { query: { range, time_zone: 'Asia/Kolkata' } })
    expect(totals).toMatchObject({ decisions: 0, median_decision_ms: null, first_pass: null, waiting: 0 })
    expect(series.length).toBeGreaterThan(1)
  }
  await expect(studio.call('getMetrics', { query: { time_zone: 'Mars/Olympus' } })).rejects.toThrow(/time zone/)
})

test('how servers spent their time is known after a restart, and goes on', async () => {
  await review()
  const idle = async (): Promise<number> => (await metrics()).totals.use?.idle_ms ?? 0
  await expect.poll(idle).toBeGreaterThan(5)
  await studio.restart()
  const before = await idle()
  expect(before).toBeGreaterThan(5)
  // The loop still waits for a person, and nobody has touched it since.
  await expect.poll(idle).toBeGreaterThan(before)
  expect((await metrics()).servers).toEqual([{ name: comfy.url, busy_ms: expect.any(Number), idle_ms: expect.any(Number) }])
  expect((await metrics()).totals).toMatchObject({ decisions: 2, waiting: 1 })
})
