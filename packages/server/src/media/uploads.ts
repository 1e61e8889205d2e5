import { createHash, randomBytes, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat, statfs, utimes, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { unwrap } from '@lemouf/core/result'
import * as z from 'zod'
import { diskFull, hasCode, isFull, replaceFile } from '../store/durable.ts'
import type { MediaStore } from './media-store.ts'
import { tooLarge } from './receive.ts'
import { Turns } from './turns.ts'

const noteSchema = z.object({
  filename: z.string(),
  bytes: z.int().min(0),
  /** What the sender says that the whole hashes to, in hex. */
  sha256: z.string().nullable(),
  /** The medium that it became. */
  media: z.string().nullable(),
})
type Note = z.infer<typeof noteSchema>

/** What a person wants to add. */
export interface Announced {
  readonly filename: string
  readonly bytes: number
  /** In hex. */
  readonly sha256?: string
}

/** How far an upload is. */
export interface UploadState {
  readonly id: string
  readonly offset: number
  readonly bytes: number
  readonly expiresAt: number
  /** The medium that it became, once it is complete. */
  readonly media: string | null
}

/** A piece that is sent, and the checksum of it that its sender gives. */
export interface Piece {
  readonly offset: number
  readonly source: AsyncIterable<Uint8Array>
  readonly checksum?: { readonly algorithm: 'sha1' | 'sha256'; readonly digest: Buffer }
}

/** Milliseconds after its last piece until an upload is forgotten. */
const LIFE = 24 * 3600 * 1000
const ID = /^[0-9a-f]{32}$/

/** Uploads that may be broken off and gone on with, also after a restart: a file of what has come, and a note of what it shall become. */
export class Uploads {
  readonly #folder: string
  readonly #media: MediaStore
  readonly #maxBytes: number
  readonly #turns = new Turns()
  /** What writes to an upload now, so that its sender can begin anew without waiting until the network gives up. */
  readonly #writers = new Map<string, AbortController>()
  /** The hash of what has come, for those that are being sent. */
  readonly #hashes = new Map<string, { readonly hash: Hash; readonly offset: number }>()

  constructor(folder: string, media: MediaStore, maxBytes: number) {
    this.#folder = folder
    this.#media = media
    this.#maxBytes = maxBytes
  }

  get maxBytes(): number {
    return this.#maxBytes
  }

  /** Begins an upload. Errors: `upload_too_large`, `disk_full` when there is no room for all of it. */
  async create({ filename, bytes, sha256 }: Announced): Promise<UploadState> {
    if (bytes > this.#maxBytes) throw tooLarge(this.#maxBytes)
    await mkdir(this.#folder, { recursive: true })
    await this.sweep()
    const { bavail, bsize } = await statfs(this.#folder)
    if (bytes > bavail * bsize) throw diskFull(undefined)
    const id = randomBytes(16).toString('hex')
    await replaceFile(this.#part(id), '')
    await this.#write(id, { filename, bytes, sha256: sha256 ?? null, media: null })
    return this.#state(id)
  }

  /** How far it is; a piece that still arrives is cut off first. Error: `upload_not_found`. */
  state(id: string): Promise<UploadState> {
    this.#writers.get(id)?.abort(taken())
    return this.#turns.take(id, () => this.#state(id))
  }

  /**
   * Takes a piece, and the medium in when it was the last. What came of a piece that breaks off stays, unless it has a checksum.
   * Errors: `upload_not_found`, `upload_offset_wrong`, `upload_too_large`, `upload_damaged`, `media_unsupported` (then it is gone), `disk_full`.
   */
  append(id: string, piece: Piece): Promise<UploadState> {
    this.#writers.get(id)?.abort(taken())
    return this.#turns.take(id, async () => {
      const state = await this.#state(id)
      if (state.offset !== piece.offset) {
        throw new AppError('upload_offset_wrong', `The upload has ${state.offset} bytes, and this piece begins at ${piece.offset}. Ask how far it is and send from there.`, { details: { offset: state.offset } })
      }
      if (state.media !== null) return state
      const offset = await this.#receive(state, piece)
      if (offset === state.bytes) await this.#finish(id)
      return this.#state(id)
    })
  }

  /** Forgets an upload. Error: `upload_not_found`. */
  remove(id: string): Promise<void> {
    this.#writers.get(id)?.abort(taken())
    return this.#turns.take(id, async () => {
      await this.#note(id)
      await this.#forget(id)
    })
  }

  /** Forgets what nobody went on with for a day. */
  async sweep(now: number = Date.now()): Promise<void> {
    for (const name of await namesIn(this.#folder)) {
      const { mtimeMs } = await stat(join(this.#folder, name)).catch(gone)
      if (now - mtimeMs > LIFE) await rm(join(this.#folder, name), { force: true })
    }
  }

  /** Writes what comes behind what is there. Gives the new offset. */
  async #receive({ id, offset, bytes }: UploadState, { source, checksum }: Piece): Promise<number> {
    const writer = new AbortController()
    this.#writers.set(id, writer)
    const whole = await this.#hashUntil(id, offset)
    this.#hashes.delete(id)
    const digest = checksum === undefined ? undefined : createHash(checksum.algorithm)
    const file = await open(this.#part(id), 'r+')
    let at = offset
    try {
      for await (const chunk of untilAborted(source, writer.signal)) {
        if (at + chunk.byteLength > bytes) throw new AppError('upload_too_large', `The upload was announced with ${bytes} bytes, and more came. Begin it anew.`)
        await writeAll(file, chunk, at)
        at += chunk.byteLength
        whole.update(chunk)
        digest?.update(chunk)
      }
      if (checksum !== undefined && digest?.digest().equals(checksum.digest) !== true) throw new AppError('upload_damaged', 'A piece of the upload changed on its way. Send it again.')
      this.#hashes.set(id, { hash: whole, offset: at })
      return at
    } catch (cause) {
      // What is not vouched for is taken back; what arrived in order before a line broke is worth keeping.
      if (checksum !== undefined || cause instanceof AppError && cause.code === 'upload_too_large') await file.truncate(offset)
      throw isFull(cause) ? diskFull(cause) : cause
    } finally {
      await file.sync()
      await file.close()
      await this.#touch(id)
      if (this.#writers.get(id) === writer) this.#writers.delete(id)
    }
  }

  /** The hash of the first bytes: as it was left, or read anew after a restart. */
  async #hashUntil(id: string, offset: number): Promise<Hash> {
    const known = this.#hashes.get(id)
    if (known?.offset === offset) return known.hash
    const hash = createHash('sha256')
    if (offset > 0) for await (const chunk of createReadStream(this.#part(id), { end: offset - 1 })) hash.update(chunk as Buffer)
    return hash
  }

  /** What is broken or nothing of ours is refused for good; where the disk is full it can be tried again. */
  async #finish(id: string): Promise<void> {
    const note = await this.#note(id)
    const hash = (await this.#hashUntil(id, note.bytes)).digest('hex')
    this.#hashes.delete(id)
    try {
      if (note.sha256 !== null && note.sha256 !== hash) throw new AppError('upload_damaged', 'The file changed on its way: it is not what was announced. Send it again from its beginning.')
      const facts = { filename: note.filename, maxBytes: this.#maxBytes, requireMedia: true, added: true }
      const row = unwrap(await this.#media.adopt(this.#part(id), { hash, bytes: note.bytes }, facts))
      await this.#write(id, { ...note, media: row.id })
    } catch (cause) {
      if (cause instanceof AppError && cause.status < 500) await this.#forget(id)
      throw cause
    }
  }

  async #state(id: string): Promise<UploadState> {
    const { bytes, media } = await this.#note(id)
    const { mtimeMs } = await stat(this.#noteFile(id))
    const expiresAt = Math.round(mtimeMs) + LIFE
    if (media !== null) return { id, bytes, media, offset: bytes, expiresAt }
    const { size } = await stat(this.#part(id)).catch((cause: unknown) => {
      throw hasCode(cause, 'ENOENT') ? uploadNotFound(cause) : cause
    })
    return { id, bytes, media, offset: size, expiresAt }
  }

  async #note(id: string): Promise<Note> {
    if (!ID.test(id)) throw uploadNotFound(undefined)
    try {
      return noteSchema.parse(JSON.parse(await readFile(this.#noteFile(id), 'utf8')))
    } catch (cause) {
      throw hasCode(cause, 'ENOENT') ? uploadNotFound(cause) : cause
    }
  }

  #write(id: string, note: Note): Promise<void> {
    return replaceFile(this.#noteFile(id), JSON.stringify(note))
  }

  /** Both files are as old as the last piece. */
  async #touch(id: string): Promise<void> {
    const now = new Date()
    await utimes(this.#noteFile(id), now, now)
    await utimes(this.#part(id), now, now)
  }

  async #forget(id: string): Promise<void> {
    this.#hashes.delete(id)
    await rm(this.#part(id), { force: true })
    await rm(this.#noteFile(id), { force: true })
  }

  #part(id: string): string {
    return join(this.#folder, `${id}.part`)
  }

  #noteFile(id: string): string {
    return join(this.#folder, `${id}.json`)
  }
}

/** What comes until the signal; then its reason is thrown, even if nothing comes any more. */
async function* untilAborted(source: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stopped = Promise.withResolvers<never>()
  stopped.promise.catch(() => undefined)
  signal.addEventListener('abort', () => stopped.reject(signal.reason), { once: true })
  const pieces = source[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([pieces.next(), stopped.promise])
      if (next.done === true) return
      yield next.value
    }
  } finally {
    // A line that hangs would have it wait for the next piece.
    if (!signal.aborted) await pieces.return?.()
  }
}

async function writeAll(file: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < chunk.byteLength;) {
    written += (await file.write(chunk, written, chunk.byteLength - written, at + written)).bytesWritten
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return []
    throw cause
  }
}

function gone(cause: unknown): { mtimeMs: number } {
  if (hasCode(cause, 'ENOENT')) return { mtimeMs: Infinity }
  throw cause
}

const taken = (): AppError => new AppError('upload_offset_wrong', 'The upload is gone on with in another request. Ask how far it is and send from there.')

function uploadNotFound(cause: unknown): AppError {
  return new AppError('upload_not_found', 'There is no such upload: it was taken back, refused, or nobody went on with it for a day. Begin it anew.', { cause })
}
