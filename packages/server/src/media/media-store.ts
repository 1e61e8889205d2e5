import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { fail, ok, type Result } from '@lemouf/core/result'
import { dataDir, mediaFile, type DataDir } from '../store/data-dir.ts'
import { diskFull, hasCode, isFull, syncFolder } from '../store/durable.ts'
import type { MediaRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { inspectFile, type Content } from './inspect.ts'
import { receive, type ByteSource } from './receive.ts'
import { Thumbs, thumbWidth } from './thumbs.ts'

/** What is known of bytes that come in. */
export interface MediaFacts {
  /** As its sender names it; only people read it. */
  readonly filename: string
  readonly loopId?: string
  readonly maxBytes: number
  /** Refuse what is neither image, audio, video nor 3D model. */
  readonly requireMedia?: boolean
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

  constructor(dir: DataDir, store: Store) {
    this.#dir = dir
    this.#store = store
    this.#thumbs = new Thumbs(dir.thumbs)
  }

  /**
   * Takes bytes in. Equal bytes share a file; each put has its own id.
   * Failures: `upload_too_large`, `media_unsupported`, `disk_full`. What the source throws is thrown; nothing stays of it.
   */
  async put(source: ByteSource, facts: MediaFacts): Promise<Result<MediaRow, AppError>> {
    const part = join(this.#dir.uploads, randomUUID())
    try {
      const received = await receive(source, part, facts.maxBytes)
      if (!received.ok) return received
      const content = await inspectFile(part)
      if (facts.requireMedia === true && content.kind === 'file') return fail(unsupported(content))
      await this.#keep(part, received.value.hash)
      const row = rowOf(received.value, content, facts)
      await this.#store.insertMedia(row)
      return ok(row)
    } catch (cause) {
      if (isFull(cause)) return fail(diskFull(cause))
      if (cause instanceof AppError && cause.code === 'disk_full') return fail(cause)
      throw cause
    } finally {
      await rm(part, { force: true })
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
    const { kind, hash } = await this.row(id)
    if (kind === 'file' || kind === 'model') throw new AppError('media_unsupported', `Images, films and sounds have thumbnails; this is ${kind === 'file' ? 'another file' : 'a model'}.`)
    return this.#thumbs.file({ hash, path: mediaFile(this.#dir, hash), kind }, thumbWidth(width))
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
