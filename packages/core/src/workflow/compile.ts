import { AppError } from '../error.ts'
import { parseJson, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { isLoopClass, LOOP_MAP, LOOP_PAYLOAD, LOOP_RETURN, lookUpClass, WORKFLOW_PROFILE } from './loop-nodes.ts'
import type { ObjectInfo } from './object-info.ts'
import { asInput, isLink, type NodeLink, type Prompt, type PromptNode } from './prompt.ts'

/** A core node that saves or shows one type of value, and the input that takes it. */
interface Saver {
  readonly classType: string
  readonly input: string
  readonly widgets: Readonly<Record<string, Json>>
}

const SAVERS: Readonly<Record<string, Saver>> = {
  IMAGE: { classType: 'SaveImage', input: 'images', widgets: {} },
  AUDIO: { classType: 'SaveAudio', input: 'audio', widgets: {} },
  VIDEO: { classType: 'SaveVideo', input: 'video', widgets: { format: 'auto', codec: 'auto' } },
  LATENT: { classType: 'SaveLatent', input: 'samples', widgets: {} },
}
/** Shows whatever it gets as text. It writes no file. */
const SHOW: Saver = { classType: 'PreviewAny', input: 'source', widgets: {} }
const MASK_TO_IMAGE = 'MaskToImage'

/**
 * The prompt for a ComfyUI without the node pack: Loop Return becomes the core saver of what it receives, under its own id,
 * so that its output is found where it would have been; the other loop nodes are read and removed, and what they feed becomes a constant.
 * With the pack, or on the embedded engine, the prompt stays as it is. Files go under `prefix`.
 * Errors: `saver_missing` when that ComfyUI lacks the node that is needed.
 */
export function compileLoopNodes(prompt: Prompt, info: ObjectInfo, prefix: string): Result<Prompt, AppError> {
  if (info.has(LOOP_RETURN)) return ok(prompt)
  const compiled: Record<string, PromptNode> = {}
  for (const [id, node] of Object.entries(prompt)) {
    if (node.class_type === LOOP_RETURN) {
      const saved = saverOf(id, node, prompt, info, prefix)
      if (!saved.ok) return saved
      Object.assign(compiled, saved.value)
    } else if (!isLoopClass(node.class_type)) compiled[id] = { ...node, inputs: withConstants(node, prompt) }
  }
  return ok(compiled)
}

function saverOf(id: string, node: PromptNode, prompt: Prompt, info: ObjectInfo, prefix: string): Result<Prompt, AppError> {
  const payload = constantOf(node.inputs['payload'], prompt) ?? node.inputs['payload']
  if (payload === undefined) return ok({})
  const type = typeOf(payload, prompt, info)
  const missing = classesFor(type).find((classType) => !info.has(classType))
  if (missing !== undefined) {
    return fail(new AppError('saver_missing', `Loop Return receives ${type}, and this ComfyUI has no ${missing} to save it with.`))
  }
  const maskId = `${id}-mask`
  const saver = SAVERS[type === 'MASK' ? 'IMAGE' : type] ?? SHOW
  const source: Json = type === 'MASK' ? [maskId, 0] : payload
  const inputs = { [saver.input]: asSource(source), ...(saver === SHOW ? {} : { filename_prefix: prefix }), ...saver.widgets }
  return ok({
    ...(type === 'MASK' ? { [maskId]: { class_type: MASK_TO_IMAGE, inputs: { mask: payload } } } : {}),
    [id]: { class_type: saver.classType, inputs, ...(node._meta === undefined ? {} : { _meta: node._meta }) },
  })
}

const classesFor = (type: string): readonly string[] =>
  type === 'MASK' ? [MASK_TO_IMAGE, 'SaveImage'] : [(SAVERS[type] ?? SHOW).classType]

const asSource = (value: Json): Json => (isLink(value) ? value : asInput(value))

/** The type of what an input receives; `*` where that is only known in the run. */
function typeOf(value: Json | undefined, prompt: Prompt, info: ObjectInfo): string {
  if (!isLink(value)) return 'STRING'
  const source = prompt[value[0]]
  return (source === undefined ? undefined : lookUpClass(info, source.class_type)?.outputs[value[1]]) ?? '*'
}

function withConstants(node: PromptNode, prompt: Prompt): Readonly<Record<string, Json>> {
  const entries = Object.entries(node.inputs).flatMap(([name, value]): readonly [string, Json][] => {
    if (!isLink(value) || !isLoopClass(prompt[value[0]]?.class_type ?? '')) return [[name, value]]
    const constant = constantOf(value, prompt)
    return constant === undefined ? [] : [[name, asInput(constant)]]
  })
  return Object.fromEntries(entries)
}

/** What a loop node gives along a link, when that is known before the run. Pipelines and Loop Return's own output are not. */
function constantOf(value: Json | undefined, prompt: Prompt): Json | undefined {
  if (!isLink(value)) return undefined
  const [sourceId, slot]: NodeLink = value
  const source = prompt[sourceId]
  if (source?.class_type === LOOP_PAYLOAD) return textOrJson(source.inputs['payload_json'])
  if (source?.class_type === LOOP_MAP) return source.inputs['map_json']
  if (source?.class_type === WORKFLOW_PROFILE) return source.inputs[PROFILE_OUTPUTS[slot] ?? '']
  return undefined
}

const PROFILE_OUTPUTS = ['', 'profile_id', 'profile_version', 'ui_contract_version', 'workflow_kind']

function textOrJson(text: Json | undefined): Json | undefined {
  const parsed = typeof text === 'string' ? parseJson(text) : undefined
  return parsed?.ok ? parsed.value : undefined
}
