import { z } from 'zod'
import { AppError } from '../error.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { groupConfig, groupExternal, groupLink, openGroups, type GroupDefinition } from './group-node.ts'
import { namedValues } from './named-values.ts'
import { json, parseShape } from './schema.ts'
import { broadcastSchema, withBroadcasts } from './use-everywhere.ts'

export type UiInput = {
  readonly name: string
  readonly type: string
  /** The id of the link that feeds it. */
  readonly link: string | undefined
  /** The name of its widget, where it has one. */
  readonly widget: string | undefined
}

export type UiOutput = { readonly name: string; readonly type: string }

/** A slot of a subgraph's edge. */
export type UiSlot = { readonly name: string; readonly type: string }

export type UiLink = {
  readonly id: string
  readonly originId: string
  readonly originSlot: number
  readonly targetId: string
  readonly targetSlot: number
}

/** `active` runs, `muted` is left out, `bypassed` passes its inputs on. */
export type UiMode = 'active' | 'muted' | 'bypassed'

export type UiNode = {
  readonly id: string
  /** A node class, a front-end type such as `Reroute`, or the id of a subgraph. */
  readonly type: string
  readonly title: string | undefined
  readonly mode: UiMode
  readonly inputs: readonly UiInput[]
  readonly outputs: readonly UiOutput[]
  /** Widget values in the order of the widgets, as the file holds them. */
  readonly positional: readonly Json[]
  /** Widget values by name, from `widgets_values_named` or a `widgets_values` that is an object. */
  readonly named: JsonObject
  readonly properties: JsonObject
}

/** Nodes and links by id, in the order of the file. */
export type UiGraph = { readonly nodes: ReadonlyMap<string, UiNode>; readonly links: ReadonlyMap<string, UiLink> }

export type UiSubgraph = UiGraph & {
  readonly id: string
  readonly name: string
  readonly inputs: readonly UiSlot[]
  readonly outputs: readonly UiSlot[]
  /** The pseudo nodes that stand for the subgraph's edges in its links. */
  readonly inputNodeId: string
  readonly outputNodeId: string
}

/** A workflow as the editor saves it, in the formats 0.4 and 1.0. */
export type UiWorkflow = { readonly graph: UiGraph; readonly subgraphs: ReadonlyMap<string, UiSubgraph> }

const id = z.union([z.string().min(1), z.int()]).transform(String)
const slotType = json.optional().transform((type) => (typeof type === 'string' && type !== '' ? type : Array.isArray(type) ? 'COMBO' : '*'))
const slotIndex = z.int().min(0)

const inputSchema = z.object({
  name: z.string(),
  type: slotType,
  link: id.nullish(),
  widget: z.object({ name: z.string() }).nullish().catch(undefined),
})
const outputSchema = z.object({ name: z.string().optional().default(''), type: slotType })
const nodeSchema = z.object({
  id,
  type: z.string().min(1),
  title: z.string().nullish(),
  mode: z.int().nullish(),
  inputs: z.array(inputSchema).nullish(),
  outputs: z.array(outputSchema).nullish(),
  widgets_values: json.optional(),
  widgets_values_named: json.optional(),
  properties: json.optional(),
})
const linkTuple = z
  .tuple([id, id, slotIndex, id, slotIndex], json)
  .transform(([linkId, originId, originSlot, targetId, targetSlot]) => ({ id: linkId, originId, originSlot, targetId, targetSlot }))
const linkObject = z
  .object({ id, origin_id: id, origin_slot: slotIndex, target_id: id, target_slot: slotIndex })
  .transform((link) => ({ id: link.id, originId: link.origin_id, originSlot: link.origin_slot, targetId: link.target_id, targetSlot: link.target_slot }))
// Old editors leave null where a link was deleted.
const linkSchema = z.union([linkTuple, linkObject, z.null()], { error: 'it is neither [id, origin, slot, target, slot, type] nor an object of these' })
const extraShape = { ue_links: z.array(broadcastSchema).nullish().catch(undefined) }
const graphShape = { nodes: z.array(nodeSchema), links: z.array(linkSchema).nullish(), extra: z.object(extraShape).nullish().catch(undefined) }
const edgeSlot = z.object({ name: z.string(), type: slotType })
const edgeNode = (otherwise: string): z.ZodType<{ readonly id: string }> => z.object({ id }).optional().default({ id: otherwise })
const subgraphSchema = z.object({
  ...graphShape,
  id: z.string().min(1),
  name: z.string().nullish(),
  inputs: z.array(edgeSlot).nullish(),
  outputs: z.array(edgeSlot).nullish(),
  inputNode: edgeNode('-10'),
  outputNode: edgeNode('-20'),
})
const groupSchema = z.object({
  nodes: z.array(nodeSchema.extend({ id: json.optional() })),
  links: z.array(groupLink).nullish(),
  external: groupExternal.nullish(),
  config: groupConfig.nullish(),
})
const workflowSchema = z.object({
  ...graphShape,
  definitions: z.object({ subgraphs: z.array(subgraphSchema).nullish() }).nullish(),
  // A group that cannot be read matters only where it is placed, which is said there.
  extra: z.object({ ...extraShape, groupNodes: z.record(z.string(), groupSchema.nullable().catch(null)).nullish().catch(undefined) }).nullish().catch(undefined),
})

