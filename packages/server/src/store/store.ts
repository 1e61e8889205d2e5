import { AppError } from '@lemouf/core/error'
import { stringifyJson, type Json } from '@lemouf/core/json'
import type { Attempt, LoopSetup, RecordedEvent } from '@lemouf/core/loop'
import type { HistoryEntry, HistoryQuery, LoopSummary, Outline } from '@lemouf/core/protocol'
import { sql } from 'kysely'
import { appendStatements, type Batch } from './append.ts'
import { readChanges, type CompositionChange, type LoopChange, type PipelineChange } from './changes.ts'
import { CompositionStore } from './composition-store.ts'
import type { Database } from './database.ts'
import { readHistory } from './history.ts'
import { LibraryStore } from './library-store.ts'
import type { Lock } from './lock.ts'
import { MetricStore } from './metric-store.ts'
import { PipelineStore } from './pipeline-store.ts'
import { UseStore } from './use-store.ts'
import { attemptOfRow, eventOfRow, readOwn, setupOfRow, summaryOfRow } from './rows.ts'
import type { MediaRow } from './schema.ts'

/** How long the answer to an idempotency key is kept, in milliseconds. */
const REQUEST_LIFE = 24 * 60 * 60 * 1000

/** Attempts that are read at once. */
const ROWS_A_PAGE = 5_000

interface AttemptPage {
  readonly attempts: readonly Attempt[]
  readonly nextCycle: number | null
}

/** A loop as it stands, without its attempts. */
export interface LoopRow {
  readonly seq: number
  readonly updatedAt: number
  readonly summary: LoopSummary
  readonly setup: LoopSetup
  readonly runtimeState: Json
}

/**
 * Loops and media in a database, whichever it is. Reads see every append that was acknowledged before they were asked for.
 * Errors of any method: `disk_full` (nothing was written), `data_unusable`.
 */
export class Store {
  readonly #database: Database
  readonly #lock: Lock
  readonly pipelines: PipelineStore
  readonly metrics: MetricStore
  readonly use: UseStore
  readonly library: LibraryStore
  readonly compositions: CompositionStore

  /** Takes both over: closing the store closes the one and lets go of the other. */
  constructor(database: Database, lock: Lock) {
    this.#database = database
    this.#lock = lock
    this.pipelines = new PipelineStore(database)
    this.metrics = new MetricStore(database)
    this.use = new UseStore(database)
    this.library = new LibraryStore(database)
    this.compositions = new CompositionStore(database)
  }

