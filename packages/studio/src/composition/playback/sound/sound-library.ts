import { toSeconds, type Media, type Ticks } from '@lemouf/core/timeline'
import { mediaAddress, mediaKnown, storeIdOf } from '../../media-place.ts'
import { Tape } from './tape.ts'

const LIMIT_BYTES = 96 * 1024 ** 2

export interface SoundHooks {
  /** Something is not as it should be: it was decoded as a whole, or cannot be heard. */
  readonly noticed: (media: string, kind: 'whole' | 'none') => void
  readonly failed: (media: string, error: unknown) => void
}

interface Page {
  readonly coming: Promise<AudioBuffer | undefined>
  buffer: AudioBuffer | undefined
  here: boolean
}

/** Pages of sound of all media, decoded once; those used longest ago go first. */
export class SoundLibrary {
  readonly #hooks: SoundHooks
  readonly #tapes = new Map<string, Promise<Tape | undefined>>()
  /** In the order of their last use. */
  readonly #pages = new Map<string, Page>()

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

  /** Brings a page; several who ask for it wait for the same. */
  async load(media: Media, page: number): Promise<void> {
    const id = storeIdOf(media)
    if (id === undefined) return
    const key = `${id}/${page}`
    const known = this.#pages.get(key)
    if (known !== undefined) {
      await known.coming
      return
    }
    const coming = this.#read(id, page)
    const entry: Page = { coming, buffer: undefined, here: false }
    this.#pages.set(key, entry)
    entry.buffer = await coming
    entry.here = true
    this.#trim()
  }

  /** Forgets a medium whose bytes are others now. */
  forget(id: string): void {
    const tape = this.#tapes.get(id)
    this.#tapes.delete(id)
    for (const key of this.#pages.keys()) if (key.startsWith(`${id}/`)) this.#pages.delete(key)
    void tape?.then((opened) => opened?.close())
  }

  close(): void {
    for (const id of this.#tapes.keys()) this.forget(id)
  }

  async #read(id: string, page: number): Promise<AudioBuffer | undefined> {
    const tape = this.#tapes.get(id) ?? this.#open(id)
    this.#tapes.set(id, tape)
    try {
      return await (await tape)?.page(page)
    } catch (error) {
      this.#hooks.failed(id, error)
      return undefined
    }
  }

  async #open(id: string): Promise<Tape | undefined> {
    try {
      const info = await mediaKnown(id)
      const tape = await Tape.open(mediaAddress(info.url, info.hash), toSeconds((info.contents?.clock_start ?? 0) as Ticks))
      if (tape.kind !== 'read') this.#hooks.noticed(id, tape.kind)
      return tape
    } catch (error) {
      this.#hooks.failed(id, error)
      return undefined
    }
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
