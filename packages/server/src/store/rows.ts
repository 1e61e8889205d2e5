import { AppError } from '@lemouf/core/error'
import { parseJson, stringifyJson, type Json } from '@lemouf/core/json'
import { decisionOf, type Attempt, type LoopSetup, type RecordedEvent } from '@lemouf/core/loop'
import type { LoopSummary } from '@lemouf/core/protocol'
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from './schema.ts'

type EventRow = Pick<Selectable<Tables['events']>, 'seq' | 'type' | 'at' | 'actor' | 'data'>

export function rowOfEvent(loopId: string, event: RecordedEvent): Insertable<Tables['events']> {
  const { seq, at, by, type, ...data } = event
  const { run, cycle, retry } = 'cycle' in event ? event : { run: null, cycle: null, retry: null }
  return { loopId, seq, at, actor: by, type, run, cycle, retry, data: stringifyJson(data) }
}

export function eventOfRow({ seq, at, actor, type, data }: EventRow): RecordedEvent {
  // What is stored was an event when it was written, and events are never changed.
  return { type, ...(readOwn(data) as object), seq, at, by: actor } as RecordedEvent
}

export function rowOfAttempt(loopId: string, attempt: Attempt): Insertable<Tables['attempts']> {
  const { run, cycle, retry, status, promptId, updatedAt } = attempt
  return { loopId, run, cycle, retry, status, decision: decisionOf(attempt) ?? null, promptId, updatedAt, data: stringifyJson(attempt) }
}

export function attemptOfRow({ data }: Pick<Selectable<Tables['attempts']>, 'data'>): Attempt {
  // JSON has no undefined, and an attempt without a failure has that.
  return { failure: undefined, ...(readOwn(data) as object) } as Attempt
}

export const summaryOfRow = ({ summary }: { summary: string }): LoopSummary => readOwn(summary) as LoopSummary

export function setupOfRow({ setup }: { setup: string }): LoopSetup {
  // JSON has no undefined, and a loop without workflow or payload has that.
  return { workflowHash: undefined, payload: undefined, ...(readOwn(setup) as object) } as LoopSetup
}

/** Only integers this long can need a bigint; reading without looking for them is several times faster. */
const LONG_INTEGER = /\d{16}/

/** Reads JSON that this program wrote: of any size, already bounded where it came in. Error: `data_unusable`. */
export function readOwn(text: string): Json {
  try {
    if (!LONG_INTEGER.test(text)) return JSON.parse(text) as Json
  } catch (cause) {
    throw damagedRow(cause)
  }
  const parsed = parseJson(text, { maxDepth: Infinity, maxLength: Infinity })
  if (parsed.ok) return parsed.value
  throw damagedRow(parsed.error)
}

function damagedRow(cause: unknown): AppError {
  return new AppError('data_unusable', 'A row of the database is damaged. Restore the data folder from a backup.', { cause })
}
