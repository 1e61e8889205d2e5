import { ok, type Result } from '../../result.ts'
import { changed, chosen } from '../arrange.ts'
import type { Clip } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import type { Bond } from '../find.ts'
import type { Project } from '../project.ts'
import { refuse, type Refusal } from '../refusal.ts'

/** Links clips: from now on they move, trim and split together, at the offset that they have. What they were linked with before comes along. */
export function link(project: Project, { clips, link: id }: EditOf<'link'>): Result<Project, Refusal> {
  if (new Set(clips).size < 2) return refuse('nothing_chosen', 'Choose two clips or more to link them.')
  return bound(project, clips, ['link'], (clip) => ({ ...clip, link: id }))
}

/** Dissolves the links of the named clips. */
export const unlink = (project: Project, { clips }: EditOf<'unlink'>): Result<Project, Refusal> =>
  bound(project, clips, ['link'], (clip) => ({ ...clip, link: null }))

/** Groups clips, with all that they are linked with: from now on they move together. */
export function group(project: Project, { clips, group: id }: EditOf<'group'>): Result<Project, Refusal> {
  if (new Set(clips).size < 2) return refuse('nothing_chosen', 'Choose two clips or more to group them.')
  return bound(project, clips, ['link', 'group'], (clip) => ({ ...clip, group: id }))
}

/** Dissolves the groups of the named clips. */
export const ungroup = (project: Project, { clips }: EditOf<'ungroup'>): Result<Project, Refusal> =>
  bound(project, clips, ['link', 'group'], (clip) => ({ ...clip, group: null }))

function bound(project: Project, clips: readonly string[], bonds: readonly Bond[], change: (clip: Clip) => Clip): Result<Project, Refusal> {
  const members = chosen(project, clips, bonds)
  return members.ok ? ok(changed(project, members.value, change)) : members
}
