import { endOf, LATEST_POSITION, ticks, type Clip, type DropZone, type Lane, type Project, type Range, type Ticks } from '@lemouf/core/timeline'

/** What of a composition the canvas shows. Lengths are CSS pixels, its top left is 0, 0. */
export interface Viewport {
  /** The moment at the left edge, in ticks; need not be whole. */
  readonly from: number
  /** Ticks of one pixel. */
  readonly scale: number
  /** How far lanes are scrolled down. */
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A lane's place among the lanes, from the top of all of them: neither the ruler nor scrolling is counted. */
export interface Row {
  readonly lane: Lane
  readonly y: number
  readonly height: number
}

export interface Layout {
  readonly rows: readonly Row[]
  /** Of all lanes, with the zones above and below them. */
  readonly height: number
}

/** The ruler along the top of the canvas; lanes are below it. */
export const RULER = 30
/** The zone above all lanes, and the least of that below, where a drop makes a lane. */
export const ZONE = 22
/** Between lanes. */
const GAP = 2
const USUAL_HEIGHT = { video: 62, audio: 50 } as const
/** A pixel is never less than a sixteenth of a millisecond, nor more than ten minutes. */
export const SCALES = { least: 44_100, most: 423_360_000_000 } as const

/** Lanes as they lie below each other, the topmost first. */
export function layoutOf(lanes: Project['lanes'], heights: Readonly<Record<string, number>>): Layout {
  let y = ZONE
  const rows = lanes.map((lane): Row => {
    const row = { lane, y, height: heightOf(lane, heights) }
    y += row.height + GAP
    return row
  })
  return { rows, height: y + ZONE }
}

/** How high a lane is: as a person has set it, else as usual for its kind. */
export const heightOf = (lane: Pick<Lane, 'id' | 'kind'>, heights: Readonly<Record<string, number>>): number => heights[lane.id] ?? USUAL_HEIGHT[lane.kind]

/** Where a moment is on the canvas; may be outside of it. */
export const xOf = ({ from, scale }: Viewport, at: number): number => (at - from) / scale

/** The moment under a place on the canvas, to a tick; never before zero, nor after the latest there is. */
export const momentOf = ({ from, scale }: Viewport, x: number): Ticks => ticks(Math.min(LATEST_POSITION, Math.max(0, Math.round(from + x * scale))))

/** What can be seen of time. */
export const spanOf = (view: Viewport): Range => ({ from: momentOf(view, 0), to: ticks(momentOf(view, view.width) + 1) })

/** Where something at a height among the lanes is on the canvas. */
export const yOf = ({ top }: Viewport, y: number): number => RULER + y - top

/** The height among the lanes of a place on the canvas. */
export const lanesYOf = ({ top }: Viewport, y: number): number => y - RULER + top

/** What is at a height of the canvas: the ruler, a lane, or the zone above or below all lanes. What lies between two lanes is the upper one's. */
export function zoneOf(layout: Layout, view: Viewport, y: number): 'ruler' | DropZone {
  if (y < RULER) return 'ruler'
  const row = rowOf(layout, lanesYOf(view, y))
  if (row !== undefined) return { lane: row.lane.id }
  return lanesYOf(view, y) < ZONE ? 'top' : 'bottom'
}

/** The lane at a height among the lanes. */
export const rowOf = ({ rows }: Layout, y: number): Row | undefined => rows.find((row) => y >= row.y && y < row.y + row.height + GAP)

/** Where a clip is on the canvas; may be outside of it. */
export function rectOf(view: Viewport, row: Pick<Row, 'y' | 'height'>, clip: Pick<Clip, 'start' | 'duration'>): Rect {
  const x = xOf(view, clip.start)
  return { x, y: yOf(view, row.y), width: xOf(view, endOf(clip)) - x, height: row.height }
}

/** The view closer (factor below 1) or further, with the moment at `x` where it is. */
export function zoomed(view: Viewport, factor: number, x: number): Pick<Viewport, 'from' | 'scale'> {
  const scale = Math.min(SCALES.most, Math.max(SCALES.least, view.scale * factor))
  return { scale, from: Math.max(0, view.from + x * (view.scale - scale)) }
}

/** All of a duration, with some room after it. */
export const fitted = (duration: Ticks, width: number): Pick<Viewport, 'from' | 'scale'> => ({
  from: 0, scale: Math.min(SCALES.most, Math.max(SCALES.least, duration / Math.max(1, width * 0.96))),
})

/** How the view goes along with the playhead. */
export interface Following {
  /** `smooth` has it in the middle, `page` turns where it leaves; `none` stays while playing. */
  readonly how: 'page' | 'smooth' | 'none'
  readonly motion: 'paused' | 'playing' | 'scrubbing'
  /** Something is under a hand: the view stays, or it would be pulled away below it. */
  readonly isHeld: boolean
}

/** The moment at the left edge for a playhead to be in sight: where it is unless it has to move. */
export function followed(view: Viewport, at: Ticks, { how, motion, isHeld }: Following): number {
  const isPlaying = motion === 'playing'
  if (view.width === 0 || isHeld || motion === 'scrubbing' || (isPlaying && how === 'none')) return view.from
  const leaving = (part: number): number => Math.max(0, at - part * view.width * view.scale)
  if (isPlaying && how === 'smooth') return leaving(0.5)
  const x = xOf(view, at)
  return x < 0 || x > view.width - 2 ? leaving(isPlaying ? 0.04 : 0.3) : view.from
}
