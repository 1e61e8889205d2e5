import { dataDir, type DataDir } from './data-dir.ts'
import { makeDataFolder } from './durable.ts'
import { lockData, type Lock } from './lock.ts'
import { migrate } from './migrations.ts'
import { openSqlite } from './sqlite-database.ts'
import { Store } from './store.ts'

/** Opens a data folder, or makes it, and holds it until the store is closed. Errors: `data_in_use`, `data_unusable`, `disk_full`. */
export async function openStore(root: string): Promise<Store> {
  const dir = dataDir(root)
  await makeDataFolder(dir.root)
  const lock = await lockData(dir)
  try {
    return await openLocked(dir, lock)
  } catch (cause) {
    await lock.release()
    throw cause
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
