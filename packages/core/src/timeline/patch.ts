import * as z from 'zod'
import { ok, type Result } from '../result.ts'
import { clipsWhere, located } from './find.ts'
import { formatSchema } from './format.ts'
import type { Immutable } from './immutable.ts'
import { laneChange, laneChangeSchema, withChange, type LaneChange } from './lane-change.ts'
import { headOf, laneHeadSchema, type Lane, type LaneHead } from './lane.ts'
import { idSchema, mediaSchema } from './media.ts'
import { guideSchema, inIdOrder, inTimeOrder, markerSchema, settingsSchema, type Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { clipViolations, frameViolations, laneViolations } from './violations.ts'

const listChange = <T extends z.ZodType>(item: T) => z.object({ remove: z.array(idSchema), put: z.array(item) })

/** The difference between two states of a composition; what is absent does not differ. */
export const patchSchema = z.object({
  name: z.string().max(200).optional(),
  format: formatSchema.optional(),
  settings: settingsSchema.optional(),
  markers: listChange(markerSchema).optional(),
  guides: listChange(guideSchema).optional(),
  media: listChange(mediaSchema).optional(),
  /** Lanes without their clips. `order` names all of them from the top where lanes come, go or change places. */
  lanes: z.object({ put: z.array(laneHeadSchema), order: z.array(idSchema).nullable() }).optional(),
  clips: z.array(laneChangeSchema).optional(),
})
export type Patch = Immutable<z.infer<typeof patchSchema>>

/** What has to be done to `from` to get `to`. Compact and quick where `to` was made from `from`: what is the same object is not looked into. */
export function difference(from: Project, to: Project): Patch {
  const clips = clipChanges(from, to)
  const lanes = laneHeads(from.lanes, to.lanes)
  return {
    ...(from.name === to.name ? {} : { name: to.name }),
    ...(from.format === to.format ? {} : { format: to.format }),
    ...(from.settings === to.settings ? {} : { settings: to.settings }),
    ...(from.markers === to.markers ? {} : { markers: itemChange(from.markers, to.markers) }),
    ...(from.guides === to.guides ? {} : { guides: itemChange(from.guides, to.guides) }),
    ...(from.media === to.media ? {} : { media: itemChange(from.media, to.media) }),
    ...(lanes.put.length === 0 && lanes.order === null ? {} : { lanes }),
    ...(clips.length === 0 ? {} : { clips }),
  }
}

/**
 * The composition with a difference applied. It need not be the state that the difference was made for: what others have done
 * elsewhere stays. Refused as `stale` when what it is about has changed, or when the outcome would not be sound: undoing out of turn
 * does not tear a composition apart.
 */
export function patched(project: Project, patch: Patch): Result<Project, Refusal> {
  const { name, format, settings, markers, guides, media } = patch
  const lanes = patchedLanes(project, patch)
  if (lanes === undefined) return stale()
  const next: Project = {
    ...project,
    ...(name === undefined ? {} : { name }),
    ...(format === undefined ? {} : { format }),
    ...(settings === undefined ? {} : { settings }),
    ...(markers === undefined ? {} : { markers: inTimeOrder(changedItems(project.markers, markers)) }),
    ...(guides === undefined ? {} : { guides: inIdOrder(changedItems(project.guides, guides)) }),
    ...(media === undefined ? {} : { media: inIdOrder(changedItems(project.media, media)) }),
    lanes,
  }
  return isSound(next, patch) ? ok(next) : stale()
}

const stale = (): Result<never, Refusal> =>
  refuse('stale', 'What this would take back has been changed since. Undo what came after it first.')

interface Named { readonly id: string }
interface ItemChange<T> { readonly remove: readonly string[]; readonly put: readonly T[] }

function itemChange<T extends Named>(from: readonly T[], to: readonly T[]): ItemChange<T> {
  const [were, ids] = [new Set(from), new Set(to.map(({ id }) => id))]
  return { remove: from.flatMap(({ id }) => (ids.has(id) ? [] : [id])), put: to.filter((item) => !were.has(item)) }
}

function changedItems<T extends Named>(items: readonly T[], { remove, put }: ItemChange<T>): readonly T[] {
  const gone = new Set([...remove, ...put.map(({ id }) => id)])
  return [...items.filter(({ id }) => !gone.has(id)), ...put]
}

function laneHeads(from: readonly Lane[], to: readonly Lane[]): NonNullable<Patch['lanes']> {
  const before = new Map(from.map((lane) => [lane.id, lane]))
  const sameOrder = from.length === to.length && from.every(({ id }, index) => to[index]?.id === id)
  return { put: to.filter((lane) => !sameHead(lane, before.get(lane.id))).map(headOf), order: sameOrder ? null : to.map(({ id }) => id) }
}

function sameHead(a: Lane, b: Lane | undefined): boolean {
  if (a === b || b === undefined) return a === b
  return (Object.keys(a) as (keyof Lane)[]).every((key) => key === 'clips' || a[key] === b[key])
}

function clipChanges(from: Project, to: Project): readonly LaneChange[] {
  if (from.lanes === to.lanes) return []
  const before = new Map(from.lanes.map((lane) => [lane.id, lane.clips]))
  const after = new Map(to.lanes.map((lane) => [lane.id, lane.clips]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((lane) => {
    const [old, now] = [before.get(lane) ?? [], after.get(lane) ?? []]
    return old === now ? [] : laneChange(lane, old, now)
  })
}

/** The lanes with their clips; undefined where the difference is about something that is not there, or does not know a lane that is. */
function patchedLanes(project: Project, { lanes, clips = [] }: Patch): readonly Lane[] | undefined {
  const now = new Map<string, Lane>(project.lanes.map((lane) => [lane.id, lane]))
  for (const head of lanes?.put ?? []) {
    const there = now.get(head.id)
    if (there !== undefined && there.kind !== head.kind) return undefined
    now.set(head.id, laneUnder(head, there))
  }
  for (const change of clips) {
    const lane = now.get(change.lane)
    const changed = lane === undefined ? undefined : withChange(lane, change)
    if (lane === undefined || changed === undefined) return undefined
    now.set(lane.id, { ...lane, clips: changed })
  }
  const order = lanes?.order ?? [...now.keys()]
  const listed = order.flatMap((id) => now.get(id) ?? [])
  const leftOut = [...now.values()].filter(({ id }) => !order.includes(id))
  const wasThere = new Set(project.lanes.map(({ id }) => id))
  const complete = listed.length === order.length && leftOut.every((lane) => wasThere.has(lane.id) && lane.clips.length === 0)
  return complete ? listed : undefined
}

const laneUnder = (head: LaneHead, lane: Lane | undefined): Lane => ({ ...head, clips: lane?.clips ?? [] })

/** Whether a composition that was sound is so after a difference: looks only at what that has touched. */
function isSound(project: Project, { clips = [], media }: Patch): boolean {
  const touched = new Set(clips.map(({ lane }) => lane))
  const lanes = project.lanes.filter(({ id }) => touched.has(id))
  const put = clips.flatMap((change) => change.put.map(({ id }) => id))
  if (frameViolations(project).length > 0 || lanes.some((lane) => laneViolations(project, lane).length > 0)) return false
  if (located(project, new Set(put)).length !== put.length || lanes.some((lane) => !isEachOnce(lane))) return false
  if (media === undefined) return true
  const changed = new Set([...media.remove, ...media.put.map(({ id }) => id)])
  return clipsWhere(project, (clip) => changed.has(clip.media)).every(({ clip }) => clipViolations(project, clip).length === 0)
}

const isEachOnce = ({ clips }: Lane): boolean => new Set(clips.map(({ id }) => id)).size === clips.length
