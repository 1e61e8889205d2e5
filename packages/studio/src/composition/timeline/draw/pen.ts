import type { Clip, Media } from '@lemouf/core/timeline'
import type { Pending } from '../../loops/pending.ts'
import type { KnownMedia } from '../../media-place.ts'
import type { Rect, Row, Viewport } from '../geometry.ts'
import { rectOf } from '../geometry.ts'
import type { Pictures } from '../strips/pictures.ts'
import type { Sounds } from '../strips/sounds.ts'
import type { Palette } from './palette.ts'

/** Words that stand on the canvas, in the language of the moment. */
export interface Words {
  readonly attempt: (cycle: number, retry: number) => string
  readonly missing: string
  readonly missingWas: (was: string) => string
  readonly newLane: string
}

/** All that drawing needs, whatever is drawn: nothing in it is asked of Vue. */
export interface Pen {
  readonly ctx: CanvasRenderingContext2D
  readonly palette: Palette
  readonly view: Viewport
  /** Device pixels of a CSS pixel. */
  readonly ratio: number
  readonly pictures: Pictures
  readonly sounds: Sounds
  readonly mediaOf: (id: string) => Media | undefined
  /** What the server knows of a medium, asked when it is first seen. */
  readonly knownOf: (id: string) => KnownMedia
  readonly pendingOf: (clip: Clip) => Pending | undefined
  readonly words: Words
}

/**
 * A moment's place, on a whole device pixel. The composition as a whole is laid on the pixels and the window over it: scrolling
 * moves everything by the same amount and nothing trembles.
 */
export function pixelOf({ view: { from, scale }, ratio }: Pick<Pen, 'view' | 'ratio'>, at: number): number {
  const px = ratio / scale
  return (Math.round(at * px) - Math.round(from * px)) / ratio
}

/** Where a clip is, on whole device pixels; at least one of them wide. */
export function sharpRectOf(pen: Pick<Pen, 'view' | 'ratio'>, row: Pick<Row, 'y' | 'height'>, clip: Pick<Clip, 'start' | 'duration'>): Rect {
  const { y, height } = rectOf(pen.view, row, clip)
  const x = pixelOf(pen, clip.start)
  return { x, y: Math.round(y * pen.ratio) / pen.ratio, width: Math.max(1 / pen.ratio, pixelOf(pen, clip.start + clip.duration) - x), height }
}

/** Beyond the view by more than any line is wide. */
const BEYOND = 8

/**
 * What of a rectangle is in sight, and a little more. Canvases count in single precision: a clip of hours whose pixels are parts of a
 * millisecond has its edges elsewhere if it is drawn as a whole.
 */
export function inSight({ view }: Pick<Pen, 'view'>, { x, width, ...rest }: Rect): Rect {
  const left = Math.max(x, -BEYOND)
  return { ...rest, x: left, width: Math.max(0, Math.min(x + width, view.width + BEYOND) - left) }
}

const widths = new Map<string, number>()

/** As much of a text as fits a width in the font that is set, with … where it is cut; nothing where there is room for no letter. */
export function fitted(ctx: CanvasRenderingContext2D, text: string, room: number): string {
  const key = `${ctx.font}${text}`
  let width = widths.get(key)
  if (width === undefined) {
    if (widths.size > 20_000) widths.clear()
    width = ctx.measureText(text).width
    widths.set(key, width)
  }
  if (width <= room) return text
  const letters = Math.floor((text.length * room) / width) - 1
  return letters < 2 ? '' : `${text.slice(0, letters).trimEnd()}…`
}
