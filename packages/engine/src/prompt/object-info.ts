import type { Json, JsonObject } from '@lemouf/core/json'
import type { InputSpec, NodeClass, NodeFiles } from '../nodes/node.ts'
import { currentType, inputConfig } from './input-config.ts'

/** The entry of one class in `/object_info`. Combos that are read from files are read anew. */
export async function describeClass(nodeClass: NodeClass, files: NodeFiles): Promise<JsonObject> {
  const input: Record<string, JsonObject> = { required: await describeInputs(nodeClass.required, files) }
  if (nodeClass.optional !== undefined) input.optional = await describeInputs(nodeClass.optional, files)
  return {
    input,
    input_order: Object.fromEntries(Object.entries(input).map(([group, inputs]) => [group, Object.keys(inputs)])),
    is_input_list: false,
    output: nodeClass.outputs.map((output) => output.type),
    output_is_list: nodeClass.outputs.map(() => false),
    output_name: nodeClass.outputs.map((output) => output.name),
    name: nodeClass.name,
    display_name: nodeClass.displayName,
    description: nodeClass.description ?? '',
    python_module: 'nodes',
    category: nodeClass.category,
    output_node: nodeClass.outputNode === true,
    has_intermediate_output: false,
    deprecated: false,
    experimental: false,
    dev_only: false,
    api_node: false,
    search_aliases: [],
  }
}

/** `/object_info` of all classes. */
export async function describeClasses(nodeClasses: ReadonlyMap<string, NodeClass>, files: NodeFiles): Promise<JsonObject> {
  const entries: [string, JsonObject][] = []
  for (const [name, nodeClass] of nodeClasses) entries.push([name, await describeClass(nodeClass, files)])
  return Object.fromEntries(entries)
}

async function describeInputs(specs: Readonly<Record<string, InputSpec>>, files: NodeFiles): Promise<JsonObject> {
  const entries: [string, readonly Json[]][] = []
  for (const [name, spec] of Object.entries(specs)) entries.push([name, inputConfig(spec, await currentType(spec, files))])
  return Object.fromEntries(entries)
}
