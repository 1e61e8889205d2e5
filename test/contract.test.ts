import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseJson, stringifyJson, type Json, type JsonObject } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { parsePrompt } from '@lemouf/core/workflow'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ComfyClient, type SubmitAnswer } from '../packages/server/src/comfy/client.ts'
import type { HistoryAnswer, SocketMessage } from '../packages/server/src/comfy/messages.ts'
import { ComfySocket } from '../packages/server/src/comfy/socket.ts'
import { startEngineProcess } from './support/engine-process.ts'

/**
 * What the server relies on in a ComfyUI: held against the embedded engine always, and against the real one at COMFYUI_URL when that is set.
 * Only nodes that need no model are used.
 */
interface Target {
  readonly url: string
  close(): Promise<void>
}

async function startEngine(): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-contract-'))
  const engine = await startEngineProcess(folder)
  return {
    url: engine.url,
    close: async () => {
      engine.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const real = process.env['COMFYUI_URL']
const targets: readonly [string, () => Promise<Target>][] = [
  ['the embedded engine', startEngine],
  ...(real === undefined ? [] : [['ComfyUI', () => Promise.resolve({ url: real, close: () => Promise.resolve() })] as [string, () => Promise<Target>]]),
]

/** A connection as the runner has one: what was said is kept. */
class Connection {
  readonly messages: SocketMessage[] = []
  readonly socket: ComfySocket
  readonly opened: Promise<void>

  constructor(url: string) {
    const opened = Promise.withResolvers<void>()
    this.opened = opened.promise
    const onMessage = (message: SocketMessage): void => void this.messages.push(message)
    this.socket = new ComfySocket(url, { onOpen: () => opened.resolve(), onMessage, onPreview: () => undefined, onClose: () => undefined })
  }

  of(promptId: string): readonly SocketMessage[] {
    return this.messages.filter(({ data }) => data.prompt_id === promptId)
  }
}

async function chunksOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return chunks
}

/** A colour of its own for every prompt, so that no cache knows it. */
let fresh = Math.floor(Math.random() * 0x7f_ffff)
const colour = (): number => (fresh += 1)

const saved = (inputs: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  '1': { class_type: 'EmptyImage', inputs: { width: 32, height: 16, batch_size: 1, color: colour(), ...inputs } },
  '2': { class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: 'lemouf_contract/one' } },
  ...more,
})
/** Takes seconds on any machine: many large pictures, blurred widely. */
const slow = (): JsonObject => ({
  '1': { class_type: 'EmptyImage', inputs: { width: 2048, height: 2048, batch_size: 24, color: colour() } },
  '2': { class_type: 'ImageBlur', inputs: { image: ['1', 0], blur_radius: 31, sigma: 10 } },
  '3': { class_type: 'SaveImage', inputs: { images: ['2', 0], filename_prefix: 'lemouf_contract/slow' } },
})

