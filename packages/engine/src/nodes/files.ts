import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { stringifyJson } from '@lemouf/core/json'
import type { Size } from '../media/image.ts'
import { NodeError, type FileRef, type NodeContext, type NodeFiles } from './node.ts'
import type { Json } from '@lemouf/core/json'

/** The SHA-256 of an input file, by which a node runs again when the file changed. */
export async function hashInput(files: NodeFiles, annotatedName: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(await files.resolve(annotatedName)), hash)
  return hash.digest('hex')
}

/** A sentence when an input file is not there, for {@link NodeClass.check}. */
export async function missingFile(files: NodeFiles, annotatedName: unknown, kind: string): Promise<string | undefined> {
  if (typeof annotatedName !== 'string') return undefined
  try {
    await files.resolve(annotatedName)
    return undefined
  } catch (error) {
    if (error instanceof NodeError) return `Invalid ${kind} file: ${annotatedName}`
    throw error
  }
}

/** What ComfyUI writes into the pictures it saves: the prompt, and each entry the client sent beside it, as JSON. */
export function pictureText(context: NodeContext): Record<string, string> {
  const entries = Object.entries(context.extraPngInfo).map(([key, value]): [string, string] => [key, stringifyJson(value)])
  return { prompt: stringifyJson(context.prompt), ...Object.fromEntries(entries) }
}

/** A prefix with `%width%`, `%height%` and `%batch_num%` filled in. */
export const fillPrefix = (prefix: string, size: Size, batchNumber = 0): string =>
  prefix.replaceAll('%width%', `${size.width}`).replaceAll('%height%', `${size.height}`).replaceAll('%batch_num%', `${batchNumber}`)

/** A file reference as `ui` lists hold it. */
export const toUi = ({ filename, subfolder, type }: FileRef): Json => ({ filename, subfolder, type })
