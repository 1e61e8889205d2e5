import { afterEach, expect, test } from 'vitest'
import { openTestComfy, type TestComfy } from '../testing/comfy.ts'
import { colourPrompt, colours, openTestStudio, type TestStudio } from '../testing/studio.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function begin(count: number): Promise<{ comfies: readonly TestComfy[]; studio: TestStudio }> {
  const comfies = await Promise.all(Array.from({ length: count }, openTestComfy))
  open.push(...comfies)
  const studio = await openTestStudio({ comfy: comfies.map(({ url }) => url) })
  open.push(studio)
  await expect.poll(async () => (await studio.call('getSystem', {})).workers.every(({ state }) => state === 'online')).toBe(true)
  return { comfies, studio }
}
const servers = async (studio: TestStudio) => (await studio.call('listServers', {})).servers

/** Answers some addresses with JSON of the test's own. */
function answering(answers: Record<string, unknown>): NonNullable<TestComfy['disturb']> {
  return (request, response) => {
    const path = request.url ?? ''
    if (!Object.hasOwn(answers, path)) return false
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answers[path]))
    return true
  }
}

const stats = {
  system: { comfyui_version: '0.3.70', python_version: '3.12.1 (main)', pytorch_version: '2.9.0+cu128', os: 'posix', ram_total: 64e9, ram_free: 50e9 },
  devices: [{ name: 'cuda:0 NVIDIA X', type: 'cuda', index: 0, vram_total: 24e9, vram_free: 20e9, torch_vram_total: 1, torch_vram_free: 1 }],
}

test('a server is asked for its devices, versions, queue and nodes', async () => {
  const { comfies: [comfy], studio } = await begin(1)
  comfy!.disturb = answering({ '/system_stats': stats, '/queue': { queue_running: [[0, 'somebody-else']], queue_pending: [[1, 'a'], [2, 'b']] } })
  await expect.poll(async () => (await servers(studio))[0]?.report).toEqual({
    comfyui: '0.3.70', python: '3.12.1 (main)', pytorch: '2.9.0+cu128', os: 'posix', ram_total: 64e9, ram_free: 50e9,
    devices: [{ name: 'cuda:0 NVIDIA X', type: 'cuda', vram_total: 24e9, vram_free: 20e9 }],
    queue: { running: 1, pending: 2 },
    node_classes: 3,
    pack: true,
  })
})

test('what a server leaves out is not known, and what it is busy with is', async () => {
  const { comfies: [comfy], studio } = await begin(1)
  await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(1) } })
  await expect.poll(() => comfy!.posted.length).toBe(1)
  const [server] = await servers(studio)
  expect(server).toMatchObject({ in_flight: 1, report: { comfyui: 'test', python: null, devices: [], ram_total: null, queue: { running: 0, pending: 1 } } })
})

test('one that does not answer says so and holds up no other', async () => {
  const { comfies: [slow, sound], studio } = await begin(2)
  slow!.disturb = (request) => request.url === '/queue'
  const answers = await servers(studio)
  expect(answers.find(({ url }) => url === sound!.url)?.report).not.toBeNull()
  expect(answers.find(({ url }) => url === slow!.url)).toMatchObject({ report: null, report_problem: expect.stringContaining('does not answer') })
})

test('the models of a server by folder; a folder that cannot be read is said', async () => {
  const { comfies: [comfy], studio } = await begin(1)
  comfy!.disturb = answering({ '/models': ['checkpoints', 'loras', 'odd one'], '/models/checkpoints': ['a.safetensors', 'sub/b.safetensors'], '/models/loras': [], '/models/odd%20one': { no: 'list' } })
  expect(await studio.call('getModels', { query: { server: comfy!.url } })).toEqual({
    server: comfy!.url,
    folders: [{ name: 'checkpoints', files: ['a.safetensors', 'sub/b.safetensors'] }, { name: 'loras', files: [] }],
    problem: expect.stringContaining("is not ComfyUI's"),
  })
  await expect(studio.call('getModels', { query: { server: 'http://other:1' } })).rejects.toMatchObject({ code: 'server_not_found' })
})

test('a server that went away has no report, and says why', async () => {
  const { comfies: [comfy], studio } = await begin(1)
  await comfy!.close()
  await expect.poll(async () => (await servers(studio))[0]).toMatchObject({ state: 'offline', report: null, report_problem: expect.stringContaining('does not answer') })
  expect(await studio.call('getModels', { query: { server: comfy!.url } })).toMatchObject({ folders: [], problem: expect.stringContaining('does not answer') })
})
