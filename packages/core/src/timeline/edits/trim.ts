import { ok, type Result } from '../../result.ts'
import { changed, chosen, lockedLane } from '../arrange.ts'
import { endOf, movedTo, over, sourceSpan, stretchOf, type Clip } from '../clip.ts'
import { edgesOf, meet, ownReach, reachOf, trimmed, within, type Edge, type Reach } from '../edges.ts'
import type { EditOf } from '../edit.ts'
import { companions, type Located } from '../find.ts'
import { lengthOf } from '../media.ts'
import { mediaOfClip, type Project } from '../project.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { rippled, type Points } from '../ripple.ts'
import { ticks } from '../time.ts'

/**
 * Moves an edge of a clip and the same edge of all that is linked with it. It stops where source, neighbours or the least length of
 * a frame stop it. Rippling, neighbours give way instead, and a trimmed start stays where it is on the lane while what is behind
 * moves up. Refused: `lane_locked`, and rippling what `rippled` refuses.
 */
export function trim(project: Project, { clip: id, edge: side, by, ripple }: EditOf<'trim'>): Result<Project, Refusal> {
  const members = chosen(project, [id], ['link'])
  if (!members.ok) return members
  const edges = edgesOf(members.value, side)
  if (ripple === null) return ok(moveEdges(project, edges, within(by, reachOf(project, edges))))
  // What has to make room moves first, what gets it afterwards: no step between has an overlap.
  const points = new Map(members.value.map(({ lane, clip }) => [lane.id, endOf(clip)]))
  const distance = within(by, meet(edges.flatMap((edge) => [ownReach(project, edge), growthReach(edge, points)])))
  const growth = side === 'end' ? distance : -distance
  if (growth === 0) return ok(project)
  if (growth < 0) return rippled(resized(project, members.value, side, distance), points, growth, ripple)
  const room = rippled(project, points, growth, ripple)
  return room.ok ? ok(resized(room.value, members.value, side, distance)) : room
}

/** Of several linked clips on one lane only what is behind the last gives way; those before grow into their gap. */
function growthReach({ lane, clip, side }: Edge, points: Points): Reach {
  if (endOf(clip) === points.get(lane.id)) return { least: -Infinity, most: Infinity }
  const room = (lane.clips[lane.clips.indexOf(clip) + 1]?.start ?? endOf(clip)) - endOf(clip)
  return side === 'end' ? { least: -Infinity, most: room } : { least: -room, most: Infinity }
}

/** The clips with an edge trimmed, and put back to where they began. */
function resized(project: Project, members: readonly Located[], side: Edge['side'], by: number): Project {
  return changed(project, members, (clip) => movedTo(trimmed(project, clip, side, by), clip.start))
}

/**
 * Moves the cut between two clips that touch, and the edges of what is linked with them; the length of the whole stays.
 * Refused: `not_adjacent`, `lane_locked`. It stops at the ends of both sources and at a frame of either clip.
 */
export function roll(project: Project, { left, right, by }: EditOf<'roll'>): Result<Project, Refusal> {
  const before = chosen(project, [left], ['link'])
  if (!before.ok) return before
  const after = chosen(project, [right], ['link'])
  if (!after.ok) return after
  const [a, b] = [before.value.find(({ clip }) => clip.id === left), after.value.find(({ clip }) => clip.id === right)]
  if (a === undefined || b === undefined || a.lane.id !== b.lane.id || endOf(a.clip) !== b.clip.start) {
    return refuse('not_adjacent', 'There is no cut between these two clips. Choose two that touch.', { clip: right })
  }
  const all = [...edgesOf(before.value, 'end'), ...edgesOf(after.value, 'start')]
  // Two parts of one link: what lies further on in it has other edges.
  const cut = b.clip.start
  const edges = a.clip.link === null || a.clip.link !== b.clip.link ? all : all.filter(({ clip, side }) => (side === 'end' ? endOf(clip) : clip.start) === cut)
  return ok(moveEdges(project, edges, within(by, reachOf(project, edges))))
}

/**
 * Shows another stretch of the source in the same place, by a distance in the composition's time; what is linked slips along. It
 * stops at the ends of the sources. Refused: `no_source_time` when there are only stills, `lane_locked`.
 */
