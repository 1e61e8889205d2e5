import { stringifyJson } from '@lemouf/core/json'
import { COUNTS, HOUR_MS, isCounted, waitingIn, type Counts, type CycleFacts, type LoopBook, type MetricEvent, type Tally } from '@lemouf/core/metrics'
import { sql, type ExpressionBuilder, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import type { Database, Statement } from './database.ts'
import { chunks } from './chunks.ts'
import { isPipelineStream } from './pipeline-rows.ts'
import { readOwn } from './rows.ts'
import type { Tables } from './schema.ts'

/** Events to be counted, with what is remembered of what they name. */
export interface Uncounted {
  /** Up to which event all was counted before. */
  readonly from: number
  /** The last event of this answer. */
  readonly to: number
  readonly loops: readonly {
    readonly loopId: string
    readonly events: readonly MetricEvent[]
    readonly book: LoopBook | undefined
    readonly cycles: readonly KnownCycle[]
  }[]
}

export interface KnownCycle {
  readonly run: number
  readonly cycle: number
  readonly facts: CycleFacts
}

/** What counting on gave of a loop. */
export interface LoopCount {
  readonly loopId: string
  readonly book: LoopBook
  readonly cycles: readonly KnownCycle[]
  readonly tally: Tally
}

/** Sums of a loop or of a part of time, with how many decisions took how long. */
export interface Sums<K> {
  readonly key: K
  readonly counts: Counts
  readonly waits: ReadonlyMap<number, number>
}

/** What is asked for: parts of time from a moment on, of one loop or of all. */
export interface PartChoice {
  /** When each part begins: milliseconds since 1970, which are whole minutes. Later hours count as parts as long as the last. */
  readonly starts: readonly number[]
  readonly loopId: string | undefined
}

const MINUTE_MS = 60_000

type EventRow = Pick<Tables['events'], 'loopId' | 'seq' | 'type' | 'at' | 'actor' | 'run' | 'cycle' | 'retry'> & { readonly id: number; readonly data: string | null }

/** What was counted of loops, kept beside their events and caught up with them. Errors: as of the store. */
export class MetricStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get #query(): Database['query'] {
    return this.#database.query
  }

  /** The next `limit` events to be counted; undefined when there are none. */
  async uncounted(limit: number): Promise<Uncounted | undefined> {
    const place = await this.#query.selectFrom('metricPlace').select('eventId').executeTakeFirst()
    const from = place?.eventId ?? 0
    const rows = await this.#eventRows(from, limit)
    const to = rows.at(-1)?.id
    if (to === undefined) return undefined
    const byLoop = Map.groupBy(rows.filter((row) => isCounted(row) && !isPipelineStream(row.loopId)), ({ loopId }) => loopId)
    const books = await this.#books([...byLoop.keys()])
    const ended = [...new Set(rows.filter(({ type }) => type === 'reset' || type === 'exited').map(({ loopId }) => loopId))]
    const cycles = Map.groupBy([...(await this.#named(from, to)), ...(await this.#waitingIn(ended))], ({ loopId }) => loopId)
    const loops = [...byLoop].map(([loopId, of]) => ({ loopId, events: of.map(eventOf), book: books.get(loopId), cycles: (cycles.get(loopId) ?? []).map(cycleOf) }))
    return { from, to, loops }
  }

  /** Keeps what was counted up to an event, all of it or nothing. `conflict`: it has been counted meanwhile. */
  async keep({ from, to }: Pick<Uncounted, 'from' | 'to'>, counted: readonly LoopCount[]): Promise<'kept' | 'conflict'> {
    const place = this.#query.insertInto('metricPlace').values({ id: 1, eventId: to })
    const moved = place.onConflict((conflict) => conflict.column('id').doUpdateSet({ eventId: to }).where('metricPlace.eventId', '=', from))
    const written = await this.#database.transaction([
      { ...moved.compile(), mustChange: true },
      ...this.#keepBooks(counted),
      ...this.#keepCycles(counted),
      ...this.#addHours(counted),
      ...this.#addWaits(counted),
    ])
    return written === 'conflict' ? written : 'kept'
  }

  /** By the number of the part, from 0. An hour belongs to the part that it begins in; parts in which nothing was counted are left out. */
  async parts({ starts, loopId }: PartChoice): Promise<readonly Sums<number>[]> {
    const fromHour = Math.ceil((starts[0] ?? 0) / HOUR_MS)
    const part = partAt(starts)
    const hours = this.#query.selectFrom('metricHours').select(part.as('key')).select(sums).where('hour', '>=', fromHour).groupBy('key').orderBy('key')
    const waits = this.#query.selectFrom('metricWaits').select([part.as('key'), 'step']).select(sumOfNumber).where('hour', '>=', fromHour).groupBy(['key', 'step'])
    return loopId === undefined ? together(hours, waits) : together(hours.where('loopId', '=', loopId), waits.where('loopId', '=', loopId))
  }

  /** By loop, over all time; only those named, if any are. */
  loops(named?: readonly string[]): Promise<readonly Sums<string>[]> {
    const hours = this.#query.selectFrom('metricHours').select('loopId as key').select(sums).groupBy('loopId').orderBy('loopId')
    const waits = this.#query.selectFrom('metricWaits').select(['loopId as key', 'step']).select(sumOfNumber).groupBy(['loopId', 'step'])
    return named === undefined ? together(hours, waits) : together(hours.where('loopId', 'in', named), waits.where('loopId', 'in', named))
  }

  /** How many results wait, and the first hour of which anything is known; undefined before there is one. */
  async standing(loopId: string | undefined): Promise<{ readonly waiting: number; readonly firstHour: number | undefined }> {
    const all = this.#query.selectFrom('metricHours').select(({ fn }) => [fn.sum('arrived').as('arrived'), fn.sum('settled').as('settled'), fn.min('hour').as('first')])
    const row = await (loopId === undefined ? all : all.where('loopId', '=', loopId)).executeTakeFirst()
    return { waiting: Number(row?.arrived ?? 0) - Number(row?.settled ?? 0), firstHour: row?.first ?? undefined }
  }

  /** Without what an event holds, where that is of no account: of a result it can be large. */
  #eventRows(from: number, limit: number): Promise<readonly EventRow[]> {
    return this.#query
      .selectFrom('events')
      .select(['id', 'loopId', 'seq', 'type', 'at', 'actor', 'run', 'cycle', 'retry'])
      .select((build) => build.case().when('type', 'in', ['decided', 'decisionUndone']).then(build.ref('data')).else(null).end().as('data'))
      .where('id', '>', from)
      .orderBy('id')
      .limit(limit)
      .execute()
  }

  async #books(loopIds: readonly string[]): Promise<ReadonlyMap<string, LoopBook>> {
    if (loopIds.length === 0) return new Map()
    const rows = await this.#query.selectFrom('metricLoops').selectAll().where('loopId', 'in', loopIds).execute()
    return new Map(rows.map(({ loopId, data }) => [loopId, readOwn(data) as unknown as LoopBook]))
  }

  /** The cycles that events name, as they were counted. */
  #named(from: number, to: number) {
    return this.#query
      .selectFrom('events')
      .innerJoin('metricCycles as known', (join) => join.onRef('known.loopId', '=', 'events.loopId').onRef('known.run', '=', 'events.run').onRef('known.cycle', '=', 'events.cycle'))
      .select(['known.loopId', 'known.run', 'known.cycle', 'known.data'])
      .where('events.id', '>', from)
      .where('events.id', '<=', to)
      .groupBy(['known.loopId', 'known.run', 'known.cycle'])
      .execute()
  }

  async #waitingIn(loopIds: readonly string[]) {
    if (loopIds.length === 0) return []
    return this.#query.selectFrom('metricCycles').select(['loopId', 'run', 'cycle', 'data']).where('loopId', 'in', loopIds).where('waiting', '>', 0).execute()
  }

  #keepBooks(counted: readonly LoopCount[]): readonly Statement[] {
    const rows = counted.map(({ loopId, book }) => ({ loopId, data: stringifyJson(book) }))
    return chunks(rows).map((some) =>
      this.#query.insertInto('metricLoops').values([...some]).onConflict((conflict) => conflict.column('loopId').doUpdateSet((build) => ({ data: build.ref('excluded.data') }))).compile())
  }

  #keepCycles(counted: readonly LoopCount[]): readonly Statement[] {
    const rows = counted.flatMap(({ loopId, cycles }) => cycles.map(({ run, cycle, facts }) => ({ loopId, run, cycle, waiting: waitingIn(facts), data: stringifyJson(facts) })))
    return chunks(rows).map((some) =>
      this.#query
        .insertInto('metricCycles')
        .values([...some])
        .onConflict((conflict) => conflict.columns(['loopId', 'run', 'cycle']).doUpdateSet((build) => ({ waiting: build.ref('excluded.waiting'), data: build.ref('excluded.data') })))
        .compile())
  }

  #addHours(counted: readonly LoopCount[]): readonly Statement[] {
    const rows = counted.flatMap(({ loopId, tally }) => [...tally].map(([hour, { counts }]) => Object.assign({ loopId, hour }, counts)))
    return chunks(rows).map((some) =>
      this.#query
        .insertInto('metricHours')
        .values([...some])
        .onConflict((conflict) =>
          conflict.columns(['loopId', 'hour']).doUpdateSet((build) => Object.fromEntries(COUNTS.map((name) => [name, build(`metricHours.${name}`, '+', build.ref(`excluded.${name}`))]))))
        .compile())
  }

  #addWaits(counted: readonly LoopCount[]): readonly Statement[] {
    const rows = counted.flatMap(({ loopId, tally }) => [...tally].flatMap(([hour, { waits }]) => [...waits].map(([step, number]) => ({ loopId, hour, step, number }))))
    return chunks(rows).map((some) =>
      this.#query
        .insertInto('metricWaits')
        .values([...some])
        .onConflict((conflict) => conflict.columns(['loopId', 'hour', 'step']).doUpdateSet((build) => ({ number: build('metricWaits.number', '+', build.ref('excluded.number')) })))
        .compile())
  }
}

