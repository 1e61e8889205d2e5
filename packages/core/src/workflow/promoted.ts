import type { Json } from '../json.ts'
import { hostInput, innerScope, MAX_DEPTH, type Scope } from './flatten.ts'
import { lookUpClass } from './loop-nodes.ts'
import type { FaceFeed } from './feed.ts'
import { inputSpec, type ObjectInfo } from './object-info.ts'
import { own } from './own.ts'
import type { UiInput, UiNode, UiSubgraph, UiWorkflow } from './ui-workflow.ts'
import { controlSlots } from './widget-slots.ts'
import { readWidgets } from './widgets.ts'

/** Values that the face of a subgraph shows for widgets inside it. */
export type Promoted = {
  /** What an input slot of the subgraph gives when nothing is linked to it: the face's value, else that of the widget inside that it shows. */
  readonly slotFeed: FaceFeed
  /** The value for a widget inside that the face shows by node and name (`proxyWidgets`), without a slot of its own. */
  widgetValue(scope: Scope, nodeId: string, widget: string): Json | undefined
}

/**
 * Reads the two forms editors have saved: values by slot, and `properties.proxyWidgets`, a list of `[node id, widget]`
 * that goes with the positions of `widgets_values` (node id -1 is the subgraph's own slot of that name).
 */
export function createPromoted(workflow: UiWorkflow, info: ObjectInfo): Promoted {
  const slotFeed: FaceFeed = (host, slot) => {
    const shown = slotValue(host, slot)
    const value = shown ?? innerValue(host, slot)
    return value === undefined ? undefined : { kind: shown === undefined ? 'beside' : 'value', value }
  }

  function slotValue({ node, subgraph }: NonNullable<Scope['host']>, slot: number): Json | undefined {
    const name = subgraph.inputs[slot]?.name ?? ''
    const byName = own(node.named, name)
    if (byName !== undefined) return byName ?? undefined
    const proxies = proxyWidgets(node)
    if (proxies.length === 0) return node.positional[positionOf(node, subgraph, slot)] ?? undefined
    const target = slotTarget(subgraph, slot)
    const at = proxies.findIndex(([id, widget]) => (id === '-1' ? widget === name : id === target?.node.id && widget === target.input.widget))
    return node.positional[at] ?? undefined
  }

  function innerValue({ node, subgraph, scope }: NonNullable<Scope['host']>, slot: number, depth = 0): Json | undefined {
    const target = slotTarget(subgraph, slot)
    if (target?.input.widget === undefined || depth > MAX_DEPTH) return undefined
    const inner = workflow.subgraphs.get(target.node.type)
    if (inner === undefined) return readWidgets(target.node, lookUpClass(info, target.node.type)).values.get(target.input.widget)
    const innerSlot = inner.inputs.findIndex(({ name }) => name === target.input.name)
    if (innerSlot < 0) return undefined
    const host = { node: target.node, subgraph: inner, scope: innerScope(scope, node, subgraph) }
    return slotValue(host, innerSlot) ?? innerValue(host, innerSlot, depth + 1)
  }

  /** The place of a slot's value among the face's values; -1 when the slot shows no widget. */
  function positionOf(node: UiNode, subgraph: UiSubgraph, slot: number): number {
    const slots = promotedSlots(node, subgraph)
    const extra = node.positional.length > slots.length
    let position = 0
    for (const other of slots) {
      if (other === slot) return position
      position += 1 + (extra ? controlsBehind(subgraph, other) : 0)
    }
    return -1
  }

  /** Older faces also keep the slots of controls after generate, as the node inside does. */
  function controlsBehind(subgraph: UiSubgraph, slot: number): number {
    const target = slotTarget(subgraph, slot)
    if (target === undefined) return 0
    const inner = workflow.subgraphs.get(target.node.type)
    const innerSlot = inner?.inputs.findIndex((input) => input.name === target.input.name) ?? -1
    if (inner !== undefined) return innerSlot < 0 ? 0 : controlsBehind(inner, innerSlot)
    const owner = lookUpClass(info, target.node.type)
    const spec = owner === undefined ? undefined : inputSpec(owner, target.input.widget ?? target.input.name)
    return spec === undefined ? 0 : Math.min(1, controlSlots(spec))
  }

  return { slotFeed, widgetValue }
}

/** The subgraph's slots that show a widget, in the order of the face. */
function promotedSlots(node: UiNode, subgraph: UiSubgraph): readonly number[] {
  const slots = subgraph.inputs.map((_input, slot) => slot).filter((slot) => slotTarget(subgraph, slot)?.input.widget !== undefined)
  const place = (slot: number): number => {
    const input = hostInput(node, subgraph, slot)
    return input === undefined ? -1 : node.inputs.indexOf(input)
  }
  // The face has its own order where it lists every input; editors that leave out unlinked ones keep the definition's.
  return slots.every((slot) => place(slot) >= 0) ? slots.toSorted((a, b) => place(a) - place(b)) : slots
}

/** The first input inside that a slot of the subgraph feeds; one with a widget before others. */
function slotTarget(subgraph: UiSubgraph, slot: number): { readonly node: UiNode; readonly input: UiInput } | undefined {
  const targets = [...subgraph.links.values()].flatMap((link) => {
    if (link.originId !== subgraph.inputNodeId || link.originSlot !== slot) return []
    const node = subgraph.nodes.get(link.targetId)
    const input = node?.inputs.find((candidate) => candidate.link === link.id)
    return node === undefined || input === undefined ? [] : [{ node, input }]
  })
  return targets.find(({ input }) => input.widget !== undefined) ?? targets[0]
}

/** See {@link Promoted.widgetValue}. */
function widgetValue({ host }: Scope, nodeId: string, widget: string): Json | undefined {
  if (host === undefined) return undefined
  const at = proxyWidgets(host.node).findIndex(([id, name]) => id === nodeId && name === widget)
  if (at < 0) return undefined
  // A face on the face of an outer subgraph: the outermost value is the one a person sees.
  return widgetValue(host.scope, host.node.id, widget) ?? host.node.positional[at] ?? undefined
}

function proxyWidgets(node: UiNode): readonly (readonly [id: string, widget: string])[] {
  const listed = node.properties['proxyWidgets']
  if (!Array.isArray(listed)) return []
  return (listed as readonly Json[]).map((entry) => {
    const [id, widget] = Array.isArray(entry) ? (entry as readonly Json[]) : []
    return [typeof id === 'string' || typeof id === 'number' ? String(id) : '', typeof widget === 'string' ? widget : ''] as const
  })
}
