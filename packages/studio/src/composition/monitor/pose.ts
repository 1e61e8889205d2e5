import { placementOf, type Placement, type Size, type Transform, type VideoClip } from '@lemouf/core/timeline'
import { minus, partAt, plus, pointOf, turned, within, type Point } from './plane.ts'

/** A picture on the frame as it stands when a hand takes it. */
export interface Pose {
  readonly clip: string
  readonly picture: Size
  readonly frame: Size
  readonly fit: VideoClip['look']['fit']
  readonly transform: Transform
  readonly placement: Placement
}

/** A handle of the box around a picture: −1, 0 or 1 across and down. Both are not 0 for a corner. */
export interface Handle {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}
export const HANDLES: readonly Handle[] = [
  { x: -1, y: -1 }, { x: 0, y: -1 }, { x: 1, y: -1 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }, { x: -1, y: 1 }, { x: -1, y: 0 },
]

export const poseOf = (clip: VideoClip, picture: Size, frame: Size): Pose => ({
  clip: clip.id, picture, frame, fit: clip.look.fit, transform: clip.transform, placement: placementOf(picture, frame, clip.look.fit, clip.transform),
})

/** The part of a picture that a handle is at. */
export const partOf = ({ x, y }: Handle): Point => ({ x: (x + 1) / 2, y: (y + 1) / 2 })

/** Where on the frame the anchor is, about which the picture is scaled and turned. */
export const pivotOf = ({ placement, transform }: Pose): Point => pointOf(placement, transform.anchor)

/** The size of the picture before it is scaled. */
const fitted = ({ placement, transform }: Pose): Size => ({ width: placement.width / transform.scale.x, height: placement.height / transform.scale.y })

/** The transform that has the anchor at another place. */
const atPivot = (pose: Pose, pivot: Point, change: Partial<Transform>): Partial<Transform> => ({ ...change, position: shifted(pose, minus(pivot, pivotOf(pose))) })

function shifted({ transform: { position }, frame }: Pose, by: Point): Point {
  return { x: within(-100, position.x + by.x / frame.width, 100), y: within(-100, position.y + by.y / frame.height, 100) }
}

/** Moved by a way on the frame. */
export const moved = (pose: Pose, by: Point): Partial<Transform> => ({ position: shifted(pose, by) })

/** Of the frame's shorter side: a hand makes nothing smaller, so that it can still be taken hold of. The inspector's fields can. */
const LEAST = 1 / 50

/**
 * Scaled by factors about a part of the picture, which stays where it is. Never smaller than can be grabbed, unless it was, nor beyond what
 * a composition can say; what keeps its shape keeps it there too.
 */
export function scaledAbout(pose: Pose, wished: Point, about: Point): Partial<Transform> {
  const { transform: { scale: from, anchor, rotation }, placement } = pose
  const box = fitted(pose)
  const factors = graspable(pose, wished)
  const scale = { x: within(0.001, from.x * factors.x, 1000), y: within(0.001, from.y * factors.y, 1000) }
  const grown = { x: placement.width - box.width * scale.x, y: placement.height - box.height * scale.y }
  const pivot = plus(pivotOf(pose), turned({ x: (about.x - anchor.x) * grown.x, y: (about.y - anchor.y) * grown.y }, rotation))
  return atPivot(pose, pivot, { scale })
}

function graspable({ placement, frame }: Pose, factors: Point): Point {
  const least = Math.min(frame.width, frame.height) * LEAST
  const floor = { x: Math.min(1, least / placement.width), y: Math.min(1, least / placement.height) }
  if (factors.x !== factors.y) return { x: Math.max(floor.x, factors.x), y: Math.max(floor.y, factors.y) }
  const factor = Math.max(Math.min(floor.x, floor.y), factors.x)
  return { x: factor, y: factor }
}

/** Turned by degrees about its anchor. */
export const rotatedBy = (pose: Pose, by: number): Partial<Transform> => ({ rotation: within(-36_000, pose.transform.rotation + by, 36_000) })

/** With its anchor at a point of the frame; the picture stays where it is. */
export function anchoredAt(pose: Pose, point: Point): Partial<Transform> {
  const part = partAt(pose.placement, point)
  const anchor = { x: within(-10, part.x, 10), y: within(-10, part.y, 10) }
  const box = fitted(pose)
  const pivot = pointOf(pose.placement, anchor)
  return {
    anchor,
    position: { x: (pivot.x - box.width * (anchor.x - 0.5)) / pose.frame.width - 0.5, y: (pivot.y - box.height * (anchor.y - 0.5)) / pose.frame.height - 0.5 },
  }
}

/** What stays in place while a handle is pulled: the anchor, or what is opposite; that also where the anchor is at the handle itself. */
export function heldPart({ transform: { anchor } }: Pose, handle: Handle, opposite: boolean): Point {
  const part = partOf(handle)
  const other = partOf({ x: -handle.x as Handle['x'], y: -handle.y as Handle['y'] })
  const isAt = (axis: 'x' | 'y'): boolean => handle[axis] !== 0 && Math.abs(part[axis] - anchor[axis]) < CLOSE
  return opposite || isAt('x') || isAt('y') ? other : anchor
}
/** Parts of a picture nearer than this cannot be told from one another by a hand. */
const CLOSE = 0.02

/**
 * The way of a handle to what stays in place, along the axes of the picture and before it is turned: what is multiplied when it is scaled.
 * An edge has a way along one axis only.
 */
export function armOf({ placement: { width, height } }: Pose, handle: Handle, about: Point): Point {
  const part = partOf(handle)
  return { x: handle.x === 0 ? 0 : (part.x - about.x) * width, y: handle.y === 0 ? 0 : (part.y - about.y) * height }
}

/** By how much a picture is scaled when a handle is pulled by a way on the frame: corners evenly unless they are free, edges along their axis. */
export function pulled(pose: Pose, handle: Handle, about: Point, by: Point, free: boolean): Point {
  const arm = armOf(pose, handle, about)
  const way = turned(by, -pose.transform.rotation)
  const along = (axis: 'x' | 'y'): number => (arm[axis] === 0 ? 1 : Math.max(0, 1 + way[axis] / arm[axis]))
  if (handle.x === 0 || handle.y === 0 || free) return { x: along('x'), y: along('y') }
  const length = arm.x * arm.x + arm.y * arm.y
  const factor = length === 0 ? 1 : Math.max(0, 1 + (way.x * arm.x + way.y * arm.y) / length)
  return { x: factor, y: factor }
}
