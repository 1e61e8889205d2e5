import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import type { Contents, VideoContents } from '@lemouf/core/protocol'
import sharp from 'sharp'
import { derivedOf, type DataDir } from '../store/data-dir.ts'
import { QUIET, readFrom } from './ffmpeg.ts'
import { DECODE_LIMITS, hasIndex, inputArgs, type MediaFile } from './input.ts'
import { madeFile } from './made-file.ts'
import { TICKS_PER_SECOND, type Fraction } from './ticks.ts'
import type { Workshop } from './workshop.ts'

/** Seconds between tiles, finest first. */
const STEPS: readonly Fraction[] = [{ num: 1, den: 4 }, { num: 1, den: 1 }, { num: 4, den: 1 }, { num: 16, den: 1 }, { num: 64, den: 1 }]
export const COLUMNS = 8
export const ROWS = 8
const TILES = COLUMNS * ROWS
/** A tile is at most this many times as wide as high, and as high as wide: panoramas are squeezed. */
const MAX_ASPECT = 4
/** Seconds: a stream without an index is read from that much before, in which a keyframe is hoped for. */
const BLIND_LEAD = 20
const SHEET_TIMEOUT_MS = 10 * 60_000

export interface Level {
  readonly level: number
  /** Ticks. */
  readonly step: number
  readonly tiles: number
  readonly sheets: number
}

/** How a film's strip is laid out at a height of its tiles. */
export interface Layout {
  readonly duration: number
  readonly tile: { readonly width: number; readonly height: number }
  readonly levels: readonly Level[]
}

/** One sheet of it. */
export interface SheetChoice {
  readonly level: number
  readonly sheet: number
  /** Pixels of a tile. */
  readonly height: number
  /** Of keyframes only: quick, and not exact. */
  readonly draft: boolean
}

/** The layout for what was found in a film. Error: `media_unsupported` for what has no pictures. */
export function layoutOf(contents: Contents | null, height: number): Layout {
  const video = contents?.video
  if (video === null || video === undefined) throw new AppError('media_unsupported', contents?.problem ?? 'Only films have a filmstrip; this one has no pictures that can be read.')
  const length = video.duration ?? (contents?.duration === null || contents?.duration === undefined ? null : contents.duration - video.start)
  const duration = video.start + Math.max(1, length ?? 1)
  const width = Math.round(height * Math.min(MAX_ASPECT, Math.max(1 / MAX_ASPECT, video.width / video.height)))
  const levels = STEPS.map(({ num, den }, level) => {
    const step = (num * TICKS_PER_SECOND) / den
    const tiles = Math.max(1, Math.ceil(duration / step))
    return { level, step, tiles, sheets: Math.ceil(tiles / TILES) }
  })
  return { duration, tile: { width, height }, levels }
}

/** Rows of tiles of films, made when they are looked at and kept as files. */
export class Filmstrips {
  readonly #dir: DataDir
  readonly #workshops: { readonly exact: Workshop; readonly draft: Workshop }

  /** Drafts take moments and have places of their own, before which no exact sheet stands. */
  constructor(dir: DataDir, workshops: { readonly exact: Workshop; readonly draft: Workshop }) {
    this.#dir = dir
    this.#workshops = workshops
  }

