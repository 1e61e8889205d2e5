import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A disk of its own that can be filled up to the last byte. */
export interface SmallDisk {
  readonly path: string
  fill(): Promise<void>
  free(): Promise<void>
  /** Takes the disk away. */
  remove(): Promise<void>
}

/** Mounts a small disk in memory; undefined where that is not allowed, as it is only to root on Linux. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const path = await mkdtemp(join(tmpdir(), 'lemouf-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path])
  } catch {
    // A container may keep even root from mounting.
    await rm(path, { recursive: true })
    return undefined
  }
  const filler = join(path, 'filler')
  return {
    path,
    fill: () => fill(filler),
    free: () => rm(filler, { force: true }),
    remove: async () => {
      await run('umount', ['--lazy', path])
      await rm(path, { recursive: true, force: true })
    },
  }
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'a')
  try {
    for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      while (await fits(() => file.appendFile(Buffer.alloc(size, 1)))) { /* on to the last byte */ }
    }
  } finally {
    await file.close()
  }
}

async function fits(write: () => Promise<void>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC') return false
    throw cause
  }
}
