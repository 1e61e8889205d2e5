import { stringifyJson, type Json } from '@lemouf/core/json'
import { chunks } from './chunks.ts'
import { compositionStream } from './composition-rows.ts'
import type { Database, Statement } from './database.ts'
import { attemptOfRow, readOwn } from './rows.ts'
import type { MediaRow } from './schema.ts'
import type { Attempt } from '@lemouf/core/loop'

/** A medium that a person added, and when. */
export interface AddedMedia extends MediaRow {
  readonly addedAt: number
}

/** How many rows are read at once where all are looked through. */
const PAGE = 500

/** What the library knows of media beside their rows: what people added, what is in the bytes, and where their ids stand. Errors: as of the store. */
export class LibraryStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get #query(): Database['query'] {
    return this.#database.query
  }

  /** What was found in bytes, by their hash; what an older looking found is left out. */
  async contents(hashes: readonly string[], version: number): Promise<ReadonlyMap<string, Json>> {
    const found = new Map<string, Json>()
    for (const some of chunks(hashes)) {
      const rows = await this.#query.selectFrom('mediaContents').select(['hash', 'data']).where('hash', 'in', [...some]).where('version', '=', version).execute()
      for (const { hash, data } of rows) found.set(hash, readOwn(data))
    }
    return found
  }

  async keepContents(hash: string, version: number, contents: Json): Promise<void> {
    const data = stringifyJson(contents)
    await this.#query.insertInto('mediaContents').values({ hash, version, data }).onConflict((conflict) => conflict.column('hash').doUpdateSet({ version, data })).execute()
  }

  /** Media by their ids; those that are not known are left out. */
  async rows(ids: readonly string[]): Promise<ReadonlyMap<string, MediaRow>> {
    const found = new Map<string, MediaRow>()
    for (const some of chunks(ids)) {
      const rows = await this.#query.selectFrom('media').selectAll().where('id', 'in', [...some]).execute()
      for (const row of rows) found.set(row.id, row)
    }
    return found
  }

  /** Marks a medium as added by a person. */
  async add(mediaId: string, addedAt: number): Promise<void> {
    await this.#query.insertInto('libraryMedia').values({ mediaId, addedAt }).onConflict((conflict) => conflict.doNothing()).execute()
  }

  /** What people added, the oldest first. */
  added(): Promise<readonly AddedMedia[]> {
    return this.#added().orderBy('addedAt').orderBy('media.id').execute()
  }

  /** The oldest medium with these bytes that a person added. */
  addedWith(hash: string): Promise<AddedMedia | undefined> {
    return this.#added().where('media.hash', '=', hash).orderBy('addedAt').orderBy('media.id').limit(1).executeTakeFirst()
  }

  #added() {
    return this.#query.selectFrom('libraryMedia').innerJoin('media', 'media.id', 'libraryMedia.mediaId').selectAll('media').select('libraryMedia.addedAt')
  }

  /** Gives a medium other bytes; its id and its name stay. */
  async relink(id: string, to: MediaRow): Promise<void> {
    const { hash, kind, mime, bytes, width, height, ext } = to
    await this.#query.updateTable('media').set({ hash, kind, mime, bytes, width, height, ext }).where('id', '=', id).execute()
  }

  /** Forgets a medium that was added. True: its bytes belong to no other one. */
  async remove({ id, hash }: MediaRow): Promise<boolean> {
    const query = this.#query
    const statements: Statement[] = [
      query.deleteFrom('libraryMedia').where('mediaId', '=', id).compile(),
      query.deleteFrom('media').where('id', '=', id).compile(),
      query.deleteFrom('mediaContents').where('hash', '=', hash).where('hash', 'not in', query.selectFrom('media').select('hash').where('hash', '=', hash)).compile(),
    ]
    await this.#database.transaction(statements)
    return (await query.selectFrom('media').select('id').where('hash', '=', hash).limit(1).executeTakeFirst()) === undefined
  }

  /** The attempts of a loop's present run that were approved, of one cycle or of all, in order of cycle and retry. */
  async approvedAttempts(loopId: string, cycle?: number): Promise<readonly Attempt[]> {
    const approved = this.#query.selectFrom('attempts').select('data').where('loopId', '=', loopId).where('decision', '=', 'approve')
    const rows = await (cycle === undefined ? approved : approved.where('cycle', '=', cycle)).orderBy('cycle').orderBy('retry').execute()
    return rows.map(attemptOfRow)
  }

  /** Every text in which loops and pipelines can name a medium: all that ever happened, and what clients keep beside a loop. */
  async *textsOfLoopsAndPipelines(): AsyncGenerator<string> {
    for (let after = 0; ;) {
      const rows = await this.#query.selectFrom('events').select(['id', 'data']).where('id', '>', after).where('loopId', 'not like', compositionStream('%')).orderBy('id').limit(PAGE).execute()
      for (const { data } of rows) yield data
      const last = rows.at(-1)
      if (last === undefined) break
      after = last.id
    }
    const kept = await this.#query.selectFrom('loops').select('runtimeState').where('runtimeState', 'is not', null).execute()
    for (const { runtimeState } of kept) yield runtimeState ?? ''
  }
}
