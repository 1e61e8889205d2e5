import { z } from 'zod'
import { AppError } from '../error.ts'
import { parseJson, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { LOOP_MAP } from './loop-nodes.ts'
import { own } from './own.ts'
import { readNodeText } from './payload.ts'
import { parsePath, type Path } from './payload-path.ts'
import type { Prompt } from './prompt.ts'
import { json, parseShape } from './schema.ts'
import { parseSelector, type Selector } from './selector.ts'

/** Where a mapped value comes from. `auto_seed` is stable for loop, cycle and retry. */
export type Source =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: Variable }
  | { readonly kind: 'literal'; readonly value: Json }

/** The inputs of this name on every node that the selector names. */
export type Target = { readonly node: Selector; readonly input: string }

export type Mapping = {
  /** `from` as it was written. */
  readonly text: string
  readonly from: Source
  readonly to: readonly Target[]
  readonly fallback: Source | undefined
  /** Takes the place of the value when a cycle is tried again. */
  readonly onRetry: Source | undefined
}

/** `lemouf.loopmap.v1`: which inputs of the workflow change from cycle to cycle, and to what. */
export type LoopMap = { readonly cycleSource: Path | undefined; readonly mappings: readonly Mapping[] }

const SCHEMA = 'lemouf.loopmap.v1'

const targetSchema = z.object({ node: json, input: z.string().min(1) })
const mappingSchema = z.object({
  from: z.string(),
  to: z.union([targetSchema, z.array(targetSchema).min(1)], { error: 'it is not {"node": selector, "input": name} nor a list of these' }),
  fallback: json.optional(),
  on_retry: json.optional(),
})
const mapSchema = z.object({
  // Maps without a schema were accepted before there was more than one thing it could say.
  schema: z.literal(SCHEMA, { error: `it is not "${SCHEMA}"` }).optional(),
  cycle_source: z.string().optional(),
  mappings: z.array(mappingSchema),
})

/** Reads a Loop Map's JSON text. Errors: `loop_map_invalid`, whose sentence counts mappings from 0 and names the field. */
export function parseLoopMap(text: string): Result<LoopMap, AppError> {
  const value = parseJson(text)
  if (!value.ok) return invalid(`The Loop Map cannot be read. ${value.error.message}`, value.error)
  const shape = parseShape(mapSchema, value.value, {
    code: 'loop_map_invalid',
    what: 'The Loop Map is not as it should be',
    remedy: 'Correct it in the Loop Map node.',
  })
  if (!shape.ok) return shape
  const cycleSource = parseCycleSource(shape.value.cycle_source)
  if (!cycleSource.ok) return invalid(`The Loop Map's cycle_source cannot be used. ${cycleSource.error.message}`, cycleSource.error)
  const mappings: Mapping[] = []
  for (const [index, described] of shape.value.mappings.entries()) {
    const mapping = parseMapping(described)
    if (!mapping.ok) return invalid(`mappings[${index}].${mapping.error.field} of the Loop Map cannot be used. ${mapping.error.cause.message}`, mapping.error.cause)
    mappings.push(mapping.value)
  }
  return ok({ cycleSource: cycleSource.value, mappings })
}

/** The map in the prompt's LoopMap node; `undefined` when there is none. Errors: `loop_map_invalid`. */
export function readLoopMap(prompt: Prompt): Result<LoopMap | undefined, AppError> {
  const text = readNodeText(prompt, LOOP_MAP, 'map_json', (message) => new AppError('loop_map_invalid', message))
  if (!text.ok) return text
  return text.value === undefined ? ok(undefined) : parseLoopMap(text.value)
}

/** Whether a cycle's inputs depend on what was approved in the cycle before, so that it cannot run ahead. */
export function usesPrevious(map: LoopMap): boolean {
  return map.mappings.some((mapping) =>
    [mapping.from, mapping.fallback, mapping.onRetry].some((source) => source?.kind === 'path' && source.path.root === 'previous'),
  )
}

type FieldFault = { readonly field: string; readonly cause: AppError }
const at = (field: string, cause: AppError): Result<never, FieldFault> => fail({ field, cause })

function parseMapping(described: z.infer<typeof mappingSchema>): Result<Mapping, FieldFault> {
  const from = parseFrom(described.from)
  if (!from.ok) return at('from', from.error)
  const fallback = parseValue(described.fallback)
  if (!fallback.ok) return at('fallback', fallback.error)
  const onRetry = parseValue(described.on_retry)
  if (!onRetry.ok) return at('on_retry', onRetry.error)
  const listed = Array.isArray(described.to)
  const to: Target[] = []
  for (const [index, target] of [described.to].flat().entries()) {
    const node = parseSelector(target.node)
    if (!node.ok) return at(listed ? `to[${index}].node` : 'to.node', node.error)
    to.push({ node: node.value, input: target.input })
  }
  return ok({ text: described.from, from: from.value, to, fallback: fallback.value, onRetry: onRetry.value })
}

type Variable = 'auto_seed' | 'cycle_index' | 'retry_index'
const VARIABLES: Readonly<Record<string, Variable>> = { $auto_seed: 'auto_seed', $cycle_index: 'cycle_index', $retry_index: 'retry_index' }

/** The source that `$auto_seed`, `$cycle_index` or `$retry_index` names; `undefined` for any other value. */
export function variableSource(value: Json | undefined): Source | undefined {
  const kind = typeof value === 'string' ? own(VARIABLES, value) : undefined
  return kind === undefined ? undefined : { kind }
}

function parseFrom(text: string): Result<Source, AppError> {
  const variable = variableSource(text)
  if (variable !== undefined) return ok(variable)
  const path = parsePath(text)
  return path.ok ? ok({ kind: 'path', path: path.value }) : path
}

const ROOTED_PATH = /^\$(?:payload|previous)(?:$|[.[])/

/** `fallback` and `on_retry` are values as they stand, but for the variables and paths from a root. */
function parseValue(value: Json | undefined): Result<Source | undefined, AppError> {
  if (value === undefined) return ok(undefined)
  if (typeof value === 'string' && ROOTED_PATH.test(value)) return parseFrom(value)
  return ok(variableSource(value) ?? { kind: 'literal', value })
}

function parseCycleSource(text: string | undefined): Result<Path | undefined, AppError> {
  if (text === undefined) return ok(undefined)
  const path = parsePath(text)
  if (path.ok && path.value.root !== 'payload') return invalid(`"${text}" does not start at the payload. Write it like $payload[cycle_index].`)
  return path
}

function invalid(message: string, cause?: unknown): Result<never, AppError> {
  return fail(new AppError('loop_map_invalid', message, { cause }))
}
