import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, errorBodySchema, type Client, type LoopView } from '@lemouf/core/protocol'
import type { JsonObject } from '@lemouf/core/json'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openTestComfy } from '../packages/server/src/testing/comfy.ts'
import { colourPrompt, colours, entryAt, hasReturned, openTestStudio, type TestStudio } from '../packages/server/src/testing/studio.ts'
import { mountSmallDisk, type SmallDisk } from './support/disk.ts'
import { startProcess, type RunningProgram } from './support/process.ts'

const MAX_UPLOAD_BYTES = 1_000_000
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** How a request was refused. */
interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

async function refusalOf(response: Promise<Response>): Promise<Refusal> {
  const answer = await response
  const { error } = errorBodySchema.parse(await answer.json())
  return { status: answer.status, code: error.code, message: error.message }
}

/** The code, the status, and the way out that the sentence names. */
const refused = (code: string, status: number, wayOut: RegExp) => ({ code, status, message: expect.stringMatching(wayOut) as string })

/** A prompt that keeps the engine busy for a while: a large picture, blurred again and again. */
function slowPrompt(size: number, blurs: number): JsonObject {
  const chain = Array.from({ length: blurs }, (_unused, index): [string, JsonObject] => [
    `b${index}`,
    { class_type: 'ImageBlur', inputs: { image: [index === 0 ? '1' : `b${index - 1}`, 0], blur_radius: 31, sigma: 10 } },
  ])
  return { ...colourPrompt(size), ...Object.fromEntries(chain), '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: [`b${blurs - 1}`, 0] } } }
}

describe('bad requests', () => {
  let studio: TestStudio
  let kept: string
  beforeAll(async () => {
    studio = await openTestStudio({ maxUploadBytes: MAX_UPLOAD_BYTES })
    kept = (await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(2) } })).loop_id
    await studio.until(kept, hasReturned(0))
    await studio.call('decide', { body: { loop_id: kept, cycle_index: 0, retry_index: 0, decision: 'approve' } })
    await studio.until(kept, hasReturned(1))
    before = await studio.call('getLoop', { params: { loop_id: kept }, query: {} })
  })
  afterAll(() => studio.close())

  let before: LoopView
  afterEach(async () => {
    const { manifest, seq } = await studio.call('getLoop', { params: { loop_id: kept }, query: {} })
    expect({ manifest, seq }).toEqual({ manifest: before.manifest, seq: before.seq })
    const picture = await fetch(studio.url + entryAt(before, 0, 0)!.outputs.images[0]!.url)
    expect([picture.status, (await picture.arrayBuffer()).byteLength]).toEqual([200, entryAt(before, 0, 0)!.outputs.images[0]!.bytes])
  })

  const post = (path: string, body: unknown): Promise<Refusal> =>
    refusalOf(fetch(studio.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }))
  const start = (body: object): Promise<Refusal> => post('/lemouf/loop/start', body)
  const mapped = (mapping: object): JsonObject => ({
    ...colourPrompt(),
    '3': { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings: [mapping] }) } },
  })
  const toColour = { node: 'type:EmptyImage', input: 'color' }

  test('malformed JSON', async () => {
    expect(await post('/lemouf/loop/create', '{"loop_id": "a",')).toEqual(refused('json_malformed', 400, /Check the text near/))
  })

  test('a workflow without Loop Return', async () => {
    const { '2': _returns, ...lonely } = colourPrompt()
    expect(await start({ prompt: lonely, payload: colours(1) })).toEqual(refused('preflight_failed', 422, /Loop Return.*(Add|add)/))
  })

  test('a mapping that resolves to nothing', async () => {
    expect(await start({ prompt: mapped({ from: 'shade', to: toColour }), payload: colours(1) })).toEqual(refused('preflight_failed', 422, /"shade".*fallback/s))
    expect(await start({ prompt: mapped({ from: 'colour', to: { node: '@paint', input: 'color' } }), payload: colours(1) })).toEqual(refused('preflight_failed', 422, /"@paint".*(Title|selector)/s))
  })

  test('a mapping to the wrong type', async () => {
    expect(await start({ prompt: mapped({ from: 'colour', to: toColour }), payload: [{ colour: 'red' }] })).toEqual(refused('preflight_failed', 422, /color.*(INT|whole|number)/is))
  })

  test('a payload shorter than the cycles', async () => {
    expect(await start({ prompt: colourPrompt(), payload: colours(2), total_cycles: 3 })).toEqual(refused('preflight_failed', 422, /(Add entries|fewer cycles)/))
    const { loop_id } = await studio.call('createLoop', { body: {} })
    await studio.call('setWorkflow', { body: { loop_id, prompt: colourPrompt() } })
    await studio.call('setPayload', { body: { loop_id, payload: colours(1) } })
    expect(await post('/lemouf/loop/config', { loop_id, total_cycles: 3 })).toEqual(refused('payload_too_short', 422, /Add entries, or run fewer cycles/))
  })

  test('an unknown loop', async () => {
    const decision = { loop_id: 'nobody', cycle_index: 0, retry_index: 0, decision: 'approve' }
    expect(await post('/lemouf/loop/decision', decision)).toEqual(refused('loop_not_found', 404, /list the loops/))
    expect(await refusalOf(fetch(`${studio.url}/lemouf/loop/nobody`))).toEqual(refused('loop_not_found', 404, /list the loops/))
  })

  test('a stale decision', async () => {
    const decision = { loop_id: kept, cycle_index: 0, retry_index: 0, decision: 'reject' }
    expect(await post('/lemouf/loop/decision', decision)).toEqual(refused('decision_stale', 409, /approve, by tester.*Look at it again/))
    expect(await post('/lemouf/loop/decision', { ...decision, revision: 0 })).toEqual(refused('decision_stale', 409, /Look at it again/))
  })

  test('a decision on a running attempt', async () => {
    const { loop_id } = await studio.call('startLoop', { body: { prompt: slowPrompt(1024, 4), payload: colours(1) } })
    const place = { loop_id, cycle_index: 0, retry_index: 0 }
    await studio.until(loop_id, (loop) => entryAt(loop, 0, 0)?.status === 'running')
    expect(await post('/lemouf/loop/decision', { ...place, decision: 'approve' })).toEqual(refused('attempt_not_returned', 409, /Wait for its result, or cancel it/))
    await studio.call('cancel', { body: place })
  })

  test('an over-large upload', async () => {
    const form = new FormData()
    form.set('loop_id', kept)
    form.set('file', new Blob([Buffer.concat([PICTURE, Buffer.alloc(3 * MAX_UPLOAD_BYTES)])]), 'large.png')
    const filesBefore = await filesIn(join(studio.dataDir, 'media'))
    const sent = fetch(`${studio.url}/lemouf/loop/media_cache`, { method: 'POST', headers: { 'x-lemouf-upload': '1' }, body: form })
    expect(await refusalOf(sent)).toEqual(refused('upload_too_large', 413, /Make it smaller/))
    expect(await filesIn(join(studio.dataDir, 'media'))).toEqual(filesBefore)
  })

  test('a refused upload leaves its connection in order', async () => {
    for (let round = 0; round < 8; round++) {
      const form = new FormData()
      form.set('loop_id', kept)
      form.set('file', new Blob([Buffer.alloc(6 * 1024 * 1024)]), 'large.png')
      const sent = await fetch(`${studio.url}/lemouf/loop/media_cache`, { method: 'POST', headers: { 'x-lemouf-upload': '1' }, body: form })
      expect(sent.status).toBe(413)
      await sent.arrayBuffer()
      const next = await fetch(`${studio.url}/lemouf/loop/list`, { signal: AbortSignal.timeout(5_000) })
      expect(next.status).toBe(200)
      await next.arrayBuffer()
    }
  })

  test('an upload that is cut off, or is no form', async () => {
    const headers = { 'x-lemouf-upload': '1', 'content-type': 'multipart/form-data; boundary=x' }
    const part = (name: string, value: string): string => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`
    const cut = `${part('loop_id', kept)}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.gif"\r\n\r\nGIF89a`
    for (const body of [cut, 'nothing of the kind', '']) {
      const sent = fetch(`${studio.url}/lemouf/loop/media_cache`, { method: 'POST', headers, body })
      expect([body, await refusalOf(sent)]).toEqual([body, refused('request_invalid', 400, /Send/)])
    }
    expect(await readdir(join(studio.dataDir, 'media', 'uploads'))).toEqual([])
  })

  test('headers and queries that do not fit', async () => {
    const refusedBy = (path: string, headers: Record<string, string> = {}): Promise<Refusal> => refusalOf(fetch(studio.url + path, { headers }))
    expect(await refusedBy('/lemouf/events?last_event_id=soon')).toEqual(refused('request_invalid', 400, /last_event_id/))
    expect(await refusedBy('/lemouf/events?loop_id=a&loop_id=b')).toEqual(refused('request_invalid', 400, /loop_id/))
    expect(await refusedBy('/lemouf/loop/list', { 'idempotency-key': 'k'.repeat(300) })).toEqual(refused('request_invalid', 400, /idempotency-key/))
  })
})

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()
}

