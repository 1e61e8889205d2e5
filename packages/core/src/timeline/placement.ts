import type { Look, Transform } from './clip.ts'
import type { Size } from './media.ts'

/** Where a picture is on the output frame, in its pixels: a box about its own centre, then turned. */
export interface Placement {
  /** Of the centre, from the top left of the frame. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Degrees, clockwise, about the centre. */
  readonly rotation: number
}

/** The box that a picture fills before it is transformed. */
function fitted(picture: Size, frame: Size, fit: Look['fit']): Size {
  if (fit === 'none') return picture
  if (fit === 'stretch') return frame
  const [across, down] = [frame.width / picture.width, frame.height / picture.height]
  const factor = fit === 'contain' ? Math.min(across, down) : Math.max(across, down)
  return { width: picture.width * factor, height: picture.height * factor }
}

/** A picture fitted into the middle of the frame, then scaled and turned about its anchor, then moved. */
export function placementOf(picture: Size, frame: Size, fit: Look['fit'], transform: Transform): Placement {
  const { position, scale, rotation, anchor } = transform
  const box = fitted(picture, frame, fit)
  const [width, height] = [box.width * scale.x, box.height * scale.y]
  const pivot = {
    x: frame.width * (0.5 + position.x) + box.width * (anchor.x - 0.5),
    y: frame.height * (0.5 + position.y) + box.height * (anchor.y - 0.5),
  }
  const [dx, dy] = [width * (0.5 - anchor.x), height * (0.5 - anchor.y)]
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: pivot.x + dx * cos - dy * sin, y: pivot.y + dx * sin + dy * cos, width, height, rotation }
}
