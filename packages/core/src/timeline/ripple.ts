import { ok, type Result } from '../result.ts'
import { endOf, movedTo, part, type Clip } from './clip.ts'
import { boundBy, clipsWhere, isTaken, type Bond, type Located } from './find.ts'
import { clipAt, firstEndingAfter, type Lane } from './lane.ts'
import { lockedLane, rearranged, withLanes, type Put } from './arrange.ts'
import { laneOf, mediaOfClip, type Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { earlier, ticks, type Ticks } from './time.ts'

/**
 * Which lanes give way. `lanes`: those of the edit, and those on which something is linked with what moves, so that picture and sound
 * stay together and music on a lane of its own stays where it is. `all`: every lane that is not locked.
 */
export type Scope = 'lanes' | 'all'

/** From which moment on the clips of a lane move. */
export type Points = ReadonlyMap<string, Ticks>

/** Gives the next free id for something that an edit makes: the same ones whenever it is done to the same composition. */
export type Mint = () => string

export function mintFrom(project: Project, prefix: string): Mint {
  let count = 0
  return () => {
    do count++
    while (isTaken(project, `${prefix}.${count}`))
    return `${prefix}.${count}`
  }
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
  return ok(shifted(project, widened.value, by))
}

/** Opens a gap: clips that lie across the moment are split there, all behind it move away. Refused: `breaks_sync`, `lane_locked`. */
export function opened(project: Project, lanes: readonly string[], at: Ticks, length: number, scope: Scope, mint: Mint): Result<Project, Refusal> {
  const widened = widen(project, new Map(lanes.map((lane) => [lane, at])), scope, (clip, point) => endOf(clip) > point)
  if (!widened.ok) return widened
  const across = project.lanes.flatMap((lane) => {
    const clip = widened.value.has(lane.id) ? clipAt(lane.clips, at) : undefined
    return clip === undefined || clip.start === at ? [] : [{ lane, clip }]
  })
  return ok(shifted(split(project, across, at, mint), widened.value, length))
}

function shifted(project: Project, points: Points, by: number): Project {
  const move = (clip: Clip): Clip => movedTo(clip, ticks(clip.start + by))
  return withLanes(project, (lane) => {
    const point = points.get(lane.id)
    if (point === undefined || (lane.clips.at(-1)?.start ?? -1) < point) return lane
    return { ...lane, clips: lane.clips.map((clip) => (clip.start >= point ? move(clip) : clip)) }
  })
}

/**
 * Splits clips that lie across a moment. The left part keeps the id. What stands right of the cut, whole or a part, gets a link and
 * a group of its own, so that each side stays together and neither drags the other along.
 */
export function split(project: Project, across: readonly Located[], at: Ticks, mint: Mint): Project {
  const bonds = (['link', 'group'] as const).map((bond) => ({ bond, ids: new Set(across.flatMap(({ clip }) => clip[bond] ?? [])) }))
  const standing = new Map(bonds.flatMap(({ bond, ids }) => boundBy(project, bond, ids)).filter(({ clip }) => clip.start >= at).map((one) => [one.clip.id, one]))
  const isStill = (clip: Clip): boolean => mediaOfClip(project, clip).kind === 'image'
  const left = across.map(({ lane, clip }) => ({ lane: lane.id, clip: part(clip, clip.start, at, isStill(clip)) }))
  const cut = across.map(({ lane, clip }) => ({ lane: lane.id, clip: renamed(part(clip, at, endOf(clip), isStill(clip)), mint()) }))
  const behind = [...cut, ...[...standing.values()].map(({ lane, clip }) => ({ lane: lane.id, clip }))]
  const right = bonds.reduce((clips, { bond, ids }) => rebound(clips, bond, ids, mint), behind)
  return rearranged(project, { remove: [...across, ...standing.values()], put: [...left, ...right] })
}

const renamed = (clip: Clip, id: string): Clip => ({ ...clip, id })

function rebound(clips: readonly Put[], bond: Bond, old: ReadonlySet<string>, mint: Mint): Put[] {
  const members = Map.groupBy(clips, ({ clip }) => clip[bond])
  const fresh = new Map([...old].map((id) => [id, (members.get(id)?.length ?? 0) > 1 ? mint() : null]))
  return clips.map(({ lane, clip }) => {
    const id = clip[bond] === null ? undefined : fresh.get(clip[bond])
    return { lane, clip: id === undefined ? clip : { ...clip, [bond]: id } }
  })
}

/** Adds the lanes that have to come along, and refuses where one cannot. */
function widen(project: Project, points: Points, scope: Scope, moves: (clip: Clip, point: Ticks) => boolean): Result<Points, Refusal> {
  const wide = new Map(points)
  const least = [...points.values()].reduce(earlier)
  if (scope === 'all') for (const lane of project.lanes) if (!lane.locked && !wide.has(lane.id)) wide.set(lane.id, least)
  for (;;) {
    const before = wide.size
    const links = linksMoving(project, wide, moves)
    if (links.size === 0) return ok(wide)
    for (const { lane, clip } of clipsWhere(project, ({ link }) => link !== null && links.has(link))) {
      if (!moves(clip, wide.get(lane.id) ?? least)) return tornLink(lane, clip)
      if (lane.locked) return lockedLane(lane, clip)
      if (!wide.has(lane.id)) wide.set(lane.id, least)
    }
    if (wide.size === before) return ok(wide)
  }
}

function linksMoving(project: Project, points: Points, moves: (clip: Clip, point: Ticks) => boolean): ReadonlySet<string> {
  const links = new Set<string>()
  for (const lane of project.lanes) {
    const point = points.get(lane.id)
    if (point === undefined) continue
    for (let index = firstEndingAfter(lane.clips, point); index < lane.clips.length; index++) {
      const clip = lane.clips[index]
      if (clip !== undefined && clip.link !== null && moves(clip, point)) links.add(clip.link)
    }
  }
  return links
}

const tornLink = (lane: Lane, clip: Clip): Result<never, Refusal> =>
  refuse('breaks_sync', 'A clip that stays is linked with one that would move. Unlink them first.', { lane: lane.id, clip: clip.id })

function blocked(lane: Lane, point: Ticks, by: number): Result<never, Refusal> | undefined {
  if (lane.locked) return lockedLane(lane)
  const first = lane.clips.findIndex((clip) => clip.start >= point)
  const [before, next] = [lane.clips[first - 1], lane.clips[first]]
  if (first < 0 || next === undefined) return undefined
  if (next.start + by >= (before === undefined ? 0 : endOf(before))) return undefined
  const sentence = `A clip on the lane “${lane.name}” is in the way of what would move up. Move it, or lift instead of rippling.`
  return refuse('ripple_blocked', sentence, { lane: lane.id, clip: (before ?? next).id })
}
