import sharp from 'sharp'

/** Tiles a sheet holds side by side, and one below the other. */
export const COLUMNS = 8
export const ROWS = 8
export const TILES = COLUMNS * ROWS

/** In pixels. */
export interface TileSize {
  readonly width: number
  readonly height: number
}

export const bytesOf = ({ width, height }: TileSize): number => width * height * 3

/** Raw pictures, RGB, put side by side into one. */
export class Sheet {
  readonly #tile: TileSize
  readonly #tiles: number
  readonly #pixels: Buffer
  #filled = 0

  /** `tiles`: how many it is to hold. */
  constructor(tile: TileSize, tiles: number) {
    this.#tile = tile
    this.#tiles = tiles
    this.#pixels = Buffer.alloc(COLUMNS * Math.ceil(tiles / COLUMNS) * bytesOf(tile))
  }

  get isFull(): boolean {
    return this.#filled >= this.#tiles
  }

  put(picture: Buffer): void {
    const { width, height } = this.#tile
    const left = (this.#filled % COLUMNS) * width
    const top = Math.floor(this.#filled / COLUMNS) * height
    for (let line = 0; line < height; line++) picture.copy(this.#pixels, ((top + line) * COLUMNS * width + left) * 3, line * width * 3, (line + 1) * width * 3)
    this.#filled++
  }

  /** As WebP. */
  encode(): Promise<Buffer> {
    const { width, height } = this.#tile
    const raw = { width: COLUMNS * width, height: Math.ceil(this.#tiles / COLUMNS) * height, channels: 3 as const }
    return sharp(this.#pixels, { raw }).webp({ quality: 75, effort: 1 }).toBuffer()
  }
}

/** The pieces of a stream cut anew into pictures of one size. */
export async function* picturesIn(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let picture = Buffer.alloc(size)
  let filled = 0
  for await (const piece of stream) {
    for (let from = 0; from < piece.length;) {
      const taken = piece.copy(picture, filled, from)
      filled += taken
      from += taken
      if (filled < size) continue
      yield picture
      picture = Buffer.alloc(size)
      filled = 0
    }
  }
}
