import * as z from 'zod'
import { ok, type Result } from '../result.ts'
import { clipChangeSchema, clipsBetween, plainChanges } from './clip-change.ts'
import { fieldChange, hasFields, withFields } from './fields.ts'
import { clipsWhere, located } from './find.ts'
import { formatFieldsSchema, formatSchema, type Format } from './format.ts'
import type { Immutable } from './immutable.ts'
import { isLeft, laneChangeSchema, listChange, listChangeSchema, tearsLinks, withChange, type LaneChange } from './lane-change.ts'
import { lanesBetween, lanesChangeSchema, patchedLanes } from './lanes-change.ts'
import type { Lane } from './lane.ts'
import { mediaSchema } from './media.ts'
import { guideSchema, inIdOrder, inTimeOrder, markerSchema, settingsSchema, type Project } from './project.ts'
import { refuse, type Refusal } from './refusal.ts'
import { clipViolations, frameViolations, laneViolations } from './violations.ts'

const headSchema = z.object({ name: z.string().max(200), format: formatFieldsSchema, settings: settingsSchema.partial() }).partial()

/**
 * The difference between two states of a composition; what is absent does not differ. It says what becomes, field by field, and what
 * has to be there for that. What is expected is absent in what earlier versions of the program wrote: they put whole clips.
 */
export const patchSchema = headSchema.extend({
  /** What name, format and settings have to be. */
  was: headSchema.optional(),
  markers: listChangeSchema(markerSchema).optional(),
  guides: listChangeSchema(guideSchema).optional(),
  media: listChangeSchema(mediaSchema).optional(),
  lanes: lanesChangeSchema.optional(),
  /** What comes and goes on lanes, and what moves there. */
  clips: z.array(laneChangeSchema).optional(),
  /** What changes in clips that stay, the lane included. */
  changes: z.array(clipChangeSchema).optional(),
})
export type Patch = Immutable<z.infer<typeof patchSchema>>

/** What has to be done to `from` to get `to`. Compact and quick where `to` was made from `from`: what is the same object is not looked into. */
export function difference(from: Project, to: Project): Patch {
  return {
    ...headBetween(from, to),
    ...(from.markers === to.markers ? {} : { markers: listChange(from.markers, to.markers) }),
    ...(from.guides === to.guides ? {} : { guides: listChange(from.guides, to.guides) }),
    ...(from.media === to.media ? {} : { media: listChange(from.media, to.media) }),
    ...lanesBetween(from.lanes, to.lanes),
    ...clipsBetween(from, to),
  }
}

/**
 * The composition with a difference applied. It need not be the state that the difference was made for: what others have done
 * elsewhere stays, also in the same clip. Refused as `stale` when what it is about has changed, or when the outcome would not be sound
 * or picture and sound would no longer be together: undoing out of turn does not tear a composition apart.
 */
export const patched = (project: Project, patch: Patch): Result<Project, Refusal> => applied(project, patch, true)

/**
 * What was recorded, done again in turn. Nothing is compared with what it expects: that is named by digests, and a later version of
 * the program, whose clips have more fields, has to be able to read it. Refused: `stale` where it does not fit.
 */
export const replayed = (project: Project, patch: Patch): Result<Project, Refusal> => applied(project, patch, false)

function applied(project: Project, patch: Patch, compare: boolean): Result<Project, Refusal> {
  const changes = plainChanges(project, patch, compare)
  const head = withHead(project, patch)
  const { markers, guides, media } = patch
  if (changes === undefined || head === undefined || (compare && !isExpected(project, patch, changes))) return stale()
  const lanes = patchedLanes(project.lanes, patch.lanes, (now) => withClips(now, changes))
  if (lanes === undefined) return stale()
  const next: Project = {
    ...head,
    ...(markers === undefined ? {} : { markers: inTimeOrder(changedItems(project.markers, markers)) }),
    ...(guides === undefined ? {} : { guides: inIdOrder(changedItems(project.guides, guides)) }),
    ...(media === undefined ? {} : { media: inIdOrder(changedItems(project.media, media)) }),
    lanes,
  }
  return isSound(next, changes, media) ? ok(next) : stale()
}

