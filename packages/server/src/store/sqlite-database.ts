import { AppError } from '@lemouf/core/error'
import { CamelCasePlugin, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './schema.ts'
import { SqliteDriver } from './sqlite-driver.ts'
import { SqliteThread } from './sqlite-thread.ts'

/** Older ones can lose committed data when a write-ahead log is reset (https://sqlite.org/releaselog/3_51_3.html). */
const OLDEST_SQLITE = '3.51.3'

/** Opens a SQLite file, or makes it. Errors: `data_unusable`, `disk_full`. */
export async function openSqlite(path: string): Promise<Database> {
  const thread = await SqliteThread.open(path)
  try {
    requireSqlite(await valueOf(thread, 'select sqlite_version() as value'))
    await valueOf(thread, 'pragma journal_mode = wal')
    // FULL: a commit that was acknowledged survives a power cut.
    await valueOf(thread, 'pragma synchronous = full')
  } catch (cause) {
    await thread.close()
    throw cause
  }
  const query = new Kysely<Tables>({ dialect: dialect(thread), plugins: [new CamelCasePlugin()] })
  return {
    query,
    transaction: (statements) => thread.transaction(statements),
    close: () => query.destroy(),
  }
}

/** Error: `data_unusable` for a version with the known fault. */
export function requireSqlite(version: string): void {
  if (version.localeCompare(OLDEST_SQLITE, 'en', { numeric: true }) >= 0) return
  throw new AppError(
    'data_unusable',
    `This Node.js brings SQLite ${version}, which can lose data; ${OLDEST_SQLITE} or newer is needed. Run npm ci to get the Node.js that belongs to leMouf.`,
  )
}

async function valueOf(thread: SqliteThread, sql: string): Promise<string> {
  const { rows } = await thread.run({ sql, parameters: [] })
  return String(rows[0]?.['value'])
}

function dialect(thread: SqliteThread): Dialect {
  return {
    createDriver: () => new SqliteDriver(thread),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  }
}
