import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { LoopView } from '@lemouf/core/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestComfy, type TestComfy } from '../testing/comfy.ts'
import { colourPrompt, colours, entryAt, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

/** Two servers, of which the one misbehaves; what they do is done when the test says so. */
let one: TestComfy
let other: TestComfy
let studio: TestStudio
beforeEach(async () => {
  one = await openTestComfy()
  other = await openTestComfy()
  studio = await openTestStudio({ comfy: [one.url, other.url] })
  await online(2)
})
afterEach(async () => {
  await studio.close()
  await one.close()
  await other.close()
})

const online = async (count: number): Promise<void> => {
  await expect.poll(async () => (await studio.call('getSystem', {})).workers.filter(({ state }) => state === 'online').length, { timeout: 10_000 }).toBe(count)
}
const start = async (): Promise<string> => (await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(1) } })).loop_id
const until = async (isSo: () => boolean): Promise<void> => {
  await expect.poll(isSo, { timeout: 20_000, interval: 10 }).toBe(true)
}
const isSettled = (loop: LoopView): boolean => ['returned', 'failed'].includes(entryAt(loop, 0, 0)?.status ?? '')
const refusing = (path: string, status: number, body = '') => ({ url = '', method }: IncomingMessage, response: ServerResponse): boolean => {
  if (url !== path || (path === '/prompt' && method !== 'POST')) return false
  response.writeHead(status).end(body)
  return true
}

test('a prompt that a server refuses for a node it lacks is made by another', async () => {
  one.disturb = refusing('/prompt', 400, JSON.stringify({ error: { type: 'missing_node_type', message: 'Node EmptyImage not found.' }, node_errors: {} }))
  other.finish()
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', worker: other.url })
})

test('a prompt that moved on is not touched any more by the server that refused it', async () => {
  const refuse = refusing('/prompt', 400, JSON.stringify({ error: { type: 'missing_node_type', message: 'Node EmptyImage not found.' }, node_errors: {} }))
  let refused = false
  one.disturb = (request, response) => {
    // Its nodes cannot be read again either.
    if (refused && refusing('/object_info', 500)(request, response)) return true
    refused ||= request.url === '/prompt' && request.method === 'POST'
    return refuse(request, response)
  }
  let held = 0
  other.disturb = ({ url, method }, response) => {
    if (url !== '/prompt' || method !== 'POST' || held > 0) return false
    held += 1
    void sleep(2_500).then(() => response.end('{'))
    return true
  }
  const loopId = await start()
  await until(() => held === 1)
  await sleep(2_000)
  expect([held, other.posted]).toEqual([1, []])
  other.disturb = undefined
  other.finish()
  await studio.call('exit', { body: { loop_id: loopId } })
})

test('a server that answers, and never takes a prompt, is left for another', async () => {
  one.disturb = refusing('/prompt', 503)
  other.finish()
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', worker: other.url })
})

test('what one server cannot say after a restart is no failure of the other', async () => {
  const loopId = await start()
  await until(() => one.posted.length === 1)
  other.disturb = refusing('/queue', 500)
  await studio.restart()
  one.finish()
  const loop = await studio.until(loopId, isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', worker: one.url })
})

test('a server removed while a prompt is on its way there gives it back', async () => {
  const third = await openTestComfy()
  await studio.call('addServer', { body: { url: third.url } })
  await online(3)
  let held = 0
  third.disturb = ({ url, method }, response) => {
    if (url !== '/prompt' || method !== 'POST') return false
    held += 1
    void sleep(1_000).then(() => response.writeHead(503).end())
    return true
  }
  const loops = [await start(), await start(), await start()]
  await until(() => held === 1)
  await studio.call('removeServer', { body: { url: third.url } })
  one.finish()
  other.finish()
  for (const loopId of loops) await studio.until(loopId, hasReturned(0))
  await third.close()
})

test('nodes that could not be read once are read again', async () => {
  const loopId = await start()
  await until(() => one.posted.length === 1)
  one.finish()
  await studio.until(loopId, hasReturned(0))
  await other.close()
  let refused = 0
  one.disturb = (request, response) => {
    if (refused > 0 || !refusing('/object_info', 503)(request, response)) return false
    refused += 1
    return true
  }
  await studio.restart()
  await online(1)
  await until(() => refused === 1)
  await studio.call('decide', { body: { loop_id: loopId, cycle_index: 0, retry_index: 0, decision: 'replay' } })
  await studio.until(loopId, hasReturned(0, 1))
})

test('answers that hold NaN, as those of nodes that always run do, are read', async () => {
  one.disturb = ({ url = '' }, response) => {
    const id = one.posted.at(-1)
    if (!url.startsWith('/history/') || id === undefined) return false
    response.end(`{"${id}": {"prompt": [0, "${id}", {"2": {"is_changed": [NaN]}}], "outputs": {"2": {"text": ["a line"]}}, "status": {"status_str": "success", "completed": true, "messages": []}}}`)
    return true
  }
  one.finish()
  other.disturb = refusing('/prompt', 503)
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', outputs: { text: ['a line'] } })
})

test('a vanished file is saved anew although the end is told twice', async () => {
  let gone = 0
  one.disturb = ({ url = '' }, response) => {
    if (!url.startsWith('/view') || gone > 0) return false
    gone += 1
    response.writeHead(404).end()
    return true
  }
  const loopId = await start()
  await until(() => one.posted.length === 1)
  const prompt_id = one.posted[0]
  const images = [{ filename: 'one.png', subfolder: '', type: 'output' }]
  one.finish()
  one.say('executed', { prompt_id, node: '2', output: { images } })
  one.say('execution_success', { prompt_id })
  await until(() => gone === 1)
  await sleep(100)
  one.say('executing', { prompt_id, node: null })
  await until(() => one.posted.length === 2)
  expect(entryAt(await studio.until(loopId, isSettled), 0, 0)).toMatchObject({ status: 'returned', error: null })
})
