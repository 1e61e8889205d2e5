import { randomUUID } from 'node:crypto'
import { parseJson, type Json } from '@lemouf/core/json'
import { z } from 'zod'
import { maskToFrame } from '../media/image.ts'
import { saveAudio } from './audio-io.ts'
import { toUi } from './files.ts'
import { saveImages } from './image-io.ts'
import { choice, isGiven, lines, output, readText, socket, text } from './inputs.ts'
import { NodeError, type NodeClass, type NodeContext, type NodeInputs, type NodeUi } from './node.ts'
import { toJson, toPayload, type Payload } from './payload.ts'
import { saveFilm } from './video.ts'

const attemptSchema = z.object({ loop_id: z.string().default(''), cycle_index: z.int().nonnegative().default(0), retry_index: z.int().nonnegative().default(0) })

/** Where an attempt's files go: `lemouf_loop/{loop}/cycle_{cccc}_r{rr}`, by what the client put beside the prompt (`extra_pnginfo.lemouf`). */
function attemptPrefix(context: NodeContext, loopId: string): string {
  const parsed = attemptSchema.safeParse(context.extraPngInfo.lemouf ?? {})
  if (!parsed.success) throw new NodeError('extra_pnginfo.lemouf should be {loop_id, cycle_index, retry_index}. Correct what was sent beside the prompt.', { cause: parsed.error })
  const { loop_id: attempted, cycle_index: cycle, retry_index: retry } = parsed.data
  const folder = (attempted || loopId || 'default').replace(/[^\w.-]/g, '_').replace(/^\.+/, '_')
  return `lemouf_loop/${folder}/cycle_${`${cycle}`.padStart(4, '0')}_r${`${retry}`.padStart(2, '0')}`
}

/** Saves what can be a file and shows the rest; lists of several parts follow one another. */
async function show(payload: Payload, prefix: string, context: NodeContext): Promise<NodeUi> {
  switch (payload.kind) {
    case 'images':
      return (await saveImages(payload.value, 'output', prefix, context)).ui ?? {}
    case 'masks':
      return (await saveImages(payload.value.map(maskToFrame), 'output', prefix, context)).ui ?? {}
    case 'audio':
      return { audio: [toUi(await saveAudio(payload.value, { kind: 'flac' }, 'output', prefix, context))] }
    case 'video':
      return { images: [toUi(await saveFilm(payload.value, prefix, context))], animated: [true] }
    case 'text':
      return { text: [payload.value] }
    case 'json':
      return { json: [payload.value] }
    case 'fields':
      return showFields(payload.value, prefix, context)
  }
}

const PART_NAMES = ['images', 'image', 'audio', 'video', 'text', 'json'] as const

/** A dictionary with parts under their known names shows each; any other is JSON as a whole. */
async function showFields(fields: Readonly<Record<string, unknown>>, prefix: string, context: NodeContext): Promise<NodeUi> {
  const named = PART_NAMES.filter((name) => fields[name] !== undefined && fields[name] !== null)
  if (named.length === 0) return { json: [toJson(fields)] }
  const shown: Record<string, Json[]> = {}
  for (const name of named) {
    const payload: Payload = name === 'json' ? { kind: 'json', value: toJson(fields.json) } : toPayload(fields[name])
    for (const [key, values] of Object.entries(await show(payload, prefix, context))) shown[key] = [...(shown[key] ?? []), ...values]
  }
  return shown
}

/** Ends a cycle: saves its payload for review and hands it on. Never answered from the cache: each attempt has files of its own. */
const loopReturn: NodeClass = {
  name: 'LoopReturn',
  displayName: 'Loop Return (leMouf)',
  category: 'leMouf/Loop',
  description: 'Hands the result of a cycle to leMouf for review.',
  required: { loop_id: text({ default: '' }) },
  optional: { payload: socket('*') },
  outputs: [output('*', 'payload')],
  outputNode: true,
  fingerprint: () => Promise.resolve(randomUUID()),
  async execute(inputs, context) {
    if (!isGiven(inputs, 'payload')) return { outputs: [null], ui: {} }
    return { outputs: [inputs.payload], ui: await show(toPayload(inputs.payload), attemptPrefix(context, readText(inputs, 'loop_id')), context) }
  },
}

