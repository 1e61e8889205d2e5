import { act, receive, redo, squashTo, undo, type Edit, type Editing, type Refusal, type Step } from '@lemouf/core/timeline'
import type { LogEntry } from '@lemouf/core/protocol'
import { ok, type Result } from '@lemouf/core/result'
import type { Deed } from './editor.ts'

/** A deed that the server has not confirmed yet. */
export interface Unsent extends Deed {
  /** The request that it was sent as, if it was: it is sent again as the same one, so that it is not done twice. */
  readonly sequence?: number | undefined
}

/** An unsent deed, and the composition after it. */
export interface Waiting extends Unsent {
  readonly after: Editing
}

/** Deeds done again on another composition than they were made on. */
export interface Replayed {
  readonly editing: Editing
  readonly waiting: readonly Waiting[]
  /** Why some could not be done. */
  readonly lost: readonly Refusal[]
}

/** Does edits one after the other, each as a step of its own: all of them, or none where one is refused. */
export function actAll(editing: Editing, edits: readonly Edit[]): Result<Editing, Refusal> {
  let now = editing
  for (const edit of edits) {
    const acted = act(now, edit)
    if (!acted.ok) return acted
    now = acted.value.editing
  }
  return ok(now)
}

/**
 * Does deeds again, each as what it was: what is taken back is the step that it took back, so that the history stays one. A deed that
 * is refused is lost as a whole, and what only took it back or did it again vanishes with it. `refused` came before them and is lost already.
 */
export function replay(before: Editing, deeds: readonly Unsent[], refused?: Deed): Replayed {
  const replayer = new Replayer(before)
  if (refused !== undefined) replayer.miss(refused)
  for (const deed of deeds) replayer.take(deed)
  return replayer
}

class Replayer implements Replayed {
  editing: Editing
  readonly waiting: Waiting[] = []
  readonly lost: Refusal[] = []
  /** Of the steps since the beginning, those done and those undone: whether they are in the editing, or were lost. */
  readonly #done: boolean[] = []
  #undone: boolean[] = []

  constructor(before: Editing) {
    this.editing = before
  }

  miss({ step }: Deed): void {
    if (step === 'follow' || step === 'skip') return
    if (step === 'undo') this.editing = { ...this.editing, done: this.editing.done.slice(0, -1) }
    if (step === 'redo') this.editing = { ...this.editing, undone: this.editing.undone.slice(0, -1) }
    const stack = step === 'undo' ? this.#undone : this.#done
    stack.push(false)
  }

  take(deed: Unsent): void {
    if (deed.step === 'do') this.#act(deed)
    else if (deed.step === 'follow') this.#follow(deed)
    else if (deed.step === 'skip') this.#skip(deed)
    else if (deed.step === 'undo') this.#undo(deed)
    else this.#redo(deed)
  }

  #act(deed: Unsent): void {
    const mark = this.editing
    const acted = actAll(mark, deed.edits)
    if (!acted.ok) this.lost.push(acted.error)
    const isDone = acted.ok && acted.value.project !== mark.project
    if (isDone) this.#keep(squashTo(acted.value, mark), { ...deed, step: 'do' })
    this.#done.push(isDone)
    this.#undone = []
  }

  #follow(deed: Unsent): void {
    const followed = receiveAll(this.editing, deed.edits)
    if (!followed.ok) this.lost.push(followed.error)
    else if (followed.value.project !== this.editing.project) this.#keep(followed.value, deed)
  }

  #skip(deed: Unsent): void {
    if (this.#done.pop() !== false) this.#keep({ ...this.editing, done: this.editing.done.slice(0, -1) }, deed)
  }

  #undo(deed: Unsent): void {
    if (this.#done.pop() === false) return void this.#undone.push(false)
    // Of a history that is not known here any more: all that is left of it is what it did.
    if (this.editing.done.length === 0) return this.#act(deed)
    const turned = undo(this.editing)
    if (turned.ok) this.#keep(turned.value.editing, { ...deed, edits: turned.value.edits })
    else this.#lose(turned.error, { ...this.editing, done: this.editing.done.slice(0, -1) })
    this.#undone.push(turned.ok)
  }

  #redo(deed: Unsent): void {
    if (this.#undone.pop() === false) return void this.#done.push(false)
    if (this.editing.undone.length === 0) return this.#act(deed)
    const turned = redo(this.editing)
    if (turned.ok) this.#keep(turned.value.editing, { ...deed, edits: turned.value.edits })
    else this.#lose(turned.error, { ...this.editing, undone: this.editing.undone.slice(0, -1) })
    this.#done.push(turned.ok)
  }

  #keep(after: Editing, deed: Unsent): void {
    this.editing = after
    this.waiting.push({ ...deed, after })
  }

  #lose(refusal: Refusal, editing: Editing): void {
    this.lost.push(refusal)
    this.editing = editing
  }
}