  get #query(): Database['query'] {
    return this.#database.query
  }

  /** A loop's events after a sequence number, in order. */
  async readEvents(loopId: string, afterSeq: number, limit?: number): Promise<readonly RecordedEvent[]> {
    const rows = this.#query.selectFrom('events').select(['seq', 'type', 'at', 'actor', 'data']).where('loopId', '=', loopId).where('seq', '>', afterSeq).orderBy('seq')
    return (await (limit === undefined ? rows : rows.limit(limit)).execute()).map(eventOfRow)
  }

  /** A page of the same for people, with what became of each decision. */
  readHistory(loopId: string, page: HistoryQuery): Promise<readonly HistoryEntry[]> {
    return readHistory(this.#query, loopId, page)
  }

  /**
   * Records what a command did, all of it or nothing, and resolves once it is on disk.
   * `conflict`: the loop is past `expectedSeq`, or the request's key has been used; nothing was written.
   */
  async append(batch: Batch): Promise<{ readonly lastEventId: number } | 'conflict'> {
    const results = await this.#database.transaction(appendStatements(this.#query, batch, Date.now()))
    if (results === 'conflict') return 'conflict'
    const id = results.at(-1)?.rows[0]?.['id']
    // No event was appended to a loop that had none.
    return { lastEventId: id === undefined ? 0 : Number(id) }
  }

  /** Last changed first. */
  async listLoops(): Promise<readonly LoopSummary[]> {
    const rows = await this.#query.selectFrom('loops').select('summary').orderBy('updatedAt', 'desc').orderBy('loopId').execute()
    return rows.map(summaryOfRow)
  }

  /** Loops that wait for a person and have cycles that nothing was made for yet. */
  async stalledLoops(): Promise<readonly string[]> {
    const waiting = (await this.listLoops()).filter(({ status }) => status === 'waiting')
    const made = await Promise.all(waiting.map(({ loop_id }) => this.#cyclesMade(loop_id)))
    return waiting.filter(({ total_cycles }, index) => (made[index] ?? 0) < total_cycles).map(({ loop_id }) => loop_id)
  }

  async #cyclesMade(loopId: string): Promise<number> {
    const last = await this.#query.selectFrom('attempts').select('cycle').where('loopId', '=', loopId).orderBy('cycle', 'desc').limit(1).executeTakeFirst()
    return last === undefined ? 0 : last.cycle + 1
  }

  async readSummary(loopId: string): Promise<LoopSummary | undefined> {
    const row = await this.#query.selectFrom('loops').select('summary').where('loopId', '=', loopId).executeTakeFirst()
    return row === undefined ? undefined : summaryOfRow(row)
  }

  /** A loop without its attempts: what it is set up with, and how it stands. */
  async readLoop(loopId: string): Promise<LoopRow | undefined> {
    const row = await this.#query.selectFrom('loops').select(['seq', 'updatedAt', 'summary', 'setup', 'runtimeState']).where('loopId', '=', loopId).executeTakeFirst()
    if (row === undefined) return undefined
    const runtimeState = row.runtimeState === null ? null : readOwn(row.runtimeState)
    return { seq: row.seq, updatedAt: row.updatedAt, summary: summaryOfRow(row), setup: setupOfRow(row), runtimeState }
  }

  /** All attempts of a loop, in order of cycle and retry. Read by pages: the rows of a large loop are several times what they mean. */
  async readAllAttempts(loopId: string): Promise<readonly Attempt[]> {
    const all: Attempt[] = []
    for (let fromCycle: number | null = 0; fromCycle !== null; ) {
      const page: AttemptPage = await this.readAttempts({ loopId, fromCycle, limit: ROWS_A_PAGE })
      for (const attempt of page.attempts) all.push(attempt)
      fromCycle = page.nextCycle
    }
    return all
  }

  /** How every attempt of a loop stands, in order of cycle and retry. Put together in the database: a million rows take a gigabyte on their way. */
  async readOutline(loopId: string): Promise<Outline> {
    const standing = this.#query.selectFrom('attempts').select(['cycle', 'retry', 'status', 'decision', sql<number>`json_extract(data, '$.revision')`.as('revision')])
      .where('loopId', '=', loopId).orderBy('cycle').orderBy('retry')
    const columns = await this.#query.selectFrom(standing.as('standing')).select([
      sql<string>`json_group_array(cycle)`.as('cycles'),
      sql<string>`json_group_array(retry)`.as('retries'),
      sql<string>`json_group_array(status)`.as('statuses'),
      sql<string>`json_group_array(decision)`.as('decisions'),
      sql<string>`json_group_array(revision)`.as('revisions'),
    ]).executeTakeFirstOrThrow()
    return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, readOwn(column)])) as Outline
  }

  /** The attempt that failed last, if one stands failed. */
  async lastFailure(loopId: string): Promise<Attempt | undefined> {
    const failed = this.#query.selectFrom('attempts').select('data').where('status', '=', 'failed').where('loopId', '=', loopId)
    const row = await failed.orderBy('updatedAt', 'desc').limit(1).executeTakeFirst()
    return row === undefined ? undefined : attemptOfRow(row)
  }

  /** Whole cycles from one on, `limit` attempts at most unless a single cycle has more. `nextCycle`: where to read on. */
  async readAttempts(page: { loopId: string; fromCycle: number; limit: number }): Promise<AttemptPage> {
    const from = this.#query.selectFrom('attempts').select(['cycle', 'data']).where('loopId', '=', page.loopId).orderBy('cycle').orderBy('retry')
    const rows = await from.where('cycle', '>=', page.fromCycle).limit(page.limit + 1).execute()
    const beyond = rows[page.limit]
    if (beyond === undefined) return { attempts: rows.map(attemptOfRow), nextCycle: null }
    const whole = rows.filter((row) => row.cycle < beyond.cycle)
    if (whole.length > 0) return { attempts: whole.map(attemptOfRow), nextCycle: beyond.cycle }
    const cycle = await from.where('cycle', '=', beyond.cycle).execute()
    const next = await from.where('cycle', '>', beyond.cycle).limit(1).executeTakeFirst()
    return { attempts: cycle.map(attemptOfRow), nextCycle: next?.cycle ?? null }
  }

  /** Attempts that are queued or running as far as is known, oldest news first. */
  async inFlight(): Promise<readonly { readonly loopId: string; readonly attempt: Attempt }[]> {
    const rows = await this.#query
      .selectFrom('attempts')
      .select(['loopId', 'data'])
      .where('status', 'in', ['queued', 'running'])
      .orderBy('updatedAt')
      .orderBy('loopId')
      .orderBy('cycle')
      .orderBy('retry')
      .execute()
    return rows.map((row) => ({ loopId: row.loopId, attempt: attemptOfRow(row) }))
  }

  /** What a reader of the live feed missed since an event id: the first `limit` events, by loop, pipeline and composition. Empty: nothing more. */
  changesSince(eventId: number, limit: number): Promise<readonly (LoopChange | PipelineChange | CompositionChange)[]> {
    return readChanges(this.#query, eventId, limit)
  }

  /** The id of the newest event of all loops and pipelines; 0 when there is none. */
  async lastEventId(): Promise<number> {
    const row = await this.#query.selectFrom('events').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
    return row?.id ?? 0
  }

  /** The answer recorded with an idempotency key, for a day. */
  async findRequest(key: string): Promise<{ readonly loopId: string; readonly at: number; readonly response: Json } | undefined> {
    const row = await this.#query.selectFrom('requests').select(['loopId', 'at', 'response']).where('key', '=', key).executeTakeFirst()
    return row === undefined ? undefined : { ...row, response: readOwn(row.response) }
  }

  async forgetOldRequests(now: number): Promise<void> {
    await this.#query.deleteFrom('requests').where('at', '<', now - REQUEST_LIFE).execute()
  }

  /** Keeps what a client wants to find again; null for nothing. Error: `loop_not_found`. */
  async setRuntimeState(loopId: string, state: Json): Promise<void> {
    const runtimeState = state === null ? null : stringifyJson(state)
    const { numUpdatedRows } = await this.#query.updateTable('loops').set({ runtimeState }).where('loopId', '=', loopId).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new AppError('loop_not_found', `There is no loop ${loopId}. Look at the list of loops for its name.`)
  }

  async insertMedia(row: MediaRow): Promise<void> {
    await this.#query.insertInto('media').values(row).execute()
  }

  getMedia(id: string): Promise<MediaRow | undefined> {
    return this.#query.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst()
  }

  /** The oldest medium with these bytes. */
  findMediaByHash(hash: string): Promise<MediaRow | undefined> {
    return this.#query.selectFrom('media').selectAll().where('hash', '=', hash).orderBy('createdAt').orderBy('id').limit(1).executeTakeFirst()
  }

  /** Addresses of the ComfyUI servers that were added, in the order they came. */
  async servers(): Promise<readonly string[]> {
    const rows = await this.#query.selectFrom('servers').select('url').orderBy('addedAt').orderBy('url').execute()
    return rows.map((row) => row.url)
  }

  async addServer(url: string, at: number): Promise<void> {
    await this.#query.insertInto('servers').values({ url, addedAt: at }).onConflict((conflict) => conflict.doNothing()).execute()
  }

  async removeServer(url: string): Promise<void> {
    await this.#query.deleteFrom('servers').where('url', '=', url).execute()
  }

  /** Tells other processes on this machine where this one listens. */
  announce(url: string): Promise<void> {
    return this.#lock.announce(url)
  }

  /** Waits for what was asked before. */
  async close(): Promise<void> {
    try {
      await this.#database.close()
    } finally {
      await this.#lock.release()
    }
  }
}
