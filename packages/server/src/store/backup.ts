import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { dataDir, mediaFile, type DataDir } from './data-dir.ts'
import { diskFull, hasCode, isFull, makeDataFolder, syncFile, syncFolder } from './durable.ts'
import { failureOf, sqliteError } from './sqlite-error.ts'
import { SqliteFile } from './sqlite-file.ts'

export interface Backup {
  /** Files written, the database among them. */
  readonly files: number
  readonly bytes: number
  /** Names of media that the database knows and the data folder has lost. */
  readonly missing: readonly string[]
}

/**
 * Copies a data folder into a new one that leMouf can start on. Works while a server writes to the first, from any process:
 * the database is copied as it was at one moment, then the media that this copy names, which never change.
 * Errors: `data_unusable` (no data there, or a target that is not empty), `disk_full`.
 */
export async function backupData(root: string, targetRoot: string): Promise<Backup> {
  const source = dataDir(root)
  const target = dataDir(targetRoot)
  await requireData(source)
  await requireEmpty(target)
  try {
    await copyDatabase(source, target)
    return await copyNamedMedia(source, target)
  } catch (cause) {
    throw isFull(cause) ? diskFull(cause) : cause
  }
}

async function requireData(source: DataDir): Promise<void> {
  if ((await bytesOf(source.database)) !== undefined) return
  throw new AppError('data_unusable', 'There are no leMouf data in the folder to back up. Name the data folder that the server was started with.')
}

async function requireEmpty(target: DataDir): Promise<void> {
  await makeDataFolder(target.root)
  if ((await readdir(target.root)).length === 0) return
  throw new AppError('data_unusable', 'The folder for the backup is not empty. Name a new one; nothing is overwritten.')
}

async function copyDatabase(source: DataDir, target: DataDir): Promise<void> {
  try {
    const file = new SqliteFile(source.database, { busyMs: 5_000 })
    try {
      await file.backup(target.database)
    } finally {
      file.close()
    }
  } catch (cause) {
    throw sqliteError(failureOf(cause))
  }
  await syncFile(target.database)
}

async function copyNamedMedia(source: DataDir, target: DataDir): Promise<Backup> {
  const missing: string[] = []
  let files = 1
  let bytes = (await bytesOf(target.database)) ?? 0
  for (const { hash, filename } of namedMedia(target)) {
    const size = await bytesOf(mediaFile(source, hash))
    if (size === undefined) missing.push(filename)
    else {
      await copyMedium(mediaFile(source, hash), mediaFile(target, hash))
      files += 1
      bytes += size
    }
  }
  await syncFolder(target.root)
  return { files, bytes, missing }
}

/** What the copied database names, each file once. */
function namedMedia(target: DataDir): readonly { hash: string; filename: string }[] {
  const file = new SqliteFile(target.database, { busyMs: 5_000 })
  try {
    const { rows } = file.run({ sql: 'select hash, min(filename) as filename from media group by hash', parameters: [] })
    return rows.map((row) => ({ hash: String(row['hash']), filename: String(row['filename']) }))
  } finally {
    file.close()
  }
}

async function copyMedium(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  await syncFile(to)
  await syncFolder(dirname(to))
}

/** Undefined when there is no such file. */
async function bytesOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    throw cause
  }
}
