import { parentPort, workerData } from 'node:worker_threads'
import type { Rows, Statement } from './database.ts'
import { failureOf, type SqliteFailure } from './sqlite-error.ts'
import { SqliteFile } from './sqlite-file.ts'

// The thread that owns the database file: a commit waits for the disk, and the program's own thread must not.

/** What is asked of the thread. `id` comes back with the answer. */
export type Job =
  | { readonly id: number; readonly kind: 'open' | 'close' }
  | { readonly id: number; readonly kind: 'run'; readonly statement: Statement }
  | { readonly id: number; readonly kind: 'transaction'; readonly statements: readonly Statement[] }

export type Answer =
  | { readonly id: number; readonly results: readonly Rows[] | 'conflict' }
  /** Failures travel as data: an error object would lose its code on the way between threads. */
  | { readonly id: number; readonly failure: SqliteFailure }

if (parentPort === null) throw new Error('sqlite-worker.ts is the entry of a worker thread')
const port = parentPort
let file: SqliteFile | undefined

port.on('message', (job: Job) => port.postMessage(answer(job)))

function answer(job: Job): Answer {
  try {
    return { id: job.id, results: perform(job) }
  } catch (cause) {
    return { id: job.id, failure: failureOf(cause) }
  }
}

function perform(job: Job): readonly Rows[] | 'conflict' {
  if (job.kind === 'open') {
    file = new SqliteFile((workerData as { path: string }).path, { busyMs: 5_000 })
    return []
  }
  if (file === undefined) throw new Error('The database is not open')
  if (job.kind === 'run') return [file.run(job.statement)]
  if (job.kind === 'transaction') return file.transaction(job.statements)
  file.close()
  file = undefined
  return []
}
