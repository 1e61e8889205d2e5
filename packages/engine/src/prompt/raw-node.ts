import { isJsonObject, type Json, type JsonObject } from '@lemouf/core/json'
import { fail, ok, type Result } from '@lemouf/core/result'
import type { NodeClass } from '../nodes/node.ts'
import { refusal, type Refusal } from './problem.ts'

/** A node as the prompt has it, its class found. */
export interface RawNode {
  readonly id: string
  readonly nodeClass: NodeClass
  readonly inputs: JsonObject
  readonly source: JsonObject
}

/** The nodes of a prompt in API format, by id; refused as a whole when one has no known class. */
export function readNodes(prompt: Json, nodeClasses: ReadonlyMap<string, NodeClass>): Result<ReadonlyMap<string, RawNode>, Refusal> {
  if (!isJsonObject(prompt)) {
    return fail(refusal('invalid_prompt', 'The prompt must be an object of nodes by id, as "Export (API)" writes it.'))
  }
  const nodes = new Map<string, RawNode>()
  for (const [id, source] of Object.entries(prompt)) {
    const node = readNode(id, source, nodeClasses)
    if (!node.ok) return node
    nodes.set(id, node.value)
  }
  return ok(nodes)
}

function readNode(id: string, source: Json, nodeClasses: ReadonlyMap<string, NodeClass>): Result<RawNode, Refusal> {
  const place = `Node ID '#${id}'`
  if (!isJsonObject(source)) return fail(refusal('invalid_prompt', `Node ${id} is not an object with class_type and inputs.`, place))
  const title = isJsonObject(source._meta) && typeof source._meta.title === 'string' ? source._meta.title : null
  const classType = source.class_type
  if (typeof classType !== 'string') {
    const message = `Node '${title ?? `ID #${id}`}' has no class_type. Export the workflow again in API format.`
    return fail(refusal('missing_node_type', message, place, { node_id: id, class_type: null, node_title: title }))
  }
  const nodeClass = nodeClasses.get(classType)
  if (nodeClass === undefined) {
    const message = `This embedded engine has no node ${classType}. Connect a ComfyUI that has it: --comfy URL.`
    return fail(refusal('missing_node_type', message, place, { node_id: id, class_type: classType, node_title: title ?? classType }))
  }
  const inputs = source.inputs
  if (!isJsonObject(inputs)) return fail(refusal('invalid_prompt', `Node ${id} (${classType}) has no inputs object.`, place))
  return ok({ id, nodeClass, inputs, source })
}
