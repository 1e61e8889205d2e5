import { AppError } from '../error.ts'
import { fail, ok, type Result } from '../result.ts'
import type { UiGraph, UiInput, UiNode, UiSubgraph, UiWorkflow } from './ui-workflow.ts'

/** One instance of a graph: the workflow's own, or a subgraph as the node `host` places it. */
export type Scope = {
  readonly graph: UiGraph
  /** What goes before the ids of this scope's nodes: nothing, or `1:2:`. */
  readonly prefix: string
  readonly host: { readonly node: UiNode; readonly scope: Scope; readonly subgraph: UiSubgraph } | undefined
}

/** A node in its scope, with the id it has in the prompt. */
export type FlatNode = { readonly id: string; readonly node: UiNode; readonly scope: Scope }

const MAX_NODES = 20_000
/** How deep subgraphs may nest. */
export const MAX_DEPTH = 32

/** The workflow's own graph as a scope. */
export function rootScope(workflow: UiWorkflow): Scope {
  return { graph: workflow.graph, prefix: '', host: undefined }
}

/** The inside of the subgraph that a node of `scope` places. */
export function innerScope(scope: Scope, node: UiNode, subgraph: UiSubgraph): Scope {
  return { graph: subgraph, prefix: `${scope.prefix}${node.id}:`, host: { node, scope, subgraph } }
}

/** The input of a placing node that belongs to a slot of its subgraph. Editors leave unlinked ones out, so names count, not positions. */
export function hostInput(node: UiNode, subgraph: UiSubgraph, slot: number): UiInput | undefined {
  const { name, type } = subgraph.inputs[slot] ?? {}
  const twins = subgraph.inputs.slice(0, slot).filter((other) => other.name === name).length
  const candidates = node.inputs.filter((input) => input.name === name)
  return candidates[twins] ?? candidates.find((input) => input.type === type)
}

/**
 * The nodes of the workflow with its subgraphs opened, in the order of the file; the nodes that place subgraphs are gone.
 * What is inside a muted or bypassed subgraph does not run, so it is not listed.
 * Errors: `workflow_malformed` for a subgraph within itself and for more than 20,000 nodes.
 */
export function flatten(workflow: UiWorkflow): Result<readonly FlatNode[], AppError> {
  const flat: FlatNode[] = []
  const open = (scope: Scope, depth: number): AppError | undefined => {
    for (const node of scope.graph.nodes.values()) {
      const subgraph = workflow.subgraphs.get(node.type)
      if (subgraph === undefined) flat.push({ id: scope.prefix + node.id, node, scope })
      else if (depth === MAX_DEPTH) return tooDeep(subgraph)
      else if (node.mode === 'active') {
        const error = open(innerScope(scope, node, subgraph), depth + 1)
        if (error !== undefined) return error
      }
      if (flat.length > MAX_NODES) return new AppError('workflow_malformed', `With its subgraphs opened, the workflow has more than ${MAX_NODES} nodes. Split it.`)
    }
    return undefined
  }
  const error = open(rootScope(workflow), 0)
  return error === undefined ? ok(flat) : fail(error)
}

function tooDeep(subgraph: UiSubgraph): AppError {
  return new AppError('workflow_malformed', `Subgraph "${subgraph.name}" is nested more than ${MAX_DEPTH} deep, or holds itself. Take one level out.`)
}

/** Orders node ids as people count: `2` before `10`, `1:2` after `1`. */
export function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
