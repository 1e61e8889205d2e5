import { movedTo, type Clip } from './clip.ts'
import type { EditOf } from './edit.ts'
import { copies } from './edits/place.ts'
import { companions, located } from './find.ts'
import type { Media } from './media.ts'
import { laneOf, mediaOf, type Project } from './project.ts'
import { mintFrom } from './ripple.ts'
import { earlier, LATEST_POSITION, ticks, type Ticks } from './time.ts'

/** Clips as a clipboard keeps them: a value that outlives the composition they were copied from. */
export interface Clipping {
  readonly clips: readonly { readonly lane: string; readonly clip: Clip }[]
  readonly media: readonly Media[]
}

/** What copying takes: the clips that are there, all that is linked or grouped with them, and their media. */
export function clippingOf(project: Project, ids: readonly string[]): Clipping {
  const found = companions(project, located(project, new Set(ids)), ['link', 'group'])
  const media = new Set(found.map(({ clip }) => clip.media))
  return { clips: found.map(({ lane, clip }) => ({ lane: lane.id, clip })), media: project.media.filter(({ id }) => media.has(id)) }
}

/**
 * The edit that puts a clipping down so that its first clip begins at a moment, on the lanes that it came from. Where those are
 * gone or of another kind, new ones are made: pictures at the top, sound at the bottom.
 */
export function pasteOf(project: Project, clipping: Clipping, at: Ticks, how: Pick<EditOf<'place'>, 'mode' | 'scope' | 'ids'>): EditOf<'place'> {
  const first = clipping.clips.map(({ clip }) => clip.start).reduce(earlier, ticks(LATEST_POSITION))
  const arrivals = copies(clipping.clips, mintFrom(project, `${how.ids}.paste`)).map(({ clip, lane }) => ({
    clip: movedTo(clip, ticks(clip.start - first + at)),
    to: laneOf(project, lane)?.kind === clip.kind ? { lane } : { newLane: `${how.ids}.${lane}`, at: clip.kind === 'video' ? 'top' as const : 'bottom' as const },
  }))
  return { type: 'place', ...how, arrivals, media: clipping.media.filter(({ id }) => mediaOf(project, id) === undefined) }
}
