import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import sharp from 'sharp'
import { hasCode, replaceFile } from '../store/durable.ts'
import { stillOf } from './stills.ts'

/** Few widths, so that few files are made; in pixels. */
const WIDTHS = [96, 192, 384, 768, 1536] as const
export type ThumbWidth = (typeof WIDTHS)[number]

/** The next width that is made, at least as wide as asked for where there is one. */
export const thumbWidth = (asked: number): ThumbWidth => WIDTHS.find((width) => width >= asked) ?? 1536

/** A picture of more pixels than a square of 16,384 is not unpacked: a small file can hold any number of them. */
const MAX_PIXELS = 16_384 ** 2

/** What a thumbnail is made of. */
export interface ThumbSource {
  readonly hash: string
  readonly path: string
  readonly mime: string
  readonly kind: 'image' | 'video' | 'audio'
}

/** Small WebP pictures of images, films and sounds, made once and kept as files. */
export class Thumbs {
  readonly #folder: string
  readonly #making = new Map<string, Promise<void>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** The file of a thumbnail, made when it is not there. Errors: `media_unsupported` for what no picture can be made of, `disk_full`. */
  async file(source: ThumbSource, width: ThumbWidth): Promise<string> {
    const path = join(this.#folder, `${source.hash}-${width}.webp`)
    if (!(await exists(path))) await this.#once(path, async () => replaceFile(path, await shrink(await this.#picture(source), width)))
    return path
  }

  /** Removes what was made of these bytes. */
  async remove(hash: string): Promise<void> {
    await Promise.all([...WIDTHS.map((width) => `${hash}-${width}.webp`), `${hash}-still.png`].map((name) => rm(join(this.#folder, name), { force: true })))
  }

  /** An image itself; of a film or sound a still, which is kept for all widths. */
  async #picture({ hash, path, mime, kind }: ThumbSource): Promise<string> {
    if (kind === 'image') return path
    const still = join(this.#folder, `${hash}-still.png`)
    if (!(await exists(still))) await this.#once(still, async () => replaceFile(still, await stillOf({ hash, path, mime }, kind)))
    return still
  }

  /** Many views of one image ask at the same time; one of them makes it. */
  async #once(path: string, work: () => Promise<void>): Promise<void> {
    const making = this.#making.get(path) ?? work().finally(() => this.#making.delete(path))
    this.#making.set(path, making)
    await making
  }
}

/** Upright, never enlarged; of an animation the first frame. */
async function shrink(source: string, width: number): Promise<Buffer> {
  try {
    const image = sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    return await image.autoOrient().resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer()
  } catch (cause) {
    throw new AppError('media_unsupported', 'This image is damaged or too large to be shown. Make it anew, or download it.', { cause })
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw cause
  }
}
