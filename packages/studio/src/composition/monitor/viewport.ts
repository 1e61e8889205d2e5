import type { Size } from '@lemouf/core/timeline'
import { within, type Point } from './plane.ts'

/** How the frame is looked at, as the view keeps it: `zoom` in screen pixels for a pixel of the frame, null to fit; `x`, `y` in the middle. */
export interface Sight {
  readonly zoom: number | null
  readonly x: number
  readonly y: number
}

/** Where the stage is, and how fine its screen is. */
export interface Stage extends Size {
  /** Screen pixels for a CSS pixel. */
  readonly density: number
  /** CSS pixels that stay free around a frame that is fitted. */
  readonly margin: number
}

/** The frame on the stage, in CSS pixels: a point `p` of the frame is at `origin + p · scale`. */
export interface Viewport {
  readonly scale: number
  readonly origin: Point
}

const LEAST_ZOOM = 0.02
const MOST_ZOOM = 32

/** CSS pixels for a pixel of the frame with which all of it is seen. */
export function fitScale(stage: Stage, frame: Size): number {
  const room = { width: stage.width - 2 * stage.margin, height: stage.height - 2 * stage.margin }
  return Math.max(LEAST_ZOOM / stage.density, Math.min(room.width / frame.width, room.height / frame.height))
}

/** Where the frame lies on the stage. Its corner lies on a whole screen pixel, so that at 100 % a pixel is a pixel. */
export function viewportOf(sight: Sight, stage: Stage, frame: Size): Viewport {
  const scale = sight.zoom === null ? fitScale(stage, frame) : sight.zoom / stage.density
  const middle = sight.zoom === null ? { x: 0.5, y: 0.5 } : sight
  const whole = (value: number): number => Math.round(value * stage.density) / stage.density
  return { scale, origin: { x: whole(stage.width / 2 - middle.x * frame.width * scale), y: whole(stage.height / 2 - middle.y * frame.height * scale) } }
}

/** Screen pixels for a pixel of the frame, fitted or not. */
export const zoomOf = (sight: Sight, stage: Stage, frame: Size): number => sight.zoom ?? fitScale(stage, frame) * stage.density

export const toStage = ({ scale, origin }: Viewport, { x, y }: Point): Point => ({ x: origin.x + x * scale, y: origin.y + y * scale })
export const toFrame = ({ scale, origin }: Viewport, { x, y }: Point): Point => ({ x: (x - origin.x) / scale, y: (y - origin.y) / scale })

/** Another zoom; what is at a point of the stage stays there. */
export function zoomedTo(sight: Sight, stage: Stage, frame: Size, zoom: number, about: Point): Sight {
  const to = within(LEAST_ZOOM, zoom, MOST_ZOOM)
  const held = toFrame(viewportOf(sight, stage, frame), about)
  const scale = to / stage.density
  return {
    zoom: to,
    x: held.x / frame.width + (stage.width / 2 - about.x) / (frame.width * scale),
    y: held.y / frame.height + (stage.height / 2 - about.y) / (frame.height * scale),
  }
}

/** The frame pulled along by a way on the stage; its middle part stays on the stage. A fitted frame is pulled at the size that it has. */
export function pannedBy(sight: Sight, stage: Stage, frame: Size, by: Point): Sight {
  const zoom = zoomOf(sight, stage, frame)
  const from = sight.zoom === null ? { x: 0.5, y: 0.5 } : sight
  const scale = zoom / stage.density
  return { zoom, x: within(0, from.x - by.x / (frame.width * scale), 1), y: within(0, from.y - by.y / (frame.height * scale), 1) }
}

/** The next step of zoom in or out, each half as large again as the one before. */
export const steppedZoom = (zoom: number, out: boolean): number => zoom * (out ? 1 / 1.5 : 1.5)
