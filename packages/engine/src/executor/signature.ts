import { hash, randomUUID } from 'node:crypto'
import { canonicalJson, type Json } from '@lemouf/core/json'
import type { NodeFiles } from '../nodes/node.ts'
import type { Graph, GraphNode } from '../prompt/graph.ts'

/**
 * A cache key for every node: class, fingerprint, values and, through the keys of its sources, all its ancestry. Node ids do not
 * matter, so equal nodes share a result. `warn` hears of a fingerprint that failed; its node then runs again, as with ComfyUI's NaN.
 */
export async function signGraph(graph: Graph, files: NodeFiles, warn: (sentence: string) => void): Promise<ReadonlyMap<string, string>> {
  const signatures = new Map<string, string>()
  for (const node of graph.values()) {
    const inputs: Record<string, Json> = {}
    for (const [name, input] of node.inputs) {
      inputs[name] = input.kind === 'value' ? [input.value] : [signatureOf(signatures, input.source), input.slot]
    }
    const fingerprint = node.nodeClass.fingerprint === undefined ? null : await fingerprintOf(node, files, warn)
    signatures.set(node.id, hash('sha256', canonicalJson([node.nodeClass.name, fingerprint, inputs, node.undeclared])))
  }
  return signatures
}

function signatureOf(signatures: ReadonlyMap<string, string>, id: string): string {
  const signature = signatures.get(id)
  if (signature === undefined) throw new Error(`node ${id} was to be signed before the nodes that use it`)
  return signature
}

async function fingerprintOf(node: GraphNode, files: NodeFiles, warn: (sentence: string) => void): Promise<string | null> {
  const values = [...node.inputs].flatMap(([name, input]) => (input.kind === 'value' ? [[name, input.value]] : []))
  try {
    return (await node.nodeClass.fingerprint?.(Object.fromEntries(values), files)) ?? null
  } catch (error) {
    warn(`Node ${node.id} (${node.nodeClass.name}) has no fingerprint and runs anew: ${error instanceof Error ? error.message : String(error)}`)
    return randomUUID()
  }
}
