import type { Placement, Size } from '@lemouf/core/timeline'

/** A point or a way; in pixels of the output frame unless said. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An upright box by its edges. */
export interface Edges {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })
export const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y })
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)
export const within = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))

/** A way turned by degrees, clockwise as it is seen. */
export function turned({ x, y }: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: x * cos - y * sin, y: x * sin + y * cos }
}

/** Where on the frame a part of a picture lies: (0, 0) is its top left, (1, 1) its bottom right. */
export function pointOf({ x, y, width, height, rotation }: Placement, part: Point): Point {
  return plus({ x, y }, turned({ x: (part.x - 0.5) * width, y: (part.y - 0.5) * height }, rotation))
}

/** Which part of a picture lies at a point of the frame; the inverse of `pointOf`. */
export function partAt({ x, y, width, height, rotation }: Placement, point: Point): Point {
  const local = turned(minus(point, { x, y }), -rotation)
  return { x: local.x / width + 0.5, y: local.y / height + 0.5 }
}

/** Whether a picture covers a point of the frame. */
export function covers(placement: Placement, point: Point): boolean {
  const { x, y } = partAt(placement, point)
  return x >= 0 && x <= 1 && y >= 0 && y <= 1
}

const CORNERS: readonly Point[] = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }]

/** The corners of a picture on the frame, clockwise from what is its top left. */
export const cornersOf = (placement: Placement): readonly Point[] => CORNERS.map((corner) => pointOf(placement, corner))

/** The upright box around pictures. */
export function boxAround(placements: readonly Placement[]): Edges {
  const corners = placements.flatMap(cornersOf)
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** Whether nothing of a picture is on the frame. */
export function isOutside(placement: Placement, frame: Size): boolean {
  const { left, top, right, bottom } = boxAround([placement])
  return right <= 0 || bottom <= 0 || left >= frame.width || top >= frame.height
}
