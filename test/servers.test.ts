import type { JsonObject } from '@lemouf/core/json'
import type { LoopView } from '@lemouf/core/protocol'
import { afterEach, expect, test } from 'vitest'
import { colours, entryAt, openTestStudio, type TestStudio } from '../packages/server/src/testing/studio.ts'
import { dwellWorkflow, startMachine, type Machine } from './support/machines.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function machine(...words: string[]): Promise<Machine> {
  const started = await startMachine(...words)
  open.push(started)
  return started
}
async function studioWith(...machines: readonly Machine[]): Promise<TestStudio> {
  const studio = await openTestStudio({ comfy: machines.map(({ url }) => url) })
  open.push(studio)
  return studio
}
const start = async (studio: TestStudio, prompt: JsonObject, cycles: number): Promise<string> =>
  (await studio.call('startLoop', { body: { prompt: prompt, payload: colours(cycles), approve: 'all', lookahead: 3 } })).loop_id
const isOver = (loop: LoopView): boolean => loop.status === 'complete' || loop.status === 'failed'
const workersOf = (loop: LoopView): Set<string | null> => new Set(loop.manifest.map((entry) => entry.worker))
const online = async (studio: TestStudio, count: number): Promise<void> => {
  await expect.poll(async () => (await studio.call('getSystem', {})).workers.filter(({ state }) => state === 'online').length, { timeout: 20_000 }).toBe(count)
}

test('cycles are shared among the servers, and each attempt says where it ran', async () => {
  const [one, two] = [await machine(), await machine()]
  const studio = await studioWith(one, two)
  await online(studio, 2)
  const loop = await studio.until(await start(studio, dwellWorkflow(60), 8), isOver)
  expect(loop.status).toBe('complete')
  expect(workersOf(loop)).toEqual(new Set([one.url, two.url]))
})

test('a prompt goes to a server that has the model it names', async () => {
  const [small, large] = [await machine('--model', 'small'), await machine('--model', 'small', '--model', 'large')]
  const studio = await studioWith(small, large)
  await online(studio, 2)
  const loop = await studio.until(await start(studio, dwellWorkflow(20, 'large'), 4), isOver)
  expect(loop.status).toBe('complete')
  expect(workersOf(loop)).toEqual(new Set([large.url]))
})

test('a model that no server has is said before anything starts', async () => {
  const studio = await studioWith(await machine('--model', 'small'), await machine('--model', 'large'))
  await online(studio, 2)
  const refused = studio.call('startLoop', { body: { prompt: dwellWorkflow(20, 'huge'), payload: colours(1) } })
  await expect(refused).rejects.toMatchObject({ code: 'preflight_failed', message: expect.stringContaining('"huge" is not offered') })
})

test('servers that have what is needed only together are told apart before anything starts', async () => {
  const [one, two] = [await machine('--model', 'alpha'), await machine('--model', 'beta')]
  const studio = await studioWith(one, two)
  await online(studio, 2)
  const both = { ...dwellWorkflow(5, 'alpha'), '9': { class_type: 'Dwell', inputs: { image: ['2', 0], ms: 5, model: 'beta' } }, '3': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['9', 0] } } }
  const refused = studio.call('startLoop', { body: { prompt: both, payload: colours(1) } })
  await expect(refused).rejects.toMatchObject({ code: 'preflight_failed', message: expect.stringContaining(`${one.url} lacks "beta" (model of Dwell)`) })
})

test('a server that runs out of memory is rested, and its attempts move on', async () => {
  const [weak, strong] = [await machine('--broken'), await machine()]
  const studio = await studioWith(weak, strong)
  await online(studio, 2)
  const loop = await studio.until(await start(studio, dwellWorkflow(50), 4), isOver)
  expect(loop.status).toBe('complete')
  expect(workersOf(loop)).toEqual(new Set([strong.url]))
  const { workers } = await studio.call('getSystem', {})
  expect(workers.find(({ url }) => url === weak.url)).toMatchObject({ state: 'resting', problem: expect.stringContaining('out of memory') })
})

