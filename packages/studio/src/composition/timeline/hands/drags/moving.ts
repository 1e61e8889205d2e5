import { clipOf, ticks, type Refusal } from '@lemouf/core/timeline'
import { editRefusalSays } from '../../../../text/refusal.ts'
import { text } from '../../../../text/text.ts'
import { RULER, zoneOf } from '../../geometry.ts'
import { membersOf, type Bench } from '../bench.ts'
import { edgesOf, outlookOf, planCarry, reachable, refusedGhosts, type Carried, type Course, type Load } from '../carry.ts'
import type { Drag } from '../drag.ts'
import { pulled, pullOf, type Pull } from '../pull.ts'
import type { Touch } from '../touch.ts'

/**
 * Moves clips in time and from lane to lane, all that are chosen and what is bound to them. Ghosts show what letting go does; the
 * composition stays as it is until then. Ctrl is the other of insert and overwrite, Alt leaves copies, Shift is the other of snapping.
 */
export function moving(bench: Bench, start: Touch, held: string): Drag | undefined {
  const members = membersOf(bench.project, bench.editor.selection.value)
  const holder = members.find(({ clip }) => clip.id === held)
  return holder === undefined ? undefined : new Moving(bench, start, { members, held: holder })
}

class Moving implements Drag {
  readonly cursor = 'grabbing'
  readonly scrolls = 'both'
  readonly #bench: Bench
  readonly #load: Load
  readonly #from: number
  readonly #gesture
  readonly #ids: string
  readonly #moved: ReadonlySet<string>
  readonly #pulls = new Map<boolean, Pull>()
  #planned: Carried | undefined
  #refusal: Refusal | undefined

  constructor(bench: Bench, start: Touch, load: Load) {
    this.#bench = bench
    this.#load = load
    this.#from = bench.momentAt(start.x)
    this.#gesture = bench.editor.begin()
    this.#ids = bench.editor.freshId()
    this.#moved = new Set(load.members.map(({ clip }) => clip.id))
  }

  move(touch: Touch): Drag {
    const { project, view } = this.#bench
    const copies = touch.alt
    const { by, line } = pulled(this.#bench, this.#pull(copies), this.#bench.momentAt(touch.x) - this.#from, touch)
    const course: Course = { by, zone: this.#zone(touch), copies }
    const mode = touch.mod === (view.timeline.mode === 'insert') ? 'overwrite' : 'insert'
    const carried = planCarry(project, this.#load, course, { mode, scope: view.timeline.scope, ids: this.#ids })
    const outlook = carried.ok ? outlookOf(project, carried.value, course.zone) : { refusal: carried.error, shown: { ghosts: [], insert: undefined } }
    this.#planned = carried.ok ? carried.value : undefined
    this.#refusal = outlook.refusal
    this.#bench.show({
      ...outlook.shown,
      ...(outlook.refusal === undefined ? {} : { ghosts: refusedGhosts(this.#load, course) }),
      lifted: copies ? NONE : this.#moved, dropping: true, zone: course.zone, snap: line, hint: this.#hint(touch, by, mode, copies), hovered: undefined,
    })
    return this
  }

  drop(): void {
    const { editor } = this.#bench
    this.#bench.bare()
    const planned = this.#planned
    if (planned === undefined || this.#refusal !== undefined) {
      this.#gesture.bail()
      return editor.refuse(this.#refusal)
    }
    this.#gesture.revise([planned.edit])
    this.#gesture.commit()
    editor.select(planned.ids)
    this.#say(planned.ids)
  }

  #say(ids: readonly string[]): void {
    const { id } = this.#load.held.clip
    const found = clipOf(this.#bench.project, ids.includes(id) ? id : (ids[0] ?? id))
    if (found === undefined) return
    this.#bench.stage.say(text.hands.sayMoved(this.#bench.nameOf(found.clip.id), found.lane.name, this.#bench.timecode(found.clip.start)))
  }

  bail(): void {
    this.#gesture.bail()
    this.#bench.bare()
  }

  /** Gathered once: of copies the originals are edges to snap to. */
  #pull(copies: boolean): Pull {
    const pull = this.#pulls.get(copies) ?? pullOf(this.#bench, edgesOf(this.#load), copies ? NONE : this.#moved)
    this.#pulls.set(copies, pull)
    return pull
  }

  #zone(touch: Touch): Course['zone'] {
    const [view, layout] = [this.#bench.stage.view(), this.#bench.stage.layout()]
    // Above what is shown of the lanes it is the topmost that is shown.
    const zone = zoneOf(layout, view, Math.max(RULER, touch.y))
    return zone === 'ruler' ? 'top' : reachable(this.#bench.project, this.#load, zone, touch.alt)
  }

  #hint(touch: Touch, by: number, mode: 'insert' | 'overwrite', copies: boolean) {
    const said = this.#refusal === undefined ? text.hands.carried(this.#distance(by), mode, copies) : editRefusalSays(this.#refusal)
    return { x: touch.x, y: touch.y, text: said }
  }

  #distance(by: number): string {
    const first = Math.min(...this.#load.members.map(({ clip }) => clip.start))
    const distance = Math.max(by, 0 - first)
    return `${distance < 0 ? '' : '+'}${this.#bench.timecode(ticks(distance))}`
  }
}

const NONE: ReadonlySet<string> = new Set()
