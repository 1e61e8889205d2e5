import { expect, test } from 'vitest'
import { node, startRig } from '../testing/fixture.ts'

const prompt = { 1: node('Wait', { value: 1 }), 2: node('Show', { value: ['1', 0] }) }
const wantsMeta = { type: 'feature_flags', data: { supports_preview_metadata: true } }

test('only the client that queued hears of its prompt; everyone hears of the queue', async () => {
  const rig = await startRig()
  rig.open()
  const [mine, other] = [await rig.connect('mine'), await rig.connect('other')]
  const { body } = await rig.post('/prompt', { prompt, client_id: 'mine' })
  await mine.end(body.prompt_id)
  await other.until(({ type, data }) => type === 'status' && data.status.exec_info.queue_remaining === 0 && data.sid === undefined)
  expect(new Set(other.events.map((event) => event.type))).toEqual(new Set(['status']))
  expect(other.previews).toEqual([])
  expect(mine.events[0]).toEqual({ type: 'status', data: { status: { exec_info: { queue_remaining: 0 } }, sid: 'mine' } })
})

test('a prompt without a client is told to nobody', async () => {
  const rig = await startRig()
  rig.open()
  const listener = await rig.connect()
  const { body } = await rig.post('/prompt', { prompt })
  await listener.until(({ type, data }) => type === 'status' && data.status.exec_info.queue_remaining === 0 && data.sid === undefined)
  expect(new Set(listener.events.map((event) => event.type))).toEqual(new Set(['status']))
  expect((await rig.get(`/history/${body.prompt_id}`))[body.prompt_id].status.completed).toBe(true)
})

test('previews come in the old form', async () => {
  const rig = await startRig()
  rig.open()
  const listener = await rig.connect('client')
  const { body } = await rig.post('/prompt', { prompt, client_id: 'client' })
  await listener.end(body.prompt_id)
  expect(listener.previews).toEqual([Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3])])
  expect(listener.events.find((event) => event.type === 'progress').data).toEqual({ value: 1, max: 2, prompt_id: body.prompt_id, node: '1' })
})

test('previews come with their node when the first message asks for it', async () => {
  const rig = await startRig()
  rig.open()
  const listener = await rig.connect('client', wantsMeta)
  const features = await listener.until((event) => event.type === 'feature_flags')
  expect(features.data).toEqual({ supports_preview_metadata: true, max_upload_size: 104857600 })
  const { body } = await rig.post('/prompt', { prompt, client_id: 'client' })
  await listener.end(body.prompt_id)
  const [preview] = listener.previews
  const length = preview!.readUInt32BE(4)
  expect(preview!.readUInt32BE(0)).toBe(4)
  expect(JSON.parse(preview!.toString('utf8', 8, 8 + length))).toEqual({
    node_id: '1',
    prompt_id: body.prompt_id,
    display_node_id: '1',
    parent_node_id: null,
    real_node_id: '1',
    image_type: 'image/jpeg',
  })
  expect([...preview!.subarray(8 + length)]).toEqual([1, 2, 3])
})

test('a client that comes back hears which node is at work, and a newer socket keeps the id', async () => {
  const rig = await startRig()
  const first = await rig.connect('client')
  const { body } = await rig.post('/prompt', { prompt, client_id: 'client' })
  await first.until((event) => event.type === 'progress')
  const second = await rig.connect('client')
  await second.until(({ type, data }) => type === 'executing' && data.node === '1')
  first.close()
  const third = await rig.connect()
  await third.until((event) => event.type === 'status')
  rig.open()
  await second.end(body.prompt_id)
})

test('an interrupted prompt of nobody is told to all', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  const { body } = await rig.post('/prompt', { prompt })
  await listener.until(({ type, data }) => type === 'status' && data.status.exec_info.queue_remaining === 1)
  while ((await rig.get('/queue')).queue_running.length === 0) await new Promise(setImmediate)
  await rig.post('/interrupt')
  const event = await listener.until(({ type }) => type === 'execution_interrupted')
  expect(event.data.prompt_id).toBe(body.prompt_id)
})

test('nonsense from a client does no harm', async () => {
  const rig = await startRig()
  await rig.connect('client', 'not an object')
  expect((await rig.run({ 1: node('Int', { value: 1 }), 2: node('Show', { value: ['1', 0] }) })).entry.status.completed).toBe(true)
})