const stale = (): Result<never, Refusal> =>
  refuse('stale', 'What this would take back has been changed since. Undo what came after it first.')

type Head = Pick<Patch, 'name' | 'format' | 'settings'>

function headBetween(from: Project, to: Project): Head & Pick<Patch, 'was'> {
  const change = fieldChange({ name: from.name }, { name: to.name })
  const format = from.format === to.format ? undefined : formatChange(from.format, to.format)
  const settings = from.settings === to.settings ? undefined : fieldChange(from.settings, to.settings)
  const part = (side: 'was' | 'now'): Head => ({
    ...change?.[side],
    ...(format === undefined ? {} : { format: format[side] }),
    ...(settings === undefined ? {} : { settings: settings[side] }),
  })
  return change === undefined && format === undefined && settings === undefined ? {} : { ...part('now'), was: part('was') }
}

/** A size and the preset of that name are one thing. */
function formatChange(from: Format, to: Format): ReturnType<typeof fieldChange<Format>> {
  const change = fieldChange(from, to)
  const size = ({ preset, width, height }: Format) => ({ preset, width, height })
  if (change === undefined || fieldChange(size(from), size(to)) === undefined) return change
  return { was: { ...change.was, ...size(from) }, now: { ...change.now, ...size(to) } }
}

function withHead(project: Project, { name, format, settings }: Head): Project | undefined {
  const merged = format === undefined ? project.format : formatSchema.safeParse(withFields(project.format, format)).data
  const set = settings === undefined ? project.settings : withFields(project.settings, settings)
  return merged === undefined || set === undefined ? undefined : { ...project, name: name ?? project.name, format: merged, settings: set }
}

function isExpected(project: Project, { was = {}, markers, guides, media }: Patch, changes: readonly LaneChange[]): boolean {
  const { format = {}, settings = {}, ...head } = was
  return hasFields(project, head) && hasFields(project.format, format) && hasFields(project.settings, settings) &&
    (markers === undefined || isLeft(project.markers, markers)) &&
    (guides === undefined || isLeft(project.guides, guides)) &&
    (media === undefined || isLeft(project.media, media)) &&
    (changes.every(({ left }) => left === undefined) || !tearsLinks(project.lanes, changes))
}

interface Named { readonly id: string }

function changedItems<T extends Named>(items: readonly T[], { remove, put }: { readonly remove: readonly string[]; readonly put: readonly T[] }): readonly T[] {
  const gone = new Set([...remove, ...put.map(({ id }) => id)])
  return [...items.filter(({ id }) => !gone.has(id)), ...put]
}

/** Lanes with what comes, goes and moves on them; undefined where a lane is not there, or a clip that should go. */
function withClips(lanes: ReadonlyMap<string, Lane>, changes: readonly LaneChange[]): ReadonlyMap<string, Lane> | undefined {
  const now = new Map(lanes)
  for (const change of changes) {
    const lane = now.get(change.lane)
    const clips = lane === undefined ? undefined : withChange(lane, change)
    if (lane === undefined || clips === undefined) return undefined
    now.set(lane.id, { ...lane, clips })
  }
  return now
}

/** Whether a composition that was sound is so after a difference: looks only at what that has touched. */
function isSound(project: Project, changes: readonly LaneChange[], media: Patch['media']): boolean {
  const touched = new Set(changes.map(({ lane }) => lane))
  const lanes = project.lanes.filter(({ id }) => touched.has(id))
  const put = changes.flatMap((change) => change.put.map(({ id }) => id))
  if (frameViolations(project).length > 0 || lanes.some((lane) => laneViolations(project, lane).length > 0)) return false
  if (located(project, new Set(put)).length !== put.length || lanes.some((lane) => !isEachOnce(lane))) return false
  if (media === undefined) return true
  const changed = new Set([...media.remove, ...media.put.map(({ id }) => id)])
  return clipsWhere(project, (clip) => changed.has(clip.media)).every(({ clip }) => clipViolations(project, clip).length === 0)
}

const isEachOnce = ({ clips }: Lane): boolean => new Set(clips.map(({ id }) => id)).size === clips.length
