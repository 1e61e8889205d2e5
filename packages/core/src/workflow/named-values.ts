import { canonicalJson, type Json, type JsonObject } from '../json.ts'

/**
 * A node's widget values by name, brought up to those by position. Editors write `widgets_values_named` beside
 * `widgets_values`, in the same order, and read the positions (their setting `Comfy.Workflow.NamedValuesRestore` is off);
 * who edits a file by hand edits the positions. So the names say where values belong, and the positions what they are.
 * Names count as they are where the positions hold the same values in another order, or do not fit them.
 */
export function namedValues(positional: readonly Json[], named: JsonObject): JsonObject {
  const entries = Object.entries(named)
  const held = new Set(positional.map(canonicalJson))
  const edited = entries.some(([, value]) => !held.has(canonicalJson(value)))
  const fits = positional.length >= entries.length && entries.every(([, value], at) => kindOf(value) === kindOf(positional[at]))
  return edited && fits ? Object.fromEntries(entries.map(([name], at) => [name, positional[at] ?? null])) : named
}

function kindOf(value: Json | undefined): string {
  if (value === null || typeof value === 'object') return Array.isArray(value) ? 'list' : value === null ? 'null' : 'object'
  return typeof value === 'bigint' ? 'number' : typeof value
}
