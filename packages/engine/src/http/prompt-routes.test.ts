import { expect, test } from 'vitest'
import { node, startRig } from '../testing/fixture.ts'

const quick = { 1: node('Int', { value: 1 }), 2: node('Show', { value: ['1', 0] }) }
const slow = { 1: node('Wait', { value: 1 }), 2: node('Show', { value: ['1', 0] }) }

test('lists what runs and what waits, in the order of their numbers', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  const queue = async (more: object = {}): Promise<{ prompt_id: string; number: number }> => {
    const { body } = await rig.post('/prompt', { prompt: slow, client_id: 'client', ...more })
    return body
  }
  const running = await queue()
  await listener.until((event) => event.type === 'progress')
  const [second, third] = [await queue(), await queue()]
  const front = await queue({ front: true })
  const chosen = await queue({ number: 1.5 })
  expect([running, second, third, front, chosen].map(({ number }) => number)).toEqual([0, 1, 2, -3, 1.5])
  const { queue_running: runs, queue_pending: waits } = await rig.get('/api/queue')
  expect(runs).toEqual([[0, running.prompt_id, slow, { client_id: 'client', create_time: expect.any(Number) }, ['2']]])
  expect(waits.map((row: unknown[]) => row[1])).toEqual([front, second, chosen, third].map(({ prompt_id: id }) => id))
  expect(await rig.get('/prompt')).toEqual({ exec_info: { queue_remaining: 5 } })

  await rig.post('/queue', { delete: [second.prompt_id, crypto.randomUUID()] })
  expect((await rig.get('/queue')).queue_pending).toHaveLength(3)
  await rig.post('/queue', { clear: true })
  expect((await rig.get('/queue')).queue_pending).toEqual([])
  rig.open()
  await listener.end(running.prompt_id)
  expect(await rig.get('/prompt')).toEqual({ exec_info: { queue_remaining: 0 } })
})

test('a prompt keeps the id that its client chose', async () => {
  const rig = await startRig()
  const promptId = crypto.randomUUID()
  expect((await rig.run(quick, { prompt_id: promptId })).prompt_id).toBe(promptId)
  expect(await rig.get(`/history/${crypto.randomUUID()}`)).toEqual({})
})

test('history can be read in parts and forgotten', async () => {
  const rig = await startRig()
  const ids: string[] = []
  for (let round = 0; round < 3; round++) ids.push((await rig.run(quick)).prompt_id)
  expect(Object.keys(await rig.get('/history?max_items=2'))).toEqual(ids.slice(1))
  expect(Object.keys(await rig.get('/history?max_items=1&offset=1'))).toEqual([ids[1]])
  expect((await rig.get('/history?max_items=some')).error.code).toBe('request_invalid')
  await rig.post('/history', { delete: [ids[0]] })
  expect(Object.keys(await rig.get('/api/history'))).toEqual(ids.slice(1))
  await rig.post('/history', { clear: true })
  expect(await rig.get('/history')).toEqual({})
})

test('secrets of accounts are not kept', async () => {
  const rig = await startRig()
  const { entry } = await rig.run(quick, { extra_data: { api_key_comfy_org: 'k', auth_token_comfy_org: 't', other: 1 } })
  expect(entry.prompt[3]).toEqual({ other: 1, client_id: expect.any(String), create_time: expect.any(Number) })
})

test('what is not understood is refused with a sentence', async () => {
  const rig = await startRig()
  expect(await rig.post('/prompt', '{"prompt": ')).toMatchObject({ status: 400, body: { error: { code: 'json_malformed' } } })
  expect(await rig.post('/prompt', '['.repeat(100_000))).toMatchObject({ status: 400, body: { error: { code: 'json_too_deep' } } })
  expect(await rig.post('/prompt', ' '.repeat(33 * 1024 * 1024))).toMatchObject({ status: 413, body: { error: { code: 'json_too_large' } } })
  expect(await rig.post('/queue', { delete: 'all' })).toMatchObject({ status: 400, body: { error: { code: 'request_invalid' } } })
  expect(await rig.post('/nothing')).toMatchObject({ status: 404, body: { error: { code: 'route_not_found' } } })
})

test('forgetting the memory makes nodes run again', async () => {
  const rig = await startRig()
  await rig.run(quick)
  await rig.post('/free', { free_memory: true })
  await rig.run(quick)
  expect(rig.calls).toEqual(['1', '2', '1', '2'])
})

test('jobs show queue and history as one list', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  const done = await rig.run(quick, { extra_data: { extra_pnginfo: { workflow: { id: 'w' } } } })
  const failed = await rig.run({ 1: node('Boom', { value: 1 }), 2: node('Show', { value: ['1', 0] }) })
  const saved = await rig.run({ 1: node('Save', { value: 1, kind: 'output' }) })
  const { body: running } = await rig.post('/prompt', { prompt: slow, client_id: 'client' })
  await listener.until((event) => event.type === 'progress')
  const { body: waiting } = await rig.post('/prompt', { prompt: quick })

  const { jobs, pagination } = await rig.get('/api/jobs')
  const statuses = Object.fromEntries(jobs.map((job: { id: string; status: string }) => [job.id, job.status]))
  expect(statuses).toEqual({
    [done.prompt_id]: 'completed',
    [failed.prompt_id]: 'failed',
    [saved.prompt_id]: 'completed',
    [running.prompt_id]: 'in_progress',
    [waiting.prompt_id]: 'pending',
  })
  expect(pagination).toEqual({ offset: 0, limit: null, total: 5, has_more: false })
  const page = await rig.get('/api/jobs?status=completed,failed&sort_order=asc&limit=1')
  expect(page).toMatchObject({ jobs: [{ id: done.prompt_id, workflow_id: 'w', outputs_count: 0, preview_output: { content: '1' } }], pagination: { has_more: true, total: 3 } })
  expect((await rig.get('/api/jobs?status=odd')).error.code).toBe('request_invalid')

  const savedJob = await rig.get(`/api/jobs/${saved.prompt_id}`)
  expect(savedJob).toMatchObject({
    outputs_count: 1,
    previewable_outputs_count: 1,
    preview_output: { filename: 'file_00001_.txt', nodeId: '1', mediaType: 'images' },
    outputs: saved.entry.outputs,
    execution_status: { completed: true },
    workflow: { prompt: saved.entry.prompt[2] },
  })
  expect((await rig.get(`/api/jobs/${failed.prompt_id}`)).execution_error.exception_type).toBe('NodeError')
  expect(await rig.get(`/api/jobs/${crypto.randomUUID()}`)).toEqual({ error: 'Job not found' })

  const cancel = async (id: string): Promise<unknown> => (await rig.post(`/api/jobs/${id}/cancel`)).body
  expect(await cancel(waiting.prompt_id)).toEqual({ cancelled: true })
  expect(await cancel(done.prompt_id)).toEqual({ cancelled: false })
  expect((await rig.post('/api/jobs/cancel', { job_ids: [running.prompt_id] })).body).toEqual({ cancelled: true })
  await listener.end(running.prompt_id)
  expect((await rig.get(`/api/jobs/${running.prompt_id}`)).status).toBe('cancelled')
})

test('answers while a prompt runs', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  await rig.post('/prompt', { prompt: slow, client_id: 'client' })
  await listener.until((event) => event.type === 'progress')
  expect(await rig.get('/prompt')).toEqual({ exec_info: { queue_remaining: 1 } })
})
