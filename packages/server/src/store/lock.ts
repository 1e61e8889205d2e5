import { readFile, rm, statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import { AppError } from '@lemouf/core/error'
import { parseJson, type Json } from '@lemouf/core/json'
import * as z from 'zod'
import { dataDir, type DataDir } from './data-dir.ts'
import { hasCode, replaceFile } from './durable.ts'
import { failureOf, isBusy, sqliteError } from './sqlite-error.ts'
import { SqliteFile } from './sqlite-file.ts'

const holderSchema = z.object({
  pid: z.int(),
  /** Milliseconds since 1970. */
  startedAt: z.int(),
  /** Where it listens, once it does. */
  url: z.string().optional(),
})
/** The process that has a data folder open. */
export type Holder = z.infer<typeof holderSchema>

/** A hold on a data folder. */
export interface Lock {
  /** Tells other processes where this one listens. */
  announce(url: string): Promise<void>
  release(): Promise<void>
}

/**
 * Takes a data folder for this process. The operating system lets go of it when the process ends, however it ends.
 * Errors: `data_in_use`, `data_unusable` for a network file system.
 */
export async function lockData(dir: DataDir): Promise<Lock> {
  await refuseNetwork(dir.root)
  const file = lockFile(dir)
  if (file === undefined) throw inUse(await readHolder(dir))
  const holder: Holder = { pid: process.pid, startedAt: Date.now() }
  try {
    await replaceFile(dir.holder, JSON.stringify(holder))
  } catch (cause) {
    file.close()
    throw cause
  }
  return {
    announce: (url) => replaceFile(dir.holder, JSON.stringify({ ...holder, url })),
    release: async () => {
      await rm(dir.holder, { force: true })
      file.close()
    },
  }
}

/** Who has the data folder open; undefined when nobody has. A name that a killed process left behind does not count. Error: `data_unusable`. */
export async function describeHolder(root: string): Promise<Holder | undefined> {
  const dir = dataDir(root)
  const holder = await readHolder(dir)
  if (holder === undefined) return undefined
  const file = lockFile(dir)
  file?.close()
  return file === undefined ? holder : undefined
}

/** Undefined when another process has it. The wait outlasts a look by {@link describeHolder}. */
function lockFile(dir: DataDir): SqliteFile | undefined {
  let file: SqliteFile | undefined
  try {
    file = new SqliteFile(dir.lock, { busyMs: 100 })
    file.exec('begin exclusive')
    return file
  } catch (cause) {
    file?.close()
    if (isBusy(cause)) return undefined
    throw sqliteError(failureOf(cause))
  }
}

async function readHolder(dir: DataDir): Promise<Holder | undefined> {
  const text = await readIfThere(dir.holder)
  if (text === undefined) return undefined
  // A note that is damaged names nobody; the lock itself is what counts.
  const json = parseJson(text)
  return json.ok ? holderSchema.safeParse(json.value).data : undefined
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('data_unusable', `The data folder cannot be used (${reason}). Choose a folder that you may write to.`, { cause })
  }
}

function inUse(holder: Holder | undefined): AppError {
  const who = holder === undefined ? 'Another leMouf' : `The leMouf with process id ${holder.pid} on ${hostname()}, started ${new Date(holder.startedAt).toISOString()},`
  const where = holder?.url === undefined ? '' : ` It answers at ${holder.url}.`
  const message = `${who} has this data folder open.${where} Use that one, stop it, or start with another data folder.`
  return new AppError('data_in_use', message, holder === undefined ? {} : { details: detailsOf(holder) })
}

function detailsOf({ pid, startedAt, url }: Holder): Json {
  return { pid, startedAt, ...(url === undefined ? {} : { url }) }
}

/** Magic numbers of statfs(2) for NFS, CIFS and SMB 2: their locks do not hold between machines. */
const NETWORK = new Map([[0x6969, 'NFS'], [0xff534d42, 'CIFS'], [0xfe534d42, 'SMB']])

async function refuseNetwork(root: string): Promise<void> {
  if (process.platform !== 'linux') return
  const { type } = await statfs(root)
  refuseFileSystem(type)
}

/** Error: `data_unusable` for a network file system, by its number in Linux's statfs. */
export function refuseFileSystem(type: number): void {
  const name = NETWORK.get(type >>> 0)
  if (name === undefined) return
  throw new AppError('data_unusable', `The data folder is on a network file system (${name}), where a database can be damaged. Put it on a disk of this machine.`)
}
