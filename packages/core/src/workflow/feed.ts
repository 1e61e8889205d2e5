import type { Json } from '../json.ts'
import { typesCompatible } from './object-info.ts'
import type { NodeLink } from './prompt.ts'
import { hostInput, innerScope, type Scope } from './flatten.ts'
import type { UiInput, UiNode, UiWorkflow } from './ui-workflow.ts'
import { isGroupNode, isVirtual, passesOn } from './virtual-nodes.ts'

/** What feeds an input once front-end nodes, subgraph edges and bypasses are seen through. */
export type Feed =
  | { readonly kind: 'link'; readonly link: NodeLink }
  /** The value that a subgraph's face shows. */
  | { readonly kind: 'value'; readonly value: Json }
  /** A PrimitiveNode's value. The editor puts it into the widgets it is linked to; it goes through no Reroute and no bypass. */
  | { readonly kind: 'primitive'; readonly value: Json }
  /** What the widget of another input shows that the same slot feeds: it counts where this input has no widget. */
  | { readonly kind: 'beside'; readonly value: Json }
  /** Nothing: the input's own widget counts. */
  | { readonly kind: 'nothing' }
  /** It came from something that does not run, or that is not in the file. */
  | { readonly kind: 'removed'; readonly reason: string }


/** What the face of a subgraph gives to one of its input slots that nothing is linked to; `undefined` when it gives nothing. */
export type FaceFeed = (host: NonNullable<Scope['host']>, slot: number) => Extract<Feed, { readonly kind: 'value' | 'beside' }> | undefined

const NOTHING: Feed = { kind: 'nothing' }
const MAX_STEPS = 500

/**
 * Follows links back to what feeds an input.
 * A bypassed node passes on as ComfyUI's editor does: the input of the same slot when the types agree,
 * else the first input of exactly the wanted type, else the first that is compatible.
 */
export function createFeeds(workflow: UiWorkflow, faceFeed: FaceFeed): (scope: Scope, input: UiInput) => Feed {
  function ofInput(scope: Scope, input: UiInput, type: string, steps: number): Feed {
    if (input.link === undefined) return NOTHING
    if (steps > MAX_STEPS) return { kind: 'removed', reason: 'its links go round in a circle' }
    const link = scope.graph.links.get(input.link)
    if (link === undefined) return { kind: 'removed', reason: `its link ${input.link} is not in the file` }
    return ofOrigin(scope, link.originId, link.originSlot, type, steps + 1)
  }

  function ofOrigin(scope: Scope, originId: string, slot: number, type: string, steps: number): Feed {
    if (scope.host !== undefined && originId === scope.host.subgraph.inputNodeId) return ofEdge(scope.host, slot, steps)
    const node = scope.graph.nodes.get(originId)
    return node === undefined ? { kind: 'removed', reason: `node ${originId} is not in the file` } : ofOutput(scope, node, slot, type, steps)
  }

  /** From inside a subgraph out through its input edge. */
  function ofEdge(host: NonNullable<Scope['host']>, slot: number, steps: number): Feed {
    const outer = hostInput(host.node, host.subgraph, slot)
    if (outer?.link !== undefined) return ofInput(host.scope, outer, outer.type, steps)
    return faceFeed(host, slot) ?? NOTHING
  }

  function ofOutput(scope: Scope, node: UiNode, slot: number, type: string, steps: number): Feed {
    if (node.mode === 'muted') return { kind: 'removed', reason: `node ${scope.prefix}${node.id} is muted` }
    if (node.mode === 'bypassed') return passOn(scope, bypassInput(node, slot, type), steps)
    const subgraph = workflow.subgraphs.get(node.type)
    if (subgraph !== undefined) {
      const inner = [...subgraph.links.values()].find((link) => link.targetId === subgraph.outputNodeId && link.targetSlot === slot)
      return inner === undefined ? NOTHING : ofOrigin(innerScope(scope, node, subgraph), inner.originId, inner.originSlot, type, steps + 1)
    }
    if (passesOn(node)) return passOn(scope, node.inputs[0], steps, type)
    if (node.type === 'PrimitiveNode') return primitiveFeed(node)
    if (node.type === 'GetNode') return ofVariable(scope, node, type, steps)
    if (isVirtual(node)) return NOTHING
    if (isGroupNode(node)) return { kind: 'removed', reason: `node ${scope.prefix}${node.id} is a group node` }
    return { kind: 'link', link: [scope.prefix + node.id, slot] }
  }

  /** From a GetNode to the SetNode of its name, here or in a graph around. */
  function ofVariable(scope: Scope, getter: UiNode, type: string, steps: number): Feed {
    const name = getter.positional[0]
    for (let here: Scope | undefined = scope; here !== undefined; here = here.host?.scope) {
      const setter = [...here.graph.nodes.values()].find((node) => node.type === 'SetNode' && node.positional[0] === name)
      if (setter !== undefined) return ofOutput(here, setter, 0, type, steps + 1)
    }
    return { kind: 'removed', reason: `no SetNode sets what node ${scope.prefix}${getter.id} gets` }
  }

  function passOn(scope: Scope, input: UiInput | undefined, steps: number, type = input?.type ?? '*'): Feed {
    const feed = input === undefined ? NOTHING : ofInput(scope, input, type, steps)
    return feed.kind === 'primitive' ? NOTHING : feed
  }

  return (scope, input) => ofInput(scope, input, input.type, 0)
}

function primitiveFeed(node: UiNode): Feed {
  const value = node.positional[0] ?? node.named['value']
  return value === undefined || value === null ? NOTHING : { kind: 'primitive', value }
}

function bypassInput(node: UiNode, slot: number, type: string): UiInput | undefined {
  const { inputs } = node
  if (type === '*') return inputs[slot] ?? inputs[0]
  const given = node.outputs[slot]?.type ?? type
  const fits = (input: UiInput): boolean => typesCompatible(input.type, given) && typesCompatible(input.type, type)
  const opposite = inputs[slot]
  if (opposite !== undefined && fits(opposite)) return opposite
  return inputs.find((input) => input.type === type) ?? inputs.find(fits)
}
