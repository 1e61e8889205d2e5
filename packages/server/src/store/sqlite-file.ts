import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Rows, Statement } from './database.ts'

/** Shapes of statements are few; the limit keeps odd ones from piling up. */
const PREPARED_LIMIT = 200

/** One open SQLite file. The only place that knows Node's class for it. Errors are the driver's own; see sqlite-error.ts. */
export class SqliteFile {
  readonly #connection: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  /** `busyMs`: how long a statement waits for another connection's lock before it fails. */
  constructor(path: string, options: { busyMs: number }) {
    this.#connection = new DatabaseSync(path, { timeout: options.busyMs })
  }

  exec(sql: string): void {
    this.#connection.exec(sql)
  }

  run(statement: Statement): Rows {
    const prepared = this.#prepare(statement.sql)
    const parameters = statement.parameters as SQLInputValue[]
    if (prepared.columns().length > 0) {
      const rows = prepared.all(...parameters)
      return { rows, changed: rows.length }
    }
    return { rows: [], changed: Number(prepared.run(...parameters).changes) }
  }

  /** All of the statements or none; none either when one that must change a row changes nothing. */
  transaction(statements: readonly Statement[]): readonly Rows[] | 'conflict' {
    this.exec('begin immediate')
    try {
      const results: Rows[] = []
      for (const statement of statements) {
        const result = this.run(statement)
        if (statement.mustChange === true && result.changed === 0) {
          this.exec('rollback')
          return 'conflict'
        }
        results.push(result)
      }
      this.exec('commit')
      return results
    } catch (cause) {
      // A full disk may have rolled back already.
      if (this.#connection.isTransaction) this.exec('rollback')
      throw cause
    }
  }

  version(): string {
    return String(this.run({ sql: 'select sqlite_version() as version', parameters: [] }).rows[0]?.['version'])
  }

  /** Copies a consistent moment of the database while others write to it. All pages in one step: a step that follows a write starts over. */
  async backup(target: string): Promise<void> {
    await backup(this.#connection, target, { rate: 2 ** 31 - 1 })
  }

  close(): void {
    this.#connection.close()
  }

  #prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    if (this.#prepared.size >= PREPARED_LIMIT) this.#prepared.clear()
    const prepared = this.#connection.prepare(sql)
    this.#prepared.set(sql, prepared)
    return prepared
  }
}
