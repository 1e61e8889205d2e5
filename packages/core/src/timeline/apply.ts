import { ok, type Result } from '../result.ts'
import type { Edit, EditOf } from './edit.ts'
import { format, putGuide, putMarker, removeGuide, removeMarker, rename, settings } from './edits/around.ts'
import { group, link, ungroup, unlink } from './edits/bind.ts'
import { follow, putMedia, removeMedia, replace, retry } from './edits/content.ts'
import { razor, speed } from './edits/cut.ts'
import { addLane, duplicateLane, moveLane, removeLane, setLane } from './edits/lanes.ts'
import { fade, gain, look, transform } from './edits/look.ts'
import { duplicate, move, place } from './edits/place.ts'
import { clear, closeGap, lift, rippleDelete } from './edits/remove.ts'
import { roll, slide, slip, trim } from './edits/trim.ts'
import { endOfClips } from './lane.ts'
import { difference, patched } from './patch.ts'
import type { Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { tidied } from './settle.ts'
import { LATEST_POSITION } from './time.ts'

/** A composition after an edit, and the edit that leads back to exactly the one before. */
export interface Applied {
  readonly project: Project
  readonly inverse: EditOf<'restore'>
}

/**
 * Does an edit, or refuses it with a sentence; then nothing of it has happened. The same edit on the same composition gives the same
 * everywhere. Where it can move nothing, the composition itself is given. Parts that it does not touch are the same objects as before.
 */
export function applyEdit(project: Project, edit: Edit): Result<Applied, Refusal> {
  const done = perform(project, edit)
  if (!done.ok) return done
  const next = edit.type === 'restore' ? done.value : tidied(done.value)
  if (next.lanes !== project.lanes && next.lanes.some(({ clips }) => endOfClips(clips) > LATEST_POSITION)) {
    return refuse('too_long', 'The composition would be longer than 1,000 hours. Remove something first.')
  }
  return ok({ project: next, inverse: { type: 'restore', patch: difference(next, project) } })
}

/** A composition after several edits, and what leads back, in the order in which it has to be done. */
export interface AppliedAll {
  readonly project: Project
  readonly inverses: readonly EditOf<'restore'>[]
}

/** Does several edits, one after the other: all of them, or none where one is refused. */
export function applyAll(project: Project, edits: readonly Edit[]): Result<AppliedAll, Refusal> {
  const inverses: EditOf<'restore'>[] = []
  let now = project
  for (const edit of edits) {
    const applied = applyEdit(now, edit)
    if (!applied.ok) return applied
    now = applied.value.project
    inverses.push(applied.value.inverse)
  }
  return ok({ project: now, inverses: inverses.toReversed() })
}

/** An edit of each type, done by the function of its name. */
const PERFORM: { readonly [T in Edit['type']]: (project: Project, edit: EditOf<T>) => Result<Project, Refusal> } = {
  place, move, duplicate, lift, rippleDelete, closeGap, clear,
  trim, roll, slip, slide, razor, speed,
  link, unlink, group, ungroup,
  transform, look, gain, fade,
  replace, retry, follow, putMedia, removeMedia,
  addLane, removeLane, moveLane, setLane, duplicateLane,
  putMarker, removeMarker, putGuide, removeGuide, format, settings, rename,
  restore: (project, { patch }) => patched(project, patch),
}

function perform<T extends Edit['type']>(project: Project, edit: EditOf<T>): Result<Project, Refusal> {
  return PERFORM[edit.type](project, edit)
}
