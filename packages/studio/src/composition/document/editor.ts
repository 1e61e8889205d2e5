import { bailTo, clipOf, editSchema, redo, revise, squashTo, startEditing, undo, type Done, type Edit, type Editing, type Mark, type Project, type Refusal, type Step } from '@lemouf/core/timeline'
import { fail, ok, type Result } from '@lemouf/core/result'
import { computed, inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { refusalSaying } from '../../text/refusal.ts'
import { text } from '../../text/text.ts'
import { freshName } from './identity.ts'
import { actAll, receiveAll } from './steps.ts'

/** What somebody here did, as the server is told it: all edits of one step. */
export interface Deed {
  readonly edits: readonly Edit[]
  /** `follow`: it came by itself, and is nobody's to undo. */
  /** `skip`: a step that could not be undone is passed over; nothing else knows of it. */
  readonly step: 'do' | 'undo' | 'redo' | 'follow' | 'skip'
  /** Fresh for each step. */
  readonly gesture: string
}

/** A drag, or whatever else shows what it would do before it is done: one step of undo, however many moves it takes. */
export interface Gesture {
  /** Does these edits in place of those of the last call. What is refused leaves the composition as it was before the gesture, and is told. */
  readonly revise: (edits: readonly Edit[]) => Refusal | undefined
  /** Lets go: what is there is done. */
  readonly commit: () => void
  /** As if nothing had been done: Escape. */
  readonly bail: () => void
}

/**
 * A composition being edited in this window. The project is an immutable snapshot; whoever wants to change it does an edit.
 * Nothing here is wrapped in `readonly()`, which would wrap every object of the document: who draws compares them by identity.
 */
export class Editor {
  readonly id: string
  /** For what an edit makes. */
  readonly freshId = freshName
  readonly #project: ShallowRef<Project>
  readonly #selection = shallowRef<ReadonlySet<string>>(new Set())
  readonly #refusal = shallowRef<Refusal>()
  readonly #blocked = shallowRef<{ readonly step: Step | undefined; readonly refusal: Refusal }>()
  readonly #depth = shallowRef({ done: 0, undone: 0 })
  readonly #gesture = shallowRef<Gesture>()
  readonly #listeners = new Set<(deed: Deed) => void>()
  #editing: Editing

  constructor(opened: Project) {
    this.id = opened.id
    this.#editing = startEditing(opened)
    this.#project = shallowRef(opened)
  }

  get project(): Readonly<ShallowRef<Project>> {
    return this.#project
  }
  /** Chosen clips, all of them in the composition. */
  get selection(): Readonly<ShallowRef<ReadonlySet<string>>> {
    return this.#selection
  }
  /** Why the last edit was not done; until the next one is, or it is put away. */
  get refusal(): Readonly<ShallowRef<Refusal | undefined>> {
    return this.#refusal
  }
  /** The composition and its history. Reactive through `project` alone. */
  get editing(): Editing {
    return this.#editing
  }
  readonly canUndo = computed(() => this.#depth.value.done > 0)
  readonly canRedo = computed(() => this.#depth.value.undone > 0)
  /** Whether a gesture is under way: news of others has to wait for its end. */
  readonly busy = computed(() => this.#gesture.value !== undefined)

  /** Whether the undo that was just refused would be passed over by another. */
  readonly canPassOver = computed(() => this.#blocked.value !== undefined && this.#blocked.value.refusal === this.#refusal.value)

  /** Does edits as one step, all or none. */
  apply(...edits: readonly Edit[]): boolean {
    this.#gesture.value?.commit()
    const mark = this.#editing
    const acted = edits.every(isSound) ? actAll(mark, edits) : fail(unsound())
    this.#refusal.value = acted.ok ? undefined : acted.error
    if (acted.ok) this.#finish(acted.value, mark)
    return acted.ok
  }

  /** Does edits that come by themselves, all or none, beside the history: what was undone can still be done again. */
  follow(...edits: readonly Edit[]): Result<void, Refusal> {
    this.#gesture.value?.commit()
    const before = this.#editing.project
    const followed = receiveAll(this.#editing, edits)
    if (!followed.ok) return followed
    this.replace(followed.value)
    if (this.#editing.project !== before) this.#tell(edits, 'follow')
    return ok(undefined)
  }

  /** Begins a gesture; one that is still open is let go. */
  begin(): Gesture {
    this.#gesture.value?.commit()
    const mark = this.#editing
    const isOpen = (): boolean => this.#gesture.value === gesture
    const end = (): boolean => {
      if (!isOpen()) return false
      this.#gesture.value = undefined
      return true
    }
    const gesture: Gesture = {
      revise: (edits) => (isOpen() ? this.#revise(mark, edits) : undefined),
      commit: () => { if (end()) this.#letGo(mark) },
      bail: () => { if (end()) this.replace(back(this.#editing, mark)) },
    }
    this.#gesture.value = gesture
    return gesture
  }

  /** Takes back the last step. Where it cannot be, since others changed the same, that is said, and the next undo goes on with the step before. */
  undo(): void {
    if (this.canPassOver.value && this.#blocked.value?.step === this.#editing.done.at(-1)) this.#passOver()
    this.#turn('undo', undo)
    const refusal = this.#refusal.value
    this.#blocked.value = refusal === undefined ? undefined : { step: this.#editing.done.at(-1), refusal }
  }

  redo(): void {
    this.#turn('redo', redo)
  }

  /** Chooses these clips and no others. */
  select(clips: Iterable<string>): void {
    this.#selection.value = stillThere(this.#editing.project, new Set(clips))
  }

  /** Says why something is not done; nothing puts that away. */
  refuse(refusal: Refusal | undefined): void {
    this.#refusal.value = refusal
  }

  /** Hears of everything that was done here, in order, until the returned function is called. */
  onDone(heard: (deed: Deed) => void): () => void {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }

  /** Puts another state of the same composition in place: what others did is in it. */
  replace(editing: Editing): void {
    this.#show(editing)
    this.#selection.value = stillThere(editing.project, this.#selection.value)
  }

  #revise(mark: Mark, edits: readonly Edit[]): Refusal | undefined {
    const revised = reviseAll(this.#editing, mark, edits)
    const refused = revised.ok ? undefined : revised.error
    this.#refusal.value = refused
    this.#show(revised.ok ? revised.value : back(this.#editing, mark))
    return refused
  }

  /** What was dragged to where the server would not take it goes back. */
  #letGo(mark: Mark): void {
    if (since(this.#editing, mark).every(isSound)) return this.#finish(this.#editing, mark)
    this.replace(back(this.#editing, mark))
    this.#refusal.value = unsound()
  }

  #passOver(): void {
    this.replace({ ...this.#editing, done: this.#editing.done.slice(0, -1) })
    for (const heard of this.#listeners) heard({ edits: [], step: 'skip', gesture: freshName() })
  }

  #finish(editing: Editing, mark: Mark): void {
    this.replace(squashTo(editing, mark))
    this.#tell(since(this.#editing, mark), 'do')
  }

  #turn(step: 'undo' | 'redo', turn: (editing: Editing) => Result<Done, Refusal>): void {
    this.#gesture.value?.bail()
    const turned = turn(this.#editing)
    this.#refusal.value = turned.ok ? undefined : turned.error
    if (!turned.ok) return
    this.replace(turned.value.editing)
    this.#tell(turned.value.edits, step)
  }

  #show(editing: Editing): void {
    this.#editing = editing
    this.#project.value = editing.project
    const { done, undone } = this.#depth.value
    if (done !== editing.done.length || undone !== editing.undone.length) this.#depth.value = { done: editing.done.length, undone: editing.undone.length }
  }

  #tell(edits: readonly Edit[], step: Deed['step']): void {
    if (edits.length > 0) for (const heard of this.#listeners) heard({ edits, step, gesture: freshName() })
  }
}

export const EDITOR: InjectionKey<Editor> = Symbol('editor')

/** The editor of the composition that is open around a component. */
export function useEditor(): Editor {
  const editor = inject(EDITOR)
  if (editor === undefined) throw new Error('There is no composition open here')
  return editor
}

function reviseAll(editing: Editing, mark: Mark, [first, ...rest]: readonly Edit[]): Result<Editing, Refusal> {
  if (first === undefined) return ok(back(editing, mark))
  const revised = revise(editing, mark, first)
  return revised.ok ? actAll(revised.value.editing, rest) : fail(revised.error)
}

/** The editing of a mark. Nothing of others comes in between, since news waits for the end of a gesture: it cannot be refused. */
function back(editing: Editing, mark: Mark): Editing {
  const bailed = bailTo(editing, mark)
  if (!bailed.ok) throw new Error(bailed.error.message)
  return bailed.value.editing
}

/** Whether the server will read it: no value is beyond what a composition can hold. */
const isSound = (edit: Edit): boolean => editSchema.safeParse(edit).success
const unsound = (): Refusal => refusalSaying(text.composition.beyondRange)

const since = (editing: Editing, mark: Mark): readonly Edit[] => editing.done.slice(mark.done.length).flatMap(({ edits }) => edits)

/** Of chosen clips those that are in the composition; the very same set where all are. */
function stillThere(project: Project, chosen: ReadonlySet<string>): ReadonlySet<string> {
  if (chosen.size === 0) return chosen
  const here = chosen.size > FEW ? new Set(project.lanes.flatMap(({ clips }) => clips.map(({ id }) => id))) : { has: (id: string) => clipOf(project, id) !== undefined }
  const left = [...chosen].filter((id) => here.has(id))
  return left.length === chosen.size ? chosen : new Set(left)
}
/** Up to so many clips are looked for one by one. */
const FEW = 8