  /** The file of a sheet, WebP. Errors: `media_unsupported`, `request_invalid` for a sheet beyond the end, `ffmpeg_missing`, `disk_full`. */
  sheet(file: MediaFile, contents: Contents | null, choice: SheetChoice, signal?: AbortSignal): Promise<string> {
    const layout = layoutOf(contents, choice.height)
    const level = layout.levels[choice.level]
    if (level === undefined || choice.sheet >= level.sheets) {
      throw new AppError('request_invalid', `This filmstrip has no sheet ${choice.sheet} at level ${choice.level}. Ask for its layout and take one that it lists.`)
    }
    const name = `${choice.level}-${choice.sheet}-${choice.height}${choice.draft ? '-draft' : ''}.webp`
    const path = join(derivedOf(this.#dir, file.hash).sheets, name)
    const video = contents?.video as VideoContents
    return madeFile(path, this.#workshops[choice.draft ? 'draft' : 'exact'], (ended) => makeSheet(file, video, layout, choice, ended), signal)
  }
}

async function makeSheet(file: MediaFile, video: VideoContents, { tile, levels }: Layout, choice: SheetChoice, signal: AbortSignal): Promise<Buffer> {
  const tiles = Math.min(TILES, (levels[choice.level]?.tiles ?? 1) - choice.sheet * TILES)
  const sheet = new Sheet(tile, tiles)
  const args = sheetArgs(file, video, tile, choice, tiles)
  for await (const chunk of readFrom('ffmpeg', args, { timeoutMs: SHEET_TIMEOUT_MS, signal })) sheet.add(chunk)
  return sheet.encode()
}

/**
 * One run gives the tiles of a sheet as raw pictures, in order. Times count from where the sheet begins. The input is read from the keyframe before
 * (`-noaccurate_seek`), and `fps` with `round=up` shows on each point of the grid the last frame that began by then: what a player shows at that time,
 * also where frames last differently long. Where the film begins later than its sound, its first frame stands before; its last one lasts a
 * little longer (`tpad`), so that the point of the grid behind it has a tile.
 */
function sheetArgs(file: MediaFile, video: VideoContents, tile: Layout['tile'], { level, sheet, draft }: SheetChoice, tiles: number): readonly string[] {
  const step = STEPS[level] ?? { num: 1, den: 1 }
  const begin = (sheet * TILES * step.num) / step.den
  const seek = Math.max(0, begin - (hasIndex(file) ? 0 : BLIND_LEAD))
  const matrix = video.color.matrix === null && video.coded_height > 576 ? ':in_color_matrix=bt709' : ''
  return [
    ...QUIET, ...DECODE_LIMITS,
    ...(draft ? ['-skip_frame', 'nokey'] : []),
    ...(seek === 0 ? [] : ['-noaccurate_seek', '-ss', String(seek)]),
    ...inputArgs(file),
    '-map', `0:${video.index}`, '-an', '-sn', '-dn',
    '-vf', `tpad=stop_mode=clone:stop_duration=${(step.num / step.den) * 2},fps=fps=${step.den}/${step.num}:start_time=${begin - seek}:round=${draft ? 'near' : 'up'},scale=${tile.width}:${tile.height}:flags=area${matrix},format=rgb24`,
    '-frames:v', String(tiles), '-f', 'rawvideo', 'pipe:1',
  ]
}

/** Tiles that arrive as raw RGB, put side by side. */
class Sheet {
  readonly #tile: Layout['tile']
  readonly #tiles: number
  readonly #pixels: Buffer
  /** Bytes that have come. */
  #filled = 0

  constructor(tile: Layout['tile'], tiles: number) {
    this.#tile = tile
    this.#tiles = tiles
    this.#pixels = Buffer.alloc(COLUMNS * tile.width * Math.ceil(tiles / COLUMNS) * tile.height * 3)
  }

  add(bytes: Buffer): void {
    const line = this.#tile.width * 3
    for (let from = 0; from < bytes.length;) {
      const within = this.#filled % line
      const taken = Math.min(line - within, bytes.length - from)
      const at = this.#place(Math.floor(this.#filled / line)) + within
      if (at < this.#pixels.length) bytes.copy(this.#pixels, at, from, from + taken)
      this.#filled += taken
      from += taken
    }
  }

  /** Of a line of a tile, counted over all tiles that come. */
  #place(line: number): number {
    const { width, height } = this.#tile
    const tile = Math.floor(line / height)
    const row = Math.floor(tile / COLUMNS) * height + (line % height)
    return (row * COLUMNS + (tile % COLUMNS)) * width * 3
  }

  /** Where the film ends early, its last tile stands on. */
  async encode(): Promise<Buffer> {
    const { width, height } = this.#tile
    const size = width * height * 3
    const came = Math.floor(this.#filled / size)
    if (came === 0) throw new AppError('media_unsupported', 'No picture of this film could be read there: it is damaged or incomplete. Make it anew.')
    const last = this.#read(came - 1)
    for (this.#filled = came * size; this.#filled < this.#tiles * size;) this.add(last)
    const raw = { width: COLUMNS * width, height: Math.ceil(this.#tiles / COLUMNS) * height, channels: 3 as const }
    return sharp(this.#pixels, { raw }).webp({ quality: 75, effort: 1 }).toBuffer()
  }

  #read(tile: number): Buffer {
    const { width, height } = this.#tile
    return Buffer.concat(Array.from({ length: height }, (_unused, line) => this.#pixels.subarray(this.#place(tile * height + line), this.#place(tile * height + line) + width * 3)))
  }
}
