import { copyFile, link, mkdir, rename, rm, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The code of a Node system error, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Moves a whole file to `target` and replaces what is there; over a device border it copies beside the target first. */
export async function moveFile(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  try {
    await rename(source, target)
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error
    const beside = `${target}.part`
    await copyFile(source, beside)
    await rename(beside, target)
    await rm(source, { force: true })
  }
}

/**
 * Gives the whole file `source` the name `target` unless that is taken; says whether it did. `source` is gone afterwards when it did.
 * A hard link refuses a taken name in one step; file systems without links get a rename.
 */
export async function claimName(source: string, target: string): Promise<boolean> {
  try {
    await link(source, target)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EMLINK') throw error
    await rename(source, target)
    return true
  }
  await unlink(source)
  return true
}
