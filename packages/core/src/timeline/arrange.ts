import { ok, type Result } from '../result.ts'
import { endOf, type Clip } from './clip.ts'
import { companions, located, type Bond, type Located } from './find.ts'
import { clipsWithin, inOrder, type Lane } from './lane.ts'
import type { Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'

/** A clip and the lane it is to be on. */
export interface Put {
  readonly lane: string
  readonly clip: Clip
}

/** The composition without some clips and with others. Lanes that nothing changes on are the same objects as before. */
export function rearranged(project: Project, { remove = [], put = [] }: { readonly remove?: readonly Located[]; readonly put?: readonly Put[] }): Project {
  const leaving = Map.groupBy(remove, ({ lane }) => lane.id)
  const arriving = Map.groupBy(put, ({ lane }) => lane)
  return withLanes(project, (lane) => {
    const [gone, come] = [leaving.get(lane.id), arriving.get(lane.id)]
    if (gone === undefined && come === undefined) return lane
    const ids = new Set(gone?.map(({ clip }) => clip.id))
    const staying = ids.size === 0 ? lane.clips : lane.clips.filter((clip) => !ids.has(clip.id))
    return { ...lane, clips: come === undefined ? staying : inOrder([...staying, ...come.map(({ clip }) => clip)]) }
  })
}

/** The composition with some of its clips changed, each on its lane. */
export function changed(project: Project, clips: readonly Located[], change: (clip: Clip) => Clip): Project {
  const byLane = Map.groupBy(clips, ({ lane }) => lane.id)
  return withLanes(project, (lane) => {
    const here = byLane.get(lane.id)
    if (here === undefined) return lane
    const now = new Map(here.map(({ clip }) => [clip.id, change(clip)]))
    return { ...lane, clips: inOrder(lane.clips.map((clip) => now.get(clip.id) ?? clip)) }
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
export function chosen(project: Project, ids: readonly string[], bonds: readonly Bond[] = []): Result<readonly Located[], Refusal> {
  const wanted = new Set(ids)
  const named = located(project, wanted)
  if (wanted.size === 0) return refuse('nothing_chosen', 'No clip is chosen. Choose one first.')
  if (named.length < wanted.size) {
    const there = new Set(named.map(({ clip }) => clip.id))
    const missing = ids.find((id) => !there.has(id))
    return refuse('unknown_clip', 'A clip that was chosen is no longer in the composition. Choose again.', missing === undefined ? {} : { clip: missing })
  }
  const all = companions(project, named, bonds)
  const locked = all.find(({ lane }) => lane.locked)
  return locked === undefined ? ok(all) : lockedLane(locked.lane, locked.clip)
}

export function lockedLane(lane: Lane, clip?: Clip): Result<never, Refusal> {
  const about = clip === undefined ? { lane: lane.id } : { lane: lane.id, clip: clip.id }
  return refuse('lane_locked', `The lane “${lane.name}” is locked. Unlock it, or leave out what is linked with clips on it.`, about)
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
