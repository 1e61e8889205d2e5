import type { Json } from '@lemouf/core/json'
import type { InputSpec, NodeClass, NodeFiles } from '../nodes/node.ts'

/** One declared input of a class, in the order of `/object_info`. */
export interface DeclaredInput {
  readonly name: string
  readonly spec: InputSpec
  readonly required: boolean
}

/** Required inputs first, each group in its declared order. */
export function declaredInputs(nodeClass: NodeClass): readonly DeclaredInput[] {
  const required = Object.entries(nodeClass.required).map(([name, spec]) => ({ name, spec, required: true }))
  const optional = Object.entries(nodeClass.optional ?? {}).map(([name, spec]) => ({ name, spec, required: false }))
  return [...required, ...optional]
}

/** The socket type as text, or the combo's values as they are now. */
export async function currentType(spec: InputSpec, files: NodeFiles): Promise<string | readonly string[]> {
  return typeof spec.type === 'function' ? spec.type(files) : spec.type
}

/** `[type, options]`, as ComfyUI publishes an input in `/object_info` and in the `input_config` of an error. */
export function inputConfig(spec: InputSpec, type: string | readonly string[]): readonly Json[] {
  const options = Object.entries({ ...spec.options, ...(spec.lazy === true ? { lazy: true } : {}) })
  return [type, Object.fromEntries(options.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))]
}
