import { ok, type Result } from '../result.ts'
import { applyAll, applyEdit } from './apply.ts'
import type { Edit } from './edit.ts'
import type { Project } from './project.ts'
import type { Refusal } from './refusal.ts'

/** What one undo takes back: a single edit, or all edits of a gesture. */
export interface Step {
  readonly edits: readonly Edit[]
  /** In the order in which they have to be done. */
  readonly inverses: readonly Edit[]
}

/** A composition being edited, with what was done to it here. Immutable; every function gives a new one. */
export interface Editing {
  readonly project: Project
  readonly done: readonly Step[]
  /** What redo brings back, the next one last. */
  readonly undone: readonly Step[]
  /** How many edits of others it has received. */
  readonly received: number
}

/** An editing after something was done, and the edits that were: what a server has to be told. */
export interface Done {
  readonly editing: Editing
  readonly edits: readonly Edit[]
}

/** A place in the history that a gesture starts from, which a tool keeps from pointer down to pointer up: the editing as it was then. */
export type Mark = Editing

export const startEditing = (project: Project): Editing => ({ project, done: [], undone: [], received: 0 })

/** Does an edit. What changes nothing leaves no step, and what was undone before is gone. */
export function act(editing: Editing, edit: Edit): Result<Done, Refusal> {
  const applied = applyEdit(editing.project, edit)
  if (!applied.ok) return applied
  const { project, inverse } = applied.value
  if (project === editing.project) return ok({ editing, edits: [] })
  return ok({ editing: { ...editing, project, done: [...editing.done, { edits: [edit], inverses: [inverse] }], undone: [] }, edits: [edit] })
}

/** Does somebody else's edit: it is none of ours to undo. */
export function receive(editing: Editing, edit: Edit): Result<Editing, Refusal> {
  const applied = applyEdit(editing.project, edit)
  return applied.ok ? ok({ ...editing, project: applied.value.project, received: editing.received + 1 }) : applied
}

/** Takes the last step back. Refused as `stale` when somebody else has changed the same since; nothing to undo gives the same. */
export function undo(editing: Editing): Result<Done, Refusal> {
  const step = editing.done.at(-1)
  if (step === undefined) return ok({ editing, edits: [] })
  const applied = applyAll(editing.project, step.inverses)
  if (!applied.ok) return applied
  const { project } = applied.value
  return ok({ editing: { ...editing, project, done: editing.done.slice(0, -1), undone: [...editing.undone, step] }, edits: step.inverses })
}

/** Does the last undone step again. Refused when the composition no longer allows it; nothing to redo gives the same. */
export function redo(editing: Editing): Result<Done, Refusal> {
  const step = editing.undone.at(-1)
  if (step === undefined) return ok({ editing, edits: [] })
  const applied = applyAll(editing.project, step.edits)
  if (!applied.ok) return applied
  const { project, inverses } = applied.value
  const done = [...editing.done, { edits: step.edits, inverses }]
  return ok({ editing: { ...editing, project, done, undone: editing.undone.slice(0, -1) }, edits: step.edits })
}

/**
 * Goes back to a mark as if nothing had been done since, the steps to redo included: Escape. What others did meanwhile
 * stays. Where somebody has undone what was before the mark, there is nothing left to go back to, and nothing is done.
 */
export function bailTo(editing: Editing, mark: Mark): Result<Done, Refusal> {
  if (!isSince(editing, mark)) return ok({ editing, edits: [] })
  const inverses = editing.done.slice(mark.done.length).toReversed().flatMap((step) => step.inverses)
  // With nothing from others in between, the inverses lead to exactly the composition of the mark: a drag need not work them out.
  if (editing.received === mark.received) return ok({ editing: mark, edits: inverses })
  const applied = applyAll(editing.project, inverses)
  if (!applied.ok) return applied
  return ok({ editing: { ...mark, project: applied.value.project, received: editing.received }, edits: inverses })
}

/** Goes back to a mark and does an edit from there: each move of a drag replaces the one before. A refusal leaves all as it was. */
export function revise(editing: Editing, mark: Mark, edit: Edit): Result<Done, Refusal> {
  const bailed = bailTo(editing, mark)
  if (!bailed.ok) return bailed
  const acted = act(bailed.value.editing, edit)
  return acted.ok ? ok({ editing: acted.value.editing, edits: [...bailed.value.edits, ...acted.value.edits] }) : acted
}

/** Makes one step of all since a mark. */
export function squashTo(editing: Editing, mark: Mark): Editing {
  const since = editing.done.slice(mark.done.length)
  if (since.length < 2 || !isSince(editing, mark)) return editing
  const step = { edits: since.flatMap(({ edits }) => edits), inverses: since.toReversed().flatMap(({ inverses }) => inverses) }
  return { ...editing, done: [...mark.done, step] }
}

const isSince = (editing: Editing, mark: Mark): boolean => mark.done.length === 0 || editing.done[mark.done.length - 1] === mark.done.at(-1)
