import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AppError } from '@lemouf/core/error'
import { parseJson } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { compositionFileSchema, type CompositionFile } from '@lemouf/core/protocol'
import type { MediaStore } from '../media/media-store.ts'
import type { Store } from '../store/store.ts'
import { readTar, tarSize, writeTar, type TarFile } from './tar.ts'

/** The composition inside an archive; its media are `media/<sha256>.<ext>`. */
const DOCUMENT = 'composition.json'
const MEDIUM = /(?:^|\/)([0-9a-f]{64})(?:\.[a-z0-9]{1,10})?$/
/** Of the document's text; 200,000 clips have about that. */
const MAX_DOCUMENT = 100 * 1024 * 1024

interface Parts {
  readonly store: Store
  readonly media: MediaStore
}

/** A composition's file together with the bytes of its media, as an archive of `size` bytes; media whose bytes are gone are left out. */
export async function bundleOf({ store, media }: Parts, file: CompositionFile): Promise<{ readonly size: number; readonly content: AsyncIterable<Uint8Array> }> {
  const rows = [...new Map([...(await store.library.rows(file.media.map(({ id }) => id))).values()].map((row) => [row.hash, row])).values()]
  const there = await Promise.all(rows.map(async (row) => ({ row, isThere: await media.isThere(row) })))
  const document = Buffer.from(JSON.stringify(file))
  const files: TarFile[] = [{ name: DOCUMENT, size: document.byteLength, content: whole(document) }]
  for (const { row, isThere } of there) {
    if (!isThere) continue
    const { path } = media.fileOf(row)
    files.push({ name: `media/${row.hash}.${row.ext}`, size: (await stat(path)).size, content: lazily(path) })
  }
  return { size: tarSize(files.map(({ size }) => size)), content: writeTar(files) }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A file is opened when it is its turn. */
async function* lazily(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}

/**
 * Reads an archive, and takes the media that are not here yet into the library. Sentences say which could not be taken.
 * Errors: `project_malformed`, `disk_full`, `ffmpeg_missing`.
 */
export async function openBundle(parts: Parts, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<{ readonly file: CompositionFile; readonly notes: readonly string[] }> {
  const notes: string[] = []
  let file: CompositionFile | undefined
  for await (const one of readTar(source)) {
    const hash = MEDIUM.exec(one.name)?.[1]
    if (one.name.replace(/^\.\//, '') === DOCUMENT) file = await readFileOf(one)
    else if (hash !== undefined) notes.push(...(await takeIn(parts, one, { hash, filename: nameOf(file, hash) ?? one.name, maxBytes })))
  }
  if (file === undefined) throw new AppError('project_malformed', `There is no ${DOCUMENT} in this archive. Choose one that was exported from the studio.`)
  return { file, notes }
}

const nameOf = (file: CompositionFile | undefined, hash: string): string | undefined => file?.media.find((one) => one.hash === hash)?.filename

async function readFileOf({ size, content }: TarFile): Promise<CompositionFile> {
  if (size > MAX_DOCUMENT) throw new AppError('project_malformed', `The composition in this archive has ${size} bytes; at most ${MAX_DOCUMENT} are read.`)
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  const read = compositionFileSchema.safeParse(unwrap(parseJson(Buffer.concat(pieces).toString('utf8'), { maxDepth: 64, maxLength: MAX_DOCUMENT })))
  if (read.success) return read.data
  throw new AppError('project_malformed', `The ${DOCUMENT} in this archive is not a composition, or one of a later version of the program. Update the program, or export it again.`, { cause: read.error })
}

/** Sentences about what could not be taken. */
async function takeIn({ store, media }: Parts, { content }: TarFile, { hash, filename, maxBytes }: { readonly hash: string; readonly filename: string; readonly maxBytes: number }): Promise<readonly string[]> {
  const known = await store.findMediaByHash(hash)
  if (known !== undefined && (await media.isThere(known))) return []
  const put = await media.put(content, { filename, maxBytes, requireMedia: true, added: true })
  if (!put.ok && put.error.code === 'disk_full') throw put.error
  if (!put.ok) return [`“${filename}” could not be taken: ${put.error.message}`]
  return put.value.hash === hash ? [] : [`“${filename}” is not the file that it was when it was exported, so it was not linked.`]
}
