import { isJsonObject, type Json } from '@lemouf/core/json'
import type { HistoryEntry } from '@lemouf/core/protocol'
import * as z from 'zod'
import { changesBetween, type Change } from './changes.ts'

/** A payload that a loop had: who gave it, when, where it came from, and what that changed. Times are milliseconds since 1970. */
export interface Version {
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly payload: Json
  readonly source: 'given' | 'file' | 'loop_return'
  /** A person has changed what a workflow returned. */
  readonly edited: boolean
  readonly changes: readonly Change[]
}

const factsSchema = z.object({ source: z.enum(['given', 'file', 'loop_return']).catch('given'), edited: z.boolean().catch(false) })

/** The versions that a loop's history tells of, the newest first as it comes. `own` is what the workflow itself holds, before them all. */
export function versionsOf(history: readonly HistoryEntry[], own: Json | undefined): readonly Version[] {
  const set = history.filter(({ type, data }) => type === 'payloadSet' && isJsonObject(data))
  return set.map(({ seq, at, by, data }, index) => {
    const payload = payloadIn(data) ?? null
    const before = set[index + 1]
    const earlier = before === undefined ? own : payloadIn(before.data)
    const { source, edited } = factsSchema.parse(data)
    return { seq, at, by, payload, source, edited, changes: earlier === undefined ? [] : changesBetween(earlier, payload) }
  })
}

const payloadIn = (data: Json): Json | undefined => (isJsonObject(data) ? data['payload'] : undefined)
