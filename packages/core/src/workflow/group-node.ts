import { z } from 'zod'
import type { UiGraph, UiInput, UiLink, UiNode, UiSlot, UiSubgraph, UiWorkflow } from './ui-workflow.ts'

/** An old group node's definition, as `extra.groupNodes` holds it by name: its nodes by position, and the links among them. */
export type GroupDefinition = {
  readonly nodes: readonly UiNode[]
  readonly links: readonly { readonly origin: number | null; readonly originSlot: number; readonly target: number; readonly targetSlot: number }[]
  /** Outputs that something outside takes, as `position:slot`. */
  readonly external: ReadonlySet<string>
  /** Inputs (`position:in:name`) and outputs (`position:out:slot`) that the group does not show. */
  readonly hidden: ReadonlySet<string>
}

const index = z.int().min(0)
export const groupLink = z
  .tuple([index.nullable(), index, index, index], z.unknown())
  .transform(([origin, originSlot, target, targetSlot]) => ({ origin, originSlot, target, targetSlot }))
const externalSlot = z.tuple([z.union([index, z.object({ index })]), index], z.unknown()).transform(([node, slot]) => `${typeof node === 'number' ? node : node.index}:${slot}`)
export const groupExternal = z.array(externalSlot.nullable().catch(null)).transform((slots) => new Set(slots.filter((slot) => slot !== null)))

const slotsShown = z.record(z.string(), z.object({ visible: z.boolean().optional() })).optional()
export const groupConfig = z
  .record(z.string(), z.object({ input: slotsShown, output: slotsShown }))
  .transform((config) => new Set(Object.entries(config).flatMap(([node, { input, output }]) => hiddenIn(`${node}:in:`, input).concat(hiddenIn(`${node}:out:`, output)))))

function hiddenIn(prefix: string, slots: z.infer<typeof slotsShown> = {}): readonly string[] {
  return Object.entries(slots).flatMap(([name, { visible }]) => (visible === false ? [prefix + name] : []))
}

/** The name of the group that a node of an older editor places; `undefined` for other nodes. */
function groupName(node: UiNode): string | undefined {
  return /^workflow[>/](.+)$/s.exec(node.type)?.[1]
}

/** Placed groups that one workflow may open: groups in groups multiply. */
const MAX_GROUPS = 1_000

/** The workflow with its group nodes turned to subgraphs, each placing one of its own. Those that cannot be opened stay as they are. */
export function openGroups(workflow: UiWorkflow, groups: ReadonlyMap<string, GroupDefinition>): UiWorkflow {
  const opened = new Map<string, UiSubgraph>()
  const inGraph = <T extends UiGraph>(graph: T): T => ({ ...graph, nodes: new Map([...graph.nodes].map(([id, node]) => [id, ofNode(node)])) })
  const ofNode = (node: UiNode): UiNode => {
    const group = groups.get(groupName(node) ?? '')
    if (group === undefined || opened.size >= MAX_GROUPS) return node
    const id = `${node.type} ${opened.size}`
    const subgraph = openGroup(node, group, id)
    if (subgraph === undefined) return node
    opened.set(id, subgraph)
    opened.set(id, inGraph(subgraph))
    return { ...node, type: id }
  }
  const graph = inGraph(workflow.graph)
  const subgraphs = [...workflow.subgraphs].map(([id, subgraph]) => [id, inGraph(subgraph)] as const)
  return { graph, subgraphs: new Map([...subgraphs, ...opened]) }
}

const INPUTS = '-10'
const OUTPUTS = '-20'

/**
 * A placed group node as a subgraph of its own, whose ids are the positions in the group (`7:0`, `7:1`, …) as in the editor of its time.
 * Its face shows the sockets and outputs that nothing inside uses, in the order of the nodes, and holds the widget values of all nodes in one list.
 * `undefined` when face and definition do not agree, as when the definition was changed afterwards.
 */
