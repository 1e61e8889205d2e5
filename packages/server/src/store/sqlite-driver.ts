import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { SqliteThread } from './sqlite-thread.ts'

/** Kysely's driver over the one connection of the database's thread. */
export class SqliteDriver implements Driver {
  readonly #thread: SqliteThread

  constructor(thread: SqliteThread) {
    this.#thread = thread
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SqliteConnection(this.#thread)
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction = refuseTransaction
  commitTransaction = refuseTransaction
  rollbackTransaction = refuseTransaction

  destroy(): Promise<void> {
    return this.#thread.close()
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #thread: SqliteThread

  constructor(thread: SqliteThread) {
    this.#thread = thread
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changed } = await this.#thread.run({ sql, parameters })
    return { rows: rows as R[], numAffectedRows: BigInt(changed) }
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed from SQLite: read them in pages')
  }
}

/** The connection is shared, so other callers' statements would fall into an open transaction. */
async function refuseTransaction(): Promise<never> {
  throw new Error('Compile the statements and send them through Database.transaction')
}
