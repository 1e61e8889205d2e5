import { AppError } from '@lemouf/core/error'
import { diskFull } from './durable.ts'

/** What crosses from the database's thread: SQLite's extended result code (0: not SQLite's) and its text. */
export interface SqliteFailure {
  readonly code: number
  readonly message: string
}

export function failureOf(cause: unknown): SqliteFailure {
  const message = cause instanceof Error ? cause.message : String(cause)
  return { code: cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode : 0, message }
}

// Result codes: https://sqlite.org/rescode.html. The low byte is the primary code.
const BUSY = 5
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const NOTADB = 26
/** I/O errors of writing: write, fsync, dir_fsync, truncate, shmopen, shmsize, shmmap. A full disk answers with any of them. */
const IOERR_OF_WRITING = new Set([778, 1034, 1290, 1546, 4618, 4874, 5386])

/** The failure as the program's own error; a sentence where a person can do something about it. */
export function sqliteError(failure: SqliteFailure): Error {
  const cause = new Error(`SQLite ${failure.code}: ${failure.message}`)
  const primary = failure.code & 0xff
  if (primary === FULL || IOERR_OF_WRITING.has(failure.code)) return diskFull(cause)
  if (primary === CORRUPT || primary === NOTADB) {
    return new AppError('data_unusable', 'The database file is damaged. Restore the data folder from a backup, or start with another one.', { cause })
  }
  if (primary === CANTOPEN || primary === READONLY || primary === IOERR) {
    return new AppError('data_unusable', 'The database file cannot be opened, read or written. Check the rights of the data folder and its disk.', { cause })
  }
  return cause
}

export const isBusy = (cause: unknown): boolean => (failureOf(cause).code & 0xff) === BUSY