function readJson(inputs: NodeInputs, name: string): Json {
  const source = readText(inputs, name)
  if (source.trim() === '') return null
  const parsed = parseJson(source)
  if (!parsed.ok) throw new NodeError(`${name}: ${parsed.error.message}`, { cause: parsed.error })
  return parsed.value
}

/** A sentence when a widget's text is not JSON; linked inputs are not known yet. */
function checkJson(inputs: NodeInputs, name: string): Promise<string | undefined> {
  const value = inputs[name]
  if (typeof value !== 'string' || value.trim() === '') return Promise.resolve(undefined)
  const parsed = parseJson(value)
  return Promise.resolve(parsed.ok ? undefined : `${name}: ${parsed.error.message}`)
}

/** Says which entries of the payload go where; leMouf reads it before a cycle is queued, here it passes its text on. */
const loopMap: NodeClass = {
  name: 'LoopMap',
  displayName: 'Loop Map (leMouf)',
  category: 'leMouf/Loop',
  required: { map_json: lines({ default: '{"schema": "lemouf.loopmap.v1", "mappings": []}' }) },
  outputs: [output('STRING', 'map_json')],
  check: (inputs) => checkJson(inputs, 'map_json'),
  execute: (inputs) => ({ outputs: [readText(inputs, 'map_json')] }),
}

const loopPayload: NodeClass = {
  name: 'LoopPayload',
  displayName: 'Loop Payload (leMouf)',
  category: 'leMouf/Loop',
  required: { payload_json: lines({ default: '[]' }) },
  outputs: [output('*', 'payload')],
  check: (inputs) => checkJson(inputs, 'payload_json'),
  execute: (inputs) => ({ outputs: [readJson(inputs, 'payload_json')] }),
}

const ROLES = ['generate', 'execute', 'composition']

/** One step of a pipeline, after those of `flow`. The engine knows no workflows, so their names are free text here. */
const pipelineStep: NodeClass = {
  name: 'LoopPipelineStep',
  displayName: 'Loop Pipeline Step (leMouf)',
  category: 'leMouf/Pipeline',
  required: { role: choice(ROLES), workflow: text({ default: '(none)' }) },
  optional: { resources_json: text({ default: '' }), flow: socket('PIPELINE') },
  outputs: [output('PIPELINE', 'flow')],
  check: (inputs) => checkJson(inputs, 'resources_json'),
  execute(inputs) {
    const before = inputs.flow
    const steps = Array.isArray(before) ? before.map(toJson) : []
    const resources = isGiven(inputs, 'resources_json') ? readJson(inputs, 'resources_json') : null
    return { outputs: [[...steps, { role: readText(inputs, 'role'), workflow: readText(inputs, 'workflow'), resources }]] }
  },
}

const PROFILES = ['song2daw', 'generic_loop', 'tool', 'custom']

/** What kind of workflow this is; leMouf reads it from the workflow, here it hands its values on. */
const workflowProfile: NodeClass = {
  name: 'LeMoufWorkflowProfile',
  displayName: 'Workflow Profile (leMouf)',
  category: 'leMouf/Pipeline',
  required: {
    profile_id: choice(PROFILES, 'generic_loop'),
    profile_id_custom: text({ default: '' }),
    profile_version: text({ default: '0.1.0' }),
    ui_contract_version: text({ default: '1.0.0' }),
    workflow_kind: choice(['master', 'branch'], 'master'),
  },
  optional: { flow: socket('PIPELINE') },
  outputs: [output('PIPELINE', 'flow'), output('STRING', 'profile_id'), output('STRING', 'profile_version'), output('STRING', 'ui_contract_version'), output('STRING', 'workflow_kind')],
  execute(inputs) {
    const chosen = readText(inputs, 'profile_id')
    const id = chosen === 'custom' ? readText(inputs, 'profile_id_custom').trim() || chosen : chosen
    return { outputs: [toJson(inputs.flow), id, readText(inputs, 'profile_version'), readText(inputs, 'ui_contract_version'), readText(inputs, 'workflow_kind')] }
  },
}

export const loopNodes: readonly NodeClass[] = [loopReturn, loopMap, loopPayload, pipelineStep, workflowProfile]
