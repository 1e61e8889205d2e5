import type { Database } from './database.ts'

/** How a server spent a part of an hour since 1970, in milliseconds. */
export interface Spent {
  readonly server: string
  readonly hour: number
  readonly busyMs: number
  readonly idleMs: number
}

/** How generating servers spent their time, an hour at a time, over restarts. Errors: as of the store. */
export class UseStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Adds to what is known of these hours. */
  async add(spent: readonly Spent[]): Promise<void> {
    if (spent.length === 0) return
    const rows = this.#database.query.insertInto('serverHours').values([...spent])
    await rows
      .onConflict((conflict) =>
        conflict.columns(['server', 'hour']).doUpdateSet((build) => ({
          busyMs: build('serverHours.busyMs', '+', build.ref('excluded.busyMs')),
          idleMs: build('serverHours.idleMs', '+', build.ref('excluded.idleMs')),
        })),
      )
      .execute()
  }

  /** From an hour on, in order of the hours. */
  async since(hour: number): Promise<readonly Spent[]> {
    return this.#database.query.selectFrom('serverHours').selectAll().where('hour', '>=', hour).orderBy('hour').orderBy('server').execute()
  }
}
