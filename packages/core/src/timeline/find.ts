import type { Clip } from './clip.ts'
import type { Lane } from './lane.ts'
import type { Project } from './project.ts'

/** A clip and the lane it is on. */
export interface Located {
  readonly lane: Lane
  readonly clip: Clip
}

/** What makes several clips one for an edit. */
export type Bond = 'link' | 'group'

// Clips of a lane are immutable: what is derived from them is derived once, and an edit costs only the lanes that it changes.
const byId = oncePerLane((clips) => new Map(clips.map((clip) => [clip.id, clip])))
const byBond = {
  link: oncePerLane((clips) => Map.groupBy(clips.filter(({ link }) => link !== null), ({ link }) => link)),
  group: oncePerLane((clips) => Map.groupBy(clips.filter(({ group }) => group !== null), ({ group }) => group)),
}

/** The clips that fulfil a condition, lane by lane in the order of time: one look at each clip. */
export function clipsWhere(project: Project, wanted: (clip: Clip) => boolean): readonly Located[] {
  const found: Located[] = []
  for (const lane of project.lanes) for (const clip of lane.clips) if (wanted(clip)) found.push({ lane, clip })
  return found
}

/** A clip by its id, and its lane. */
export const clipOf = (project: Project, id: string): Located | undefined => located(project, new Set([id]))[0]

/** The clips with these ids that there are, lane by lane in the order of time. */
export function located(project: Project, ids: ReadonlySet<string>): readonly Located[] {
  return project.lanes.flatMap((lane) => {
    const clips = byId(lane.clips)
    return [...ids].flatMap((id) => clips.get(id) ?? []).sort((a, b) => a.start - b.start).map((clip) => ({ lane, clip }))
  })
}

/** Whether anything in a composition has this id: a clip, a link or a group. */
export const isTaken = (project: Project, id: string): boolean =>
  project.lanes.some(({ clips }) => byId(clips).has(id) || byBond.link(clips).has(id) || byBond.group(clips).has(id))

/** The clips that are bound by one of these links, or groups. */
export function boundBy(project: Project, bond: Bond, ids: ReadonlySet<string>): readonly Located[] {
  return project.lanes.flatMap((lane) => {
    const bound = byBond[bond](lane.clips)
    return [...ids].flatMap((id) => bound.get(id) ?? []).map((clip) => ({ lane, clip }))
  })
}

/** The clips and all that share a bond with one of them, and so on until nothing is added; lane by lane in the order of time. */
export function companions(project: Project, found: readonly Located[], bonds: readonly Bond[]): readonly Located[] {
  const ids = new Set(found.map(({ clip }) => clip.id))
  const asked = new Set<string>()
  let fresh = found
  while (fresh.length > 0) {
    const next = bonds.flatMap((bond) => {
      const shared = new Set(fresh.flatMap(({ clip }) => clip[bond] ?? []).filter((id) => !asked.has(`${bond} ${id}`)))
      for (const id of shared) asked.add(`${bond} ${id}`)
      return boundBy(project, bond, shared)
    })
    fresh = next.filter(({ clip }) => ids.size < ids.add(clip.id).size)
  }
  return ids.size === found.length ? found : located(project, ids)
}

function oncePerLane<T>(derive: (clips: readonly Clip[]) => T): (clips: readonly Clip[]) => T {
  const known = new WeakMap<readonly Clip[], { readonly value: T }>()
  return (clips) => {
    const entry = known.get(clips) ?? { value: derive(clips) }
    known.set(clips, entry)
    return entry.value
  }
}