function openGroup(face: UiNode, group: GroupDefinition, id: string): UiSubgraph | undefined {
  const values = valuesInside(face, group)
  const open = openInputs(group)
  const outputs = openOutputs(group)
  const entries = open.map(({ node, slot }): UiInput | undefined => group.nodes[node]?.inputs[slot])
  const faces = facesOf(face, entries)
  if (values === undefined || faces === undefined || outputs.length !== face.outputs.length) return undefined
  const inner = group.links.filter(({ origin }) => origin !== null)
  const links: readonly UiLink[] = [
    ...inner.map((link, at) => ({ id: `${at}`, originId: `${link.origin}`, originSlot: link.originSlot, targetId: `${link.target}`, targetSlot: link.targetSlot })),
    ...open.map(({ node, slot }, at) => ({ id: `in ${at}`, originId: INPUTS, originSlot: at, targetId: `${node}`, targetSlot: slot })),
    ...outputs.map(({ node, slot }, at) => ({ id: `out ${at}`, originId: `${node}`, originSlot: slot, targetId: OUTPUTS, targetSlot: at })),
  ]
  const nodes = group.nodes.map((node, at): UiNode => ({
    ...node,
    id: `${at}`,
    positional: values[at] ?? [],
    inputs: node.inputs.map((input, slot) => ({ ...input, link: links.find((link) => link.targetId === `${at}` && link.targetSlot === slot)?.id })),
  }))
  return {
    id,
    name: face.type,
    nodes: new Map(nodes.map((node) => [node.id, node])),
    links: new Map(links.map((link) => [link.id, link])),
    inputs: faces,
    outputs: face.outputs,
    inputNodeId: INPUTS,
    outputNodeId: OUTPUTS,
  }
}

type Place = { readonly node: number; readonly slot: number }

/** The face's widget values, dealt out to the nodes in order. */
function valuesInside(face: UiNode, { nodes }: GroupDefinition): readonly UiNode['positional'][] | undefined {
  const total = nodes.reduce((sum, node) => sum + node.positional.length, 0)
  if (face.positional.length === 0) return nodes.map((node) => node.positional)
  if (face.positional.length !== total) return undefined
  let at = 0
  return nodes.map((node) => face.positional.slice(at, (at += node.positional.length)))
}

function openInputs({ nodes, links, hidden }: GroupDefinition): readonly Place[] {
  const fed = new Set(links.filter(({ origin }) => origin !== null).map(({ target, targetSlot }) => `${target}:${targetSlot}`))
  return nodes.flatMap(({ inputs }, node) =>
    inputs.flatMap((input, slot) => (fed.has(`${node}:${slot}`) || hidden.has(`${node}:in:${input.name}`) ? [] : [{ node, slot }])),
  )
}

function openOutputs({ nodes, links, external, hidden }: GroupDefinition): readonly Place[] {
  const used = new Set(links.map(({ origin, originSlot }) => `${origin}:${originSlot}`))
  return nodes.flatMap(({ outputs }, node) =>
    outputs.flatMap((_output, slot) => {
      const place = `${node}:${slot}`
      return hidden.has(`${node}:out:${slot}`) || (used.has(place) && !external.has(place)) ? [] : [{ node, slot }]
    }),
  )
}

/**
 * The names under which the face shows the open inputs. Sockets go by their order, as their names were made anew from those of nodes and inputs;
 * inputs with widgets go by name, as faces list them or not. `undefined` when a linked input of the face belongs to none.
 */
function facesOf(face: UiNode, open: readonly (UiInput | undefined)[]): readonly UiSlot[] | undefined {
  const sockets = face.inputs.filter(({ widget }) => widget === undefined)
  const widgets = new Map(face.inputs.filter(({ widget }) => widget !== undefined).map((input) => [input.name, input]))
  let next = 0
  const slots = open.map((input): UiSlot => {
    const shownAs = input?.widget === undefined ? sockets[next++] : take(widgets, input.name)
    return shownAs ?? { name: '', type: input?.type ?? '*' }
  })
  const lost = [...widgets.values()].some(({ link }) => link !== undefined)
  return next !== sockets.length || lost ? undefined : slots
}

function take<T>(from: Map<string, T>, key: string): T | undefined {
  const value = from.get(key)
  from.delete(key)
  return value
}
