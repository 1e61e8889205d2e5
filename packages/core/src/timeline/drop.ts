import { ok, type Result } from '../result.ts'
import { chosen } from './arrange.ts'
import { clipSchema, endOf, type Choice, type Clip, type ClipKind } from './clip.ts'
import type { EditOf } from './edit.ts'
import { boundBy } from './find.ts'
import { clipAt, clipsWithin, firstEndingAfter, type Lane } from './lane.ts'
import { lengthOf, suits, type Media } from './media.ts'
import { laneOf, type Project } from './project.ts'
import { lacking, refuse, unknownLane, type Refusal } from './refusal.ts'
import { wrongLane, type Mode, type Target } from './settle.ts'
import type { Scope } from './ripple.ts'
import { ticks, ZERO, type Ticks } from './time.ts'

/** Where a hand lets go: on a lane, or on the zone above or below all of them. */
export type DropZone = { readonly lane: string } | 'top' | 'bottom'

/** How what is there gives way, and a fresh id from which all others are made. */
export interface DropHow {
  readonly mode: Mode
  readonly scope: Scope
  readonly ids: string
}

/** A medium, or the stretch of it that was marked, to be put down. */
export interface Dropped {
  readonly media: Media
  readonly in?: Ticks
  readonly duration?: Ticks
  readonly choice?: Choice
}

/**
 * The edit that a drop would be, to show as a ghost and to do on release. A film with sound becomes two linked clips: what the zone
 * is for goes there, on the zones above and below all the picture, on a lane made in that place. The other part goes onto the lane
 * that has the other parts of what is there already, where that is free or a gap is opened; else onto an unlocked and free one, the
 * lowest of pictures, the highest of sound; else onto a new one, at the top for pictures, at the bottom for sound.
 * Refused: `unknown_lane`, `wrong_kind`.
 */
export function planDrop(project: Project, dropped: Dropped, at: Ticks, zone: DropZone, how: DropHow): Result<EditOf<'place'>, Refusal> {
  const { media } = dropped
  const lane = typeof zone === 'string' ? undefined : laneOf(project, zone.lane)
  if (typeof zone !== 'string' && lane === undefined) return unknownLane(zone.lane)
  if (lane !== undefined && !suits(media, lane.kind)) return lacking(media, lane.kind, { lane: lane.id })
  const kinds = (['video', 'audio'] as const).filter((kind) => suits(media, kind))
  const first = lane?.kind ?? kinds[0] ?? 'video'
  const link = kinds.length > 1 ? `${how.ids}.link` : null
  const arrivals = kinds.map((kind) => {
    const clip = newClip(project, dropped, kind, { id: `${how.ids}.${kind}`, start: at, link })
    if (kind !== first) return { clip, to: besideOf(project, clip, lane, how) }
    return { clip, to: typeof zone === 'string' ? { newLane: `${how.ids}.lane`, at: zone } : zone }
  })
  return ok({ type: 'place', ...how, arrivals, media: [media] })
}

/** What a hand drags: the clips, the one it holds, how far in time, and the zone it is over. */
export interface Dragged {
  readonly clips: readonly string[]
  readonly held: string
  readonly by: Ticks
  readonly zone: DropZone
}

/**
 * The edit that moving clips would be. The held clip goes to the zone's lane, and the other chosen clips of its kind as many lanes of
 * that kind up or down; what is linked and of the other kind keeps its lane. On a zone the held one gets a new lane there.
 * Refused: `unknown_lane` where there are not as many lanes, `unknown_clip`, `wrong_kind`, `lane_locked`.
 */
export function planMove(project: Project, { clips, held, by, zone }: Dragged, how: DropHow): Result<EditOf<'move'>, Refusal> {
  const found = chosen(project, [...new Set([...clips, held])])
  if (!found.ok) return found
  const holder = found.value.find(({ clip }) => clip.id === held)
  if (holder === undefined) return refuse('unknown_clip', 'The clip is no longer in the composition. Choose again.', { clip: held })
  const edit = (to: EditOf<'move'>['to']): EditOf<'move'> => ({ type: 'move', clips, by, to, ...how })
  if (typeof zone === 'string') return ok(edit([{ clip: held, target: { newLane: `${how.ids}.lane`, at: zone } }]))
  const target = laneOf(project, zone.lane)
  if (target === undefined) return unknownLane(zone.lane)
  const lanes = project.lanes.filter(({ kind }) => kind === holder.clip.kind)
  const up = lanes.indexOf(target) - lanes.indexOf(holder.lane)
  if (target.kind !== holder.clip.kind) return wrongLane(target)
  const alike = found.value.filter(({ clip }) => clip.kind === holder.clip.kind)
  const to = alike.flatMap(({ clip, lane }) => {
    const other = lanes[lanes.indexOf(lane) + up]
    return other === undefined ? [] : [{ clip: clip.id, target: { lane: other.id } }]
  })
  if (to.length < alike.length) return refuse('unknown_lane', 'There are not enough lanes for all that is chosen. Add one, or choose less.')
  return ok(edit(to))
}

/** A clip of a medium with nothing changed about it: all of it, or the stretch that was marked; stills as long as the settings say. */
export function newClip(project: Project, dropped: Dropped, kind: ClipKind, place: Pick<Clip, 'id' | 'start' | 'link'>): Clip {
  const { media, in: from = ZERO, duration, choice = null } = dropped
  const length = lengthOf(media)
  const whole = length === null ? project.settings.stillDuration : ticks(Math.max(1, length - from))
  return clipSchema.parse({ ...place, kind, media: media.id, in: length === null ? ZERO : from, duration: duration ?? whole, choice })
}

function besideOf(project: Project, clip: Clip, first: Lane | undefined, { mode, ids }: DropHow): Target {
  const lanes = project.lanes.filter(({ kind, locked }) => kind === clip.kind && !locked)
  const usual = first === undefined ? undefined : lanes.find((lane) => lane === partnerOf(project, first, clip.start))
  if (usual !== undefined && (mode === 'insert' || isFree(usual, clip))) return { lane: usual.id }
  const free = (clip.kind === 'video' ? lanes.toReversed() : lanes).find((lane) => isFree(lane, clip))
  if (free !== undefined) return { lane: free.id }
  return { newLane: `${ids}.beside`, at: clip.kind === 'video' ? 'top' : 'bottom' }
}

/** The lane of the other kind on which the clip at a moment, or the last one before, has its other part. */
function partnerOf(project: Project, lane: Lane, at: Ticks): Lane | undefined {
  const clip = clipAt(lane.clips, at) ?? lane.clips[firstEndingAfter(lane.clips, at) - 1]
  if (clip === undefined || clip.link === null) return undefined
  return boundBy(project, 'link', new Set([clip.link])).find((one) => one.lane.kind !== lane.kind)?.lane
}

const isFree = (lane: Lane, clip: Clip): boolean => clipsWithin(lane.clips, clip.start, endOf(clip)).length === 0
