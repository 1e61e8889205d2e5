import { ok, type Result } from '../result.ts'
import { endOf, type Clip } from './clip.ts'
import { clipsWithin, inOrder, type Lane } from './lane.ts'
import { clipsWhere, type Located, type Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'

/** A clip and the lane it is to be on. */
export interface Put {
  readonly lane: string
  readonly clip: Clip
}

/** What makes several clips one for an edit. */
export type Bond = 'link' | 'linkAndGroup'

/** The composition without some clips and with others. Lanes that nothing changes on are the same objects as before. */
export function rearranged(project: Project, change: { readonly remove?: ReadonlySet<string>; readonly put?: readonly Put[] }): Project {
  const arriving = Map.groupBy(change.put ?? [], (put) => put.lane)
  const remove = change.remove ?? new Set()
  return withLanes(project, (lane) => {
    const put = arriving.get(lane.id)
    const staying = remove.size === 0 ? lane.clips : lane.clips.filter((clip) => !remove.has(clip.id))
    if (put === undefined) return staying.length === lane.clips.length ? lane : { ...lane, clips: staying }
    return { ...lane, clips: inOrder([...staying, ...put.map(({ clip }) => clip)]) }
  })
}

/** Clips in the place of those with the same ids, on the same lanes. */
export function replaced(project: Project, clips: Iterable<Clip>): Project {
  const byId = new Map([...clips].map((clip) => [clip.id, clip]))
  return withLanes(project, (lane) => {
    if (!lane.clips.some((clip) => byId.has(clip.id))) return lane
    return { ...lane, clips: inOrder(lane.clips.map((clip) => byId.get(clip.id) ?? clip)) }
  })
}

/** The composition with its lanes changed; itself when none is. */
export function withLanes(project: Project, change: (lane: Lane) => Lane): Project {
  const lanes = project.lanes.map(change)
  return lanes.every((lane, index) => lane === project.lanes[index]) ? project : { ...project, lanes }
}

/**
 * The clips with these ids, and those that are bound to them, in document order.
 * Refused: none named, one unknown, one on a locked lane, also where it only comes along.
 */
export function chosen(project: Project, ids: readonly string[], bond?: Bond): Result<readonly Located[], Refusal> {
  const wanted = new Set(ids)
  const named = clipsWhere(project, (clip) => wanted.has(clip.id))
  if (wanted.size === 0) return refuse('nothing_chosen', 'No clip is chosen. Choose one first.')
  if (named.length < wanted.size) {
    const missing = ids.find((id) => !named.some(({ clip }) => clip.id === id))
    return refuse('unknown_clip', 'A clip that was chosen is no longer in the composition. Choose again.', missing === undefined ? {} : { clip: missing })
  }
  const all = bond === undefined ? named : companions(project, named, bond)
  const locked = all.find(({ lane }) => lane.locked)
  return locked === undefined ? ok(all) : lockedLane(locked.lane, locked.clip)
}

export const lockedLane = (lane: Lane, clip?: Clip): Result<never, Refusal> =>
  refuse('lane_locked', `The lane “${lane.name}” is locked. Unlock it, or unlink the clips on it.`, { lane: lane.id, ...(clip === undefined ? {} : { clip: clip.id }) })

/** The clips and all that share a link (or a group) with one of them, and so on until nothing is added. */
export function companions(project: Project, found: readonly Located[], bond: Bond): readonly Located[] {
  const [links, groups] = [new Set<string>(), new Set<string>()]
  const ids = new Set(found.map(({ clip }) => clip.id))
  let all = found
  for (;;) {
    for (const { clip } of all) {
      if (clip.link !== null) links.add(clip.link)
      if (bond === 'linkAndGroup' && clip.group !== null) groups.add(clip.group)
    }
    if (links.size + groups.size === 0) return all
    const belongs = (clip: Clip): boolean =>
      ids.has(clip.id) || (clip.link !== null && links.has(clip.link)) || (clip.group !== null && groups.has(clip.group))
    const next = clipsWhere(project, belongs)
    if (next.length === all.length) return all
    for (const { clip } of next) ids.add(clip.id)
    all = next
  }
}

/** Refuses clips that would lie on one another or on what is there. */
export function fits(project: Project, put: readonly Put[]): Result<void, Refusal> {
  for (const [id, all] of Map.groupBy(put, ({ lane }) => lane)) {
    const clips = inOrder(all.map(({ clip }) => clip))
    const there = project.lanes.find((lane) => lane.id === id)?.clips ?? []
    for (const [index, clip] of clips.entries()) {
      const next = clips[index + 1]
      const inTheWay = clipsWithin(there, clip.start, endOf(clip))[0]
      if ((next !== undefined && next.start < endOf(clip)) || inTheWay !== undefined) {
        return refuse('occupied', 'Another clip is in that place. Choose a free place, or insert or overwrite there.', { lane: id, clip: (inTheWay ?? clip).id })
      }
    }
  }
  return ok(undefined)
}
