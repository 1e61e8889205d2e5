import { isJsonObject, type JsonObject } from '@lemouf/core/json'
import { DECISIONS, type Decision } from '@lemouf/core/loop'
import type { HistoryEntry, HistoryQuery } from '@lemouf/core/protocol'
import { sql, type Kysely } from 'kysely'
import { readOwn } from './rows.ts'
import type { Tables } from './schema.ts'

type EventRow = Pick<Tables['events'], 'seq' | 'type' | 'at' | 'actor' | 'data' | 'run' | 'cycle' | 'retry'>

/** What can be large and says little to a person. */
const BULKY = ['prompt', 'graph', 'payload', 'outputs', 'assignments', 'overrides', 'uploads'] as const

/** How attempts fare at the servers, when all goes well. */
const MACHINES = ['attemptQueued', 'attemptStarted', 'attemptReturned', 'attemptCancelled'] as const

/** A page of a loop's history, and what became of the decisions in it. */
export async function readHistory(query: Kysely<Tables>, loopId: string, page: HistoryQuery): Promise<readonly HistoryEntry[]> {
  const all = query.selectFrom('events').select(['seq', 'type', 'at', 'actor', 'data', 'run', 'cycle', 'retry']).where('loopId', '=', loopId).where('seq', '>', page.after_seq)
  const before = page.before_seq === undefined ? all : all.where('seq', '<', page.before_seq)
  const some = page.about === 'all' ? before : page.about === 'payload' ? before.where('type', '=', 'payloadSet') : before.where('type', 'not in', MACHINES)
  const rows = await some.orderBy('seq', page.order === 'newest' ? 'desc' : 'asc').limit(page.limit).execute()
  const later = await laterVerdicts(query, loopId, rows)
  return rows.map((row) => entryOf(row, later.get(row.seq), page.data))
}

type Later = NonNullable<HistoryEntry['superseded_by']>

/** By the number of a decision: what overlaid it or took it back. That is what came next of its attempt: an undo takes back the decision in force. */
async function laterVerdicts(query: Kysely<Tables>, loopId: string, rows: readonly EventRow[]): Promise<ReadonlyMap<number, Later>> {
  const decided = rows.filter(({ type }) => type === 'decided').map(({ seq }) => seq)
  if (decided.length === 0) return new Map()
  const found = await query
    .selectFrom('events as decided')
    .innerJoin('events as later', (join) =>
      join.onRef('later.loopId', '=', 'decided.loopId').on('later.seq', '=', (build) =>
        build
          .selectFrom('events as next')
          .select(({ fn }) => fn.min('next.seq').as('seq'))
          .whereRef('next.loopId', '=', 'decided.loopId')
          .whereRef('next.run', '=', 'decided.run')
          .whereRef('next.cycle', '=', 'decided.cycle')
          .whereRef('next.retry', '=', 'decided.retry')
          .whereRef('next.seq', '>', 'decided.seq')
          // Spelled out, so that the index of decisions serves.
          .where(sql<boolean>`${sql.ref('next.type')} in ('decided', 'decisionUndone')`)),
    )
    .select(['decided.seq as of', 'later.seq', 'later.at', 'later.actor', 'later.data'])
    .where('decided.loopId', '=', loopId)
    .where('decided.seq', 'in', decided)
    .execute()
  return new Map(found.map(({ of, seq, at, actor, data }) => [of, { seq, at, by: actor, decision: decisionIn(factsOf(data)) }]))
}

function entryOf({ seq, at, actor, type, data, run, cycle, retry }: EventRow, later: Later | undefined, detail: HistoryQuery['data']): HistoryEntry {
  const facts = factsOf(data)
  return {
    seq, at, type,
    by: actor,
    data: detail === 'all' ? facts : Object.fromEntries(Object.entries(facts).filter(([name]) => !(BULKY as readonly string[]).includes(name))),
    place: run === null || cycle === null || retry === null ? null : { run, cycle_index: cycle, retry_index: retry },
    superseded_by: later ?? null,
  }
}

function factsOf(data: string): JsonObject {
  const facts = readOwn(data)
  return isJsonObject(facts) ? facts : {}
}

const decisionIn = ({ decision }: JsonObject): Decision | null => DECISIONS.find((one) => one === decision) ?? null