export function slip(project: Project, { clips, by }: EditOf<'slip'>): Result<Project, Refusal> {
  const members = chosen(project, clips, ['link'])
  if (!members.ok) return members
  const moving = members.value.filter(({ clip }) => lengthOf(mediaOfClip(project, clip)) !== null)
  if (moving.length === 0) return refuse('no_source_time', 'A still has no other moment to show.')
  const distance = within(by, meet(moving.map(({ clip }) => slipReach(project, clip))))
  const slipped = (clip: Clip): Clip => over(clip, { ...clip, in: ticks(clip.in + sourceSpan(distance, clip.speed)) })
  return ok(distance === 0 ? project : changed(project, moving, slipped))
}

function slipReach(project: Project, clip: Clip): Reach {
  const length = lengthOf(mediaOfClip(project, clip)) ?? 0
  const left = length - clip.in - sourceSpan(clip.duration, clip.speed)
  return { least: -stretchOf(clip.in, clip.speed), most: stretchOf(left, clip.speed) }
}

/**
 * Moves a clip between its neighbours: those that touch it, and what is linked with them, give and take what it moves by, towards a gap
 * it only moves. What is linked slides along. It stops at the neighbours' sources, at a frame of either, and at the end of a gap.
 * Refused: `lane_locked`.
 */
export function slide(project: Project, { clip: id, by }: EditOf<'slide'>): Result<Project, Refusal> {
  const members = chosen(project, [id], ['link'])
  if (!members.ok) return members
  const sliding = new Set(members.value.map(({ clip }) => clip.id))
  const edges = givingEdges(project, members.value, sliding)
  const locked = edges.find(({ lane }) => lane.locked)
  if (locked !== undefined) return lockedLane(locked.lane, locked.clip)
  const along = [...edgesOf(members.value, 'start'), ...edgesOf(members.value, 'end')]
  const distance = within(by, meet([reachOf(project, edges, along), ...members.value.map((one) => slideReach(one, sliding, edges))]))
  if (distance === 0) return ok(project)
  return ok(changed(moveEdges(project, edges, distance), members.value, (clip) => movedTo(clip, ticks(clip.start + distance))))
}

/** The edges that touch what slides, and the same edges of what those clips are linked with. */
function givingEdges(project: Project, members: readonly Located[], sliding: ReadonlySet<string>): readonly Edge[] {
  const touched = members.flatMap(touching).filter(({ clip }) => !sliding.has(clip.id))
  return (['start', 'end'] as const).flatMap((side) => {
    const here = touched.filter((edge) => edge.side === side)
    return edgesOf(companions(project, here, ['link']).filter(({ clip }) => !sliding.has(clip.id)), side)
  })
}

function touching({ lane, clip }: Located): readonly Edge[] {
  const index = lane.clips.indexOf(clip)
  const [before, next] = [lane.clips[index - 1], lane.clips[index + 1]]
  return [
    ...(before !== undefined && endOf(before) === clip.start ? [{ lane, clip: before, side: 'end' as const }] : []),
    ...(next !== undefined && endOf(clip) === next.start ? [{ lane, clip: next, side: 'start' as const }] : []),
  ]
}

/** The gaps beside a clip; what gives way or moves along is no limit. */
function slideReach({ lane, clip }: Located, sliding: ReadonlySet<string>, edges: readonly Edge[]): Reach {
  const index = lane.clips.indexOf(clip)
  const [before, next] = [lane.clips[index - 1], lane.clips[index + 1]]
  const gives = (other: Clip | undefined, side: Edge['side']): boolean =>
    other !== undefined && (sliding.has(other.id) || edges.some((edge) => edge.clip === other && edge.side === side))
  return {
    least: gives(before, 'end') ? -Infinity : (before === undefined ? 0 : endOf(before)) - clip.start,
    most: next === undefined || gives(next, 'start') ? Infinity : next.start - endOf(clip),
  }
}

function moveEdges(project: Project, edges: readonly Edge[], by: number): Project {
  if (by === 0) return project
  const now = new Map<string, Clip>()
  for (const { clip, side } of edges) now.set(clip.id, trimmed(project, now.get(clip.id) ?? clip, side, by))
  return changed(project, edges, (clip) => now.get(clip.id) ?? clip)
}
