import {
  applyEdit, clipOf, endOf, later, lengthOf, planDrop, suits, ticks,
  type DropHow, type Dropped, type DropZone, type Edit, type Lane, type Located, type Project, type Refusal, type Ticks,
} from '@lemouf/core/timeline'
import { fail, ok, type Result } from '@lemouf/core/result'
import type { Ghost } from '../surface.ts'

/** What letting go would do, and where the clips are then. */
export interface DropPlan {
  readonly edits: readonly Edit[]
  readonly ids: readonly string[]
  readonly ghosts: readonly Ghost[]
}

/** Puts things down one behind the other from a moment on. Refused where `planDrop` is, or the edit that it gives. */
export function planDrops(project: Project, dropped: readonly Dropped[], at: Ticks, zone: DropZone, how: DropHow): Result<DropPlan, Refusal> {
  const edits: Edit[] = []
  const ids: string[] = []
  let [now, next, into] = [project, at, zone]
  for (const [index, one] of dropped.entries()) {
    const planned = planDrop(now, one, next, housing(now, one, into), { ...how, ids: `${how.ids}.${index}` })
    if (!planned.ok) return fail(planned.error)
    const applied = applyEdit(now, planned.value)
    if (!applied.ok) return fail(applied.error)
    now = applied.value.project
    edits.push(planned.value)
    ids.push(...planned.value.arrivals.map(({ clip }) => clip.id))
    next = planned.value.arrivals.map(({ clip }) => endOf(clip)).reduce(later)
    // What follows goes onto the lane that the first one made.
    const made = `${how.ids}.${index}.lane`
    if (typeof into === 'string' && now.lanes.some(({ id }) => id === made)) into = { lane: made }
  }
  return ok({ edits, ids, ghosts: ghostsOf(project, now, ids) })
}

function ghostsOf(before: Project, after: Project, ids: readonly string[]): readonly Ghost[] {
  const isOld = ({ lane }: Located): boolean => before.lanes.some(({ id }) => id === lane.id)
  const indexOf = (lane: Lane): number => after.lanes.findIndex(({ id }) => id === lane.id)
  const [topmost] = before.lanes
  // Beside no others pictures are above sound.
  const outside = ({ lane }: Located): DropZone => ((topmost === undefined ? lane.kind === 'video' : indexOf(lane) < indexOf(topmost)) ? 'top' : 'bottom')
  return ids.flatMap((id) => clipOf(after, id) ?? []).map((found) => {
    return { clip: found.clip, zone: isOld(found) ? { lane: found.lane.id } : outside(found) }
  })
}

/** The lane that is pointed at, else the nearest one that is not locked and suits; where none does, the zone that its kind belongs to. */
export function housing(project: Project, { media }: Dropped, zone: DropZone): DropZone {
  if (typeof zone === 'string') return zone
  const over = project.lanes.findIndex(({ id }) => id === zone.lane)
  const away = (lane: Lane): number => Math.abs(project.lanes.indexOf(lane) - over)
  const suitable = project.lanes.filter((lane) => !lane.locked && suits(media, lane.kind))
  const nearest = suitable.reduce<Lane | undefined>((best, lane) => (best === undefined || away(lane) < away(best) ? lane : best), undefined)
  return nearest === undefined ? (media.kind === 'audio' ? 'bottom' : 'top') : { lane: nearest.id }
}

/** How long things are one behind the other. */
export const lengthOfAll = (project: Project, dropped: readonly Dropped[]): Ticks =>
  ticks(dropped.reduce((sum, { media, in: from = 0, duration }) => sum + (duration ?? (lengthOf(media) ?? project.settings.stillDuration) - (lengthOf(media) === null ? 0 : from)), 0))
