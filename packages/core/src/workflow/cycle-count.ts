import type { AppError } from '../error.ts'
import type { Json } from '../json.ts'
import type { Result } from '../result.ts'
import type { LoopMap } from './loop-map.ts'
import { readEntry, readsEntry } from './mapping.ts'

/**
 * How many cycles a workflow has when nobody says: one an entry of the payload list; without a map, one. A list that the loop itself
 * has returned counts only where the map reads it: a workflow that writes lists does not run over them.
 */
export function defaultCycles(map: Result<LoopMap | undefined, AppError>, payload: Json | undefined, own = false): number {
  if (!map.ok || map.value === undefined || !Array.isArray(payload)) return 1
  return own && !readsPayload(map.value) ? 1 : Math.max(1, payload.length)
}

const readsPayload = (map: LoopMap): boolean => map.mappings.some(readsEntry)

/** The first of so many cycles for which the map finds no entry in the payload, and why (`payload_too_short`). */
export function firstWithoutEntry(map: LoopMap | undefined, payload: Json | undefined, total: number): { readonly cycle: number; readonly error: AppError } | undefined {
  if (map === undefined || !readsPayload(map) || readEntry({ map, payload, cycleIndex: total - 1 }).ok) return undefined
  for (let cycle = 0; cycle < total; cycle++) {
    const entry = readEntry({ map, payload, cycleIndex: cycle })
    if (!entry.ok) return { cycle, error: entry.error }
  }
  return undefined
}
