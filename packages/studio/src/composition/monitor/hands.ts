import type { Guide, Scene } from '@lemouf/core/timeline'
import { shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { nameOfClip } from '../clip-name.ts'
import type { Editor, Gesture } from '../document/editor.ts'
import type { GizmoMode } from '../document/view-state.ts'
import { text } from '../../text/text.ts'
import { pullTo, type Grip, type Held, type Hold } from './hold.ts'
import { linesOf, NO_LINES, type Lines } from './magnet.ts'
import { clipsAt, pickAt } from './pick.ts'
import { covers, distance, minus, type Point } from './plane.ts'
import { pivotOf, type Pose } from './pose.ts'
import { takeable, type Chosen } from './use-poses.ts'
import { toFrame, type Viewport } from './viewport.ts'

/** What a hand is about. Points are CSS pixels of the stage. */
type Doing =
  | { readonly kind: 'nothing' }
  /** Down, and not yet moved: a click, or a drag that begins. */
  | { readonly kind: 'pointing'; readonly from: Point; readonly grip: Grip | undefined; readonly adds: boolean }
  | { readonly kind: 'holding'; readonly hold: Hold; readonly gesture: Gesture }
  | { readonly kind: 'panning'; readonly at: Point }
  | { readonly kind: 'guiding'; readonly guide: Guide; readonly gesture: Gesture; readonly isNew: boolean; readonly removes: boolean }

const NOTHING: Doing = { kind: 'nothing' }
/** CSS pixels: a hand that goes less far has clicked; what is nearer than that clings. */
const STILL = 3
const CLINGS = 7

/** What hands need of the monitor around them. */
export interface Bench {
  readonly editor: Editor
  readonly scene: ComputedRef<Scene>
  readonly chosen: ComputedRef<Chosen>
  readonly viewport: ComputedRef<Viewport>
  readonly mode: () => GizmoMode
  readonly pan: (by: Point) => void
  /** Tells those who cannot see. */
  readonly say: (sentence: string) => void
}

/** A pointer in the monitor: chooses, moves, scales, turns, pans, and draws guides. One drag is one step of undo. */
export class Hands {
  readonly #bench: Bench
  readonly #doing = shallowRef<Doing>(NOTHING)
  readonly #lines = shallowRef<Lines>(NO_LINES)

  constructor(bench: Bench) {
    this.#bench = bench
  }

  get doing(): Readonly<ShallowRef<Doing>> {
    return this.#doing
  }
  /** Lines that something clings to now, in pixels of the frame. */
  get lines(): Readonly<ShallowRef<Lines>> {
    return this.#lines
  }

  /** A pointer goes down, on a handle or anywhere; `adds` changes the choice by what is there. */
  down(at: Point, grip: Grip | undefined, adds: boolean): void {
    this.bail()
    this.#doing.value = { kind: 'pointing', from: at, grip, adds }
  }

  pan(at: Point): void {
    this.bail()
    this.#doing.value = { kind: 'panning', at }
  }

  /** A guide is taken, or a new one drawn out of a ruler. */
  takeGuide(guide: Guide, isNew: boolean): void {
    this.bail()
    this.#doing.value = { kind: 'guiding', guide, gesture: this.#bench.editor.begin(), isNew, removes: isNew }
  }

  move(at: Point, held: Held): void {
    const doing = this.#doing.value
    switch (doing.kind) {
      case 'nothing':
        return
      case 'panning':
        this.#bench.pan(minus(at, doing.at))
        this.#doing.value = { kind: 'panning', at }
        return
      case 'guiding':
        return this.#guide(doing, at)
      case 'pointing':
        if (distance(at, doing.from) <= STILL) return
        this.#begin(doing.from, doing.grip)
        return this.#pull(at, held)
      case 'holding':
        return this.#pull(at, held)
    }
  }

  /** The pointer is let go: what it did is done. */
  up(): void {
    const doing = this.#doing.value
    this.#rest()
    // The anchor lies where pictures are clicked.
    if (doing.kind === 'pointing' && (doing.grip === undefined || doing.grip.kind === 'anchor')) this.#click(doing.from, doing.adds)
    if (doing.kind === 'holding') {
      doing.gesture.commit()
      this.#tellPose()
    }
    if (doing.kind !== 'guiding') return
    doing.gesture.commit()
    this.#bench.say(doing.removes ? text.monitor.guideRemoved : text.monitor.pixels(doing.guide.at * this.#length(doing.guide)))
  }

  /** As if the pointer had never gone down; whether there was anything to leave. */
  bail(): boolean {
    const doing = this.#doing.value
    this.#rest()
    if (doing.kind !== 'holding' && doing.kind !== 'guiding') return false
    doing.gesture.bail()
    this.#bench.say(text.monitor.bailed)
    return true
  }

  #rest(): void {
    this.#doing.value = NOTHING
    this.#lines.value = NO_LINES
  }

  #click(at: Point, adds: boolean): void {
    const { editor, scene, viewport } = this.#bench
    const here = clipsAt(takeable(editor.project.value, scene.value), toFrame(viewport.value, at))
    const chosen = editor.selection.value
    const [nearest] = here
    const picked = adds ? nearest : pickAt(here, chosen)
    if (adds && picked !== undefined) editor.select(chosen.has(picked) ? [...chosen].filter((id) => id !== picked) : [...chosen, picked])
    else if (!adds) editor.select(picked === undefined ? [] : [picked])
    this.#bench.say(picked === undefined ? text.monitor.nothingChosen : text.monitor.chosen(nameOfClip(editor.project.value, picked) ?? picked, here.length))
  }

  /** A drag begins: with a handle, with what is chosen, or with what is under the hand. */
  #begin(from: Point, grip: Grip | undefined): void {
    const { editor, viewport } = this.#bench
    const start = toFrame(viewport.value, from)
    if (grip === undefined) this.#takeUnder(start)
    const [first, ...others] = this.#bench.chosen.value.free
    if (first === undefined) {
      this.#rest()
      return
    }
    const project = editor.project.value
    const poses = grip === undefined ? mainFirst([first, ...others], start) : [first, ...others] as const
    const hold: Hold = {
      grip: grip ?? gripOf(this.#bench.mode()), poses, from: start, at: start, turned: 0,
      lines: linesOf(project.format, project.guides), reach: CLINGS / viewport.value.scale,
    }
    this.#doing.value = { kind: 'holding', hold, gesture: editor.begin() }
  }

  /** Chooses what is under a hand, unless something chosen is there, or the hand scales or turns what is chosen from anywhere. */
  #takeUnder(at: Point): void {
    const { editor, scene, chosen, mode } = this.#bench
    const { free } = chosen.value
    if (free.some(({ placement }) => covers(placement, at)) || (mode() !== 'move' && free.length > 0)) return
    const [nearest] = clipsAt(takeable(editor.project.value, scene.value), at)
    if (nearest !== undefined) editor.select([nearest])
  }

  #pull(at: Point, held: Held): void {
    const doing = this.#doing.value
    if (doing.kind !== 'holding') return
    const { hold, edits, lines } = pullTo(doing.hold, toFrame(this.#bench.viewport.value, at), held)
    doing.gesture.revise(edits)
    this.#lines.value = lines
    this.#doing.value = { ...doing, hold }
  }

  /** A guide goes with the hand, to whole pixels; off the frame it goes away. */
  #guide(doing: Extract<Doing, { kind: 'guiding' }>, at: Point): void {
    const point = toFrame(this.#bench.viewport.value, at)
    const along = doing.guide.line === 'upright' ? point.x : point.y
    const length = this.#length(doing.guide)
    const removes = along < 0 || along > length
    const guide = { ...doing.guide, at: Math.min(1, Math.max(0, Math.round(along) / length)) }
    doing.gesture.revise(removes ? (doing.isNew ? [] : [{ type: 'removeGuide', guide: guide.id }]) : [{ type: 'putGuide', guide }])
    this.#doing.value = { ...doing, guide, removes }
  }

  #length({ line }: Guide): number {
    const { format } = this.#bench.editor.project.value
    return line === 'upright' ? format.width : format.height
  }

  #tellPose(): void {
    const [pose] = this.#bench.chosen.value.free
    if (pose !== undefined) this.#bench.say(poseSays(pose, this.#bench.mode()))
  }
}

/** Without a handle a hand does what the mode says. */
const gripOf = (mode: GizmoMode): Grip => (mode === 'scale' ? { kind: 'scale', handle: undefined } : { kind: mode })

/** What is under the hand leads: the others follow it. */
function mainFirst(poses: readonly [Pose, ...Pose[]], at: Point): readonly [Pose, ...Pose[]] {
  const main = poses.find(({ placement }) => covers(placement, at)) ?? poses[0]
  return [main, ...poses.filter((pose) => pose !== main)]
}

/** How a picture stands, in a sentence: what the mode is about. */
export function poseSays(pose: Pose, mode: GizmoMode): string {
  const { scale, rotation } = pose.transform
  if (mode === 'scale') return text.monitor.scaled(scale.x, scale.y)
  if (mode === 'rotate') return text.monitor.rotated(rotation)
  const { x, y } = pivotOf(pose)
  return text.monitor.moved(x, y)
}
