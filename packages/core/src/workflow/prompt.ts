import { z } from 'zod'
import { AppError } from '../error.ts'
import { isJsonObject, type Json } from '../json.ts'
import { fail, type Result } from '../result.ts'
import type { NodeReference } from './finding.ts'
import { own } from './own.ts'
import { json, parseShape } from './schema.ts'

/** One node of ComfyUI's API form. `inputs` holds widget values and {@link NodeLink}s. */
export type PromptNode = {
  readonly class_type: string
  readonly inputs: Readonly<Record<string, Json>>
  readonly _meta?: { readonly title?: string }
}

/** A graph in ComfyUI's API form, by node id. Ids of nodes inside subgraphs read `1:2:3`. */
export type Prompt = Readonly<Record<string, PromptNode>>

/** An input that takes the output `slot` of another node. */
export type NodeLink = readonly [nodeId: string, slot: number]

const promptNode = z.object({
  class_type: z.string().min(1),
  inputs: z.record(z.string(), json),
  // Exporters write other facts beside the title, and some write null for a title.
  _meta: z.object({ title: z.string().optional().catch(undefined) }).optional().catch(undefined),
})
const promptSchema = z.record(z.string(), promptNode)

/**
 * Reads a graph in API form: what `app.graphToPrompt()` calls `output` and ComfyUI exports as "API".
 * Errors: `prompt_malformed`.
 */
export function parsePrompt(value: Json): Result<Prompt, AppError> {
  if (isJsonObject(value) && Array.isArray(value['nodes'])) {
    return malformed('This is a workflow as the editor saves it. Send it as the workflow, or export it with "Export (API)".')
  }
  const parsed = parseShape(promptSchema, value, {
    code: 'prompt_malformed',
    what: 'The prompt is not in the API form of ComfyUI',
    remedy: 'Export it again with "Export (API)".',
    describe: ([id, ...rest]) => (rest.length === 0 ? `node ${String(id)}` : `node ${String(id)}, ${rest.map(String).join('.')}`),
  })
  if (!parsed.ok) return parsed
  const entries = Object.entries(parsed.value)
  if (entries.length === 0) return malformed('The prompt has no nodes. Export the workflow again with "Export (API)".')
  return { ok: true, value: Object.fromEntries(entries.map(([id, node]) => [id, tidy(node)])) }
}

/** Whether an input's value is a link rather than a widget value. */
export function isLink(value: Json | undefined): value is NodeLink {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && Number.isInteger(value[1])
}

/** A value as an input holds it: ComfyUI takes a bare list for a link, and a list wrapped like this for a value. */
export function asInput(value: Json): Json {
  return Array.isArray(value) ? { __value__: value } : value
}

/** What a person calls the node: its title, else its class. */
export function nodeTitle(node: PromptNode): string {
  return node._meta?.title ?? node.class_type
}

/** The node as findings name it. */
export function referTo(id: string, node: PromptNode): NodeReference {
  return { id, title: nodeTitle(node), classType: node.class_type }
}

/** The ids and nodes of one class, in prompt order. */
export function nodesOfClass(prompt: Prompt, classType: string): readonly (readonly [id: string, node: PromptNode])[] {
  return Object.entries(prompt).filter(([, node]) => node.class_type === classType)
}

/** The nodes from which the given ones take something, and these themselves. */
export function upstreamOf(prompt: Prompt, ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...ids]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    for (const value of Object.values(own(prompt, id)?.inputs ?? {})) if (isLink(value)) waiting.push(value[0])
  }
  return seen
}

function tidy(node: z.infer<typeof promptNode>): PromptNode {
  const { class_type, inputs, _meta } = node
  return _meta?.title === undefined ? { class_type, inputs } : { class_type, inputs, _meta: { title: _meta.title } }
}

function malformed(message: string): Result<never, AppError> {
  return fail(new AppError('prompt_malformed', message))
}