test('a retry is made before cycles that are made ahead', async () => {
  const studio = await studioWith(await machine())
  const { loop_id } = await studio.call('startLoop', { body: { prompt: dwellWorkflow(400), payload: colours(3), lookahead: 2 } })
  await studio.until(loop_id, (loop) => entryAt(loop, 0, 0)?.status === 'returned' && entryAt(loop, 1, 0)?.status === 'running')
  await studio.call('decide', { body: { loop_id, cycle_index: 0, retry_index: 0, decision: 'replay' } })
  const loop = await studio.until(loop_id, (one) => one.manifest.length === 4 && one.manifest.every((entry) => entry.status === 'returned'))
  const byTime = loop.manifest.toSorted((a, b) => a.updated_at - b.updated_at).map((entry) => `${entry.cycle_index}/${entry.retry_index}`)
  expect(byTime).toEqual(['0/0', '1/0', '0/1', '2/0'])
})

test('with one server alone, what it fails is told at once', async () => {
  const studio = await studioWith(await machine('--broken'))
  const loop = await studio.until(await start(studio, dwellWorkflow(1), 1), isOver)
  expect(entryAt(loop, 0, 0)?.error).toMatchObject({ code: 'execution_failed', message: expect.stringContaining('out of memory') })
})

test('a server that dies in mid-prompt costs nothing: the other makes what it had, once', async () => {
  const [doomed, other] = [await machine(), await machine()]
  const studio = await studioWith(doomed, other)
  await online(studio, 2)
  const loopId = await start(studio, dwellWorkflow(400), 6)
  await studio.until(loopId, (loop) => loop.manifest.some((entry) => entry.worker === doomed.url))
  await doomed.kill()
  const loop = await studio.until(loopId, isOver)
  expect(loop.status).toBe('complete')
  const { events } = await studio.call('getHistory', { params: { loop_id: loopId }, query: {} })
  expect(events.filter(({ type }) => type === 'attemptReturned')).toHaveLength(6)
  expect(loop.manifest).toHaveLength(6)
})

test('what stands at a server behind other work goes to one that has none', async () => {
  const [first, second] = [await machine(), await machine()]
  const studio = await studioWith(first)
  await online(studio, 1)
  const loopId = await start(studio, dwellWorkflow(4_000), 2)
  await studio.until(loopId, (loop) => entryAt(loop, 0, 0)?.status === 'running')
  await studio.call('addServer', { body: { url: second.url } })
  const loop = await studio.until(loopId, (one) => one.status === 'complete')
  expect(loop.manifest.map((entry) => entry.worker)).toEqual([first.url, second.url])
})

test('a server is added and removed while the program runs, and is still there after a restart', async () => {
  const [first, second] = [await machine(), await machine()]
  const studio = await studioWith(first)
  const added = await studio.call('addServer', { body: { url: `${second.url}/` } })
  expect(added.workers.map(({ url, removable }) => [url, removable])).toEqual([[first.url, false], [second.url, true]])
  await studio.restart()
  await online(studio, 2)
  const loopId = await start(studio, dwellWorkflow(300), 6)
  await studio.until(loopId, (loop) => workersOf(loop).has(second.url))
  const left = await studio.call('removeServer', { body: { url: second.url } })
  expect(left.workers.map(({ url }) => url)).toEqual([first.url])
  expect((await studio.until(loopId, isOver)).status).toBe('complete')
  await expect(studio.call('removeServer', { body: { url: first.url } })).rejects.toMatchObject({ code: 'server_not_found' })
  await expect(studio.call('addServer', { body: { url: 'http://127.0.0.1:1' } })).rejects.toMatchObject({ code: 'engine_unavailable' })
})

test('the time that a server stood idle while cycles waited for a person is measured', async () => {
  const studio = await studioWith(await machine())
  const { loop_id } = await studio.call('startLoop', { body: { prompt: dwellWorkflow(20), payload: colours(2) } })
  await studio.until(loop_id, (loop) => loop.status === 'waiting')
  const idle = async (): Promise<number> => (await studio.call('getSystem', {})).workers[0]?.idle_ms ?? 0
  await expect.poll(idle).toBeGreaterThan(100)
  await studio.call('decide', { body: { loop_id, cycle_index: 0, retry_index: 0, decision: 'approve' } })
  await studio.until(loop_id, (loop) => entryAt(loop, 1, 0)?.status === 'returned')
  const spent = await idle()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await idle()).toBe(spent)
})
