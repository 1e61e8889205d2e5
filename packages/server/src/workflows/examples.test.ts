import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isJsonObject, stringifyJson, type Json } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import {
  applyAssignments, compileLoopNodes, evaluateMap, isLink, isLoopClass, nodesOfClass, parseObjectInfo, preflight, readLoopMap,
  readPayload, toPrompt, usesPrevious, type ObjectInfo, type Prompt, type UiWorkflow,
} from '@lemouf/core/workflow'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ComfyClient } from '../comfy/client.ts'
import { ffmpegVersion } from '../ffmpeg.ts'
import { loopReturnsOf } from '../runner/collect.ts'
import { WorkflowCatalog } from './catalog.ts'
import coreNodes from './fixtures/core-nodes.json' with { type: 'json' }

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const catalog = new WorkflowCatalog(path('../../../../workflows'))
const { workflows: names, pipelines, workflow_profiles: profiles, unreadable } = await catalog.list()
const files = new Map(await Promise.all(names.map(async (name) => [name, await catalog.load(name)] as const)))
/** A pipeline has no cycle of its own; `pipelines.test.ts` runs it. */
const loops = names.filter((name) => !pipelines.includes(name))
const graphOf = (name: string): UiWorkflow => files.get(name)!.workflow
const has = (name: string, type: string): boolean => [...graphOf(name).graph.nodes.values()].some((node) => node.type === type)
/** Examples for real models: no embedded engine runs them, and a ComfyUI with the files does. */
const forModels = names.filter((name) => has(name, 'CheckpointLoaderSimple'))
const forEngine = loops.filter((name) => !forModels.includes(name))
/** An unmodified ComfyUI that has both models: what its nodes for them say of themselves, and no more. */
const models: ObjectInfo = unwrap(parseObjectInfo(coreNodes))
const hasFfmpeg = (await ffmpegVersion()) !== null

let engine: ChildProcess
let dataDir: string
let comfy: ComfyClient
let info: ObjectInfo

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-examples-'))
  engine = fork(path('../../../engine/src/main.ts'), ['--port', '0', '--data', dataDir], { silent: true })
  const [ready] = (await once(engine, 'message')) as [{ port: number }]
  comfy = new ComfyClient(`http://127.0.0.1:${ready.port}`)
  info = await comfy.objectInfo()
})

afterAll(async () => {
  engine.kill('SIGTERM')
  await once(engine, 'exit')
  await rm(dataDir, { recursive: true, force: true })
})

/** What a server on which the example is meant to run offers, the node pack among it. */
const infoFor = (name: string): ObjectInfo => (forModels.includes(name) ? new Map([...info, ...models]) : info)
const promptOf = (name: string): Prompt => unwrap(toPrompt(graphOf(name), infoFor(name))).prompt

/** What the Loop Payload node holds; a generator's comes over a link and is known only after its run. */
function payloadOf(prompt: Prompt): Json | undefined {
  const payload = readPayload(prompt)
  return payload.ok ? payload.value : undefined
}

const cyclesOf = (payload: Json | undefined): number => (Array.isArray(payload) ? payload.length : 1)

type Place = { readonly cycleIndex: number; readonly retryIndex?: number; readonly previous?: Json }
type Returned = { readonly ui: Record<string, readonly Json[]>; readonly bytes: readonly Buffer[] }

/** Runs one attempt as a loop would, and gives what its Loop Return showed. */
async function runCycle(name: string, { cycleIndex, retryIndex = 0, previous }: Place): Promise<Returned> {
  const prompt = promptOf(name)
  const map = unwrap(readLoopMap(prompt))
  const values = unwrap(evaluateMap({ map, prompt, payload: payloadOf(prompt), overrides: {}, cycleIndex, retryIndex, autoSeed: 4242 + retryIndex, previous }))
  const promptId = crypto.randomUUID()
  const lemouf = { loop_id: 'examples', cycle_index: cycleIndex, retry_index: retryIndex }
  const answer = await comfy.submit({ prompt: applyAssignments(prompt, values), promptId, clientId: '', extraPngInfo: { lemouf } })
  expect(answer).toMatchObject({ accepted: true, answer: { node_errors: {} } })
  const entry = await ended(promptId)
  expect(entry.status).toMatchObject({ status_str: 'success' })
  const ui = entry.outputs[loopReturnsOf(prompt)[0]!] ?? {}
  const shown = Object.values(ui).flat().filter((item): item is { filename: string; subfolder: string; type: 'output' } => isJsonObject(item) && 'filename' in item)
  return { ui, bytes: await Promise.all(shown.map(async (file) => buffer(await comfy.view(file)))) }
}