/** The number of the part that an hour begins in: a quotient for each run of parts of one length, as all are but where clocks are changed. */
function partAt(starts: readonly number[]): RawBuilder<number> {
  // Whole numbers in the text of the query: their quotient is one as well.
  const runs = runsOf(starts.map((start) => Math.round(start / MINUTE_MS)))
  const numbers = runs.map(({ first, from, length }) => sql<number>`(hour * 60 - ${sql.lit(from)}) / ${sql.lit(length)} + ${sql.lit(first)}`)
  const cases = runs.flatMap(({ to }, run) => (to === undefined ? [] : [sql`when hour * 60 < ${sql.lit(to)} then ${numbers[run]}`]))
  const last = numbers.at(-1) ?? sql<number>`0`
  return cases.length === 0 ? last : sql<number>`case ${sql.join(cases, sql` `)} else ${last} end`
}

interface Run {
  /** The number of its first part, when that begins, and how long each is. */
  readonly first: number
  readonly from: number
  readonly length: number
  /** When the next run begins; undefined for the last one. */
  readonly to: number | undefined
}

function runsOf(starts: readonly number[]): readonly Run[] {
  const parts = starts.slice(0, -1).map((from, first) => ({ first, from, length: (starts[first + 1] ?? from) - from }))
  const begun = parts.filter(({ first, length }) => length !== parts[first - 1]?.length)
  return begun.map((run, index) => Object.assign(run, { to: begun[index + 1]?.from }))
}

