import { clipAt, clipOf, endOf, mediaOf, type Located, type Project, type Ticks } from '@lemouf/core/timeline'
import { text } from '../../../text/text.ts'
import { clipName } from '../../clip-name.ts'
import { lanesYOf, RULER, xOf } from '../geometry.ts'
import type { Bench } from './bench.ts'

export type Direction = 'before' | 'after' | 'above' | 'below'

/**
 * The clip that one comes to from another: its neighbour on the lane, or of the next lane with clips the one that is closest to its
 * middle. From nowhere, the clip under the playhead that is topmost, else the first there is.
 */
export function stepTo(project: Project, from: string | undefined, direction: Direction, playhead: Ticks): Located | undefined {
  const here = from === undefined ? undefined : clipOf(project, from)
  if (here === undefined) return clipUnder(project, playhead)
  const { lane, clip } = here
  const index = lane.clips.indexOf(clip)
  if (direction === 'before' || direction === 'after') {
    const next = lane.clips[index + (direction === 'after' ? 1 : -1)]
    return next === undefined ? undefined : { lane, clip: next }
  }
  const place = project.lanes.indexOf(lane)
  const others = direction === 'above' ? project.lanes.slice(0, place).toReversed() : project.lanes.slice(place + 1)
  const next = others.find(({ clips }) => clips.length > 0)
  const middle = clip.start + clip.duration / 2
  const away = (one: typeof clip): number => Math.max(0, one.start - middle, middle - endOf(one))
  const nearest = next?.clips.reduce((best, one) => (away(one) < away(best) ? one : best))
  return next === undefined || nearest === undefined ? undefined : { lane: next, clip: nearest }
}

function clipUnder(project: Project, at: Ticks): Located | undefined {
  for (const lane of project.lanes) {
    const clip = clipAt(lane.clips, at)
    if (clip !== undefined) return { lane, clip }
  }
  const lane = project.lanes.find(({ clips }) => clips.length > 0)
  const clip = lane?.clips[0]
  return lane === undefined || clip === undefined ? undefined : { lane, clip }
}

/** A clip in words: what, where, from when, how long. */
export function sayClip(bench: Bench, { lane, clip }: Located): string {
  const name = clipName(clip, mediaOf(bench.project, clip.media))
  return text.hands.sayClip(name, lane.name, bench.timecode(clip.start), bench.timecode(clip.duration), bench.editor.selection.value.size)
}

/** Scrolls as little as brings a clip, or its beginning, into sight. */
export function bringIntoSight({ stage }: Bench, { lane, clip }: Located): void {
  const view = stage.view()
  const row = stage.layout().rows.find((one) => one.lane.id === lane.id)
  const [left, right] = [xOf(view, clip.start), xOf(view, endOf(clip))]
  const across = left < 0 ? left - MARGIN : right > view.width ? Math.min(left - MARGIN, right - view.width + MARGIN) : 0
  const [upper, lower] = [lanesYOf(view, RULER), lanesYOf(view, view.height)]
  const down = row === undefined ? 0 : row.y < upper ? row.y - upper : row.y + row.height > lower ? row.y + row.height - lower : 0
  if (across !== 0 || down !== 0) stage.scroll(across, down)
}
const MARGIN = 24

/** The middle of what is seen of a clip, as a menu opened by a key would point at it. */
export function centreOf({ stage }: Bench, { lane, clip }: Located): { readonly x: number; readonly y: number } {
  const view = stage.view()
  const row = stage.layout().rows.find((one) => one.lane.id === lane.id)
  const [left, right] = [Math.max(0, xOf(view, clip.start)), Math.min(view.width, xOf(view, endOf(clip)))]
  return { x: (left + right) / 2, y: row === undefined ? RULER : RULER + row.y - view.top + row.height / 2 }
}
