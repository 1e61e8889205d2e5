import { ok, type Result } from '../result.ts'
import { endOf, movedTo, part, type Clip } from './clip.ts'
import { clipsWithin, firstEndingAfter, type Lane } from './lane.ts'
import { lockedLane, rearranged, replaced, type Put, withLanes } from './arrange.ts'
import { clipsWhere, laneOf, mediaOfClip, type Located, type Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { earlier, ticks, type Ticks } from './time.ts'

/**
 * Which lanes give way. `lanes`: those of the edit, and those on which something is linked with what moves, so that picture and sound
 * stay together and music on a lane of its own stays where it is. `all`: every lane that is not locked.
 */
export type Scope = 'lanes' | 'all'

/** From which moment on the clips of a lane move. */
export type Points = ReadonlyMap<string, Ticks>

/** Gives the next id for something that an edit makes; the same ids in the same order whenever the edit is applied. */
export type Mint = () => string

export function mintFrom(prefix: string): Mint {
  let count = 0
  return () => `${prefix}.${++count}`
}

/**
 * Moves all clips that begin at or after their lane's point. Refused: `ripple_blocked` when something that stays is in the way,
 * `breaks_sync` when a link would be torn, `lane_locked`.
 */
export function rippled(project: Project, points: Points, by: number, scope: Scope): Result<Project, Refusal> {
  if (by === 0 || points.size === 0) return ok(project)
  const widened = widen(project, points, scope, (clip, point) => clip.start >= point)
  if (!widened.ok) return widened
  for (const [id, point] of widened.value) {
    const lane = laneOf(project, id)
    const refusal = lane === undefined ? undefined : blocked(lane, point, by)
    if (refusal !== undefined) return refusal
  }
  const move = (clip: Clip): Clip => movedTo(clip, ticks(clip.start + by))
  return ok(withLanes(project, (lane) => {
    const point = widened.value.get(lane.id)
    if (point === undefined || (lane.clips.at(-1)?.start ?? -1) < point) return lane
    return { ...lane, clips: lane.clips.map((clip) => (clip.start >= point ? move(clip) : clip)) }
  }))
}

/** Opens a gap: clips that lie across the moment are split there, all behind it move away. Refused as `rippled` is. */
export function opened(project: Project, lanes: readonly string[], at: Ticks, length: number, scope: Scope, mint: Mint): Result<Project, Refusal> {
  const widened = widen(project, new Map(lanes.map((lane) => [lane, at])), scope, (clip, point) => endOf(clip) > point)
  if (!widened.ok) return widened
  const across = [...widened.value.keys()].flatMap((id) => {
    const lane = laneOf(project, id)
    return lane === undefined ? [] : clipsWithin(lane.clips, at, ticks(at + 1)).filter(({ start }) => start < at).map((clip) => ({ lane, clip }))
  })
  return rippled(split(project, across, at, mint), widened.value, length, scope)
}

/**
 * Splits clips that lie across a moment. The left part keeps the id. What stands right of the cut, whole or a part, gets a link and
 * a group of its own, so that each side stays together and neither drags the other along.
 */
export function split(project: Project, across: readonly Located[], at: Ticks, mint: Mint): Project {
  if (across.length === 0) return project
  const left = new Map<string, Clip>()
  const right: Put[] = []
  for (const { lane, clip } of across) {
    const still = mediaOfClip(project, clip).kind === 'image'
    left.set(clip.id, part(clip, clip.start, at, still))
    right.push({ lane: lane.id, clip: { ...part(clip, at, endOf(clip), still), id: mint() } })
  }
  const cut = rearranged(replaced(project, left.values()), { put: right })
  return regrouped(regrouped(cut, right, at, 'link', mint), right, at, 'group', mint)
}

function regrouped(project: Project, right: readonly Put[], at: Ticks, bond: 'link' | 'group', mint: Mint): Project {
  const bonds = new Set(right.flatMap(({ clip }) => clip[bond] ?? []))
  if (bonds.size === 0) return project
  const behind = Map.groupBy(clipsWhere(project, (clip) => clip.start >= at && clip[bond] !== null && bonds.has(clip[bond])), ({ clip }) => clip[bond])
  const rebound = [...behind.values()].flatMap((members) => {
    const id = members.length > 1 ? mint() : null
    return members.map(({ clip }) => ({ ...clip, [bond]: id }))
  })
  return replaced(project, rebound)
}

/** Adds the lanes that have to come along, and refuses where one cannot. */
function widen(project: Project, points: Points, scope: Scope, moves: (clip: Clip, point: Ticks) => boolean): Result<Points, Refusal> {
  const wide = new Map(points)
  const least = [...points.values()].reduce(earlier)
  if (scope === 'all') for (const lane of project.lanes) if (!lane.locked && !wide.has(lane.id)) wide.set(lane.id, least)
  for (;;) {
    const before = wide.size
    const links = new Set(moving(project, wide, moves).flatMap((clip) => clip.link ?? []))
    if (links.size === 0) return ok(wide)
    for (const { lane, clip } of clipsWhere(project, ({ link }) => link !== null && links.has(link))) {
      if (moves(clip, wide.get(lane.id) ?? least) && lane.locked) return lockedLane(lane, clip)
      if (!moves(clip, wide.get(lane.id) ?? least)) return tornLink(lane, clip)
      if (!wide.has(lane.id)) wide.set(lane.id, least)
    }
    if (wide.size === before) return ok(wide)
  }
}

const tornLink = (lane: Lane, clip: Clip): Result<never, Refusal> =>
  refuse('breaks_sync', 'A clip that stays is linked with one that would move. Unlink them first.', { lane: lane.id, clip: clip.id })

function moving(project: Project, points: Points, moves: (clip: Clip, point: Ticks) => boolean): readonly Clip[] {
  return project.lanes.flatMap((lane) => {
    const point = points.get(lane.id)
    return point === undefined ? [] : lane.clips.slice(firstEndingAfter(lane.clips, point)).filter((clip) => moves(clip, point))
  })
}

function blocked(lane: Lane, point: Ticks, by: number): Result<never, Refusal> | undefined {
  if (lane.locked) return lockedLane(lane)
  const first = lane.clips.findIndex((clip) => clip.start >= point)
  const [before, next] = [lane.clips[first - 1], lane.clips[first]]
  if (first < 0 || next === undefined) return undefined
  if (next.start + by >= (before === undefined ? 0 : endOf(before))) return undefined
  return refuse('ripple_blocked', `A clip on the lane “${lane.name}” is in the way of what would move up. Move it, or lift instead of rippling.`, { lane: lane.id, clip: (before ?? next).id })
}
