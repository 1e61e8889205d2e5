import type { Edit, Transform } from '@lemouf/core/timeline'
import { cling, clingAngle, clingFactor, NO_LINES, turnBetween, type Lines } from './magnet.ts'
import { boxAround, minus, plus, pointOf, turned, type Point } from './plane.ts'
import { anchoredAt, armOf, heldPart, moved, partOf, pivotOf, pulled, rotatedBy, scaledAbout, type Handle, type Pose } from './pose.ts'

/** What a hand has hold of. Without a handle, `scale` pulls from anywhere in the picture. */
export type Grip =
  | { readonly kind: 'move' }
  | { readonly kind: 'scale'; readonly handle: Handle | undefined }
  | { readonly kind: 'rotate' }
  | { readonly kind: 'anchor' }

/** Keys that are held while a hand pulls. */
export interface Held {
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl or ⌘. */
  readonly mod: boolean
}

/** Pictures in a hand: the first is the one that has the gizmo. */
export interface Hold {
  readonly grip: Grip
  readonly poses: readonly [Pose, ...Pose[]]
  /** Where it was taken. */
  readonly from: Point
  readonly lines: Lines
  /** How far lines reach, in pixels of the frame. */
  readonly reach: number
  /** Degrees turned so far, so that a hand can go round more than once. */
  readonly turned: number
  readonly at: Point
}

/** What comes of it, and the lines that hold. */
export interface Pulled {
  readonly hold: Hold
  readonly edits: readonly Edit[]
  readonly lines: Lines
}

/** Degrees within which a picture straightens by itself, and the steps of Shift. */
const STRAIGHTENS_WITHIN = 3
const STEP = 15

/** A hand has gone to a point of the frame. */
export function pullTo(hold: Hold, to: Point, held: Held): Pulled {
  const on = { ...hold, at: to, turned: hold.turned + turnSince(hold, to) }
  const { edits, lines } = editsOf(on, held)
  return { hold: on, edits, lines }
}

export const editOf = (pose: Pose, set: Partial<Transform>): Edit => ({ type: 'transform', clips: [pose.clip], set })

type Outcome = Omit<Pulled, 'hold'>

function editsOf(hold: Hold, held: Held): Outcome {
  switch (hold.grip.kind) {
    case 'move':
      return move(hold, held)
    case 'scale':
      return hold.grip.handle === undefined ? scaleAnywhere(hold) : scale(hold, hold.grip.handle, held)
    case 'rotate':
      return rotate(hold, held)
    case 'anchor':
      return anchor(hold, held)
  }
}

/** Shift keeps to one axis. */
function move({ poses, from, at, lines, reach }: Hold, { shift, mod }: Held): Outcome {
  const way = minus(at, from)
  const by = shift ? (Math.abs(way.x) > Math.abs(way.y) ? { x: way.x, y: 0 } : { x: 0, y: way.y }) : way
  const { left, top, right, bottom } = boxAround(poses.map(({ placement }) => placement))
  const box = { left: left + by.x, top: top + by.y, right: right + by.x, bottom: bottom + by.y }
  const open = { upright: shift && by.x === 0 ? [] : lines.upright, lying: shift && by.y === 0 ? [] : lines.lying }
  const clung = cling(box, mod ? NO_LINES : open, reach)
  return { edits: poses.map((pose) => editOf(pose, moved(pose, plus(by, clung.by)))), lines: clung.lines }
}

/** The one with the handle follows the hand; the others are scaled as much, each about its own anchor. */
function scale(hold: Hold, handle: Handle, { shift, alt, mod }: Held): Outcome {
  const { poses, from, at } = hold
  const [pose, ...others] = poses
  const about = heldPart(pose, handle, alt)
  const raw = pulled(pose, handle, about, minus(at, from), shift)
  const { factors, lines } = mod ? { factors: raw, lines: NO_LINES } : clungFactors(hold, handle, about, raw, shift)
  const edits = [editOf(pose, scaledAbout(pose, factors, about)), ...others.map((other) => editOf(other, scaledAbout(other, factors, other.transform.anchor)))]
  return { edits, lines }
}

function clungFactors({ poses: [pose], lines, reach }: Hold, handle: Handle, about: Point, raw: Point, free: boolean): { readonly factors: Point; readonly lines: Lines } {
  const start = pointOf(pose.placement, about)
  const arm = armOf(pose, handle, about)
  const across = (way: Point): Point => turned(way, pose.transform.rotation)
  if (handle.x !== 0 && handle.y !== 0 && !free) {
    const clung = clingFactor(start, across(arm), raw.x, lines, reach)
    return { factors: { x: clung.factor, y: clung.factor }, lines: clung.lines }
  }
  // Axes that do not lie as the frame's do would each have to know of the other.
  if (pose.transform.rotation % 90 !== 0) return { factors: raw, lines: NO_LINES }
  const along = (axis: 'x' | 'y') => clingFactor(start, across(axis === 'x' ? { x: arm.x, y: 0 } : { x: 0, y: arm.y }), raw[axis], lines, reach)
  const [x, y] = [along('x'), along('y')]
  return { factors: { x: x.factor, y: y.factor }, lines: { upright: [...x.lines.upright, ...y.lines.upright], lying: [...x.lines.lying, ...y.lines.lying] } }
}

/** From anywhere: to the right and up makes larger, twice as large in half a frame. */
function scaleAnywhere({ poses, from, at }: Hold): Outcome {
  const { width } = poses[0].frame
  const way = minus(at, from)
  const factor = 2 ** ((way.x - way.y) / (width / 2))
  return { edits: poses.map((pose) => editOf(pose, scaledAbout(pose, { x: factor, y: factor }, pose.transform.anchor))), lines: NO_LINES }
}

/** Shift goes in steps of 15°; otherwise what is nearly straight becomes straight. */
function rotate({ poses, turned: by }: Hold, { shift, mod }: Held): Outcome {
  const [pose] = poses
  const free = pose.transform.rotation + by
  const to = mod ? free : clingAngle(free, STRAIGHTENS_WITHIN, shift ? STEP : undefined)
  return { edits: poses.map((one) => editOf(one, rotatedBy(one, to - pose.transform.rotation))), lines: NO_LINES }
}

/** The anchor clings to corners, edges and middle of its picture. */
function anchor({ poses: [pose], from, at, reach }: Hold, { mod }: Held): Outcome {
  const free = plus(pivotOf(pose), minus(at, from))
  const near = mod ? undefined : PARTS.map((part) => pointOf(pose.placement, part)).find((point) => Math.hypot(point.x - free.x, point.y - free.y) <= reach)
  return { edits: [editOf(pose, anchoredAt(pose, near ?? free))], lines: NO_LINES }
}
const PARTS = ([-1, 0, 1] as const).flatMap((x) => ([-1, 0, 1] as const).map((y) => partOf({ x, y })))

/** Degrees that a hand has gone round the anchor since it was last looked at. */
function turnSince({ grip, poses: [pose], at }: Hold, to: Point): number {
  if (grip.kind !== 'rotate') return 0
  const pivot = pivotOf(pose)
  const angleOf = (point: Point): number => (Math.atan2(point.y - pivot.y, point.x - pivot.x) * 180) / Math.PI
  return turnBetween(angleOf(at), angleOf(to))
}
