import { stringifyJson, type Json } from '@lemouf/core/json'
import type { Attempt, LoopSetup, RecordedEvent } from '@lemouf/core/loop'
import type { LoopSummary } from '@lemouf/core/protocol'
import type { Compilable, Kysely } from 'kysely'
import { chunks } from './chunks.ts'
import type { Statement } from './database.ts'
import { rowOfAttempt, rowOfEvent } from './rows.ts'
import type { Tables } from './schema.ts'

/** What one command did to one loop. */
export interface Batch {
  readonly loopId: string
  /** The sequence number that the command was decided on; 0 for a new loop. */
  readonly expectedSeq: number
  /** Numbered from `expectedSeq + 1` on. */
  readonly events: readonly RecordedEvent[]
  /** Those that changed, as they are now. */
  readonly attempts: readonly Attempt[]
  /** The loop began anew: attempts known before go first. */
  readonly clearAttempts: boolean
  /** The loop as it is now. */
  readonly summary: LoopSummary
  /** Its setup, when that changed; a new loop has one. */
  readonly setup?: LoopSetup
  /** The answer to give again to a request with the same idempotency key. */
  readonly request?: { readonly key: string; readonly response: Json }
}

/** The statements of a batch; the last one returns the `id` of the batch's last event. */
export function appendStatements(query: Kysely<Tables>, batch: Batch, now: number): readonly Statement[] {
  const { loopId, events, attempts } = batch
  checkNumbers(batch)
  return [
    compareAndSet(query, batch),
    ...(batch.request === undefined ? [] : [rememberRequest(query, loopId, batch.request, now)]),
    ...(batch.clearAttempts ? [query.deleteFrom('attempts').where('loopId', '=', loopId).compile()] : []),
    ...chunks(events).map((rows) => query.insertInto('events').values(rows.map((event) => rowOfEvent(loopId, event))).compile()),
    ...chunks(attempts).map((rows) => upsertAttempts(query, loopId, rows).compile()),
    query.selectFrom('events').select('id').where('loopId', '=', loopId).where('seq', '=', seqAfter(batch)).compile(),
  ]
}

const seqAfter = ({ expectedSeq, events }: Batch): number => expectedSeq + events.length

function compareAndSet(query: Kysely<Tables>, batch: Batch): Statement {
  const { loopId, summary, setup, expectedSeq } = batch
  const now = { seq: seqAfter(batch), updatedAt: summary.updated_at, summary: stringifyJson(summary), ...(setup === undefined ? {} : { setup: stringifyJson(setup) }) }
  const statement =
    expectedSeq === 0
      ? query
          .insertInto('loops')
          .values({ setup: '{}', ...now, loopId, createdAt: summary.created_at, runtimeState: null })
          .onConflict((conflict) => conflict.doNothing())
      : query.updateTable('loops').set(now).where('loopId', '=', loopId).where('seq', '=', expectedSeq)
  return { ...statement.compile(), mustChange: true }
}

function rememberRequest(query: Kysely<Tables>, loopId: string, request: { key: string; response: Json }, at: number): Statement {
  const statement = query
    .insertInto('requests')
    .values({ key: request.key, loopId, at, response: stringifyJson(request.response) })
    .onConflict((conflict) => conflict.doNothing())
  return { ...statement.compile(), mustChange: true }
}

function upsertAttempts(query: Kysely<Tables>, loopId: string, attempts: readonly Attempt[]): Compilable {
  return query
    .insertInto('attempts')
    .values(attempts.map((attempt) => rowOfAttempt(loopId, attempt)))
    .onConflict((conflict) =>
      conflict.columns(['loopId', 'cycle', 'retry']).doUpdateSet((build) => ({
        run: build.ref('excluded.run'),
        status: build.ref('excluded.status'),
        decision: build.ref('excluded.decision'),
        promptId: build.ref('excluded.promptId'),
        updatedAt: build.ref('excluded.updatedAt'),
        data: build.ref('excluded.data'),
      })),
    )
}

/** A gap in the numbers would make the history unreadable for good, so a caller's slip stops here. */
function checkNumbers({ loopId, expectedSeq, events, summary }: Batch): void {
  const dense = events.every((event, index) => event.seq === expectedSeq + index + 1)
  if (!dense || summary.loop_id !== loopId) throw new Error(`The events of ${loopId} do not follow number ${expectedSeq}`)
}
