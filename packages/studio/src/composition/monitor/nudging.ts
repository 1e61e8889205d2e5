import type { ComputedRef } from 'vue'
import type { Editor, Gesture } from '../document/editor.ts'
import type { GizmoMode } from '../document/view-state.ts'
import { editOf } from './hold.ts'
import { plus, type Point } from './plane.ts'
import { moved, rotatedBy, scaledAbout, type Pose } from './pose.ts'
import type { Chosen } from './use-poses.ts'

const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } }

/** The way of an arrow key; undefined for other keys. */
export const wayOf = (key: string): Point | undefined => ARROWS[key]

/** How much a step is: pixels of the output, parts, degrees; and with Shift. */
const STEPS = { move: [1, 10], scale: [0.01, 0.1], rotate: [1, 15] } as const
/** A wheel at rest for so long has done what it did. */
const PAUSE_MS = 400

/** Small steps by arrow keys and wheel. As long as a key is held or a wheel turns it is one step of undo. */
export class Nudging {
  readonly #editor: Editor
  readonly #chosen: ComputedRef<Chosen>
  #open: { readonly gesture: Gesture; readonly poses: readonly Pose[]; readonly mode: GizmoMode; readonly way: Point } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(editor: Editor, chosen: ComputedRef<Chosen>) {
    this.#editor = editor
    this.#chosen = chosen
  }

  /** Goes on by a step; whether there is something chosen to do it to. */
  step(mode: GizmoMode, way: Point, large: boolean): boolean {
    const size = STEPS[mode][large ? 1 : 0]
    return this.by(mode, { x: way.x * size, y: way.y * size })
  }

  /** Goes on by a way: in pixels, parts of the size, or degrees; right and up is more. */
  by(mode: GizmoMode, way: Point): boolean {
    if (this.#open !== undefined && this.#open.mode !== mode) this.rest()
    const poses = this.#open?.poses ?? this.#chosen.value.free
    if (poses.length === 0) return false
    const open = { gesture: this.#open?.gesture ?? this.#editor.begin(), poses, mode, way: plus(this.#open?.way ?? { x: 0, y: 0 }, way) }
    this.#open = open
    open.gesture.revise(poses.map((pose) => editOf(pose, changeOf(pose, mode, open.way))))
    return true
  }

  /** As `by`, done once nothing more has come for a moment. */
  byWheel(mode: GizmoMode, way: Point): boolean {
    const isDone = this.by(mode, way)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.rest(), PAUSE_MS)
    return isDone
  }

  /** Lets go: what was nudged is done. */
  rest(): void {
    clearTimeout(this.#timer)
    this.#open?.gesture.commit()
    this.#open = undefined
  }

  /** As if nothing had been nudged; whether there was anything to leave. */
  bail(): boolean {
    const open = this.#open
    clearTimeout(this.#timer)
    this.#open = undefined
    open?.gesture.bail()
    return open !== undefined
  }
}

function changeOf(pose: Pose, mode: GizmoMode, way: Point) {
  if (mode === 'move') return moved(pose, way)
  if (mode === 'rotate') return rotatedBy(pose, way.x - way.y)
  const factor = Math.max(0, 1 + way.x - way.y)
  return scaledAbout(pose, { x: factor, y: factor }, pose.transform.anchor)
}
