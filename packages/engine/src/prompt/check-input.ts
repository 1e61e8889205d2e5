import { isJsonObject, type Json, type JsonObject } from '@lemouf/core/json'
import { fail, ok, type Result } from '@lemouf/core/result'
import { castWidget } from './cast.ts'
import type { GraphInput } from './graph.ts'
import { inputConfig, type DeclaredInput } from './input-config.ts'
import { aboutInput, type Problem } from './problem.ts'
import { pythonRepr, pythonStr } from './python-text.ts'
import type { RawNode } from './raw-node.ts'
import type { SocketType } from '../nodes/node.ts'

/** Lists longer than this are left out of errors, as ComfyUI leaves them out. */
const LISTED_CHOICES = 20

/** A link whose node or slot does not exist: ComfyUI raises an exception for it, and reports that as the node's only error. */
export interface BrokenLink {
  readonly broken: string
}

/**
 * Checks one given input against its declaration.
 * `type` is the socket type, or the combo's values; `enforced` is false for lists that the class checks itself.
 */
export function checkInput(
  declared: DeclaredInput,
  type: string | readonly string[],
  enforced: boolean,
  value: Json,
  nodes: ReadonlyMap<string, RawNode>,
): Result<GraphInput, Problem | BrokenLink> {
  if (Array.isArray(value)) return checkLink(declared, type, value, nodes)
  const plain = isJsonObject(value) && value.__value__ !== undefined ? value.__value__ : value
  return checkWidget(declared, type, enforced, plain)
}

function checkLink(
  declared: DeclaredInput,
  type: string | readonly string[],
  value: readonly Json[],
  nodes: ReadonlyMap<string, RawNode>,
): Result<GraphInput, Problem | BrokenLink> {
  const { name, spec } = declared
  const config = inputConfig(spec, type)
  if (value.length !== 2) {
    return fail({
      type: 'bad_linked_input',
      message: 'Bad linked input, must be a length-2 list of [node_id, slot_index]',
      details: name,
      extra_info: aboutInput(name, config, { received_value: value }),
    })
  }
  const [source, slot] = value
  const upstream = typeof source === 'string' ? nodes.get(source) : undefined
  if (typeof source !== 'string' || upstream === undefined) {
    return fail({ broken: `The input ${name} is linked to node ${pythonRepr(source ?? null)}, which the prompt does not have.` })
  }
  const output = typeof slot === 'number' ? upstream.nodeClass.outputs[slot] : undefined
  if (typeof slot !== 'number' || output === undefined) {
    return fail({ broken: `The input ${name} is linked to output ${pythonRepr(slot ?? null)} of node '${source}', which has no such output.` })
  }
  if (!fits(output.type, type)) {
    return fail({
      type: 'return_type_mismatch',
      message: 'Return type mismatch between linked nodes',
      details: `${name}, received_type(${output.type}) mismatch input_type(${pythonStr(type)})`,
      extra_info: aboutInput(name, config, { received_type: output.type, linked_node: value }),
    })
  }
  return ok({ kind: 'link', source, slot, lazy: spec.lazy === true })
}

const fits = (received: SocketType, wanted: string | readonly string[]): boolean => received === wanted || received === '*' || wanted === '*'

function checkWidget(declared: DeclaredInput, type: string | readonly string[], enforced: boolean, value: Json): Result<GraphInput, Problem> {
  const { name, spec } = declared
  const problem = (kind: Problem['type'], message: string, details: string, more: JsonObject): Result<never, Problem> =>
    fail({ type: kind, message, details, extra_info: aboutInput(name, inputConfig(spec, type), more) })

  if (typeof type !== 'string') {
    return !enforced || (typeof value === 'string' && type.includes(value)) ? ok({ kind: 'value', value }) : notInList(declared, type, value)
  }
  const cast = castWidget(type as SocketType, value)
  if (!cast.ok) {
    const message = `Failed to convert an input value to a ${type} value`
    return problem('invalid_input_type', message, `${name}, ${pythonStr(value)}, ${cast.error}`, { received_value: value, exception_message: cast.error })
  }
  const { min, max } = spec.options ?? {}
  const received = cast.value
  if (typeof received === 'number' || typeof received === 'bigint') {
    if (min !== undefined && received < min) {
      return problem('value_smaller_than_min', `Value ${received} smaller than min of ${min}`, name, { received_value: received })
    }
    if (max !== undefined && received > max) {
      return problem('value_bigger_than_max', `Value ${received} bigger than max of ${max}`, name, { received_value: received })
    }
  }
  return ok({ kind: 'value', value: received })
}

function notInList({ name, spec }: DeclaredInput, choices: readonly string[], value: Json): Result<never, Problem> {
  const long = choices.length > LISTED_CHOICES
  return fail({
    type: 'value_not_in_list',
    message: 'Value not in list',
    details: `${name}: ${pythonRepr(value)} not in ${long ? `(list of length ${choices.length})` : pythonRepr(choices)}`,
    extra_info: aboutInput(name, long ? null : inputConfig(spec, choices), { received_value: value }),
  })
}
