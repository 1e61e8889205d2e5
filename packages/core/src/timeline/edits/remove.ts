import { ok, type Result } from '../../result.ts'
import { chosen, lockedLane, rearranged } from '../arrange.ts'
import { endOf } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import type { Located } from '../find.ts'
import { firstEndingAfter } from '../lane.ts'
import { laneOf, type Project } from '../project.ts'
import { refuse, unknownLane, type Refusal } from '../refusal.ts'
import { rippled, type Scope } from '../ripple.ts'
import { earlier, later, type Ticks } from '../time.ts'

/** Takes clips away, with all that are linked or grouped with them, and leaves gaps. */
export function lift(project: Project, { clips }: EditOf<'lift'>): Result<Project, Refusal> {
  const gone = chosen(project, clips, ['link', 'group'])
  return gone.ok ? ok(rearranged(project, { remove: gone.value })) : gone
}

/**
 * Takes clips away as `lift` does, and what is behind them moves up. Of clips that lie beside one another on several lanes, the
 * shortest says by how much, so that all lanes stay together. Refused besides: what `rippled` refuses.
 */
export function rippleDelete(project: Project, { clips, scope }: EditOf<'rippleDelete'>): Result<Project, Refusal> {
  const gone = chosen(project, clips, ['link', 'group'])
  if (!gone.ok) return gone
  let now = rearranged(project, { remove: gone.value })
  // From the back, so that the places of the next holes are still the same.
  for (const hole of holes(gone.value).toReversed()) {
    const closed = close(now, hole, scope)
    if (!closed.ok) return closed
    now = closed.value
  }
  return ok(now)
}

/**
 * Closes the gap of a lane at a moment, from the clip before to the clip behind. What that is linked with on other lanes moves up as
 * well, from where it begins: so the smallest of their gaps says by how much. Refused: `unknown_lane`, `nothing_chosen` where there is
 * no gap, `lane_locked`, and what `rippled` refuses.
 */
export function closeGap(project: Project, { lane: id, at, scope }: EditOf<'closeGap'>): Result<Project, Refusal> {
  const lane = laneOf(project, id)
  if (lane === undefined) return unknownLane(id)
  const next = lane.clips[firstEndingAfter(lane.clips, at)]
  if (next === undefined || next.start <= at) return refuse('nothing_chosen', 'There is no gap before a clip at this place.', { lane: id })
  const bound = chosen(project, [next.id], ['link'])
  if (!bound.ok) return bound
  const first = new Map<string, Located>()
  for (const one of bound.value) if (one.lane.id !== id && !first.has(one.lane.id)) first.set(one.lane.id, one)
  const moving = [{ lane, clip: next }, ...first.values()]
  const amount = Math.min(...moving.map(gapBefore))
  if (amount <= 0) return refuse('ripple_blocked', 'What this clip is linked with has no gap before it. Unlink them, or trim it first.', { lane: id, clip: next.id })
  return rippled(project, new Map(moving.map((one) => [one.lane.id, one.clip.start])), -amount, scope)
}

function gapBefore({ lane, clip }: Located): number {
  const before = lane.clips[lane.clips.indexOf(clip) - 1]
  return clip.start - (before === undefined ? 0 : endOf(before))
}

/** Takes everything off all lanes, and the markers. Media, format, guides and settings stay. Refused while a lane with clips is locked. */
export function clear(project: Project): Result<Project, Refusal> {
  const locked = project.lanes.find((lane) => lane.locked && lane.clips.length > 0)
  if (locked !== undefined) return lockedLane(locked)
  const lanes = project.lanes.map((lane) => (lane.clips.length === 0 ? lane : { ...lane, clips: [] }))
  return ok({ ...project, lanes, markers: project.markers.length === 0 ? project.markers : [] })
}

/** For each lane the stretch that was freed; lanes whose stretches lie beside one another are closed together. */
type Hole = ReadonlyMap<string, { readonly from: Ticks; readonly to: Ticks }>

function holes(gone: readonly Located[]): readonly Hole[] {
  const found: { end: Ticks; lanes: Map<string, { from: Ticks; to: Ticks }> }[] = []
  for (const { lane, clip } of gone.toSorted((a, b) => a.clip.start - b.clip.start)) {
    const last = found.at(-1)
    const stretch = { from: clip.start, to: endOf(clip) }
    if (last === undefined || clip.start >= last.end) found.push({ end: stretch.to, lanes: new Map([[lane.id, stretch]]) })
    else {
      const same = last.lanes.get(lane.id)
      last.lanes.set(lane.id, same === undefined ? stretch : { from: earlier(same.from, stretch.from), to: later(same.to, stretch.to) })
      last.end = later(last.end, stretch.to)
    }
  }
  return found.map(({ lanes }) => lanes)
}

function close(project: Project, hole: Hole, scope: Scope): Result<Project, Refusal> {
  const amount = Math.min(...[...hole.values()].map(({ from, to }) => to - from))
  return rippled(project, new Map([...hole].map(([lane, { to }]) => [lane, to])), -amount, scope)
}
