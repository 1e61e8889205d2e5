import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import type { Contents } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import { dataDir, derivedOf, mediaFile, type DataDir } from '../store/data-dir.ts'
import { diskFull, hasCode, isFull, syncFolder } from '../store/durable.ts'
import type { MediaRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { CONTENTS_VERSION, readContents, requireWhole } from './contents.ts'
import type { MediaFile } from './input.ts'
import { inspectFile, type Content } from './inspect.ts'
import { isFile } from './made-file.ts'
import { receive, type ByteSource, type Received } from './receive.ts'
import { Thumbs, thumbWidth } from './thumbs.ts'
import { Turns } from './turns.ts'

/** What is known of bytes that come in. */
export interface MediaFacts {
  /** As its sender names it; only people read it. */
  readonly filename: string
  readonly loopId?: string
  readonly maxBytes: number
  /** Refuse what is neither image, audio, video nor 3D model. */
  readonly requireMedia?: boolean
  /** A person adds it to what compositions are made of: it has to be whole, and the same bytes are the same medium. */
  readonly added?: boolean
}

/** Opens the media of a data folder and removes what uploads cut off by a crash have left. */
export async function openMediaStore(root: string, store: Store): Promise<MediaStore> {
  const dir = dataDir(root)
  await rm(dir.uploads, { recursive: true, force: true })
  await mkdir(dir.uploads, { recursive: true })
  await mkdir(dir.thumbs, { recursive: true })
  return new MediaStore(dir, store)
}

/** Files by the hash of their bytes, known outside by opaque ids. A file is there before its id is, and never changes. */
export class MediaStore {
  readonly #dir: DataDir
  readonly #store: Store
  readonly #thumbs: Thumbs
  /** By hash. */
  readonly #turns = new Turns()

  constructor(dir: DataDir, store: Store) {
    this.#dir = dir
    this.#store = store
    this.#thumbs = new Thumbs(dir.thumbs)
  }

  /**
   * Takes bytes in. Equal bytes share a file; each put has its own id, but for what people add.
   * Failures: `upload_too_large`, `media_unsupported`, `disk_full`. What the source throws is thrown; nothing stays of it.
   */
  async put(source: ByteSource, facts: MediaFacts): Promise<Result<MediaRow, AppError>> {
    const part = join(this.#dir.uploads, randomUUID())
    try {
      const received = await receive(source, part, facts.maxBytes)
      return received.ok ? await this.adopt(part, received.value, facts) : received
    } catch (cause) {
      if (isFull(cause)) return fail(diskFull(cause))
      throw cause
    } finally {
      await rm(part, { force: true })
    }
  }

  /** Takes a file in that is complete and on the file system of the media; when it is refused it stays where it is. Failures: `media_unsupported`, `disk_full`. */
  async adopt(part: string, received: Received, facts: MediaFacts): Promise<Result<MediaRow, AppError>> {
    try {
      const { content, contents } = await this.#look(part, received, facts)
      // Whether bytes are still needed, and whether they are new, is one question at a time.
      return await this.#turns.take(received.hash, async () => {
        await this.#keep(part, received.hash)
        const known = facts.added === true ? await this.#store.library.addedWith(received.hash) : undefined
        if (known !== undefined) return ok(known)
        const row = rowOf(received, content, facts)
        await this.#insert(row, part)
        if (contents !== null) await this.#store.library.keepContents(row.hash, CONTENTS_VERSION, contents)
        if (facts.added === true) await this.#store.library.add(row.id, row.createdAt)
        return ok(row)
      })
    } catch (cause) {
      if (isFull(cause)) return fail(diskFull(cause))
      if (cause instanceof AppError && (cause.code === 'disk_full' || cause.code === 'media_unsupported')) return fail(cause)
      throw cause
    }
  }

  /** Where no row can be written, the file goes back, unless others need it. */
  async #insert(row: MediaRow, part: string): Promise<void> {
    try {
      await this.#store.insertMedia(row)
    } catch (cause) {
      if ((await this.#store.findMediaByHash(row.hash)) === undefined) await rename(mediaFile(this.#dir, row.hash), part)
      throw cause
    }
  }

  /** What a file is and what is in it, as far as that can be told here. Errors: `media_unsupported` for what is not to be taken. */
  async #look(path: string, { hash }: Received, facts: MediaFacts): Promise<{ content: Content; contents: Contents | null }> {
    const content = await inspectFile(path)
    if (facts.requireMedia === true && content.kind === 'file') throw unsupported(content)
    try {
      const file = { hash, path, mime: content.mime }
      const contents = await readContents(file, content.kind)
      if (facts.added === true) await requireWhole(file, content.kind, contents)
      return { content: named(content, contents), contents }
    } catch (cause) {
      if (cause instanceof AppError && cause.code === 'ffmpeg_missing' && facts.added !== true) return { content, contents: null }
      throw cause
    }
  }

  /** Error: `media_not_found`. */
  async row(id: string): Promise<MediaRow> {
    const row = await this.#store.getMedia(id)
    if (row !== undefined) return row
    throw new AppError('media_not_found', 'There is no such medium on this server. It may have been made on other data.')
  }

  /** The file on this machine. Error: `media_not_found`. */
  async path(id: string): Promise<string> {
    return mediaFile(this.#dir, (await this.row(id)).hash)
  }

  /** The whole content; for small media. Error: `media_not_found`. */
  async read(id: string): Promise<Buffer> {
    try {
      return await readFile(await this.path(id))
    } catch (cause) {
      throw hasCode(cause, 'ENOENT') ? fileLost(cause) : cause
    }
  }

  /** The file of a WebP at most `width` pixels wide, snapped to a few widths. Errors: `media_not_found`, `media_unsupported`, `disk_full`. */
  async thumb(id: string, width: number): Promise<string> {
    const { kind, hash, mime } = await this.row(id)
    if (kind === 'file' || kind === 'model') throw new AppError('media_unsupported', `Images, films and sounds have thumbnails; this is ${kind === 'file' ? 'another file' : 'a model'}.`)
    return this.#thumbs.file({ hash, path: mediaFile(this.#dir, hash), mime, kind }, thumbWidth(width))
  }

  /** The file of a row, for what reads it. It can be missing: see {@link MediaStore.isThere}. */
  fileOf({ hash, mime }: Pick<MediaRow, 'hash' | 'mime'>): MediaFile {
    return { hash, mime, path: mediaFile(this.#dir, hash) }
  }

  isThere({ hash }: Pick<MediaRow, 'hash'>): Promise<boolean> {
    return isFile(mediaFile(this.#dir, hash))
  }

  /** Forgets a medium that was added, and its bytes when they are of no other one. Gives how many bytes that freed. */
  remove(row: MediaRow): Promise<number> {
    return this.#turns.take(row.hash, async () => {
      if (!(await this.#store.library.remove(row))) return 0
      for (const path of Object.values(derivedOf(this.#dir, row.hash))) await rm(path, { recursive: true, force: true })
      await this.#thumbs.remove(row.hash)
      await rm(mediaFile(this.#dir, row.hash), { force: true })
      return row.bytes
    })
  }

  /** Moves complete bytes to their place. Also over a file that is there: a damaged one heals. */
  async #keep(part: string, hash: string): Promise<void> {
    const target = mediaFile(this.#dir, hash)
    const made = await mkdir(dirname(target), { recursive: true })
    await rename(part, target)
    await syncFolder(dirname(target))
    if (made !== undefined) await syncFolder(this.#dir.media)
  }
}

/** The database knows the medium, and its file is gone. */
export function fileLost(cause: unknown): AppError {
  return new AppError('media_not_found', 'The file of this medium is missing from the data folder. Restore it from a backup, or make it anew.', { cause })
}

/** A container for film that holds only sound is sound. */
function named(content: Content, contents: Contents | null): Content {
  if (content.kind !== 'video' || contents === null || contents.video !== null || contents.audio === null) return content
  return { ...content, kind: 'audio', mime: content.mime.replace(/^video\/(mp4|webm|matroska|ogg)$/, 'audio/$1') }
}

function unsupported(content: Content): AppError {
  const what = content.problem === undefined ? 'This is not an image, sound, video or 3D model (GLB)' : `This image cannot be read (${content.problem})`
  return new AppError('media_unsupported', `${what}. Choose another file.`)
}

function rowOf(received: { hash: string; bytes: number }, content: Content, facts: MediaFacts): MediaRow {
  const { kind, mime, ext, width, height } = content
  return {
    ...received, kind, mime, ext, width, height,
    id: randomBytes(16).toString('hex'),
    filename: plainName(facts.filename),
    loopId: facts.loopId ?? null,
    createdAt: Date.now(),
  }
}

/** A name without folders and control characters, of a length that file systems take. */
function plainName(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  return last.replaceAll(/[\0-\x1f\x7f]/g, '').slice(-200) || 'unnamed'
}
