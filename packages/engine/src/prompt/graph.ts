import type { Json, JsonObject } from '@lemouf/core/json'
import type { NodeClass } from '../nodes/node.ts'

/** An input of a valid node: a value cast to its declared type, or the output slot of another node. */
export type GraphInput =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'link'; readonly source: string; readonly slot: number; readonly lazy: boolean }

export interface GraphNode {
  readonly id: string
  readonly nodeClass: NodeClass
  /** The declared inputs that the prompt gives. */
  readonly inputs: ReadonlyMap<string, GraphInput>
  /** What else the prompt gives: it is not used, and tells nodes apart for the cache, as in ComfyUI. */
  readonly undeclared: JsonObject
}

/** Nodes by id: acyclic, every link intact; sources come before the nodes that use them. */
export type Graph = ReadonlyMap<string, GraphNode>

/** The ids a node is linked to, each once. */
export function sourcesOf(node: Pick<GraphNode, 'inputs'>): ReadonlySet<string> {
  const sources = new Set<string>()
  for (const input of node.inputs.values()) if (input.kind === 'link') sources.add(input.source)
  return sources
}
