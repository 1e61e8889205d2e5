import type { Attempt } from '@lemouf/core/loop'
import type { PipelineState } from '@lemouf/core/pipeline'
import type { CompositionSummary, LoopSummary } from '@lemouf/core/protocol'
import { sql, type Kysely } from 'kysely'
import { compositionEventOfRow, compositionOfRow, compositionStream, isCompositionStream, type RecordedCompositionEvent } from './composition-rows.ts'
import { attemptOfRow, summaryOfRow } from './rows.ts'
import { isPipelineStream, pipelineOfRow, streamOf } from './pipeline-rows.ts'
import type { Tables } from './schema.ts'

interface Change {
  /** Whoever has this change and those before it in the answer has seen all events up to this id. */
  readonly eventId: number
  readonly events: readonly { readonly seq: number; readonly type: string; readonly at: number; readonly by: string }[]
}

/** What a reader of the live feed missed of one loop. */
export interface LoopChange extends Change {
  readonly loopId: string
  /** Those that the events touched, as they are now. */
  readonly attempts: readonly Attempt[]
  /** The loop as it is now. */
  readonly summary: LoopSummary
  /** The loop began anew: attempts known before are gone. */
  readonly reset: boolean
}

/** The same of a pipeline, with how it stands now. */
export interface PipelineChange extends Change {
  readonly pipeline: PipelineState
}

/** The same of a composition, with all that was done; null where that is too much to be told. */
export interface CompositionChange extends Change {
  readonly composition: CompositionSummary
  readonly log: readonly RecordedCompositionEvent[] | null
}

/** Edits of this length in all, as text, are told to a reader of the live feed; who missed more reads them page by page. */
const MAX_TOLD = 1_000_000

type EventHead = Pick<Tables['events'], 'loopId' | 'seq' | 'type' | 'at' | 'actor'> & { readonly id: number }

/** The first `limit` events after an id, by loop, pipeline and composition. Empty: nothing more. */
export async function readChanges(query: Kysely<Tables>, afterId: number, limit: number): Promise<readonly (LoopChange | PipelineChange | CompositionChange)[]> {
  const heads: EventHead[] = await query
    .selectFrom('events')
    .select(['id', 'loopId', 'seq', 'type', 'at', 'actor'])
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  const last = heads.at(-1)
  if (last === undefined) return []
  const attempts = Map.groupBy(await readTouched(query, afterId, last.id), (row) => row.loopId)
  const streams = [...new Set(heads.map((head) => head.loopId))]
  const summaries = await readSummaries(query, streams.filter((stream) => !isPipelineStream(stream) && !isCompositionStream(stream)))
  const pipelines = await readPipelines(query, streams.filter(isPipelineStream))
  const compositions = await readCompositions(query, streams.filter(isCompositionStream))
  const logs = await readLogs(query, heads.filter(({ loopId }) => isCompositionStream(loopId)))
  return groupByLoop(heads).map(({ eventId, loopId, events }) => {
    const told = events.map(({ seq, type, at, actor }) => ({ seq, type, at, by: actor }))
    if (isPipelineStream(loopId)) return { eventId, events: told, pipeline: rowOf(pipelines, loopId) }
    if (isCompositionStream(loopId)) return { eventId, events: told, composition: rowOf(compositions, loopId), log: rowOf(logs, loopId) }
    const touched = (attempts.get(loopId) ?? []).map(attemptOfRow)
    return { eventId, events: told, loopId, attempts: touched, summary: rowOf(summaries, loopId), reset: events.some((event) => event.type === 'reset') }
  })
}

/**
 * Loops in the order of their last event, each with the id up to which nothing is missing once it has been delivered:
 * a reader may leave between two of them and ask again from the id it saw last.
 */
