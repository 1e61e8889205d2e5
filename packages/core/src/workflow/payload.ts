import { AppError } from '../error.ts'
import { parseJson, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { LOOP_PAYLOAD } from './loop-nodes.ts'
import { own } from './own.ts'
import { isLink, nodesOfClass, type Prompt } from './prompt.ts'

/**
 * The payload that the prompt's LoopPayload node holds as JSON text; `undefined` when there is no such node,
 * it is as empty as the pack creates it (blank or `[]`), or its text comes over a link: then the run makes the payload,
 * and Loop Return brings it. Errors: `payload_invalid`.
 */
export function readPayload(prompt: Prompt): Result<Json | undefined, AppError> {
  if (nodesOfClass(prompt, LOOP_PAYLOAD).some(([, node]) => isLink(node.inputs['payload_json']))) return ok(undefined)
  const text = readNodeText(prompt, LOOP_PAYLOAD, 'payload_json', (message) => new AppError('payload_invalid', message))
  if (!text.ok || text.value === undefined) return text
  const parsed = parseJson(text.value)
  if (!parsed.ok) {
    return fail(new AppError('payload_invalid', `The Loop Payload node holds a text that cannot be read. ${parsed.error.message}`, { cause: parsed.error }))
  }
  return ok(Array.isArray(parsed.value) && parsed.value.length === 0 ? undefined : parsed.value)
}

/**
 * Whether a Loop Return takes what a Loop Payload gives. That is JSON also where the node pack is missing and its text is shown:
 * reading the text is then left to who collects it.
 */
export function returnsPayload(prompt: Prompt, loopReturnId: string): boolean {
  const link = own(prompt, loopReturnId)?.inputs['payload']
  return isLink(link) && own(prompt, link[0])?.class_type === LOOP_PAYLOAD
}

/** The text typed into the one node of a class; `undefined` when there is no such node or the text is blank. */
export function readNodeText(
  prompt: Prompt,
  classType: string,
  input: string,
  failure: (message: string) => AppError,
): Result<string | undefined, AppError> {
  const nodes = nodesOfClass(prompt, classType)
  if (nodes.length > 1) {
    const ids = nodes.map(([id]) => id).join(', ')
    return fail(failure(`The workflow has ${nodes.length} ${classType} nodes (${ids}); it may have one. Remove the others.`))
  }
  const value = nodes[0]?.[1].inputs[input]
  if (value === undefined || value === '') return ok(undefined)
  if (isLink(value)) return fail(failure(`The ${input} of the ${classType} node comes over a link, and is not known before the run. Type it into the node.`))
  if (typeof value !== 'string') return fail(failure(`The ${input} of the ${classType} node is not a text. Type JSON into the node.`))
  return ok(value.trim() === '' ? undefined : value)
}
