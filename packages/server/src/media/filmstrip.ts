import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import type { Contents, VideoContents } from '@lemouf/core/protocol'
import { derivedOf, type DataDir } from '../store/data-dir.ts'
import type { MediaFile } from './input.ts'
import { keepFile, madeFile } from './made-file.ts'
import { FACTOR, makeSheets, type MadeSheet, type SheetSource } from './sheet-run.ts'
import { TILES } from './sheet.ts'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'
import type { Workshop } from './workshop.ts'

/** Levels, finest first: a quarter of a second from tile to tile, then four times as much from level to level. */
const LEVELS = 5
/** A tile is at most this many times as wide as high, and as high as wide: panoramas are squeezed. */
const MAX_ASPECT = 4

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
  const levels = Array.from({ length: LEVELS }, (_unused, level) => {
    const step = (TICKS_PER_SECOND / 4) * FACTOR ** level
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
    const folder = derivedOf(this.#dir, file.hash).sheets
    const pathOf = (made: { level: number; sheet: number }): string => join(folder, `${made.level}-${made.sheet}-${choice.height}${choice.draft ? '-draft' : ''}.webp`)
    const source = { file, video: contents?.video as VideoContents, layout }
    return madeFile(pathOf(choice), this.#workshops[choice.draft ? 'draft' : 'exact'], (ended) => makeAll(source, choice, { signal: ended, pathOf }), signal)
  }
}

/** Makes a sheet, and keeps those of finer levels that come of the same run. */
async function makeAll(source: SheetSource, choice: SheetChoice, { signal, pathOf }: { signal: AbortSignal; pathOf: (made: MadeSheet) => string }): Promise<Uint8Array> {
  let chosen: Uint8Array | undefined
  for await (const made of makeSheets(source, choice, signal)) {
    if (made.level === choice.level) chosen = made.bytes
    else await keepFile(pathOf(made), made.bytes)
  }
  if (chosen !== undefined) return chosen
  throw new AppError('media_unsupported', 'No picture of this film could be read there: it is damaged or incomplete. Make it anew.')
}
