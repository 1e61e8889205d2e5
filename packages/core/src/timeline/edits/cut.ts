import { ok, type Result } from '../../result.ts'
import { chosen, fits, rearranged, type Put } from '../arrange.ts'
import { endOf, over, sourceSpan, stretchOf, type Clip } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import type { Located } from '../find.ts'
import { clipsWithin, inOrder } from '../lane.ts'
import { lengthOf } from '../media.ts'
import { laneOf, mediaOfClip, type Project } from '../project.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { mintFrom, rippled, split, type Scope } from '../ripple.ts'
import { earlier, frameDuration, LATEST_POSITION, later, scaled, ticks, ZERO, type Ticks } from '../time.ts'

/**
 * Cuts clips, and what is linked with them, at a moment; null cuts all that lie across it on lanes that are not locked.
 * Refused: `nothing_chosen` when nothing lies across, `lane_locked`.
 */
export function razor(project: Project, { clips, at, ids }: EditOf<'razor'>): Result<Project, Refusal> {
  const named = clips ?? project.lanes.filter((lane) => !lane.locked).flatMap((lane) => clipsWithin(lane.clips, at, ticks(at + 1)).map(({ id }) => id))
  const members = chosen(project, named, ['link'])
  if (!members.ok) return members
  const across = members.value.filter(({ clip }) => clip.start < at && at < endOf(clip))
  if (across.length === 0) return refuse('nothing_chosen', 'Nothing lies across this moment. Put the playhead onto a clip.')
  return ok(split(project, across, at, mintFrom(project, ids)))
}

/**
 * Plays clips, and what is linked with them, at another speed from the same in point; the one that begins first stays where it is, the
 * others of its link come nearer or go further by the same factor, so that they stay in sync. They show the same stretch of their source
 * as far as there is room before the next clip; rippling, what is behind gives way or moves up. Refused: `no_source_time` when there
 * are only stills, `lane_locked`, `occupied` when something is where one would begin, and rippling what `rippled` refuses.
 */
export function speed(project: Project, { clips, speed: to, ripple }: EditOf<'speed'>): Result<Project, Refusal> {
  const members = chosen(project, clips, ['link'])
  if (!members.ok) return members
  const moving = members.value.filter(({ clip }) => lengthOf(mediaOfClip(project, clip)) !== null)
  if (moving.length === 0) return refuse('no_source_time', 'A still has no speed. Trim it to be seen for longer or shorter.')
  let now = project
  // From the back: what ripples has been dealt with.
  const bound = [...Map.groupBy(moving, ({ clip }) => clip.link ?? `alone ${clip.id}`).values()]
  for (const together of bound.toSorted((a, b) => latestStart(b) - latestStart(a))) {
    const done = respeed(now, together, to, ripple)
    if (!done.ok) return done
    now = done.value
  }
  return ok(now)
}

const latestStart = (members: readonly Located[]): number => Math.max(...members.map(({ clip }) => clip.start))

function respeed(project: Project, members: readonly Located[], to: Clip['speed'], ripple: Scope | null): Result<Project, Refusal> {
  const anchor = members.map(({ clip }) => clip.start).reduce(earlier)
  const wanted = members.map(({ lane, clip }) => ({ lane: lane.id, clip: respeeded(project, clip, to, anchor) }))
  const points = new Map<string, Ticks>()
  for (const { lane, clip } of members) points.set(lane.id, later(points.get(lane.id) ?? ZERO, endOf(clip)))
  const durations = wanted.map(({ clip }) => clip.duration)
  if (Math.min(...durations) < 1) return refuse('beyond_source', 'The clip is too short to be seen at this speed. Choose a slower one.')
  if (Math.max(...durations) > LATEST_POSITION) return refuse('too_long', 'The clip would be longer than 1,000 hours. Choose a faster speed.')
  const growth = Math.max(...wanted.map(({ clip }, index) => endOf(clip) - endOf(members[index]?.clip ?? clip)))
  if (ripple === null) return filled(project, members, wanted)
  if (growth > 0) {
    const room = rippled(project, points, growth, ripple)
    return room.ok ? filled(room.value, members, wanted) : room
  }
  const shrunk = filled(project, members, wanted)
  return shrunk.ok ? rippled(shrunk.value, points, growth, ripple) : shrunk
}

/** A clip at another speed, of a link whose first clip begins at the anchor. It takes as long as its stretch of source does; at least a frame, where the source has one. */
function respeeded(project: Project, clip: Clip, to: Clip['speed'], anchor: Ticks): Clip {
  const start = ticks(anchor + scaled(clip.start - anchor, clip.speed.num * to.den, clip.speed.den * to.num, 'floor'))
  const source = sourceSpan(clip.duration, clip.speed)
  const available = stretchOf((lengthOf(mediaOfClip(project, clip)) ?? 0) - clip.in, to)
  const duration = Math.max(stretchOf(source, to), Math.min(frameDuration(project.format.fps), available))
  return { ...clip, speed: to, start, duration: ticks(duration) }
}

/** Puts clips down anew, each as long as there is room before the next; those that would end together do so still. */
function filled(project: Project, members: readonly Located[], wanted: readonly Put[]): Result<Project, Refusal> {
  const rest = rearranged(project, { remove: members })
  const ends = new Map<Ticks, Ticks>()
  for (const { lane, clip } of wanted) {
    const others = wanted.filter((one) => one.lane === lane && one.clip !== clip).map((one) => one.clip)
    const inTheWay = inOrder([...(laneOf(rest, lane)?.clips ?? []), ...others]).find((one) => endOf(one) > clip.start && one.start < endOf(clip))
    if (inTheWay !== undefined && inTheWay.start <= clip.start) {
      return refuse('occupied', 'Another clip is where a linked one would begin at this speed. Move it, or unlink them.', { lane, clip: inTheWay.id })
    }
    const end = endOf(clip)
    ends.set(end, earlier(ends.get(end) ?? end, inTheWay?.start ?? end))
  }
  const put = wanted.map(({ lane, clip }) => {
    const end = Math.max(ends.get(endOf(clip)) ?? endOf(clip), clip.start + 1)
    return { lane, clip: over(clip, { start: clip.start, duration: ticks(end - clip.start), in: clip.in }) }
  })
  const free = fits(rest, put)
  return free.ok ? ok(rearranged(rest, { put })) : free
}
