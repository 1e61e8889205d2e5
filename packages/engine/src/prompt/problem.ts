import type { Json, JsonObject } from '@lemouf/core/json'

/** What is wrong with one node, in ComfyUI's words and shape. */
export interface Problem {
  readonly type:
    | 'required_input_missing'
    | 'bad_linked_input'
    | 'return_type_mismatch'
    | 'invalid_input_type'
    | 'value_smaller_than_min'
    | 'value_bigger_than_max'
    | 'value_not_in_list'
    | 'custom_validation_failed'
    | 'exception_during_validation'
    | 'exception_during_inner_validation'
    | 'dependency_cycle'
  readonly message: string
  readonly details: string
  readonly extra_info: JsonObject
}

/** Why a whole prompt was refused, in ComfyUI's shape; the body of the 400. */
export interface Refusal {
  readonly error: {
    readonly type:
      | 'no_prompt'
      | 'invalid_prompt'
      | 'invalid_prompt_id'
      | 'missing_node_type'
      | 'prompt_no_outputs'
      | 'prompt_outputs_failed_validation'
    readonly message: string
    readonly details: string
    readonly extra_info: JsonObject
  }
  readonly node_errors: NodeErrors
}

/** `node_errors` by node id. */
export type NodeErrors = Readonly<Record<string, NodeErrorEntry>>

export interface NodeErrorEntry {
  readonly errors: readonly Problem[]
  readonly dependent_outputs: readonly string[]
  readonly class_type: string
}

export function refusal(type: Refusal['error']['type'], message: string, details = '', more: JsonObject = {}, nodeErrors: NodeErrors = {}): Refusal {
  return { error: { type, message, details, extra_info: more }, node_errors: nodeErrors }
}

/** The members of `extra_info` that every problem of an input carries. */
export function aboutInput(name: string, config: Json, more: JsonObject = {}): JsonObject {
  return { input_name: name, input_config: config, ...more }
}
