import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@lemouf/core/error'
import { within, type FolderType, type Folders } from './folders.ts'
import { claimName, moveFile } from './placing.ts'

/** Where an upload is to go. */
export interface UploadTarget {
  readonly type: FolderType
  readonly subfolder: string
  readonly filename: string
  /** Replaces a file of this name instead of taking another one. */
  readonly overwrite: boolean
}

/** The answer of ComfyUI's upload routes. */
export interface Uploaded {
  readonly name: string
  readonly subfolder: string
  readonly type: FolderType
}

/**
 * Moves the whole file `source` into a folder. A taken name becomes `name (1).png` and so on, unless the file there has the same
 * bytes: then that one is the answer. Errors: `request_invalid` for a target outside the folder.
 */
export async function storeUpload(folders: Folders, target: UploadTarget, source: string): Promise<Uploaded> {
  const { type, subfolder, filename } = target
  const folder = within(folders[type], subfolder)
  if (folder === undefined || filename === '' || filename === '.' || filename === '..' || basename(filename) !== filename || filename.includes('\0')) {
    throw new AppError('request_invalid', `The upload's name or subfolder leaves the ${type} folder. Use plain names.`)
  }
  if (target.overwrite) {
    await moveFile(source, join(folder, filename))
    return { name: filename, subfolder, type }
  }
  await mkdir(folder, { recursive: true })
  const part = join(folder, `.${randomUUID()}.part`)
  await moveFile(source, part)
  const extension = extname(filename)
  const stem = filename.slice(0, filename.length - extension.length)
  for (let copy = 0; ; copy++) {
    const name = copy === 0 ? filename : `${stem} (${copy})${extension}`
    const path = join(folder, name)
    if (await claimName(part, path)) return { name, subfolder, type }
    if (await sameBytes(part, path)) {
      await rm(part)
      return { name, subfolder, type }
    }
  }
}

async function sameBytes(a: string, b: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(a), stat(b)])
  if (!second.isFile() || first.size !== second.size) return false
  const [hashA, hashB] = await Promise.all([hashFile(a), hashFile(b)])
  return hashA === hashB
}

async function hashFile(path: string): Promise<string> {
  const hasher = createHash('sha256')
  await pipeline(createReadStream(path), hasher)
  return hasher.digest('hex')
}
