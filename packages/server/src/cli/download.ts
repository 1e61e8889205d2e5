import { constants, createWriteStream, existsSync } from 'node:fs'
import { access, mkdir, rename, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@lemouf/core/error'
import { diskFull, isFull } from '../store/durable.ts'
import { usageError } from './command.ts'
import type { Session } from './connect.ts'

export interface LocalExport {
  /** Approved files, without the manifest. */
  readonly count: number
  readonly files: readonly string[]
  /** Where they are, for a person. */
  readonly where: string
}

/** What the server calls its exported files; anything else is not written. */
const PLAIN_NAME = /^[\w-]+(\.[\w-]+)*$/

/**
 * Exports at the server what is approved, and copies exactly those files and their manifest into a folder, when one is given.
 * Errors: `nothing_approved`, `disk_full`, `path_refused`, and what the server says.
 */
export async function downloadExport(session: Session, loopId: string, out: string | undefined): Promise<LocalExport> {
  const { count, folder, files } = await session.client('exportApproved', { body: { loop_id: loopId } })
  if (out === undefined) return { count, files, where: session.dataDir === undefined ? `${folder} in the data folder of the server` : join(session.dataDir, folder) }
  const target = resolve(out)
  try {
    await mkdir(target, { recursive: true })
    for (const file of files) await download(session, loopId, file, target)
  } catch (cause) {
    throw cause instanceof AppError ? cause : copyFailure(target, cause)
  }
  return { count, files, where: target }
}

/** Refuses a folder to copy to that could not be written, before there is anything to copy. Error: `usage`. */
export async function requireTarget(out: string | undefined): Promise<void> {
  if (out === undefined) return
  const place = nearest(resolve(out))
  if (!(await stat(place)).isDirectory()) throw usageError(`--out ${out}: ${place} is a file. Name a folder.`)
  await access(place, constants.W_OK).catch((cause: unknown) => {
    throw usageError(`--out ${out}: you may not write to ${place}. Name another folder.`, cause)
  })
}

/** The path itself, or what is there of it. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path))
}

function copyFailure(target: string, cause: unknown): AppError {
  if (isFull(cause)) return diskFull(cause)
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new AppError('path_refused', `The files could not be copied to ${target} (${reason}). They are exported at the server; choose another folder and export again.`, { cause })
}

async function download({ base, token }: Session, loopId: string, file: string, folder: string): Promise<void> {
  if (!PLAIN_NAME.test(file)) throw new AppError('path_refused', `The server names an exported file ${file}, which is not a plain name. It was not copied.`)
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`${base}/lemouf/loop/${loopId}/export/${file}`, { headers })
  if (!response.ok || response.body === null) throw new AppError('media_not_found', `The server does not give ${file} (it answered ${response.status}). Export again.`)
  const partial = join(folder, `${file}.partial`)
  await pipeline(response.body, createWriteStream(partial))
  await rename(partial, join(folder, file))
}
