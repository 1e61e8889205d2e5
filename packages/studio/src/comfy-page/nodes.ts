import type { ComfyApp, LiteGraph, LiteNode } from './page.ts'

/** The whole graph, also while one of its subgraphs is open. */
export const rootOf = (app: Pick<ComfyApp, 'graph' | 'rootGraph'>): LiteGraph => app.rootGraph ?? app.graph

/** The node of a prompt's id and what it is within, outermost first: `1:12` is node 12 in the subgraph that node 1 stands for. Empty when it is gone. */
export function pathTo(root: LiteGraph, promptId: string): readonly LiteNode[] {
  const path: LiteNode[] = []
  let level: LiteGraph | undefined = root
  for (const id of promptId.split(':')) {
    const node: LiteNode | undefined = level === undefined ? undefined : nodeIn(level, id)
    if (node === undefined) return []
    path.push(node)
    level = node.subgraph
  }
  return path
}

/** Graphs of ComfyUI count their nodes; those of other tools may name them. */
function nodeIn(graph: LiteGraph, id: string): LiteNode | undefined {
  return (/^-?\d+$/.test(id) ? graph.getNodeById(Number(id)) : undefined) ?? graph.getNodeById(id) ?? undefined
}

/** Every node, those in subgraphs too. */
export function allNodes(root: LiteGraph): readonly LiteNode[] {
  return [root, ...(root.subgraphs?.values() ?? [])].flatMap(({ nodes }) => nodes)
}
