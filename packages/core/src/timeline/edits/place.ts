import { ok, type Result } from '../../result.ts'
import { chosen, rearranged, type Put } from '../arrange.ts'
import { endOf, isWithinSource, movedTo, over, type Clip } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import { located, type Bond } from '../find.ts'
import { suits } from '../media.ts'
import { mediaOf, type Project } from '../project.ts'
import { lacking, refuse, type Refusal } from '../refusal.ts'
import { mintFrom, type Mint } from '../ripple.ts'
import { settled, type Target } from '../settle.ts'
import { stocked } from '../stock.ts'
import { earlier, later, ticks } from '../time.ts'

/**
 * Puts new clips down, and the media that they need: dropped, inserted, overwritten, pasted. Fades that are longer than the
 * clip are shortened. Refused besides what `settled` refuses: `id_taken`, `unknown_media`, `beyond_source`, `wrong_kind` (a film without
 * sound on a lane of sound).
 */
export function place(project: Project, { arrivals, media, mode, scope, ids }: EditOf<'place'>): Result<Project, Refusal> {
  const supplied = stocked(project, media)
  const refusal = arrivals.map(({ clip }) => unplayable(supplied, clip)).find((found) => found !== undefined)
  if (refusal !== undefined) return refusal
  const arriving = new Set(arrivals.map(({ clip }) => clip.id))
  const ownIds = (id: string): boolean => id.startsWith(`${ids}.`) && /^\d+$/.test(id.slice(ids.length + 1))
  if (arriving.size < arrivals.length || located(project, arriving).length > 0 || [...arriving].some(ownIds)) {
    return refuse('id_taken', 'A clip with this id is there already. Send the edit with new ids.')
  }
  const fitting = arrivals.map(({ clip, to }) => ({ clip: over(clip, clip), to }))
  return settled(supplied, fitting, mode, scope, mintFrom(project, ids))
}

/**
 * Moves clips, with all that are linked or grouped with them, by a distance in time and to other lanes of their kind; those without
 * a target keep their lane. Time stops at zero for all of them together. Where they come from a gap remains.
 */
export function move(project: Project, { clips, by, to, mode, scope, ids }: EditOf<'move'>): Result<Project, Refusal> {
  const movers = chosen(project, clips, ['link', 'group'])
  if (!movers.ok) return movers
  const targets = new Map<string, Target>(to.map(({ clip, target }) => [clip, target]))
  const distance = Math.max(by, 0 - movers.value.map(({ clip }) => clip.start).reduce(earlier))
  const arrivals = movers.value.map(({ lane, clip }) => ({ clip: movedTo(clip, ticks(clip.start + distance)), to: targets.get(clip.id) ?? { lane: lane.id } }))
  const stays = distance === 0 && arrivals.every(({ to: target }, index) => 'lane' in target && target.lane === movers.value[index]?.lane.id)
  if (stays) return ok(project)
  const lifted = rearranged(project, { remove: movers.value })
  return settled(lifted, arrivals, mode, scope, mintFrom(project, ids))
}

/** Puts copies of clips, and of all that is linked or grouped with them, right behind the last of them. The copies are bound among themselves. */
export function duplicate(project: Project, { clips, mode, scope, ids }: EditOf<'duplicate'>): Result<Project, Refusal> {
  const originals = chosen(project, clips, ['link', 'group'])
  if (!originals.ok) return originals
  const mint = mintFrom(project, ids)
  const from = originals.value.map(({ clip }) => clip.start).reduce(earlier)
  const to = originals.value.map(({ clip }) => endOf(clip)).reduce(later)
  const copied = copies(originals.value.map(({ lane, clip }) => ({ lane: lane.id, clip })), mint)
  const arrivals = copied.map(({ lane, clip }) => ({ clip: movedTo(clip, ticks(clip.start + to - from)), to: { lane } }))
  return settled(project, arrivals, mode, scope, mint)
}

/** Copies with ids of their own, bound to one another as the originals are. */
export function copies(originals: readonly Put[], mint: Mint): readonly Put[] {
  const [links, groups] = [rebound(originals, 'link', mint), rebound(originals, 'group', mint)]
  return originals.map(({ lane, clip }) => ({
    lane, clip: { ...clip, id: mint(), link: links.get(clip.link) ?? null, group: groups.get(clip.group) ?? null },
  }))
}

function rebound(originals: readonly Put[], bond: Bond, mint: Mint): ReadonlyMap<string | null, string> {
  const shared = [...Map.groupBy(originals, ({ clip }) => clip[bond])].filter(([id, members]) => id !== null && members.length > 1)
  return new Map(shared.map(([id]) => [id, mint()]))
}

function unplayable(project: Project, clip: Clip): Result<never, Refusal> | undefined {
  const media = mediaOf(project, clip.media)
  if (media === undefined) return refuse('unknown_media', 'The clip shows something that the composition does not have. Add it first.', { clip: clip.id })
  if (!suits(media, clip.kind)) return lacking(media, clip.kind, { clip: clip.id })
  if (isWithinSource(clip, media)) return undefined
  return refuse('beyond_source', `The clip would go on after the end of “${media.name}”. Make it shorter.`, { clip: clip.id })
}
