import { z } from 'zod'
import type { UiGraph, UiLink, UiNode } from './ui-workflow.ts'

const id = z.union([z.string().min(1), z.int()]).transform(String)
const slot = z.int().min(0)

/** Links that the custom nodes "Use Everywhere" make when the editor queues; they save them in `extra.ue_links` of the graph. */
export const broadcastSchema = z
  .object({ upstream: id, upstream_slot: slot, downstream: id, downstream_slot: slot })
  .transform((link) => ({ originId: link.upstream, originSlot: link.upstream_slot, targetId: link.downstream, targetSlot: link.downstream_slot }))

type Broadcast = z.infer<typeof broadcastSchema>

/** The graph with its broadcasts as links. They feed inputs that nothing else does. */
export function withBroadcasts(graph: UiGraph, broadcasts: readonly Broadcast[]): UiGraph {
  if (broadcasts.length === 0) return graph
  const links = new Map<string, UiLink>(graph.links)
  const nodes = new Map<string, UiNode>(graph.nodes)
  for (const [index, broadcast] of broadcasts.entries()) {
    const node = nodes.get(broadcast.targetId)
    const input = node?.inputs[broadcast.targetSlot]
    if (node === undefined || input === undefined || (input.link !== undefined && links.has(input.link))) continue
    const link = { ...broadcast, id: `broadcast ${index}` }
    links.set(link.id, link)
    nodes.set(node.id, { ...node, inputs: node.inputs.with(broadcast.targetSlot, { ...input, link: link.id }) })
  }
  return { nodes, links }
}
