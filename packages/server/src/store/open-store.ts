import { mkdir } from 'node:fs/promises'
import { AppError } from '@lemouf/core/error'
import { dataDir, type DataDir } from './data-dir.ts'
import { diskFull, isFull } from './durable.ts'
import { lockData, type Lock } from './lock.ts'
import { migrate } from './migrations.ts'
import { openSqlite } from './sqlite-database.ts'
import { Store } from './store.ts'

/** Opens a data folder, or makes it, and holds it until the store is closed. Errors: `data_in_use`, `data_unusable`, `disk_full`. */
export async function openStore(root: string): Promise<Store> {
  const dir = dataDir(root)
  await makeFolder(dir.root)
  const lock = await lockData(dir)
  try {
    return await openLocked(dir, lock)
  } catch (cause) {
    await lock.release()
    throw cause
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (cause) {
    if (isFull(cause)) throw diskFull(cause)
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new AppError('data_unusable', `The data folder cannot be made (${reason}). Check its name and the rights of the folder above it.`, { cause })
  }
}

async function openLocked(dir: DataDir, lock: Lock): Promise<Store> {
  const database = await openSqlite(dir.database)
  try {
    await migrate(database)
    const store = new Store(database, lock)
    await store.forgetOldRequests(Date.now())
    return store
  } catch (cause) {
    await database.close()
    throw cause
  }
}
