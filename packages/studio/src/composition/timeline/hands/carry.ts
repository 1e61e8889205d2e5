import {
  applyEdit, clippingOf, clipOf, earlier, endOf, pasteOf, planMove, ticks,
  type Clip, type Clipping, type DropHow, type DropZone, type EditOf, type Lane, type Located, type Project, type Refusal, type Ticks,
} from '@lemouf/core/timeline'
import { fail, ok, type Result } from '@lemouf/core/result'
import type { Ghost, Surface } from '../surface.ts'

/** Clips under a hand: those that move, and the one that is held. */
export interface Load {
  readonly members: readonly Located[]
  readonly held: Located
}

/** Where a hand would have them: so much later, the held one in a zone; or copies of them, and they stay. */
export interface Course {
  readonly by: Ticks
  readonly zone: DropZone
  readonly copies: boolean
}

/** An edit that puts clips somewhere, and which clips these are then. */
export interface Carried {
  readonly edit: EditOf<'move'> | EditOf<'place'>
  readonly ids: readonly string[]
}

/** The edit by which clips, or copies of them, go where a hand has them. Refused where `planMove` does. */
export function planCarry(project: Project, load: Load, course: Course, how: DropHow): Result<Carried, Refusal> {
  const ids = load.members.map(({ clip }) => clip.id)
  const planned = planMove(project, { clips: ids, held: load.held.clip.id, by: course.by, zone: course.zone }, how)
  if (!planned.ok) return fail(planned.error)
  return ok(course.copies ? copied(project, clippingOf(project, ids), planned.value, how) : { edit: planned.value, ids })
}

/** Copies in the places that moved clips would have. */
function copied(project: Project, clipping: Clipping, { by, to }: EditOf<'move'>, how: DropHow): Carried {
  const first = clipping.clips.map(({ clip }) => clip.start).reduce(earlier)
  const paste = pasteOf(project, clipping, ticks(Math.max(0, first + by)), how)
  const arrivals = paste.arrivals.map((arrival, index) => {
    const target = to.find(({ clip }) => clip === clipping.clips[index]?.clip.id)?.target
    return target === undefined ? arrival : { ...arrival, to: target }
  })
  return { edit: { ...paste, arrivals }, ids: arrivals.map(({ clip }) => clip.id) }
}

/**
 * The zone of the lane of the held clip's kind that is nearest to a lane that a hand is over, as far as all that moves with it finds a
 * lane of its own there.
 */
export function reachable(project: Project, { members, held }: Load, zone: DropZone, copies: boolean): DropZone {
  if (typeof zone === 'string') return zone
  const { kind } = held.clip
  const lanes = project.lanes.filter((lane) => lane.kind === kind)
  const over = project.lanes.findIndex(({ id }) => id === zone.lane)
  const away = (lane: Lane): number => Math.abs(project.lanes.indexOf(lane) - over)
  const nearest = lanes.filter(({ locked }) => !locked || copies).reduce<Lane | undefined>((best, lane) => (best === undefined || away(lane) < away(best) ? lane : best), undefined)
  const places = members.filter(({ clip }) => clip.kind === kind).map(({ lane }) => lanes.findIndex(({ id }) => id === lane.id))
  const from = lanes.findIndex(({ id }) => id === held.lane.id)
  const wanted = (nearest === undefined ? from : lanes.indexOf(nearest)) - from
  const up = Math.max(0 - Math.min(...places), Math.min(lanes.length - 1 - Math.max(...places), wanted))
  return { lane: lanes[from + up]?.id ?? held.lane.id }
}

/** What an edit would make of the composition, shown as ghosts of the clips that it puts somewhere: what it does, or why not. */
export interface Outlook {
  readonly refusal: Refusal | undefined
  readonly shown: Pick<Surface, 'ghosts' | 'insert'>
}

/** Tries an edit and looks where its clips are then: the very places that doing it gives them. */
export function outlookOf(project: Project, { edit, ids }: Carried, zone: DropZone): Outlook {
  const applied = applyEdit(project, edit)
  if (!applied.ok) return { refusal: applied.error, shown: { ghosts: [], insert: undefined } }
  const after = applied.value.project
  const there = ids.flatMap((id) => clipOf(after, id) ?? [])
  const ghosts = there.map(({ lane, clip }): Ghost => ({ clip, zone: project.lanes.some(({ id }) => id === lane.id) ? { lane: lane.id } : zoneFor(zone, clip) }))
  return { refusal: undefined, shown: { ghosts, insert: edit.mode === 'insert' ? partedBy(there, edit.scope) : undefined } }
}

/** Where a clip on a lane that is yet to be made is drawn. */
const zoneFor = (zone: DropZone, clip: Clip): DropZone => (typeof zone === 'string' ? zone : clip.kind === 'video' ? 'top' : 'bottom')

function partedBy(there: readonly Located[], scope: EditOf<'place'>['scope']): Surface['insert'] {
  const [first] = there
  if (first === undefined) return undefined
  const at = there.map(({ clip }) => clip.start).reduce(earlier)
  return scope === 'lanes' && there.every(({ lane }) => lane.id === first.lane.id) ? { at, lane: first.lane.id } : { at }
}

/** What would be refused, where the hand has it. */
export function refusedGhosts({ members, held }: Load, { by, zone }: Course): readonly Ghost[] {
  const first = members.map(({ clip }) => clip.start).reduce(earlier)
  const distance = Math.max(by, 0 - first)
  return members.map(({ lane, clip }) => ({
    clip: { ...clip, start: ticks(clip.start + distance) }, zone: clip.id === held.clip.id ? zone : { lane: lane.id }, refused: true,
  }))
}

/** The edges of clips, that of the held one first. */
export const edgesOf = ({ members, held }: Load): readonly Ticks[] => [held.clip.start, endOf(held.clip), ...members.flatMap(({ clip }) => [clip.start, endOf(clip)])]