export function groupByLoop<T extends { readonly id: number; readonly loopId: string }>(
  heads: readonly T[],
): readonly { readonly eventId: number; readonly loopId: string; readonly events: readonly T[] }[] {
  const groups = [...Map.groupBy(heads, (head) => head.loopId)].sort(([, a], [, b]) => lastId(a) - lastId(b))
  const changes: { eventId: number; loopId: string; events: readonly T[] }[] = []
  let complete = lastId(heads)
  for (const [loopId, events] of groups.toReversed()) {
    changes.unshift({ eventId: complete, loopId, events })
    complete = Math.min(complete, (events[0]?.id ?? Infinity) - 1)
  }
  return changes
}

const lastId = (heads: readonly { readonly id: number }[]): number => heads.at(-1)?.id ?? 0

function readTouched(query: Kysely<Tables>, afterId: number, lastEventId: number): Promise<readonly { loopId: string; data: string }[]> {
  return query
    .selectFrom('events')
    .innerJoin('attempts', (join) =>
      join
        .onRef('attempts.loopId', '=', 'events.loopId')
        .onRef('attempts.run', '=', 'events.run')
        .onRef('attempts.cycle', '=', 'events.cycle')
        .onRef('attempts.retry', '=', 'events.retry'),
    )
    .select(['attempts.loopId', 'attempts.data'])
    .where('events.id', '>', afterId)
    .where('events.id', '<=', lastEventId)
    .groupBy(['attempts.loopId', 'attempts.cycle', 'attempts.retry'])
    .orderBy('attempts.loopId')
    .orderBy('attempts.cycle')
    .orderBy('attempts.retry')
    .execute()
}

async function readSummaries(query: Kysely<Tables>, loopIds: readonly string[]): Promise<ReadonlyMap<string, LoopSummary>> {
  if (loopIds.length === 0) return new Map()
  const rows = await query.selectFrom('loops').select(['loopId', 'summary']).where('loopId', 'in', loopIds).execute()
  return new Map(rows.map((row) => [row.loopId, summaryOfRow(row)]))
}

async function readPipelines(query: Kysely<Tables>, streams: readonly string[]): Promise<ReadonlyMap<string, PipelineState>> {
  if (streams.length === 0) return new Map()
  const rows = await query.selectFrom('pipelines').select(['pipelineId', 'state']).where('pipelineId', 'in', streams.map((stream) => stream.slice(streamOf('').length))).execute()
  return new Map(rows.map((row) => [streamOf(row.pipelineId), pipelineOfRow(row)]))
}

async function readCompositions(query: Kysely<Tables>, streams: readonly string[]): Promise<ReadonlyMap<string, CompositionSummary>> {
  if (streams.length === 0) return new Map()
  const ids = streams.map((stream) => stream.slice(compositionStream('').length))
  const rows = await query.selectFrom('compositions').select(['compositionId', 'summary']).where('compositionId', 'in', ids).execute()
  return new Map(rows.map((row) => [compositionStream(row.compositionId), compositionOfRow(row)]))
}

async function readLogs(query: Kysely<Tables>, heads: readonly EventHead[]): Promise<ReadonlyMap<string, CompositionChange['log']>> {
  const logs = new Map<string, CompositionChange['log']>()
  for (const [stream, of] of Map.groupBy(heads, ({ loopId }) => loopId)) {
    const told = query.selectFrom('events').where('loopId', '=', stream).where('seq', '>=', of[0]?.seq ?? 0).where('seq', '<=', of.at(-1)?.seq ?? 0)
    const { length } = await told.select(sql<number>`sum(length(data))`.as('length')).executeTakeFirstOrThrow()
    const rows = length > MAX_TOLD ? null : await told.select(['seq', 'type', 'at', 'actor', 'data']).orderBy('seq').execute()
    logs.set(stream, rows === null ? null : rows.map(compositionEventOfRow))
  }
  return logs
}

function rowOf<T>(rows: ReadonlyMap<string, T>, stream: string): T {
  const row = rows.get(stream)
  if (row === undefined) throw new Error(`${stream} has events and no row`)
  return row
}
