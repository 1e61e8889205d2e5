import { ok, type Result } from '../../result.ts'
import { changed, chosen } from '../arrange.ts'
import { endOf, over, sourceSpan, stretchOf, type Clip } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import { clipOf, type Located } from '../find.ts'
import { clipsWithin } from '../lane.ts'
import { lengthOf } from '../media.ts'
import { mediaOfClip, type Project } from '../project.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { mintFrom, rippled, split, type Scope } from '../ripple.ts'
import { frameDuration, LATEST_POSITION, ticks } from '../time.ts'

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
 * Plays clips, and what is linked with them, at another speed from the same in point. They show the same stretch of their source
 * as far as there is room before the next clip; rippling, what is behind gives way or moves up. Refused: `no_source_time` when there
 * are only stills, `lane_locked`, and rippling what `rippled` refuses.
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
  const wanted = new Map(members.map(({ clip }) => [clip.id, durationAt(project, clip, to)]))
  const points = new Map(members.map(({ lane, clip }) => [lane.id, endOf(clip)]))
  const durations = [...wanted.values()]
  if (Math.min(...durations) < 1) return refuse('beyond_source', 'The clip is too short to be seen at this speed. Choose a slower one.')
  if (Math.max(...durations) > LATEST_POSITION) return refuse('too_long', 'The clip would be longer than 1,000 hours. Choose a faster speed.')
  const growth = Math.max(...members.map(({ clip }) => (wanted.get(clip.id) ?? 0) - clip.duration))
  if (ripple === null) return ok(filled(project, members, to, wanted))
  if (growth <= 0) return rippled(filled(project, members, to, wanted), points, growth, ripple)
  const room = rippled(project, points, growth, ripple)
  return room.ok ? ok(filled(room.value, members, to, wanted)) : room
}

/** How long a clip takes for its stretch of source at a speed; at least a frame, where the source has one. */
function durationAt(project: Project, clip: Clip, to: Clip['speed']): number {
  const source = sourceSpan(clip.duration, clip.speed)
  const available = stretchOf((lengthOf(mediaOfClip(project, clip)) ?? 0) - clip.in, to)
  return Math.max(stretchOf(source, to), Math.min(frameDuration(project.format.fps), available))
}

function filled(project: Project, members: readonly Located[], to: Clip['speed'], wanted: ReadonlyMap<string, number>): Project {
  const room = (id: string): number => {
    const found = clipOf(project, id)
    const next = found?.lane.clips[found.lane.clips.indexOf(found.clip) + 1]
    return found === undefined || next === undefined ? Infinity : next.start - found.clip.start
  }
  return changed(project, members, (clip) => {
    const duration = ticks(Math.min(wanted.get(clip.id) ?? clip.duration, room(clip.id)))
    return over({ ...clip, speed: to }, { ...clip, duration })
  })
}
