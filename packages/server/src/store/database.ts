import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** A compiled statement. `mustChange`: when it touches no row, its whole transaction is rolled back as a conflict. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly mustChange?: boolean
}

export interface Rows {
  readonly rows: readonly Record<string, unknown>[]
  /** Rows returned, or rows changed by a statement that returns none. */
  readonly changed: number
}

/**
 * What the store needs of a database, whatever its dialect. Statements that belong together are compiled first and sent
 * as one transaction: one trip to where the database runs, and no lock held while this thread thinks.
 */
export interface Database {
  /** For reading and for compiling; each execution is a transaction of its own. */
  readonly query: Kysely<Tables>
  /** Resolves after COMMIT. */
  transaction(statements: readonly Statement[]): Promise<readonly Rows[] | 'conflict'>
  close(): Promise<void>
}