describe('accidents', () => {
  let program: RunningProgram | undefined
  let folder: string
  let disk: SmallDisk | undefined
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lemouf-accident-'))
  })
  afterEach(async () => {
    await program?.stop()
    program = undefined
    await disk?.remove()
    disk = undefined
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const call: Client = (name, input) => createClient({ base: program!.url, actor: 'tester', fetch })(name, input)
  const loopOf = (loop_id: string): Promise<LoopView> => call('getLoop', { params: { loop_id }, query: {} })
  const until = (loopId: string, isSo: (loop: LoopView) => boolean): Promise<void> =>
    expect.poll(async () => isSo(await loopOf(loopId)), { timeout: 25_000, interval: 20 }).toBe(true)
  const returnsOf = async (loop_id: string): Promise<number> => {
    const { events } = await call('getHistory', { params: { loop_id }, query: { limit: 1000 } })
    return events.filter(({ type }) => type === 'attemptReturned').length
  }

  test.for(['on the same disk', 'elsewhere'])('a full disk, and an engine that writes %s: refuses, goes on reading, and resumes by itself', { timeout: 90_000 }, async (where, { skip }) => {
    disk = await mountSmallDisk(48)
    if (disk === undefined) return skip('only root on Linux can mount a small disk')
    const dataDir = join(disk.path, 'data')
    if (where === 'elsewhere') {
      await mkdir(dataDir)
      await mkdir(join(folder, 'engine'), { recursive: true })
      await symlink(join(folder, 'engine'), join(dataDir, 'engine'))
    }
    program = await startProcess(dataDir)
    const { loop_id } = await call('startLoop', { body: { prompt: slowPrompt(1024, 2), payload: colours(2) } })
    await until(loop_id, hasReturned(0))
    const decision = { loop_id, cycle_index: 0, retry_index: 0, decision: 'approve' } as const
    await call('decide', { body: decision })
    await until(loop_id, (loop) => entryAt(loop, 1, 0)?.status === 'running')
    await disk.fill()

    const post = (path: string, body: object): Promise<Refusal> =>
      refusalOf(fetch(program!.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
    const full = refused('disk_full', 507, /Free some space and try again; no restart is needed/)
    const changed = { ...decision, decision: 'discard', revision: 1 } as const
    expect(await post('/lemouf/loop/decision', changed)).toEqual(full)
    const another = { loop_id: 'another', prompt: colourPrompt(), payload: colours(1) }
    expect(await post('/lemouf/loop/start', another)).toEqual(full)
    const form = new FormData()
    form.set('loop_id', loop_id)
    form.set('file', new Blob([PICTURE, Buffer.alloc(100_000)]), 'a.png')
    expect(await refusalOf(fetch(`${program.url}/lemouf/loop/media_cache`, { method: 'POST', headers: { 'x-lemouf-upload': '1' }, body: form }))).toEqual(full)

    // The engine is done, and is asked for the result, while there is no room for it.
    const { workers: [engine] } = await call('getSystem', {})
    const promptId = entryAt(await loopOf(loop_id), 1, 0)!.prompt_id
    await expect.poll(async () => (await fetch(`${engine!.url}/history/${promptId}`)).text(), { timeout: 20_000 }).toContain(promptId)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const meanwhile = await loopOf(loop_id)
    expect([entryAt(meanwhile, 0, 0)?.decision, entryAt(meanwhile, 1, 0)?.status, entryAt(meanwhile, 1, 0)?.error]).toEqual(['approve', 'running', null])
    const picture = await fetch(program.url + entryAt(meanwhile, 0, 0)!.outputs.images[0]!.url)
    expect([picture.status, (await picture.arrayBuffer()).byteLength]).toEqual([200, entryAt(meanwhile, 0, 0)!.outputs.images[0]!.bytes])

    await disk.free()
    await until(loop_id, hasReturned(1))
    expect(await returnsOf(loop_id)).toBe(2)
    expect(await call('decide', { body: changed })).toMatchObject({ decision: 'discard', revision: 2 })
    await call('startLoop', { body: another })
    await until('another', hasReturned(0))
    expect(program.child.exitCode).toBeNull()
  })

  test('a failure that the full disk keeps from being recorded is recorded once there is room', { timeout: 60_000 }, async ({ skip }) => {
    disk = await mountSmallDisk(24)
    if (disk === undefined) return skip('only root on Linux can mount a small disk')
    const comfy = await openTestComfy()
    const studio = await openTestStudio({ dataDir: join(disk.path, 'data'), comfy: comfy.url })
    try {
      const lost = { asked: 0 }
      comfy.disturb = ({ url = '' }, response) => {
        if (!url.startsWith('/view')) return false
        lost.asked += 1
        response.writeHead(404).end()
        return true
      }
      const { loop_id } = await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(1) } })
      await expect.poll(() => comfy.posted.length, { timeout: 10_000 }).toBe(1)
      await disk.fill()
      comfy.finish()
      await expect.poll(() => lost.asked, { timeout: 10_000 }).toBeGreaterThan(1)
      await disk.free()
      const loop = await studio.until(loop_id, ({ status }) => status === 'failed')
      expect(entryAt(loop, 0, 0)?.error).toMatchObject({ code: 'output_vanished', message: expect.stringContaining('replay the cycle') as string })
      expect((await studio.call('getSystem', {})).workers[0]!.in_flight).toBe(0)
    } finally {
      await studio.close()
      await comfy.close()
    }
  })

  test.skipIf(process.platform !== 'linux')('an engine that is killed in mid-prompt is started again, and the attempt returns once', async () => {
    program = await startProcess(join(folder, 'killed'))
    const { loop_id } = await call('startLoop', { body: { prompt: slowPrompt(1024, 4), payload: colours(2) } })
    await until(loop_id, (loop) => entryAt(loop, 0, 0)?.status === 'running')
    const [engine] = (await readFile(`/proc/${program.child.pid}/task/${program.child.pid}/children`, 'utf8')).trim().split(' ').map(Number)
    process.kill(engine!, 'SIGKILL')
    await until(loop_id, hasReturned(0))
    await call('decide', { body: { loop_id, cycle_index: 0, retry_index: 0, decision: 'approve' } })
    await until(loop_id, hasReturned(1))
    expect(await returnsOf(loop_id)).toBe(2)
    expect((await loopOf(loop_id)).manifest.map(({ status, error }) => [status, error])).toEqual([['returned', null], ['returned', null]])
  })

  test('a second server on the same data', async () => {
    const dataDir = join(folder, 'shared')
    program = await startProcess(dataDir)
    await call('createLoop', { body: { loop_id: 'kept' } })
    const holder = { pid: program.child.pid, url: program.url }
    const second = openTestStudio({ dataDir })
    await expect(second).rejects.toMatchObject({ code: 'data_in_use', status: 409, details: holder })
    await expect(second).rejects.toThrow(new RegExp(`process id ${holder.pid}.*${holder.url}.*another data folder`))
    expect((await loopOf('kept')).loop_id).toBe('kept')
  })
})
