import { AppError } from '../error.ts'
import { parseJson, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { linkType } from './link-type.ts'
import { isLoopClass, LOOP_MAP, LOOP_PAYLOAD, LOOP_RETURN, WORKFLOW_PROFILE } from './loop-nodes.ts'
import type { ObjectInfo } from './object-info.ts'
import { SHOWN_SLOT } from './output-node.ts'
import { own } from './own.ts'
import { asInput, isLink, nodesOfClass, upstreamOf, type NodeLink, type Prompt, type PromptNode } from './prompt.ts'
import { firstOf, savedAs, saverNode, saversOf } from './saver.ts'

/**
 * The prompt for a ComfyUI without the node pack: Loop Return becomes the core saver of what it receives, under its own id,
 * so that its output is found where it would have been; the other loop nodes are read and removed, and what they feed becomes a constant.
 * With the pack, or on the embedded engine, the prompt stays as it is, but for a Loop Return that takes what a saver shows:
 * that becomes the saver itself everywhere. Files go under `prefix`.
 * Errors: `saver_missing` when that ComfyUI lacks the node that is needed.
 */
export function compileLoopNodes(prompt: Prompt, info: ObjectInfo, prefix: string): Result<Prompt, AppError> {
  const shown = withSaversInPlace(prompt)
  if (info.has(LOOP_RETURN)) return ok(shown)
  const compiled: Record<string, PromptNode> = {}
  for (const [id, node] of Object.entries(shown)) {
    if (node.class_type === LOOP_RETURN) {
      const saved = saverOf(id, node, { prompt: shown, info, prefix })
      if (!saved.ok) return saved
      Object.assign(compiled, saved.value)
    } else if (!isLoopClass(node.class_type)) compiled[id] = { ...node, inputs: withConstants(node, shown) }
  }
  return ok(compiled)
}

/** Where Loop Return takes what a saver shows, the saver moves to its id: that is where a cycle's result is looked for. */
function withSaversInPlace(prompt: Prompt): Prompt {
  const moves = nodesOfClass(prompt, LOOP_RETURN).flatMap(([id, { inputs }]): readonly (readonly [from: string, to: string])[] => {
    const { payload } = inputs
    return isLink(payload) && payload[1] === SHOWN_SLOT && own(prompt, payload[0]) !== undefined ? [[payload[0], id]] : []
  })
  if (moves.length === 0) return prompt
  const moved = new Map(moves)
  const replaced = new Set(moves.map(([, to]) => to))
  const relink = (value: Json): Json => (isLink(value) && moved.has(value[0]) ? [moved.get(value[0]) ?? value[0], value[1]] : value)
  const kept = Object.entries(prompt).filter(([id]) => !replaced.has(id))
  return Object.fromEntries(kept.map(([id, node]) => [moved.get(id) ?? id, { ...node, inputs: mapValues(node.inputs, relink) }]))
}

type Compiling = { readonly prompt: Prompt; readonly info: ObjectInfo; readonly prefix: string }

function saverOf(id: string, node: PromptNode, { prompt, info, prefix }: Compiling): Result<Prompt, AppError> {
  const payload = valueOf(node.inputs['payload'], prompt)
  if (payload === undefined) return ok({})
  const titled = (saver: PromptNode): PromptNode => (node._meta === undefined ? saver : { ...saver, _meta: node._meta })
  const given = isLink(payload) ? linkType(payload, prompt, info) : 'STRING'
  const type = savedAs(given) ?? given
  const before = isLink(payload) ? pictureOf(type, id, payload, { prompt, info, prefix }) : undefined
  if (before !== undefined) {
    const saver = firstOf(saversOf('IMAGE'), info)
    return saver === undefined ? missing(given, saversOf('IMAGE')) : ok({ ...before.nodes, [id]: titled(saverNode(saver, 'IMAGE', before.link, prefix)) })
  }
  const saver = type === 'MASK' ? undefined : firstOf(saversOf(type), info)
  return saver === undefined ? missing(given, type === 'MASK' ? [MASK_TO_IMAGE] : saversOf(type)) : ok({ [id]: titled(saverNode(saver, type, isLink(payload) ? payload : asInput(payload), prefix)) })
}

const MASK_TO_IMAGE = 'MaskToImage'
const VAE_DECODE = 'VAEDecode'

/**
 * What has to be done to see a payload that is no picture itself: a mask is made one, and a latent is decoded with the VAE of the
 * workflow while the latent is saved beside it. `undefined` where the payload is saved as it is, or cannot be shown.
 */
function pictureOf(type: string, id: string, payload: NodeLink, { prompt, info, prefix }: Compiling): { readonly nodes: Prompt; readonly link: NodeLink } | undefined {
  const picture = `${id}-picture`
  if (type === 'MASK' && info.has(MASK_TO_IMAGE)) {
    return { nodes: { [picture]: { class_type: MASK_TO_IMAGE, inputs: { mask: payload } } }, link: [picture, 0] }
  }
  const vae = type === 'LATENT' && info.has(VAE_DECODE) && !isSound(payload, prompt) ? vaeFor(payload, prompt, info) : undefined
  if (vae === undefined) return undefined
  const saver = firstOf(saversOf(type), info)
  const kept = saver === undefined ? {} : { [`${id}-latent`]: saverNode(saver, type, payload, prefix) }
  return { nodes: { [picture]: { class_type: VAE_DECODE, inputs: { samples: payload, vae } }, ...kept }, link: [picture, 0] }
}

/** Latents of sounds have the same type as those of pictures; the nodes that make them say what they are. */
function isSound([source]: NodeLink, prompt: Prompt): boolean {
  return [...upstreamOf(prompt, [source])].some((id) => /audio/i.test(own(prompt, id)?.class_type ?? ''))
}

/** The VAE that goes with a latent: one it was made with, else any of the workflow. */
function vaeFor([source]: NodeLink, prompt: Prompt, info: ObjectInfo): NodeLink | undefined {
  for (const id of new Set([...upstreamOf(prompt, [source]), ...Object.keys(prompt)])) {
    const slot = info.get(own(prompt, id)?.class_type ?? '')?.outputs.indexOf('VAE') ?? -1
    if (slot >= 0) return [id, slot]
  }
  return undefined
}

function missing(type: string, classes: readonly string[]): Result<never, AppError> {
  return fail(new AppError('saver_missing', `Loop Return receives ${type}, and this ComfyUI has no ${classes.join(' nor ')} to save it with.`))
}

function withConstants(node: PromptNode, prompt: Prompt): Readonly<Record<string, Json>> {
  const entries = Object.entries(node.inputs).flatMap(([name, value]): readonly [string, Json][] => {
    if (!isLink(value) || !isLoopClass(prompt[value[0]]?.class_type ?? '')) return [[name, value]]
    const given = valueOf(value, prompt)
    if (given === undefined) return []
    return [[name, isLink(given) ? given : asInput(given)]]
  })
  return Object.fromEntries(entries)
}

/**
 * What an input gets once the loop's nodes are gone: where it takes something from one of them, the constant that this holds, or
 * the link that feeds it in turn. `undefined` for a pipeline's flow and for what is not there.
 */
function valueOf(value: Json | undefined, prompt: Prompt, seen: ReadonlySet<string> = new Set()): Json | undefined {
  if (!isLink(value)) return value
  const [sourceId, slot] = value
  const source = own(prompt, sourceId)
  if (source === undefined || !isLoopClass(source.class_type)) return value
  const held = heldBy(source, slot)
  if (!isLink(held)) return source.class_type === LOOP_PAYLOAD ? textAsJson(held) : held
  return seen.has(sourceId) ? undefined : valueOf(held, prompt, new Set([...seen, sourceId]))
}

function heldBy({ class_type, inputs }: PromptNode, slot: number): Json | undefined {
  if (class_type === LOOP_PAYLOAD) return inputs['payload_json']
  if (class_type === LOOP_MAP) return inputs['map_json']
  if (class_type === LOOP_RETURN) return inputs['payload']
  return class_type === WORKFLOW_PROFILE ? inputs[PROFILE_OUTPUTS[slot] ?? ''] : undefined
}

const PROFILE_OUTPUTS = ['', 'profile_id', 'profile_version', 'ui_contract_version', 'workflow_kind']

function textAsJson(text: Json | undefined): Json | undefined {
  const parsed = typeof text === 'string' ? parseJson(text) : undefined
  return parsed?.ok ? parsed.value : undefined
}

function mapValues(inputs: Readonly<Record<string, Json>>, change: (value: Json) => Json): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, change(value)]))
}