describe.each(targets)('%s', (_name, open) => {
  let target: Target
  let client: ComfyClient
  let connection: Connection
  beforeAll(async () => {
    target = await open()
    client = new ComfyClient(target.url)
    connection = new Connection(target.url)
    await connection.opened
  })
  afterAll(async () => {
    connection.socket.close()
    await target.close()
  })
  afterEach(async () => {
    const { running, pending } = await client.queue()
    for (const id of [...pending, ...running]) await client.cancel(id)
    await expect.poll(async () => (await client.queue()).running.size, { timeout: 60_000 }).toBe(0)
  })

  const submit = (prompt: JsonObject, more: { promptId?: string; place?: number; clientId?: string } = {}): Promise<SubmitAnswer> =>
    client.submit({ prompt: unwrap(parsePrompt(prompt)), promptId: randomUUID(), clientId: connection.socket.clientId, extraPngInfo: { lemouf: { loop_id: 'contract', cycle_index: 1, retry_index: 2 } }, ...more })
  const accepted = async (prompt: JsonObject, more: { place?: number; clientId?: string } = {}): Promise<string> => {
    const promptId = randomUUID()
    const answer = await submit(prompt, { promptId, ...more })
    expect(answer).toMatchObject({ accepted: true, answer: { prompt_id: promptId } })
    return promptId
  }
  const ended = async (promptId: string): Promise<HistoryAnswer> => {
    await expect.poll(async () => (await client.history(promptId)) !== undefined, { timeout: 60_000, interval: 50 }).toBe(true)
    return (await client.history(promptId)) as HistoryAnswer
  }
  const run = async (prompt: JsonObject): Promise<{ promptId: string; entry: HistoryAnswer }> => {
    const promptId = await accepted(prompt)
    return { promptId, entry: await ended(promptId) }
  }
  const fileOf = (entry: HistoryAnswer, node: string, index = 0): { filename: string; subfolder: string; type: 'output' } =>
    entry.outputs[node]?.['images']?.[index] as { filename: string; subfolder: string; type: 'output' }
  const bytesOf = async (file: { filename: string; subfolder: string; type: 'output' | 'input' | 'temp' }): Promise<Buffer> => Buffer.concat(await chunksOf(await client.view(file)))
  const raw = async (path: string, body?: Json): Promise<{ status: number; json: Json }> => {
    const response = await fetch(target.url + path, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: stringifyJson(body) })
    const text = await response.text()
    return { status: response.status, json: text === '' ? null : unwrap(parseJson(text)) }
  }

  test('says its version and its nodes', async () => {
    expect(await client.version()).toMatch(/\d/)
    const info = await client.objectInfo()
    for (const name of ['EmptyImage', 'ImageScale', 'ImageBlend', 'ImageInvert', 'SaveImage', 'PreviewImage', 'LoadImage', 'PreviewAny']) expect(info.has(name), name).toBe(true)
    expect(info.get('SaveImage')?.outputNode).toBe(true)
  })

  test('a prompt is saved, and its picture and metadata can be read', async () => {
    const { entry } = await run(saved())
    expect(entry.status).toMatchObject({ status_str: 'success', completed: true })
    const file = fileOf(entry, '2')
    expect(file).toMatchObject({ subfolder: 'lemouf_contract', type: 'output', filename: expect.stringMatching(/^one_\d{5}_\.png$/) })
    const bytes = await bytesOf(file)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 32, height: 16, format: 'png' })
    expect(bytes.includes('"loop_id": "contract"') || bytes.includes('"loop_id":"contract"')).toBe(true)
  })

  test('a batch comes back in its order', async () => {
    const other = { '3': { class_type: 'ImageInvert', inputs: { image: ['1', 0] } }, '4': { class_type: 'ImageBatch', inputs: { image1: ['1', 0], image2: ['3', 0] } } }
    const { entry } = await run({ ...saved({ color: 0xff_0000 }, other), '2': { class_type: 'SaveImage', inputs: { images: ['4', 0], filename_prefix: `lemouf_contract/batch_${colour()}` } } })
    const pixel = async (index: number): Promise<number[]> => [...(await sharp(await bytesOf(fileOf(entry, '2', index))).removeAlpha().raw().toBuffer()).subarray(0, 3)]
    expect([await pixel(0), await pixel(1)]).toEqual([[255, 0, 0], [0, 255, 255]])
  })

  test('messages of a prompt: it starts, each node runs and shows, it succeeds, and ends after its history is written', async () => {
    const { promptId } = await run(saved())
    await expect.poll(() => connection.of(promptId).at(-1)).toMatchObject({ type: 'executing', data: { node: null } })
    const types = connection.of(promptId).map(({ type }) => type)
    expect(types[0]).toBe('execution_start')
    const [executed, success] = [types.indexOf('executed'), types.indexOf('execution_success')]
    expect(executed).toBeGreaterThan(0)
    expect(success).toBeGreaterThan(executed)
    expect(types.lastIndexOf('executing')).toBeGreaterThan(success)
    const shown = connection.of(promptId).find((message) => message.type === 'executed')
    expect(shown?.data).toMatchObject({ node: '2', output: { images: [{ type: 'output', subfolder: 'lemouf_contract' }] } })
  })

  test('a prompt that was run before is answered from the cache, and says what it showed again', async () => {
    const prompt = saved()
    const first = await run(prompt)
    const second = await run(prompt)
    expect(fileOf(second.entry, '2')).toEqual(fileOf(first.entry, '2'))
    await expect.poll(() => connection.of(second.promptId).some((message) => message.type === 'executed')).toBe(true)
    const cached = connection.of(second.promptId).find((message) => message.type === 'execution_cached')
    expect(cached?.data).toMatchObject({ nodes: expect.arrayContaining(['1', '2']) })
  })

  test('an input that a class does not declare makes its node run again, and nothing else', async () => {
    const prompt = saved()
    const first = await run(prompt)
    const saver = prompt['2'] as JsonObject
    const second = await run({ ...prompt, '2': { ...saver, inputs: { ...(saver['inputs'] as JsonObject), lemouf_again: 1 } } })
    expect(second.entry.status).toMatchObject({ status_str: 'success' })
    expect(fileOf(second.entry, '2').filename).not.toBe(fileOf(first.entry, '2').filename)
  })

  test('whoever queued hears of it, and nobody else', async () => {
    const other = new Connection(target.url)
    await other.opened
    const promptId = await accepted(saved(), { clientId: other.socket.clientId })
    await ended(promptId)
    await expect.poll(() => other.of(promptId).length).toBeGreaterThan(2)
    other.socket.close()
    expect(connection.of(promptId)).toEqual([])
  })

  test('whole numbers up to 2^64−1 arrive as they are', async () => {
    const seed = 18_446_744_073_709_551_615n
    const info = await client.objectInfo()
    const spec = info.get('KSampler')?.inputs.find(({ name }) => name === 'seed')
    if (spec !== undefined) expect(spec.options['max']).toBe(seed)
    const promptId = await accepted({ ...saved(), '9': { class_type: 'PreviewAny', inputs: { source: ['8', 0] } }, '8': { class_type: 'PrimitiveString', inputs: { value: 'x', unknown: seed } } })
    await ended(promptId)
    const { json } = await raw(`/history/${promptId}`)
    const row = (json as { [id: string]: { prompt: readonly Json[] } })[promptId]
    expect(row?.prompt[2]).toMatchObject({ '8': { inputs: { unknown: seed } } })
  })

  describe('refuses', () => {
    const refusalOf = async (prompt: JsonObject): Promise<{ type: string; nodes: { [id: string]: readonly string[] } }> => {
      const answer = await submit(prompt)
      if (answer.accepted || typeof answer.answer.error === 'string') throw new Error(`not refused as expected: ${stringifyJson(answer)}`)
      const nodes = Object.entries(answer.answer.node_errors).map(([id, { errors }]) => [id, errors.map(({ type }) => type)] as const)
      return { type: answer.answer.error.type, nodes: Object.fromEntries(nodes) }
    }
    test('no outputs', async () => expect(await refusalOf({ '1': saved()['1'] as JsonObject })).toMatchObject({ type: 'prompt_no_outputs' }))
    test('an unknown class', async () => expect((await refusalOf(saved({}, { '5': { class_type: 'NoSuchNode', inputs: {} } }))).type).toMatch(/^(missing_node_type|invalid_prompt)$/))
    test('a missing input', async () => {
      const { '1': image, '2': saver } = saved() as { '1': JsonObject; '2': JsonObject }
      const { width: _width, ...inputs } = image['inputs'] as JsonObject
      expect(await refusalOf({ '1': { ...image, inputs }, '2': saver })).toEqual({ type: 'prompt_outputs_failed_validation', nodes: { '1': ['required_input_missing'] } })
    })
    test.each([
      [{ width: 0 }, 'value_smaller_than_min'],
      [{ width: 1_000_000 }, 'value_bigger_than_max'],
      [{ width: 'wide' }, 'invalid_input_type'],
    ])('%o', async (inputs, reason) => {
      expect(await refusalOf(saved(inputs))).toEqual({ type: 'prompt_outputs_failed_validation', nodes: { '1': [reason] } })
    })
    test('a value that is not offered', async () => {
      const scaled = { '3': { class_type: 'ImageScale', inputs: { image: ['1', 0], upscale_method: 'by magic', width: 8, height: 8, crop: 'disabled' } } }
      const prompt = { ...saved({}, scaled), '2': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'x' } } }
      expect(await refusalOf(prompt)).toMatchObject({ nodes: { '3': ['value_not_in_list'] } })
    })
    test('a link of the wrong type', async () => {
      const solid = { '3': { class_type: 'SolidMask', inputs: { value: 1, width: 8, height: 8 } } }
      const prompt = { ...saved({}, solid), '2': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'x' } } }
      expect(await refusalOf(prompt)).toMatchObject({ nodes: { '2': ['return_type_mismatch'] } })
    })
  })

  test('a prompt with one sound and one broken output is accepted, and says which was dropped', async () => {
    const broken = { '7': { class_type: 'SaveImage', inputs: { filename_prefix: 'x' } } }
    const answer = await submit(saved({}, broken))
    expect(answer).toMatchObject({ accepted: true, answer: { node_errors: { '7': { class_type: 'SaveImage', errors: [{ type: 'required_input_missing' }] } } } })
    if (answer.accepted) expect(Object.keys((await ended(answer.answer.prompt_id)).outputs)).toEqual(['2'])
  })

  test('a node that fails is named, with its reason', async () => {
    const crop = { '3': { class_type: 'LoadImage', inputs: { image: 'lemouf_contract_broken.png' } } }
    await client.upload('lemouf_contract_broken.png', new Blob(['this is no picture']))
    const answer = await submit({ ...saved({}, crop), '2': { class_type: 'SaveImage', inputs: { images: ['3', 0], filename_prefix: 'x' } } })
    if (!answer.accepted) throw new Error(stringifyJson(answer))
    const { status } = await ended(answer.answer.prompt_id)
    expect(status?.status_str).toBe('error')
    const [, data] = status?.messages.findLast(([type]) => type === 'execution_error') ?? []
    expect(data).toMatchObject({ node_id: '3', node_type: 'LoadImage', exception_message: expect.any(String) })
  })

  test('an uploaded picture is loaded by its name, in a folder of its own', async () => {
    const picture = await sharp({ create: { width: 5, height: 7, channels: 3, background: '#123456' } }).png().toBuffer()
    const name = `lemouf/${randomUUID()}.png`
    await client.upload(name, new Blob([new Uint8Array(picture)]))
    const { entry } = await run({ '1': { class_type: 'LoadImage', inputs: { image: name } }, '2': { class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: 'lemouf_contract/load' } } })
    const image = sharp(await bytesOf(fileOf(entry, '2')))
    expect(await image.metadata()).toMatchObject({ width: 5, height: 7 })
    expect([...(await image.removeAlpha().raw().toBuffer()).subarray(0, 3)]).toEqual([0x12, 0x34, 0x56])
  })

  test('a preview lies in the temp folder and can be fetched', async () => {
    const { entry } = await run({ ...saved(), '2': { class_type: 'PreviewImage', inputs: { images: ['1', 0] } } })
    const file = entry.outputs['2']?.['images']?.[0] as { filename: string; subfolder: string; type: 'temp' }
    expect(file.type).toBe('temp')
    expect((await sharp(await bytesOf(file)).metadata()).width).toBe(32)
  })

  test('a file that is not there is a failure of its own', async () => {
    await expect(client.view({ filename: 'never.png', subfolder: 'lemouf_contract', type: 'output' })).rejects.toMatchObject({ code: 'output_vanished' })
  })

  test('the queue goes by numbers, and one prompt is taken out or interrupted alone', { timeout: 120_000 }, async () => {
    const running = await accepted(slow())
    await expect.poll(async () => (await client.queue()).running.has(running)).toBe(true)
    const waiting = await submit(saved())
    if (!waiting.accepted) throw new Error(stringifyJson(waiting))
    const later = waiting.answer.prompt_id
    const before = await accepted(saved(), { place: (waiting.answer.number ?? 0) - 0.5 })
    expect([...(await client.queue()).pending].toSorted()).toEqual([later, before].toSorted())
    const unwanted = await accepted(saved())
    await client.cancel(unwanted)
    expect((await client.queue()).pending.has(unwanted)).toBe(false)
    expect((await client.queue()).running.has(running)).toBe(true)
    await client.cancel(running)
    await ended(later)
    const order = connection.messages.flatMap((message) => (message.type === 'execution_start' ? [message.data.prompt_id] : []))
    expect(order.indexOf(before)).toBeLessThan(order.indexOf(later))
    expect(await client.history(unwanted)).toBeUndefined()
    expect((await client.history(running))?.status?.messages.map(([type]) => type)).toContain('execution_interrupted')
  })

  test('what it never heard of is not in its history', async () => {
    expect(await client.history(randomUUID())).toBeUndefined()
  })

  test('text is shown as text', async () => {
    const { entry } = await run({ '1': { class_type: 'PrimitiveString', inputs: { value: `a line ${colour()}` } }, '2': { class_type: 'PreviewAny', inputs: { source: ['1', 0] } } })
    expect(entry.outputs['2']?.['text']).toEqual([expect.stringMatching(/^a line \d+$/)])
  })
})
