import type { VideoContents } from '@lemouf/core/protocol'
import { QUIET, readFrom } from './ffmpeg.ts'
import type { Layout, SheetChoice } from './filmstrip.ts'
import { DECODE_LIMITS, hasIndex, inputArgs, type MediaFile } from './input.ts'
import { matrixOf } from './matrix.ts'
import { bytesOf, picturesIn, Sheet, TILES } from './sheet.ts'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'

/** From the step of a level to that of the next. */
export const FACTOR = 4
/** Levels that come of one run: scaling some more of what is decoded costs little, decoding it again much. */
const LEVELS_A_RUN = 3
/** Seconds: a stream without an index is read from that much before, in which a keyframe is hoped for. */
const BLIND_LEAD = 20
const TIMEOUT_MS = 30 * 60_000

/** A film, what was found in it, and how its strip is laid out. */
export interface SheetSource {
  readonly file: MediaFile
  readonly video: VideoContents
  readonly layout: Layout
}

export interface MadeSheet {
  readonly level: number
  readonly sheet: number
  /** WebP. */
  readonly bytes: Buffer
}

/** A level that is being filled, sheet after sheet. */
interface Filling {
  readonly level: number
  /** Pictures of the finest level of the run from one of its tiles to the next. */
  readonly every: number
  sheet: number
  canvas: Sheet
}

/**
 * The chosen sheet, and the sheets of finer levels over the same time, each as soon as it is full: the points of their grids lie on each other. A draft comes alone. Where the film ends early, its last tile stands on. Nothing: no picture could be read.
 * Errors: `media_unsupported`, `ffmpeg_missing`.
 */
export async function* makeSheets(source: SheetSource, choice: SheetChoice, signal: AbortSignal): AsyncGenerator<MadeSheet> {
  const { tile, levels } = source.layout
  const finest = choice.draft ? choice.level : Math.max(0, choice.level - LEVELS_A_RUN + 1)
  const first = choice.sheet * FACTOR ** (choice.level - finest)
  const tilesOn = (level: number, sheet: number): number => Math.min(TILES, (levels[level]?.tiles ?? 0) - sheet * TILES)
  const fillings = levels.slice(finest, choice.level + 1).map(({ level }): Filling => {
    const sheet = choice.sheet * FACTOR ** (choice.level - level)
    return { level, sheet, every: FACTOR ** (level - finest), canvas: new Sheet(tile, tilesOn(level, sheet)) }
  })
  const count = Math.min(TILES * FACTOR ** (choice.level - finest), (levels[finest]?.tiles ?? 0) - first * TILES)
  const step = (levels[finest]?.step ?? 0) / TICKS_PER_SECOND
  const run = readFrom('ffmpeg', sheetArgs(source, { step, begin: first * TILES * step, count, draft: choice.draft }), { timeoutMs: TIMEOUT_MS, signal })
  let index = 0
  for await (const picture of padded(picturesIn(run, bytesOf(tile)), count)) {
    for (const filling of fillings) {
      if (index % filling.every !== 0) continue
      filling.canvas.put(picture)
      if (!filling.canvas.isFull) continue
      yield { level: filling.level, sheet: filling.sheet, bytes: await filling.canvas.encode() }
      filling.sheet++
      filling.canvas = new Sheet(tile, Math.max(0, tilesOn(filling.level, filling.sheet)))
    }
    index++
  }
}

/** As many pictures as asked for: the last one again where there are fewer, and none where there is none. */
async function* padded(pictures: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let last: Buffer | undefined
  let came = 0
  for await (const picture of pictures) {
    if (came === count) return
    last = picture
    came++
    yield picture
  }
  if (last === undefined) return
  for (; came < count; came++) yield last
}

/**
 * One run gives pictures on a grid as raw RGB, in order. The input is read from the keyframe before its beginning (`-noaccurate_seek`), and `fps` with
 * `round=up` gives for each point of the grid the last frame that began by then: what a player shows at that time, also where frames last differently
 * long. Where the film begins later than its sound, its first frame stands before; its last one lasts a little longer (`tpad`), so that the point of
 * the grid behind it has a picture. Seconds.
 */
function sheetArgs({ file, video, layout: { tile } }: SheetSource, grid: { step: number; begin: number; count: number; draft: boolean }): readonly string[] {
  const seek = Math.max(0, grid.begin - (hasIndex(file) ? 0 : BLIND_LEAD))
  const rate = grid.step < 1 ? `${1 / grid.step}` : `1/${grid.step}`
  return [
    ...QUIET, ...DECODE_LIMITS,
    ...(grid.draft ? ['-skip_frame', 'nokey'] : []),
    ...(seek === 0 ? [] : ['-noaccurate_seek', '-ss', String(seek)]),
    ...inputArgs(file),
    '-map', `0:${video.index}`, '-an', '-sn', '-dn',
    '-vf', `tpad=stop_mode=clone:stop_duration=${grid.step * 2},fps=fps=${rate}:start_time=${grid.begin - seek}:round=${grid.draft ? 'near' : 'up'},scale=${tile.width}:${tile.height}:flags=area:in_color_matrix=${matrixOf(video).scale},format=rgb24`,
    '-frames:v', String(grid.count), '-f', 'rawvideo', 'pipe:1',
  ]
}
