import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasCode, replaceFile } from '../store/durable.ts'
import type { Workshop } from './workshop.ts'

/** A file that is made from a medium when it is first asked for, and kept beside others of the cache. Its path is its key. Error: `disk_full`. */
export async function madeFile(path: string, workshop: Workshop, make: (signal: AbortSignal) => Promise<Uint8Array>, signal?: AbortSignal): Promise<string> {
  if (await isFile(path)) return path
  return workshop.make(path, async (ended) => {
    // Made by an earlier flight, while this one waited for its place.
    if (await isFile(path)) return path
    await keepFile(path, await make(ended))
    return path
  }, signal)
}

/** Writes a file and the folder it lies in. Error: `disk_full`. */
export async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await replaceFile(path, bytes)
}

export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw cause
  }
}
