import { stringifyJson, type Json } from '@lemouf/core/json'
import type { CompositionSummary, CompositionVersion } from '@lemouf/core/protocol'
import type { Project } from '@lemouf/core/timeline'
import { compositionEventOfRow, compositionOfRow, compositionStream, documentOf, readPlain, rowOfCompositionEvent, type RecordedCompositionEvent } from './composition-rows.ts'
import type { Database, Statement } from './database.ts'
import { readOwn } from './rows.ts'

/** What was done to one composition, as it is written: all of it or nothing. */
export interface CompositionBatch {
  readonly event: RecordedCompositionEvent
  /** The composition after it. */
  readonly summary: CompositionSummary
  /** Its document, where that is to be kept whole as well. */
  readonly snapshot: string | undefined
}

/** A document as it was kept at a revision. */
export interface Snapshot {
  readonly revision: number
  readonly project: Project
  /** Length of its text. */
  readonly size: number
}

/** Views of this many windows are kept for a composition. */
const KEPT_VIEWS = 16

/** Compositions in the database: what happened to them among the events of loops, so that one live feed tells of all in order. Errors: as of the store. */
export class CompositionStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get #query(): Database['query'] {
    return this.#database.query
  }

  /** Resolves once it is on disk. `conflict`: the composition is not at the revision before, or the client's sequence was stored already. */
  async append(batch: CompositionBatch): Promise<{ readonly lastEventId: number } | 'conflict'> {
    const { event, summary, snapshot } = batch
    const { composition_id: compositionId, revision } = summary
    const query = this.#query
    const results = await this.#database.transaction([
      this.#compareAndSet(summary),
      ...this.#noteSequence(compositionId, event),
      query.insertInto('events').values(rowOfCompositionEvent(compositionId, event)).compile(),
      ...this.#noteVersion(compositionId, event),
      ...(snapshot === undefined ? [] : this.#keepSnapshot(compositionId, revision, snapshot)),
      query.selectFrom('events').select('id').where('loopId', '=', compositionStream(compositionId)).where('seq', '=', revision).compile(),
    ])
    return results === 'conflict' ? results : { lastEventId: Number(results.at(-1)?.rows[0]?.['id']) }
  }

  #compareAndSet(summary: CompositionSummary): Statement {
    const { composition_id: compositionId, revision } = summary
    const now = { revision, updatedAt: summary.updated_at, removedAt: summary.removed_at, summary: stringifyJson(summary) }
    const statement = revision === 1
      ? this.#query.insertInto('compositions').values({ ...now, compositionId }).onConflict((conflict) => conflict.doNothing())
      : this.#query.updateTable('compositions').set(now).where('compositionId', '=', compositionId).where('revision', '=', revision - 1)
    return { ...statement.compile(), mustChange: true }
  }

  #noteSequence(compositionId: string, event: RecordedCompositionEvent): readonly Statement[] {
    if (event.type !== 'compositionEdited' || event.client === null || event.sequence === null) return []
    const { client, sequence, revision, gesture } = event
    const noted = this.#query.insertInto('compositionClients').values({ compositionId, client, sequence, revision, gesture }).onConflict((conflict) =>
      conflict.columns(['compositionId', 'client']).doUpdateSet({ sequence, revision, gesture }).where('compositionClients.sequence', '<', sequence))
    return [{ ...noted.compile(), mustChange: true }]
  }

  #noteVersion(compositionId: string, event: RecordedCompositionEvent): readonly Statement[] {
    if (event.type !== 'versionNamed') return []
    const { versionId, name, revision, at, by } = event
    return [this.#query.insertInto('compositionVersions').values({ versionId, compositionId, revision, name, at, actor: by }).compile()]
  }

  /** Of the earlier ones only those of named versions stay: any other revision can be had from what happened. */
  #keepSnapshot(compositionId: string, revision: number, document: string): readonly Statement[] {
    const query = this.#query
    const named = query.selectFrom('compositionVersions').select('revision').where('compositionId', '=', compositionId)
    return [
      query.insertInto('compositionSnapshots').values({ compositionId, revision, document }).compile(),
      query.deleteFrom('compositionSnapshots').where('compositionId', '=', compositionId).where('revision', '<', revision).where('revision', 'not in', named).compile(),
    ]
  }

  async read(compositionId: string): Promise<CompositionSummary | undefined> {
    const row = await this.#query.selectFrom('compositions').select('summary').where('compositionId', '=', compositionId).executeTakeFirst()
    return row === undefined ? undefined : compositionOfRow(row)
  }

  /** Last changed first: those in the bin, or the others. */
  async list(bin: boolean): Promise<readonly CompositionSummary[]> {
    const rows = await this.#query.selectFrom('compositions').select('summary').where('removedAt', bin ? 'is not' : 'is', null).orderBy('updatedAt', 'desc').orderBy('compositionId').execute()
    return rows.map(compositionOfRow)
  }

  /** The newest document that was kept whole up to a revision; undefined where none was since the beginning. */
  async snapshot(compositionId: string, upTo: number): Promise<Snapshot | undefined> {
    const kept = this.#query.selectFrom('compositionSnapshots').select(['revision', 'document']).where('compositionId', '=', compositionId).where('revision', '<=', upTo)
    const row = await kept.orderBy('revision', 'desc').limit(1).executeTakeFirst()
    return row === undefined ? undefined : { revision: row.revision, project: documentOf(readPlain(row.document)), size: row.document.length }
  }

  /** What happened after a revision, in order, with the length of each as text; `limit` of them at most. */
  async events(compositionId: string, after: number, limit: number): Promise<readonly { readonly event: RecordedCompositionEvent; readonly size: number }[]> {
    const rows = await this.#query
      .selectFrom('events')
      .select(['seq', 'type', 'at', 'actor', 'data'])
      .where('loopId', '=', compositionStream(compositionId))
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ event: compositionEventOfRow(row), size: row.data.length }))
  }

  /** The last thing that a client sent and that was stored. */
  lastOf(compositionId: string, client: string): Promise<{ readonly sequence: number; readonly revision: number; readonly gesture: string | null } | undefined> {
    return this.#query.selectFrom('compositionClients').select(['sequence', 'revision', 'gesture']).where('compositionId', '=', compositionId).where('client', '=', client).executeTakeFirst()
  }

  /** The newest first. */
  async versions(compositionId: string): Promise<readonly CompositionVersion[]> {
    const rows = await this.#query.selectFrom('compositionVersions').selectAll().where('compositionId', '=', compositionId).orderBy('revision', 'desc').execute()
    return rows.map(({ versionId, name, revision, at, actor }) => ({ version_id: versionId, name, revision, at, by: actor }))
  }

  /** How a client shows a composition; where it is not known, as it was shown last. */
  async view(compositionId: string, client: string | undefined): Promise<{ readonly client: string; readonly at: number; readonly state: Json } | undefined> {
    const views = this.#query.selectFrom('compositionViews').select(['client', 'at', 'state']).where('compositionId', '=', compositionId)
    const own = client === undefined ? undefined : await views.where('client', '=', client).executeTakeFirst()
    const row = own ?? (await views.orderBy('at', 'desc').orderBy('client').limit(1).executeTakeFirst())
    return row === undefined ? undefined : { ...row, state: readOwn(row.state) }
  }

  async saveView(compositionId: string, { client, state, at }: { readonly client: string; readonly state: string; readonly at: number }): Promise<void> {
    const query = this.#query
    const latest = query.selectFrom('compositionViews').select('client').where('compositionId', '=', compositionId).orderBy('at', 'desc').orderBy('client').limit(KEPT_VIEWS)
    await this.#database.transaction([
      query.insertInto('compositionViews').values({ compositionId, client, at, state }).onConflict((conflict) => conflict.columns(['compositionId', 'client']).doUpdateSet({ at, state })).compile(),
      query.deleteFrom('compositionViews').where('compositionId', '=', compositionId).where('client', '!=', client).where('client', 'not in', latest).compile(),
    ])
  }
}
