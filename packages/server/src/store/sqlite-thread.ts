import { Worker } from 'node:worker_threads'
import type { Rows, Statement } from './database.ts'
import { sqliteError } from './sqlite-error.ts'
import type { Answer, Job } from './sqlite-worker.ts'

type Results = readonly Rows[] | 'conflict'
/** A job before it has its number. */
type Request = Job extends infer J ? (J extends Job ? Omit<J, 'id'> : never) : never

/** A SQLite file behind a thread. Jobs are done one after another, in the order in which they were asked for. */
export class SqliteThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<Results>>()
  #jobs = 0
  #ended: Error | undefined

  private constructor(path: string) {
    this.#worker = new Worker(new URL('sqlite-worker.ts', import.meta.url), { workerData: { path }, execArgv: [], name: 'sqlite' })
    this.#worker.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('error', (cause) => this.#end(new Error('The database thread failed', { cause })))
    this.#worker.on('exit', () => this.#end(new Error('The database is closed')))
  }

  static async open(path: string): Promise<SqliteThread> {
    const thread = new SqliteThread(path)
    try {
      await thread.#ask({ kind: 'open' })
    } catch (cause) {
      await thread.#worker.terminate()
      throw cause
    }
    return thread
  }

  async run(statement: Statement): Promise<Rows> {
    const results = await this.#ask({ kind: 'run', statement })
    const [rows] = results
    if (typeof rows !== 'object') throw new Error('The database thread gave no rows')
    return rows
  }

  transaction(statements: readonly Statement[]): Promise<Results> {
    return this.#ask({ kind: 'transaction', statements })
  }

  /** Waits for what was asked before. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return
    await this.#ask({ kind: 'close' })
    await this.#worker.terminate()
  }

  #ask(request: Request): Promise<Results> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended)
    const waiting = Promise.withResolvers<Results>()
    const id = ++this.#jobs
    this.#waiting.set(id, waiting)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker.postMessage({ ...request, id })
    return waiting.promise
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('failure' in answer) waiting?.reject(sqliteError(answer.failure))
    else waiting?.resolve(answer.results)
  }

  #end(reason: Error): void {
    this.#ended ??= reason
    for (const waiting of this.#waiting.values()) waiting.reject(this.#ended)
    this.#waiting.clear()
  }
}