/**
 * Reads a workflow as the editor saves it: format 0.4 (links as lists) or 1.0 (links as objects), with subgraphs.
 * What is not used is passed over. Errors: `workflow_malformed`, whose sentence names the node and the field.
 */
export function parseUiWorkflow(value: Json): Result<UiWorkflow, AppError> {
  if (isJsonObject(value) && !('nodes' in value) && Object.values(value).some((node) => isJsonObject(node) && 'class_type' in node)) {
    return fail(new AppError('workflow_malformed', 'This is a prompt in API form. Send it as the prompt, or save the workflow without "API".'))
  }
  const parsed = parseShape(workflowSchema, value, {
    code: 'workflow_malformed',
    what: 'The workflow cannot be read',
    remedy: 'Save it again from ComfyUI.',
    describe: (path) => placeInWords(value, path),
  })
  if (!parsed.ok) return parsed
  const subgraphs = parsed.value.definitions?.subgraphs ?? []
  const workflow = { graph: graphOf(parsed.value), subgraphs: new Map(subgraphs.map((subgraph) => [subgraph.id, subgraphOf(subgraph)])) }
  const groups = Object.entries(parsed.value.extra?.groupNodes ?? {}).flatMap(([name, group]) => (group === null ? [] : [[name, groupOf(group)] as const]))
  return ok(groups.length === 0 ? workflow : openGroups(workflow, new Map(groups)))
}

function groupOf({ nodes, links, external, config }: z.infer<typeof groupSchema>): GroupDefinition {
  return { nodes: nodes.map((node, at) => nodeOf({ ...node, id: String(at) })), links: links ?? [], external: external ?? new Set(), hidden: config ?? new Set() }
}

function subgraphOf(described: z.infer<typeof subgraphSchema>): UiSubgraph {
  return {
    ...graphOf(described),
    id: described.id,
    name: described.name ?? described.id,
    inputs: described.inputs ?? [],
    outputs: described.outputs ?? [],
    inputNodeId: described.inputNode.id,
    outputNodeId: described.outputNode.id,
  }
}

function graphOf({ nodes, links, extra }: Pick<z.infer<typeof subgraphSchema>, 'nodes' | 'links' | 'extra'>): UiGraph {
  const present = (links ?? []).filter((link) => link !== null)
  const graph = { nodes: new Map(nodes.map((node) => [node.id, nodeOf(node)])), links: new Map(present.map((link) => [link.id, link])) }
  return withBroadcasts(graph, extra?.ue_links ?? [])
}

const MODES: Readonly<Record<number, UiMode>> = { 2: 'muted', 4: 'bypassed' }

function nodeOf(described: z.infer<typeof nodeSchema>): UiNode {
  const { widgets_values: values, widgets_values_named: named } = described
  const positional = Array.isArray(values) ? (values as readonly Json[]) : []
  return {
    id: described.id,
    type: described.type,
    title: described.title ?? undefined,
    mode: MODES[described.mode ?? 0] ?? 'active',
    inputs: (described.inputs ?? []).map(({ name, type, link, widget }) => ({ name, type, link: link ?? undefined, widget: widget?.name })),
    outputs: described.outputs ?? [],
    positional,
    named: { ...(isJsonObject(values) ? values : {}), ...(isJsonObject(named) ? namedValues(positional, named) : {}) },
    properties: isJsonObject(described.properties) ? described.properties : {},
  }
}

/** `['nodes', 3, 'inputs', 0, 'name']` as `node 12 (KSampler), inputs.0.name`. */
function placeInWords(value: Json, path: readonly PropertyKey[]): string {
  const words: string[] = []
  let rest: string[] = []
  let here: Json | undefined = value
  let above: PropertyKey | undefined
  for (const key of path) {
    here = isJsonObject(here) || Array.isArray(here) ? (here as JsonObject)[String(key)] : undefined
    const name = typeof key === 'number' && isJsonObject(here) ? nameInWords(above, key, here) : undefined
    if (name === undefined) rest.push(String(key))
    else {
      words.push(name)
      rest = []
    }
    above = key
  }
  return [...words, rest.join('.')].filter((word) => word !== '').join(', ')
}

const shown = (value: Json | undefined): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

function nameInWords(list: PropertyKey | undefined, index: number, item: JsonObject): string | undefined {
  if (list === 'nodes') return `node ${shown(item['id']) ?? `number ${index + 1} of the file`} (${shown(item['type']) ?? 'no type'})`
  return list === 'subgraphs' ? `subgraph "${shown(item['name']) ?? shown(item['id']) ?? index}"` : undefined
}