/** Takes in what the server's history tells. What this window had done by the server can be undone here like an own edit; the rest belongs to others. */
export function takeIn(before: Editing, entries: readonly LogEntry[], isOwn: (entry: LogEntry) => boolean): Result<Editing, Refusal> {
  let editing = before
  for (const entry of entries) {
    const taken = isOwn(entry) ? again(editing, entry) : receiveAll(editing, entry.edits)
    if (!taken.ok) return taken
    editing = taken.value
  }
  return ok(editing)
}

/** Does what this window had done, as the step that it was. */
function again(editing: Editing, { edits, step }: LogEntry): Result<Editing, Refusal> {
  if (step === 'follow') return receiveAll(editing, edits)
  const acted = actAll(editing, edits)
  if (!acted.ok || step === 'do') return acted.ok ? ok(squashTo(acted.value, editing)) : acted
  const { project, done } = squashTo(acted.value, editing)
  const { done: before, undone } = editing
  return ok(step === 'undo' ? { ...editing, project, done: before.slice(0, -1), undone: [...undone, ...before.slice(-1)] } : { ...editing, project, done, undone: undone.slice(0, -1) })
}

/**
 * Which entries of the server's history are deeds that wait here, and what is left of those. They are known by their gesture, whatever
 * name they were sent under: another window may have sent what this one had left behind.
 */
export function storedOf(waiting: readonly Waiting[], entries: readonly LogEntry[]): { readonly own: ReadonlySet<LogEntry>; readonly left: readonly Waiting[] } {
  const left = [...waiting]
  const own = entries.filter(({ gesture }) => {
    const index = left.findIndex((one) => one.gesture === gesture)
    if (index !== -1) left.splice(index, 1)
    return index !== -1
  })
  return { own: new Set(own), left }
}

/** Does edits one after the other that are nobody's to undo here: all of them, or none where one is refused. */
export function receiveAll(editing: Editing, edits: readonly Edit[]): Result<Editing, Refusal> {
  let now = editing
  for (const edit of edits) {
    const received = receive(now, edit)
    if (!received.ok) return received
    now = received.value
  }
  return ok(now)
}

/** The steps that a window has done and undone, from the server's history with inverses; requests of one gesture are one step. */
export function historyOf(entries: readonly LogEntry[], client: string): Pick<Editing, 'done' | 'undone'> {
  let [done, undone]: [Step[], Step[]] = [[], []]
  let gesture: string | null = null
  for (const entry of entries.filter((one) => one.client === client && one.edits.length > 0 && one.step !== 'follow')) {
    const step: Step = { edits: entry.edits, inverses: entry.inverses ?? [] }
    const isMore = gesture !== null && entry.gesture === gesture
    if (entry.step === 'do') {
      done.push(isMore ? joined(done.pop(), step) : step)
      undone = []
    } else if (entry.step === 'undo') {
      if (!isMore) undone.push(...takenBack(done, entry.edits))
    } else if (isMore) {
      done.push(joined(done.pop(), step))
    } else if (undone.pop() !== undefined) {
      done.push(step)
    }
    gesture = entry.gesture
  }
  return { done, undone }
}

const joined = (first: Step | undefined, more: Step): Step => (first === undefined ? more : { edits: [...first.edits, ...more.edits], inverses: [...more.inverses, ...first.inverses] })

/** Takes from what was done the step that these edits took back, and those after it, which were passed over because they could not be. */
function takenBack(done: Step[], edits: readonly Edit[]): readonly Step[] {
  const text = JSON.stringify(edits)
  return done.splice(done.findLastIndex(({ inverses }) => JSON.stringify(inverses) === text)).slice(0, 1)
}
