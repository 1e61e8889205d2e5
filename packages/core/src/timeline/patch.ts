import * as z from 'zod'
import { ok, type Result } from '../result.ts'
import { clipSchema, movedTo, type Clip } from './clip.ts'
import { clipsWhere, located } from './find.ts'
import { formatSchema } from './format.ts'
import type { Immutable } from './immutable.ts'
import { headOf, laneHeadSchema, type Lane, type LaneHead } from './lane.ts'
import { idSchema, mediaSchema, type Media } from './media.ts'
import { guideSchema, markerSchema, settingsSchema, type Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { withMedia } from './stock.ts'
import { distanceSchema, ticks } from './time.ts'
import { clipViolations, frameViolations, laneViolations } from './violations.ts'

/** On one lane, from an index on: the clips named go, others come in their place, and all behind them move. */
const laneChangeSchema = z.object({ lane: idSchema, at: z.int().min(0), remove: z.array(idSchema), put: z.array(clipSchema), shift: distanceSchema })
type LaneChange = Immutable<z.infer<typeof laneChangeSchema>>

/** The difference between two states of a composition; what is absent does not differ. */
export const patchSchema = z.object({
  name: z.string().max(200).optional(),
  format: formatSchema.optional(),
  settings: settingsSchema.optional(),
  markers: z.array(markerSchema).optional(),
  guides: z.array(guideSchema).optional(),
  /** All lanes in their order, without clips. */
  lanes: z.array(laneHeadSchema).optional(),
  clips: z.array(laneChangeSchema).optional(),
  media: z.object({ remove: z.array(idSchema), put: z.array(mediaSchema) }).optional(),
})
export type Patch = Immutable<z.infer<typeof patchSchema>>

/**
 * What has to be done to `from` to get `to`. Compact where `to` was made from `from`: parts that are the same object are not looked
 * into, a lane whose end only moved is one distance.
 */
export function difference(from: Project, to: Project): Patch {
  const clips = laneChanges(from, to)
  const sameHeads = from.lanes === to.lanes || (from.lanes.length === to.lanes.length && from.lanes.every((lane, index) => sameHead(lane, to.lanes[index])))
  return {
    ...(from.name === to.name ? {} : { name: to.name }),
    ...(from.format === to.format ? {} : { format: to.format }),
    ...(from.settings === to.settings ? {} : { settings: to.settings }),
    ...(from.markers === to.markers ? {} : { markers: to.markers }),
    ...(from.guides === to.guides ? {} : { guides: to.guides }),
    ...(sameHeads ? {} : { lanes: to.lanes.map(headOf) }),
    ...(clips.length === 0 ? {} : { clips }),
    ...(from.media === to.media ? {} : { media: mediaChange(from.media, to.media) }),
  }
}

/**
 * The composition with a difference applied. Refused as `stale` when it is not the state that the difference was made for, or would
 * not be a sound composition afterwards: undoing out of turn does not tear clips apart.
 */
export function patched(project: Project, patch: Patch): Result<Project, Refusal> {
  const { lanes: heads, clips = [], media, ...rest } = patch
  const before = new Map(project.lanes.map((lane) => [lane.id, lane]))
  const lanes = heads === undefined ? project.lanes : heads.map((head) => laneUnder(head, before.get(head.id)))
  const changes = new Map(clips.map((change) => [change.lane, change]))
  if (clips.some((change) => !matches(before.get(change.lane), change)) || leavesClips(project, new Set(lanes.map(({ id }) => id)), changes)) return stale()
  const next = {
    ...project,
    ...present(rest),
    ...(media === undefined ? {} : { media: withMedia(project.media, media.put, new Set(media.remove)) }),
    lanes: lanes.map((lane) => changedLane(lane, changes.get(lane.id))),
  }
  return isSound(next, patch) ? ok(next) : stale()
}

/** Whether a composition that was sound is so after a difference: looks only at what that has touched. */
function isSound(project: Project, { clips = [], media }: Patch): boolean {
  const touched = new Set(clips.map(({ lane }) => lane))
  const lanes = project.lanes.filter(({ id }) => touched.has(id))
  const put = clips.flatMap((change) => change.put.map(({ id }) => id))
  if (frameViolations(project).length > 0 || lanes.some((lane) => laneViolations(project, lane).length > 0)) return false
  if (located(project, new Set(put)).length < put.length || lanes.some((lane) => !isEachOnce(lane))) return false
  if (media === undefined) return true
  const changed = new Set([...media.remove, ...media.put.map(({ id }) => id)])
  return clipsWhere(project, (clip) => changed.has(clip.media)).every(({ clip }) => clipViolations(project, clip).length === 0)
}

const isEachOnce = ({ clips }: Lane): boolean => new Set(clips.map(({ id }) => id)).size === clips.length

const laneUnder = (head: LaneHead, lane: Lane | undefined): Lane => ({ ...head, clips: lane?.clips ?? [] })

const stale = (): Result<never, Refusal> =>
  refuse('stale', 'The composition has changed since, so that this cannot be undone by itself. Undo what came after it first.')

// Keys that are absent must not come back as undefined.
const present = <T extends object>(some: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> }

function sameHead(a: Lane, b: Lane | undefined): boolean {
  if (a === b || b === undefined) return a === b
  const keys = Object.keys(a) as (keyof Lane)[]
  return keys.every((key) => key === 'clips' || a[key] === b[key])
}

function laneChanges(from: Project, to: Project): readonly LaneChange[] {
  const before = new Map(from.lanes.map((lane) => [lane.id, lane.clips]))
  const after = new Map(to.lanes.map((lane) => [lane.id, lane.clips]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((lane) => {
    const [old, now] = [before.get(lane) ?? [], after.get(lane) ?? []]
    return old === now ? [] : laneChange(lane, old, now)
  })
}

function laneChange(lane: string, old: readonly Clip[], now: readonly Clip[]): readonly LaneChange[] {
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head++
  if (head === old.length && head === now.length) return []
  const shift = (now.at(-1)?.start ?? 0) - (old.at(-1)?.start ?? 0)
  let tail = 0
  while (tail < most - head && isMoved(old[old.length - 1 - tail], now[now.length - 1 - tail], shift)) tail++
  const remove = old.slice(head, old.length - tail).map(({ id }) => id)
  return [{ lane, at: head, remove, put: now.slice(head, now.length - tail), shift: ticks(tail === 0 ? 0 : shift) }]
}

/** Whether a clip is another one moved by a distance and nothing else. */
function isMoved(a: Clip | undefined, b: Clip | undefined, by: number): boolean {
  if (a === undefined || b === undefined) return false
  if (a === b) return by === 0
  if (b.start - a.start !== by || a.id !== b.id) return false
  return (Object.keys(a) as (keyof Clip)[]).every((key) => key === 'start' || a[key] === b[key])
}

function mediaChange(from: readonly Media[], to: readonly Media[]): Required<Patch>['media'] {
  const before = new Map(from.map((media) => [media.id, media]))
  const after = new Set(to.map(({ id }) => id))
  return { remove: from.flatMap(({ id }) => (after.has(id) ? [] : [id])), put: to.filter((media) => before.get(media.id) !== media) }
}

function matches(lane: Lane | undefined, change: LaneChange): boolean {
  const there = lane?.clips.slice(change.at, change.at + change.remove.length) ?? []
  return there.length === change.remove.length && there.every(({ id }, index) => id === change.remove[index])
}

/** Whether a lane would go while clips are on it that the difference knows nothing of. */
function leavesClips(project: Project, staying: ReadonlySet<string>, changes: ReadonlyMap<string, LaneChange>): boolean {
  return project.lanes.some((lane) => !staying.has(lane.id) && lane.clips.length !== (changes.get(lane.id)?.remove.length ?? 0))
}

function changedLane(lane: Lane, change: LaneChange | undefined): Lane {
  if (change === undefined) return lane
  const { at, remove, put, shift } = change
  const behind = lane.clips.slice(at + remove.length)
  const moved = shift === 0 ? behind : behind.map((clip) => movedTo(clip, ticks(clip.start + shift)))
  return { ...lane, clips: [...lane.clips.slice(0, at), ...put, ...moved] }
}
