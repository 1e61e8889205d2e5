import type { LoopView } from '@lemouf/core/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestComfy, type TestComfy } from '../testing/comfy.ts'
import { colourPrompt, colours, entryAt, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

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

const start = async (more: object = {}): Promise<string> => (await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(2), ...more } })).loop_id
const isSettled = (loop: LoopView): boolean => ['returned', 'failed'].includes(entryAt(loop, 0, 0)?.status ?? '')
/** Resolves when the server was asked what the test waits for. */
const until = async (isSo: () => boolean): Promise<void> => {
  await expect.poll(isSo, { timeout: 20_000, interval: 10 }).toBe(true)
}

test('an attempt cancelled in one loop leaves the same place of other loops alone', async () => {
  const [first, second, third, fourth] = [await start(), await start(), await start(), await start()]
  await until(() => comfy.posted.length === 2)
  await studio.call('cancel', { body: { loop_id: first, cycle_index: 0, retry_index: 0 } })
  await until(() => comfy.withdrawn.length === 1)
  comfy.finish()
  for (const loopId of [second, third, fourth]) await studio.until(loopId, hasReturned(0))
  expect(comfy.withdrawn).toHaveLength(1)
})

test.each([[502, '/prompt'], [503, '/history'], [504, '/view']])('a gateway that answers %i to %s for a while costs no attempt', async (status, path) => {
  let refused = 0
  comfy.disturb = ({ url = '' }, response) => {
    if (!url.startsWith(path) || refused >= 2) return false
    refused += 1
    response.writeHead(status).end('<html>bad gateway</html>')
    return true
  }
  comfy.finish()
  const loopId = await start()
  const loop = await studio.until(loopId, isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', error: null })
  expect(refused).toBe(2)
})

test.each(['/prompt', '/history', '/view'])('an answer of %s that breaks off costs no attempt', async (path) => {
  let broken = 0
  comfy.disturb = ({ url = '' }, response) => {
    if (!url.startsWith(path) || broken >= 2) return false
    broken += 1
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
    response.write('{', () => response.destroy())
    return true
  }
  comfy.finish()
  const loopId = await start()
  const loop = await studio.until(loopId, isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', error: null })
  expect(broken).toBe(2)
})

test('a result whose file is gone, as cached ones can be, is saved anew', async () => {
  let gone = 0
  comfy.disturb = ({ url = '' }, response) => {
    if (!url.startsWith('/view') || gone > 0) return false
    gone += 1
    response.writeHead(404).end()
    return true
  }
  comfy.finish()
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)).toMatchObject({ status: 'returned', error: null })
  const [first, second] = comfy.prompts.map((prompt) => prompt['2'])
  expect(comfy.posted).toEqual([comfy.posted[0], comfy.posted[0]])
  expect(first).not.toEqual(second)
})

test('JSON that looks like a file is JSON', async () => {
  const value = { filename: 'nothere.png', seed: 1 }
  comfy.entry = { outputs: { '2': { json: [value] } }, status: { status_str: 'success', completed: true, messages: [] } }
  comfy.finish()
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)?.outputs.json).toEqual([value])
})

test('a result whose file stays away is told', async () => {
  comfy.disturb = ({ url = '' }, response) => {
    if (!url.startsWith('/view')) return false
    response.writeHead(404).end()
    return true
  }
  comfy.finish()
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)?.error).toMatchObject({ code: 'output_vanished', message: expect.stringContaining('one.png') })
})

test('a branch that a node blocked is told with the words of the node, although the prompt is called a success', async () => {
  const blocked = { node_id: '7', node_type: 'Gate', exception_message: 'The gate is closed.', exception_type: 'ExecutionBlocked' }
  comfy.entry = { outputs: {}, status: { status_str: 'success', completed: true, messages: [['execution_error', blocked]] } }
  comfy.finish()
  const loop = await studio.until(await start(), isSettled)
  expect(entryAt(loop, 0, 0)?.error).toMatchObject({ code: 'execution_failed', message: 'Gate: The gate is closed.', node: { id: '7', type: 'Gate' } })
})

test('a cancellation that does not reach the server is tried again', async () => {
  const loopId = await start()
  await until(() => comfy.posted.length === 1)
  let refused = 0
  comfy.disturb = ({ method, url }, response) => {
    if (method !== 'POST' || url !== '/queue' || refused >= 2) return false
    refused += 1
    response.destroy()
    return true
  }
  await studio.call('cancel', { body: { loop_id: loopId, cycle_index: 0, retry_index: 0 } })
  await until(() => comfy.withdrawn.length === 1)
  expect(comfy.withdrawn).toEqual(comfy.posted)
})

test('a cancellation that the server refuses does not keep the place of others', async () => {
  const first = await start()
  const others = [await start(), await start()]
  await until(() => comfy.posted.length === 2)
  comfy.disturb = ({ method, url }, response) => {
    if (method !== 'POST' || url !== '/queue') return false
    response.writeHead(500).end()
    return true
  }
  await studio.call('cancel', { body: { loop_id: first, cycle_index: 0, retry_index: 0 } })
  await until(() => comfy.posted.length === 3)
  comfy.finish()
  for (const loopId of others) await studio.until(loopId, hasReturned(0))
})

test('a prompt that the server forgot is posted again, and its result counts once', async () => {
  const loopId = await start()
  await until(() => comfy.posted.length === 1)
  comfy.disturb = ({ url = '' }, response) => {
    if (url !== '/queue') return false
    response.end('{"queue_running":[],"queue_pending":[]}')
    return true
  }
  await until(() => comfy.posted.length >= 2)
  comfy.disturb = undefined
  comfy.finish()
  await studio.until(loopId, hasReturned(0))
  const { events } = await studio.call('getHistory', { params: { loop_id: loopId }, query: {} })
  expect(new Set(comfy.posted).size).toBe(1)
  expect(events.filter(({ type }) => type === 'attemptReturned')).toHaveLength(1)
})
