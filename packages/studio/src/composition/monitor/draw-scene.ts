import type { Layer, Scene, Size } from '@lemouf/core/timeline'
import type { Frames, Shown } from '../playback/frames.ts'
import type { Point } from './plane.ts'

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Where the frame lies on a canvas: its pixel `p` at `origin + p · scale`. */
export interface Lens {
  readonly scale: number
  readonly origin: Point
}
/** The canvas is the frame, pixel for pixel. */
export const WHOLE: Lens = { scale: 1, origin: { x: 0, y: 0 } }

/** How much of a scene could be drawn. */
export interface Drawn {
  /** Every picture was there, and was the frame asked for. */
  readonly exact: boolean
}

type Picture = readonly [Layer, Shown | undefined]

/** The pictures of a scene that can be seen at all, from the back, with what there is of them; asking has made what is missing. */
export const picturesOf = ({ layers }: Scene, frames: Frames): readonly Picture[] =>
  layers.map((layer): Picture => [layer, frames.of(layer)]).filter(([{ opacity }]) => opacity > 0)

/**
 * Draws a scene: black, then its pictures from the back, each placed, with its effects and opacity. Gamma-coded sRGB in 8 bits, premultiplied,
 * over; in the order of docs/decisions/monitor-scene.md, which an export keeps. What lies outside the frame is drawn as well: who does not
 * want it clips.
 */
export function drawScene(context: Context, scene: Scene, frames: Frames, frame: Size, lens: Lens = WHOLE): Drawn {
  const pictures = picturesOf(scene, frames)
  context.save()
  context.setTransform(lens.scale, 0, 0, lens.scale, lens.origin.x, lens.origin.y)
  context.fillStyle = '#000'
  context.fillRect(0, 0, frame.width, frame.height)
  context.imageSmoothingQuality = 'high'
  for (const [layer, shown] of pictures) if (shown !== undefined) drawPicture(context, layer, shown, lens)
  context.restore()
  return { exact: pictures.every(([, shown]) => shown?.exact === true) }
}

function drawPicture(context: Context, { placement, opacity, effects }: Layer, shown: Shown, { scale }: Lens): void {
  const { x, y, width, height, rotation } = placement
  context.save()
  context.translate(x, y)
  context.rotate((rotation * Math.PI) / 180)
  context.globalAlpha = opacity
  context.filter = filterOf(effects, scale)
  context.drawImage(shown.image, -width / 2, -height / 2, width, height)
  context.restore()
}

/** A canvas filter of effects: saturation, contrast, brightness, each cut to 0…1, then blur, whose pixels are those of the canvas. */
export function filterOf({ saturation, contrast, brightness, blur }: Layer['effects'], scale: number): string {
  const parts = [
    saturation === 1 ? '' : `saturate(${saturation})`,
    contrast === 1 ? '' : `contrast(${contrast})`,
    brightness === 1 ? '' : `brightness(${brightness})`,
    blur === 0 ? '' : `blur(${blur * scale}px)`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'none' : parts.join(' ')
}