const sums = ({ fn }: ExpressionBuilder<Tables, 'metricHours'>) => COUNTS.map((name) => fn.sum(name).as(name))
const sumOfNumber = ({ fn }: ExpressionBuilder<Tables, 'metricWaits'>) => fn.sum('number').as('number')

type Counted<K> = { readonly [N in keyof Counts]: unknown } & { readonly key: K }

async function together<K>(
  hours: SelectQueryBuilder<Tables, 'metricHours', Counted<K>>,
  waits: SelectQueryBuilder<Tables, 'metricWaits', { key: K; step: number; number: unknown }>,
): Promise<readonly Sums<K>[]> {
  const [rows, waitRows] = await Promise.all([hours.execute(), waits.execute()])
  const byKey = Map.groupBy(waitRows, ({ key }) => key)
  return rows.map((row) => ({
    key: row.key,
    counts: Object.fromEntries(COUNTS.map((name) => [name, Number(row[name])])) as unknown as Counts,
    waits: new Map((byKey.get(row.key) ?? []).map(({ step, number }) => [step, Number(number)])),
  }))
}

const cycleOf = ({ run, cycle, data }: { readonly run: number; readonly cycle: number; readonly data: string }): KnownCycle =>
  ({ run, cycle, facts: readOwn(data) as unknown as CycleFacts })

/** What is stored was an event when it was written, and events are never changed. */
const eventOf = ({ seq, type, at, actor, run, cycle, retry, data }: EventRow): MetricEvent =>
  Object.assign(data === null ? { run, cycle, retry } : (readOwn(data) as object), { type, seq, at, by: actor }) as MetricEvent
