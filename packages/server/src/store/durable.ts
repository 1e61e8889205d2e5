import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@lemouf/core/error'

/** Makes the names in a folder survive a power cut: a rename is durable only once its folder is synced. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // Windows cannot open a folder for this, and NTFS journals names.
  await syncFile(path)
}

export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder and those above it that are missing. One by one: Node's recursive mkdir never ends in a folder that takes none, such as /proc.
 * Errors are the operating system's own.
 */
export async function makeFolders(path: string): Promise<void> {
  if (await isFolder(path)) return
  try {
    await mkdir(path)
  } catch (cause) {
    const above = dirname(path)
    if (hasCode(cause, 'EEXIST') && (await isFolder(path))) return
    if (!hasCode(cause, 'ENOENT') || (await isFolder(above))) throw cause
    await makeFolders(above)
    await makeFolders(path)
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw cause
  }
}

/** Replaces a file's content in one step: a reader sees the old or the new, and a crash leaves one of them. Error: `disk_full`. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (cause) {
    await rm(temporary, { force: true })
    throw isFull(cause) ? diskFull(cause) : cause
  }
  await syncFolder(dirname(path))
}

/** Whether the operating system failed with this code, such as ENOENT. */
export const hasCode = (cause: unknown, code: string): boolean => cause instanceof Error && 'code' in cause && cause.code === code

/** No space on the disk, or none left of what this user may take. */
export const isFull = (cause: unknown): boolean => hasCode(cause, 'ENOSPC') || hasCode(cause, 'EDQUOT')

export function diskFull(cause: unknown): AppError {
  return new AppError('disk_full', 'The disk is full, so nothing was saved. Free some space and try again; no restart is needed.', { cause })
}

/** Makes the folder for data. Errors: `data_unusable`, `disk_full`. */
export async function makeDataFolder(path: string): Promise<void> {
  try {
    await makeFolders(path)
  } catch (cause) {
    if (isFull(cause)) throw diskFull(cause)
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new AppError('data_unusable', `The data folder cannot be made (${reason}). Check its name and the rights of the folder above it.`, { cause })
  }
}