async function ended(promptId: string): Promise<NonNullable<Awaited<ReturnType<ComfyClient['history']>>>> {
  for (;;) {
    const entry = await comfy.history(promptId)
    if (entry !== undefined) return entry
    await sleep(20)
  }
}

test('every example can be read, and stands in a feature folder', () => {
  expect(unreadable).toEqual([])
  expect(names.filter((name) => !/^[a-z0-9_-]+\/[\w-]+\.json$/.test(name))).toEqual([])
  expect(names).toEqual(expect.arrayContaining(['loop/loop_basic_image.json', 'loop/leMouf_Loop-payload_0-1-0.json']))
  expect(profiles['loop/leMouf_Loop-payload_0-1-0.json']?.workflow_kind).toBe('branch')
})

/** The parts of the file that only ComfyUI's page looks at. */
type Drawn = {
  readonly version: number
  readonly nodes: readonly { readonly id: number; readonly type: string; readonly pos: [number, number]; readonly size: [number, number]; readonly order: number }[]
  readonly links: readonly (readonly [id: number, origin: number, slot: number, target: number, slot: number, type: string])[]
}

describe.each(names)('%s', (name) => {
  const drawn = files.get(name)!.json as unknown as Drawn

  test('is laid out as ComfyUI saves it: no node over another, from left to right, with a note', () => {
    expect(drawn.version).toBe(0.4)
    const TITLE = 30
    const boxes = drawn.nodes.map(({ id, pos: [x, y], size: [width, height] }) => ({ id, left: x, right: x + width, top: y - TITLE, bottom: y + height }))
    const overlaps = boxes.flatMap((a) => boxes.filter((b) => a.id < b.id && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map((b) => [a.id, b.id]))
    expect(overlaps).toEqual([])
    const byId = new Map(drawn.nodes.map((node) => [node.id, node]))
    expect(drawn.links.filter(([, origin, , target]) => byId.get(origin)!.pos[0] > byId.get(target)!.pos[0] || byId.get(origin)!.order >= byId.get(target)!.order)).toEqual([])
    expect(drawn.nodes.map((node) => node.type)).toContain('Note')
  })

  test('keeps every value typed into it', () => {
    const prompt = promptOf(name)
    for (const node of graphOf(name).graph.nodes.values()) {
      const converted = prompt[node.id]
      if (converted === undefined) continue
      const typed = Object.values(converted.inputs).filter((value) => !isLink(value))
      // Beside these the file holds the slots of widgets that a link feeds, and those of the editor alone.
      const linked = node.inputs.filter((input) => input.widget !== undefined && input.link !== undefined).length
      const spec = infoFor(name).get(node.type)!.inputs
      const editors = spec.filter(({ options }) => options['control_after_generate'] === true || options['image_upload'] === true).length
      expect([node.type, typed.length]).toEqual([node.type, node.positional.length - linked - editors])
      let from = 0
      for (const value of typed) {
        const at = node.positional.indexOf(value, from)
        expect(at, `${node.type}: ${stringifyJson(value)} is not where it was typed`).toBeGreaterThanOrEqual(from)
        from = at + 1
      }
    }
  })
})

test.each(loops)('%s passes the preflight for every cycle, with nothing to say', (name) => {
  const { prompt, findings } = unwrap(toPrompt(graphOf(name), infoFor(name)))
  const payload = payloadOf(prompt)
  const checked = preflight({ prompt, info: infoFor(name), payload, overrides: {}, totalCycles: cyclesOf(payload), conversion: findings })
  expect(checked.findings).toEqual([])
  expect(checked.mappings.length).toBeGreaterThan(0)
})

describe.each(forModels)('%s, for a model', (name) => {
  const check = (offered: ObjectInfo) => {
    const { prompt, findings } = unwrap(toPrompt(graphOf(name), offered))
    const payload = payloadOf(prompt)
    return preflight({ prompt, info: offered, payload, overrides: {}, totalCycles: cyclesOf(payload), conversion: findings }).findings
  }
  const file = /sdxl/.test(name) ? 'sd_xl_base_1.0.safetensors' : 'v1-5-pruned-emaonly-fp16.safetensors'

  test('runs on an unmodified ComfyUI that has the model', () => {
    expect(check(models).map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info node_pack_missing'])
    const compiled = Object.values(unwrap(compileLoopNodes(promptOf(name), models, 'prefix')))
    expect(compiled.filter(({ class_type }) => !models.has(class_type))).toEqual([])
    expect(compiled.filter(({ class_type }) => class_type === 'SaveImage')).toHaveLength(1)
  })

  test('says on the embedded engine that it needs a ComfyUI, in one sentence', () => {
    const errors = check(info)
    expect(errors.map(({ code }) => code)).toEqual(['class_missing'])
    expect(errors[0]).toMatchObject({ message: expect.stringContaining('CheckpointLoaderSimple'), remedy: expect.stringContaining('--comfy URL') })
  })

  test('names the file that is missing, and where it goes', () => {
    const emptied = unwrap(parseObjectInfo({ ...coreNodes, CheckpointLoaderSimple: { ...coreNodes.CheckpointLoaderSimple, input: { required: { ckpt_name: [['other.safetensors']] } } } }))
    const errors = check(emptied).filter(({ severity }) => severity === 'error')
    expect(errors).toMatchObject([{ code: 'model_missing', message: expect.stringContaining(file), remedy: expect.stringContaining('models/checkpoints') }])
    const notes = [...graphOf(name).graph.nodes.values()].filter((node) => node.type === 'Note').flatMap(({ positional }) => positional)
    expect(notes).toContainEqual(expect.stringContaining(file))
  })

  test('changes from cycle to cycle, and with every retry', () => {
    const prompt = promptOf(name)
    const map = unwrap(readLoopMap(prompt))!
    const payload = payloadOf(prompt)
    const valuesOf = (cycleIndex: number, retryIndex: number) =>
      JSON.stringify(unwrap(evaluateMap({ map, prompt, payload, overrides: {}, cycleIndex, retryIndex, autoSeed: 4242 + retryIndex, previous: undefined })))
    const all = Array.from({ length: cyclesOf(payload) }, (_none, cycle) => [valuesOf(cycle, 0), valuesOf(cycle, 1), valuesOf(cycle, 2)]).flat()
    expect(new Set(all).size).toBe(15)
    expect(usesPrevious(map)).toBe(name.includes('feedback'))
  })
})

const isFilm = (name: string): boolean => nodesOfClass(promptOf(name), 'CreateVideo').length > 0

describe('a cycle on the embedded engine', () => {
  test.for(forEngine)('%s returns something, and a retry something else', async (name, { skip }) => {
    skip(isFilm(name) && !hasFfmpeg, 'needs ffmpeg')
    const [first, again] = [await runCycle(name, { cycleIndex: 0 }), await runCycle(name, { cycleIndex: 0, retryIndex: 1 })]
    const { text = [], json = [], images = [] } = first.ui
    expect([...text, ...json, ...images]).toHaveLength(1)
    expect(first.bytes.every((bytes) => bytes.length > 1000)).toBe(true)
    for (const bytes of isFilm(name) ? [] : first.bytes) expect((await sharp(bytes).stats()).entropy).toBeGreaterThan(2)
    const content = ({ ui, bytes }: Returned): unknown => [ui['text'], ui['json'], bytes]
    expect(content(again)).not.toEqual(content(first))
  })

  test('the core example has core nodes only, so that an unmodified ComfyUI can run it', () => {
    const classes = Object.values(promptOf('loop/loop_core_image.json')).map((node) => node.class_type)
    expect(classes.filter((name) => name.startsWith('LeMouf') && !isLoopClass(name))).toEqual([])
  })

  test('feedback: a cycle holds the picture approved before it', async () => {
    const name = 'loop/loop_feedback_image.json'
    const { ui } = await runCycle(name, { cycleIndex: 0 })
    const { filename, subfolder } = ui['images']![0] as { filename: string; subfolder: string }
    const follows = await runCycle(name, { cycleIndex: 1, previous: { images: [`${subfolder}/${filename} [output]`] } })
    const alone = await runCycle(name, { cycleIndex: 1 })
    expect(follows.bytes[0]).not.toEqual(alone.bytes[0])
    const corner = (bytes: Buffer): Promise<Buffer> => sharp(bytes).extract({ left: 0, top: 0, width: 640, height: 110 }).raw().toBuffer()
    expect(await corner(follows.bytes[0]!)).toEqual(await corner(alone.bytes[0]!))
  })

  test('the generator returns a payload that the painting workflow takes in every cycle', async () => {
    const { ui } = await runCycle('loop/leMouf_Loop-payload_0-1-0.json', { cycleIndex: 0 })
    const payload = ui['json']![0]!
    expect(payload).toHaveLength(5)
    const prompt = promptOf('loop/loop_basic_image.json')
    expect(preflight({ prompt, info, payload, overrides: {}, totalCycles: 5 }).findings).toEqual([])
    const first = evaluateMap({ map: unwrap(readLoopMap(prompt)), prompt, payload, overrides: {}, cycleIndex: 0, retryIndex: 0, autoSeed: 0, previous: undefined })
    expect(Object.values(unwrap(first))).toEqual(['dawn in the mountains, violet and peach', 42_421])
  })
})
