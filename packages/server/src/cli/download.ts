import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@lemouf/core/error'
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
 * Errors: `nothing_approved`, and what the server or the disk says.
 */
export async function downloadExport(session: Session, loopId: string, out: string | undefined): Promise<LocalExport> {
  const { count, folder, files } = await session.client('exportApproved', { body: { loop_id: loopId } })
  if (out === undefined) return { count, files, where: session.dataDir === undefined ? `${folder} in the data folder of the server` : join(session.dataDir, folder) }
  const target = resolve(out)
  await mkdir(target, { recursive: true })
  for (const file of files) await download(session, loopId, file, target)
  return { count, files, where: target }
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
