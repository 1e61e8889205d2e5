import { AppError } from '../error.ts'
import type { Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { variableSource, type LoopMap, type Mapping, type Source, type Target } from './loop-map.ts'
import { own } from './own.ts'
import { readPath } from './payload-path.ts'
import { asInput, type Prompt } from './prompt.ts'
import { selectNodes } from './selector.ts'

/** Values for inputs, by `NodeID.input`: `12.seed`, `1:2.text`. */
export type Assignments = Readonly<Record<string, Json>>

export type MappingArgs = {
  readonly map: LoopMap | undefined
  readonly prompt: Prompt
  readonly payload: Json | undefined
  /** Set on the loop; the map goes over them. */
  readonly overrides: Assignments
  /** What the loop's seed policy gives its seed inputs; they go over the map. */
  readonly seeds?: Assignments
  /** A reviewer's changes to this attempt; they go over everything. */
  readonly edits?: Assignments
  /** Counts from 0. */
  readonly cycleIndex: number
  /** 0 for the first try of the cycle. */
  readonly retryIndex: number
  readonly autoSeed: number | bigint
  /** The approved outputs of the cycle before, as `$previous` reads them; `undefined` in cycle 0. */
  readonly previous: Json | undefined
}

/**
 * The input values of one attempt: overrides, then the map, then seeds, then edits. Pure: the same arguments give the same values.
 * Errors: `mapping_failed` (no value and no fallback, or a selector without nodes), `payload_too_short`.
 */
export function evaluateMap(args: MappingArgs): Result<Assignments, AppError> {
  const unknown = nodelessInput(args.prompt, { ...args.overrides, ...args.edits })
  if (unknown !== undefined) return failed(namesNothing(unknown))
  const assignments = new Map<string, Json>(Object.entries(args.overrides))
  for (const mapping of args.map?.mappings ?? []) {
    const value = mappingValue(mapping, args)
    if (!value.ok) return value
    const keys = targetKeys(mapping, args.prompt)
    if (!keys.ok) return keys
    const plain = value.value
    if (plain !== undefined) keys.value.forEach((key) => assignments.set(key, asInput(plain)))
  }
  return ok({ ...Object.fromEntries(assignments), ...args.seeds, ...args.edits })
}

/** What the value of a mapping depends on. */
export type ValueArgs = Pick<MappingArgs, 'map' | 'payload' | 'cycleIndex' | 'retryIndex' | 'autoSeed' | 'previous'>

/**
 * The value a mapping gives to one attempt; `undefined` when its targets keep what they have, as before anything is
 * approved for `$previous`. A null counts as no value: payloads written by programs hold them for what they leave out.
 * Errors: `mapping_failed`, `payload_too_short`.
 */
export function mappingValue(mapping: Mapping, args: ValueArgs): Result<Json | undefined, AppError> {
  const entry = readsEntry(mapping) ? readEntry(args) : ok(undefined)
  if (!entry.ok) return entry
  const read = (source: Source | undefined): Json | undefined => (source === undefined ? undefined : readSource(source, args, entry.value))
  const retried = args.retryIndex > 0 ? read(mapping.onRetry) : undefined
  const value = retried ?? read(mapping.from) ?? read(mapping.fallback) ?? undefined
  if (value !== undefined || isFirstOfChain(mapping, args)) return ok(value)
  const where = mapping.from.kind === 'path' && mapping.from.path.root === 'previous' ? 'the approved outputs before it' : 'the payload'
  return failed(
    `Nothing at "${mapping.text}" in ${where} for cycle ${args.cycleIndex + 1}, and its mapping has no fallback. Add the value, or a "fallback" in the Loop Map.`,
    { path: mapping.text, cycle_index: args.cycleIndex },
  )
}

/** The prompt with the values in place; a link gives way to a value. Keys that name no node of the prompt are passed over. */
export function applyAssignments(prompt: Prompt, assignments: Assignments): Prompt {
  const byNode = new Map<string, Record<string, Json>>()
  for (const [key, value] of Object.entries(assignments)) {
    const name = parseInputName(key)
    if (name !== undefined) byNode.set(name.nodeId, { ...byNode.get(name.nodeId), [name.input]: value })
  }
  const changed = Object.entries(prompt).map(([id, node]) => [id, { ...node, inputs: { ...node.inputs, ...byNode.get(id) } }] as const)
  return Object.fromEntries(changed)
}

/** Splits `12.seed` at its last dot; `undefined` when a half is missing. */
export function parseInputName(key: string): { readonly nodeId: string; readonly input: string } | undefined {
  const dot = key.lastIndexOf('.')
  return dot < 1 || dot === key.length - 1 ? undefined : { nodeId: key.slice(0, dot), input: key.slice(dot + 1) }
}

/** The first of the inputs that is of no node of the prompt. */
export function nodelessInput(prompt: Prompt, assignments: Assignments): string | undefined {
  return Object.keys(assignments).find((key) => {
    const name = parseInputName(key)
    return name === undefined || own(prompt, name.nodeId) === undefined
  })
}

/** The sentence for it. */
export const namesNothing = (key: string): string =>
  `"${key}" names no input of this workflow. Write NodeID.input, such as 12.seed, with the id of a node that is there.`

/** The cycle's entry: by `cycle_source`, else a list's entry of that index, or any other payload as it is. Error: `payload_too_short`. */
export function readEntry({ map, payload, cycleIndex }: Pick<ValueArgs, 'map' | 'payload' | 'cycleIndex'>): Result<Json | undefined, AppError> {
  if (payload === undefined) return ok(undefined)
  const source = map?.cycleSource
  const perCycle = source === undefined || (source.tokens.length === 1 && source.tokens[0]?.kind === 'cycle')
  if (perCycle && !Array.isArray(payload)) return ok(payload)
  const entry = perCycle ? (payload as readonly Json[])[cycleIndex] : readPath(source, payload, { cycleIndex })
  if (entry !== undefined) return ok(entry)
  const message = perCycle
    ? `The payload has ${(payload as readonly Json[]).length} entries, and cycle ${cycleIndex + 1} needs one more. Add entries, or run fewer cycles.`
    : `The payload has nothing at "${source.text}" for cycle ${cycleIndex + 1}. Add it, or run fewer cycles.`
  return fail(new AppError('payload_too_short', message, { details: { cycle_index: cycleIndex } }))
}

const readsPayload = (source: Source | undefined): boolean => source?.kind === 'path' && source.path.root !== 'previous'
/** Whether a mapping reads the payload, so that its cycle needs an entry there. */
export const readsEntry = (mapping: Mapping): boolean => [mapping.from, mapping.fallback, mapping.onRetry].some(readsPayload)

/** Before anything is approved, an input that `$previous` will feed keeps the value it has in the workflow. */
function isFirstOfChain(mapping: Mapping, args: ValueArgs): boolean {
  return args.previous === undefined && mapping.from.kind === 'path' && mapping.from.path.root === 'previous'
}

function readSource(source: Source, args: ValueArgs, entry: Json | undefined): Json | undefined {
  if (source.kind === 'literal') return source.value
  if (source.kind !== 'path') return { auto_seed: args.autoSeed, cycle_index: args.cycleIndex, retry_index: args.retryIndex }[source.kind]
  const { path } = source
  const below = (root: Json | undefined): Json | undefined => (root === undefined ? undefined : readPath(path, root, args))
  // `$payload.prompt` has always meant the entry's prompt; what the entry lacks is looked for in the whole payload.
  const value = path.root === 'previous' ? below(args.previous) : (below(entry) ?? (path.root === 'payload' ? below(args.payload) : undefined))
  const variable = variableSource(value)
  return variable === undefined ? value : readSource(variable, args, entry)
}

function targetKeys(mapping: Mapping, prompt: Prompt): Result<readonly string[], AppError> {
  const keys: string[] = []
  for (const target of mapping.to) {
    const ids = selectNodes(target.node, prompt)
    if (ids.length === 0) return failed(noNode(target), { selector: target.node.text })
    keys.push(...ids.map((id) => `${id}.${target.input}`))
  }
  return ok(keys)
}

/** The sentence for a target whose selector names no node. */
export function noNode(target: Target): string {
  return `No node of this workflow matches "${target.node.text}", to which the Loop Map sends "${target.input}". Title a node so, or correct the selector.`
}

function failed(message: string, details?: Json): Result<never, AppError> {
  return fail(new AppError('mapping_failed', message, details === undefined ? {} : { details }))
}
