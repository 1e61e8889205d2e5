import { AppError } from '@lemouf/core/error'
import { toSeconds, type Media, type Ticks } from '@lemouf/core/timeline'
import { mediaAddress, mediaKnown, storeIdOf } from '../../media-place.ts'
import { Retries } from '../../retries.ts'
import { isLasting } from '../lasting.ts'
import { Tape } from './tape.ts'

const LIMIT_BYTES = 96 * 1024 ** 2

export interface SoundHooks {
  /** Something is not as it should be: it was decoded as a whole, or cannot be heard. */
  readonly noticed: (media: string, kind: 'whole' | 'none') => void
  /** It could not be had. What did not arrive is tried again. */
  readonly failed: (media: string, error: unknown) => void
  /** What did not arrive before does now. */
  readonly mended: (media: string) => void
}

interface Page {
  coming: Promise<void>
  buffer: AudioBuffer | undefined
  here: boolean
}

/** Pages of sound of all media, decoded once; those used longest ago go first. */
export class SoundLibrary {
  readonly #hooks: SoundHooks
  readonly #tapes = new Map<string, Promise<Tape>>()
  /** In the order of their last use. */
  readonly #pages = new Map<string, Page>()
  readonly #retries = new Retries((id) => void this.#retry(id))

  constructor(hooks: SoundHooks) {
    this.#hooks = hooks
  }

  /** A page if it is there; else it is on its way. `null` for one that has no sound. */
  page(media: Media, page: number): AudioBuffer | null | undefined {
    const id = storeIdOf(media)
    if (id === undefined) return null
    const key = `${id}/${page}`
    const known = this.#pages.get(key)
    if (known === undefined) void this.load(media, page)
    else this.#touch(key, known)
    return known?.here === true ? (known.buffer ?? null) : undefined
  }

  /** Brings a page; several who ask for it wait for the same. Nothing is brought before what failed is due again. */
  async load(media: Media, page: number): Promise<void> {
    const id = storeIdOf(media)
    if (id === undefined) return
    const key = `${id}/${page}`
    const known = this.#pages.get(key)
    if (known !== undefined) {
      await known.coming
      return
    }
    if (this.#retries.waits(id)) return
    const entry: Page = { coming: Promise.resolve(), buffer: undefined, here: false }
    this.#pages.set(key, entry)
    entry.coming = this.#bring(id, page, entry, key)
    await entry.coming
  }

  /** Forgets a medium whose bytes are others now. */
  forget(id: string): void {
    this.#retries.settle(id)
    for (const key of this.#pages.keys()) if (key.startsWith(`${id}/`)) this.#pages.delete(key)
    this.#drop(id)
  }

  close(): void {
    for (const id of this.#tapes.keys()) this.forget(id)
    this.#retries.close()
  }

  async #bring(id: string, page: number, entry: Page, key: string): Promise<void> {
    const tape = this.#tapeOf(id)
    try {
      entry.buffer = await (await tape).page(page)
      entry.here = true
      this.#trim()
      if (this.#tapes.get(id) === tape) this.#mended(id)
    } catch (error) {
      // What breaks off because its tape was closed is of no concern.
      const isClosed = this.#tapes.get(id) !== tape
      entry.here = !isClosed && isLasting(error)
      if (!entry.here && this.#pages.get(key) === entry) this.#pages.delete(key)
      if (!isClosed) this.#failed(id, error)
    }
  }

  async #retry(id: string): Promise<void> {
    const tape = this.#tapeOf(id)
    try {
      await tape
      if (this.#tapes.get(id) === tape) this.#mended(id)
    } catch (error) {
      if (this.#tapes.get(id) === tape) this.#failed(id, error)
    }
  }

  #failed(id: string, error: unknown): void {
    this.#hooks.failed(id, error)
    if (isLasting(error)) return
    this.#drop(id)
    this.#retries.failed(id)
  }

  #mended(id: string): void {
    if (this.#retries.settle(id)) this.#hooks.mended(id)
  }

  #drop(id: string): void {
    const tape = this.#tapes.get(id)
    this.#tapes.delete(id)
    // One that could not be opened has been told of by who asked for it.
    void tape?.then((opened) => opened.close(), () => undefined)
  }

  #tapeOf(id: string): Promise<Tape> {
    const tape = this.#tapes.get(id) ?? this.#open(id)
    this.#tapes.set(id, tape)
    return tape
  }

  async #open(id: string): Promise<Tape> {
    const info = await mediaKnown(id)
    if (info.missing) throw new AppError('media_not_found', `The bytes of ${info.filename} are missing.`)
    const tape = await Tape.open(mediaAddress(info.url, info.hash), toSeconds((info.contents?.clock_start ?? 0) as Ticks))
    if (tape.kind !== 'read') this.#hooks.noticed(id, tape.kind)
    return tape
  }

  #touch(key: string, entry: Page): void {
    this.#pages.delete(key)
    this.#pages.set(key, entry)
  }

  #trim(): void {
    let bytes = this.#pages.values().reduce((sum, { buffer }) => sum + bytesOf(buffer), 0)
    for (const [key, { buffer, here }] of this.#pages) {
      if (bytes <= LIMIT_BYTES) return
      if (!here) continue
      bytes -= bytesOf(buffer)
      this.#pages.delete(key)
    }
  }
}

const bytesOf = (buffer: AudioBuffer | undefined): number => (buffer === undefined ? 0 : buffer.length * buffer.numberOfChannels * 4)
