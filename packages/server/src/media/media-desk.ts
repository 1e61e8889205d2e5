import { availableParallelism } from 'node:os'
import { AppError } from '@lemouf/core/error'
import type { Contents, Filmstrip, MediaInfo } from '@lemouf/core/protocol'
import type { DataDir } from '../store/data-dir.ts'
import type { MediaRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { CONTENTS_VERSION, readContents } from './contents.ts'
import { Filmstrips, layoutOf, type SheetChoice } from './filmstrip.ts'
import { isFile } from './made-file.ts'
import { fileLost, type MediaStore } from './media-store.ts'
import { Peaks } from './peaks.ts'
import { Proxies, type ProxyState } from './proxies.ts'
import { COLUMNS, ROWS } from './sheet.ts'
import { mediaInfoOf } from './view.ts'
import { Workshop } from './workshop.ts'

/** What an editor asks of media beyond their bytes: what is in them, how they look over time, how they sound. */
export class MediaDesk {
  readonly #store: Store
  readonly #media: MediaStore
  readonly #filmstrips: Filmstrips
  readonly #peaks: Peaks
  readonly #proxies: Proxies
  /** Waits for what can take long. */
  readonly #decoding = new Workshop(Math.max(1, Math.ceil(availableParallelism() / 2)))
  /** Looking into a file takes moments, and must not wait behind decoding. */
  readonly #looking = new Workshop(Math.max(2, availableParallelism()))

  constructor(dir: DataDir, store: Store, media: MediaStore) {
    this.#store = store
    this.#media = media
    this.#filmstrips = new Filmstrips(dir, { exact: this.#decoding, draft: this.#looking })
    this.#peaks = new Peaks(dir, this.#decoding)
    this.#proxies = new Proxies(dir)
  }

  /** All that is known of a medium; looked for when it is not known yet. Errors: `media_not_found`, `ffmpeg_missing`. */
  async info(id: string, signal?: AbortSignal): Promise<MediaInfo> {
    const row = await this.#media.row(id)
    const isThere = await this.#media.isThere(row)
    return mediaInfoOf(row, { isThere, contents: isThere ? await this.contents(row, signal) : await this.#known(row) })
  }

  /** What is in a medium's bytes; null for what is neither picture, film nor sound. Errors: `media_not_found` when they are gone, `ffmpeg_missing`. */
  async contents(row: MediaRow, signal?: AbortSignal): Promise<Contents | null> {
    const known = await this.#known(row)
    if (known !== null || row.kind === 'file' || row.kind === 'model') return known
    if (!(await this.#media.isThere(row))) throw fileLost(undefined)
    return this.#looking.make(row.hash, async (ended) => {
      const contents = await readContents(this.#media.fileOf(row), row.kind, ended)
      if (contents !== null) await this.#store.library.keepContents(row.hash, CONTENTS_VERSION, contents)
      return contents
    }, signal)
  }

  async #known({ hash }: MediaRow): Promise<Contents | null> {
    const known = await this.#store.library.contents([hash], CONTENTS_VERSION)
    return (known.get(hash) as Contents | undefined) ?? null
  }

  /** Errors: `media_not_found`, `media_unsupported` for what is no film, `ffmpeg_missing`. */
  async filmstrip(id: string, height: number): Promise<Filmstrip> {
    const row = await this.#media.row(id)
    const { duration, tile, levels } = layoutOf(await this.contents(row), height)
    return { media: id, duration, tile, columns: COLUMNS, rows: ROWS, levels: [...levels], sheet: `/lemouf/media/${id}/filmstrip/{level}/{sheet}?height=${height}&v=${row.hash.slice(0, 8)}` }
  }

  /** The file of a sheet. Errors: as of {@link Filmstrips.sheet}, `media_not_found`. */
  async sheet(id: string, choice: SheetChoice, signal: AbortSignal): Promise<{ readonly path: string; readonly hash: string }> {
    const row = await this.#media.row(id)
    const contents = await this.contents(row, signal)
    const file = await this.#file(row)
    const source = contents?.video?.start === 0 ? await this.#proxies.instead(file, contents) : { file, contents }
    return { hash: row.hash, path: await this.#filmstrips.sheet(source.file, source.contents, choice, signal) }
  }

  /** Ends what is being made. */
  async close(): Promise<void> {
    await Promise.all([this.#decoding.close(), this.#looking.close(), this.#proxies.close()])
  }

  /** The file of its peaks. Errors: as of {@link Peaks.file}, `media_not_found`. */
  async peaks(id: string, signal: AbortSignal): Promise<{ readonly path: string; readonly hash: string }> {
    const row = await this.#media.row(id)
    const contents = await this.contents(row, signal)
    return { hash: row.hash, path: await this.#peaks.file(await this.#file(row), contents, signal) }
  }

  /** How far a film's proxy is; begins it when nobody has. Errors: as of {@link Proxies.ensure}, `media_not_found`. */
  async ensureProxy(id: string): Promise<ProxyState> {
    const row = await this.#media.row(id)
    const contents = await this.contents(row)
    return this.#proxies.ensure(await this.#file(row), contents)
  }

  /** The file of a film's proxy. Error: `media_not_found`, also while it is not made. */
  async proxy(id: string): Promise<{ readonly path: string; readonly hash: string }> {
    const { hash } = await this.#media.row(id)
    const path = this.#proxies.path(hash)
    if (await isFile(path)) return { hash, path }
    throw new AppError('media_not_found', 'This film has no proxy yet. Have it made with POST /lemouf/media/proxy, and wait until it is ready.')
  }

  async #file(row: MediaRow): Promise<ReturnType<MediaStore['fileOf']>> {
    if (await this.#media.isThere(row)) return this.#media.fileOf(row)
    throw fileLost(undefined)
  }

  /** Gives a medium whose bytes are missing those of another. Errors: `media_not_found`, `media_there`, `media_differs`. */
  async relink({ media, to, replace }: { media: string; to: string; replace: boolean }): Promise<MediaInfo> {
    const row = await this.#media.row(media)
    const other = await this.#media.row(to)
    await this.#file(other)
    if (row.hash !== other.hash) {
      if (await this.#media.isThere(row)) throw new AppError('media_there', `The file of ${row.filename} is there, so nothing has to be linked anew. Exchange it in the composition instead.`)
      if (row.kind !== other.kind) throw new AppError('media_differs', `${other.filename} is ${AS_WORDS[other.kind]} and ${row.filename} was ${AS_WORDS[row.kind]}. Choose a file of the same kind.`)
      if (!replace) throw new AppError('media_differs', `${other.filename} is not the same file as ${row.filename} was. Choose the same one, or say that it is to take its place.`)
      await this.#store.library.relink(media, other)
    }
    return this.info(media)
  }
}

const AS_WORDS = { image: 'a picture', audio: 'a sound', video: 'a film', model: 'a 3D model', file: 'another file' } as const
