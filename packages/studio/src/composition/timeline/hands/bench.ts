import { clipOf, companions, formatTimecode, ticks, toFrame, type Located, type Project, type Ticks } from '@lemouf/core/timeline'
import { nameOfClip } from '../../clip-name.ts'
import type { Editor } from '../../document/editor.ts'
import type { ViewState } from '../../document/view-state.ts'
import type { Transport } from '../../playback/transport.ts'
import type { Stage } from '../stage.ts'
import { BARE, type Surface } from '../surface.ts'
import { hitAt, type Hit } from './hit.ts'
import type { Touch } from './touch.ts'

/** Everything that tools work with. Nothing of it needs a page: they are tried without one. */
export class Bench {
  readonly editor: Editor
  readonly view: ViewState
  readonly transport: Transport
  readonly stage: Stage
  #focused: string | undefined

  constructor(editor: Editor, view: ViewState, transport: Transport, stage: Stage) {
    this.editor = editor
    this.view = view
    this.transport = transport
    this.stage = stage
  }

  get project(): Project {
    return this.editor.project.value
  }

  /** The clip that keys go on from: the one that was chosen last, as long as it is chosen. */
  get focused(): string | undefined {
    const chosen = this.editor.selection.value
    if (this.#focused !== undefined && chosen.has(this.#focused)) return this.#focused
    const [first] = chosen
    return first
  }
  set focused(clip: string | undefined) {
    this.#focused = clip
  }

  hit(touch: Touch): Hit {
    const { markIn, markOut } = this.view
    return hitAt({ project: this.project, view: this.stage.view(), layout: this.stage.layout(), marks: { in: markIn, out: markOut }, selection: this.editor.selection.value }, touch)
  }

  /** The moment at a place on the canvas; before zero where a hand is left of it. */
  momentAt(x: number): number {
    const { from, scale } = this.stage.view()
    return Math.round(from + x * scale)
  }

  /** The beginning of the frame that a place stands for. */
  frameAt(x: number): Ticks {
    return toFrame(ticks(Math.max(0, this.momentAt(x))), this.project.format.fps)
  }

  /** Shows something beyond the composition, beside what is shown already. */
  show(change: Partial<Surface>): void {
    const { surface } = this.stage
    const isNew = (Object.keys(change) as (keyof Surface)[]).some((key) => surface.value[key] !== change[key])
    if (isNew) surface.value = { ...surface.value, ...change }
  }

  /** Nothing is shown any more but the composition. */
  bare(): void {
    if (this.stage.surface.value !== BARE) this.stage.surface.value = BARE
  }

  timecode(at: number): string {
    const { fps } = this.project.format
    return `${at < 0 ? '−' : ''}${formatTimecode(ticks(Math.abs(at)), fps)}`
  }

  /** Chooses clips with what they are linked and grouped with: alone, beside those that are chosen, or none of them any more. */
  choose(ids: readonly string[], how: 'only' | 'add' | 'toggle' = 'only'): void {
    const named = withCompanions(this.project, ids)
    const before = this.editor.selection.value
    const [first] = ids
    this.#focused = first
    if (how === 'only') return this.editor.select(named)
    const isOut = how === 'toggle' && named.every((id) => before.has(id))
    this.editor.select(isOut ? [...before].filter((id) => !named.includes(id)) : [...before, ...named])
  }

  /** A clip as it is called. */
  nameOf(clip: string): string {
    return nameOfClip(this.project, clip) ?? ''
  }
}

/** Clips and all that moves with them, by id. */
export const withCompanions = (project: Project, ids: Iterable<string>): readonly string[] => membersOf(project, ids).map(({ clip }) => clip.id)

/** Clips and all that moves with them. */
export function membersOf(project: Project, ids: Iterable<string>): readonly Located[] {
  return companions(project, [...new Set(ids)].flatMap((id) => clipOf(project, id) ?? []), ['link', 'group'])
}
