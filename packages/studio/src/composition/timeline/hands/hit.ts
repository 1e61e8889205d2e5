import { clipsWithin, endOf, ticks, type Clip, type DropZone, type Lane, type Marker, type Project, type Range } from '@lemouf/core/timeline'
import { lanesYOf, rectOf, rowOf, RULER, xOf, zoneOf, type Layout, type Rect, type Row, type Viewport } from '../geometry.ts'
import { HANDLES, handlesOf, TITLE } from '../handles.ts'
import type { ClipPart } from '../surface.ts'
import { reachOf, type Touch } from './touch.ts'

/** What is under a pointer. */
export type Hit =
  | { readonly on: 'ruler' }
  | { readonly on: 'mark'; readonly mark: 'in' | 'out' }
  | { readonly on: 'marker'; readonly marker: string }
  | { readonly on: 'clip'; readonly lane: Lane; readonly clip: Clip; readonly part: ClipPart }
  /** Between two clips, or before the first. */
  | { readonly on: 'gap'; readonly lane: Lane; readonly gap: Range }
  /** Behind the last clip of a lane. */
  | { readonly on: 'lane'; readonly lane: Lane }
  | { readonly on: 'zone'; readonly zone: DropZone }

/** What is there to be hit, as it is drawn. */
export interface Sight {
  readonly project: Project
  readonly view: Viewport
  readonly layout: Layout
  readonly marks: { readonly in: number | null; readonly out: number | null }
  /** Only of chosen clips the level can be taken: others are moved by every part of their bodies. */
  readonly selection: ReadonlySet<string>
}

/**
 * What of the timeline is under a pointer. Ends of clips can be taken from a little beyond them; where several are in reach, that of
 * the clip that is pointed at, else the nearest.
 */
export function hitAt(sight: Sight, touch: Touch): Hit {
  if (touch.y < RULER) return onRuler(sight, touch)
  const row = rowOf(sight.layout, lanesYOf(sight.view, touch.y))
  if (row === undefined) {
    const zone = zoneOf(sight.layout, sight.view, touch.y)
    return zone === 'ruler' ? { on: 'ruler' } : { on: 'zone', zone }
  }
  return onLane(sight, row, touch)
}

function onRuler({ project, view, marks }: Sight, touch: Touch): Hit {
  const away = (at: number): number => Math.abs(xOf(view, at) - touch.x)
  const [marker] = project.markers.filter((one) => isOnFlag(view, one, touch)).toSorted((a, b) => away(a.at) - away(b.at))
  if (marker !== undefined) return { on: 'marker', marker: marker.id }
  const set = (['in', 'out'] as const).filter((mark) => { const at = marks[mark]; return at !== null && away(at) <= reachOf(touch) })
  const mark = set.toSorted((a, b) => away(marks[a] ?? 0) - away(marks[b] ?? 0))[0]
  return mark === undefined ? { on: 'ruler' } : { on: 'mark', mark }
}

/** Flags of markers stand in the lower part of the ruler, to the right of their moments and about as long as their names. */
function isOnFlag(view: Viewport, { at, name }: Marker, touch: Touch): boolean {
  const from = touch.x - xOf(view, at)
  return touch.y >= RULER - FLAG.height && from >= -reachOf(touch) && from <= Math.max(reachOf(touch), Math.min(FLAG.most, name.length * FLAG.letter + 8))
}
const FLAG = { height: 13, letter: 6, most: 128 } as const

function onLane({ view, selection }: Sight, row: Row, touch: Touch): Hit {
  const { lane } = row
  const at = Math.round(view.from + touch.x * view.scale)
  const reach = Math.ceil(reachOf(touch) * view.scale)
  const near = clipsWithin(lane.clips, ticks(at - reach), ticks(at + reach + 1))
  const under = near.find((clip) => clip.start <= at && at < endOf(clip))
  const candidates = under === undefined ? near.flatMap((clip) => ends(view, row, clip, touch)) : ends(view, row, under, touch)
  const [nearest] = candidates.toSorted((a, b) => a.away - b.away)
  if (under !== undefined) return { on: 'clip', lane, clip: under, part: handleAt(rectOf(view, row, under), under, touch, selection.has(under.id)) ?? nearest?.part ?? 'body' }
  if (nearest !== undefined) return { on: 'clip', lane, clip: nearest.clip, part: nearest.part }
  return emptyAt(lane, at)
}

interface End {
  readonly clip: Clip
  readonly part: 'start' | 'end'
  readonly away: number
}

/** The ends of a clip that are in reach. Of a narrow clip the middle third stays its body, so that it can still be moved. */
function ends(view: Viewport, row: Row, clip: Clip, touch: Touch): readonly End[] {
  const { x, width } = rectOf(view, row, clip)
  const inside = Math.min(reachOf(touch), width / 3)
  const both = [{ part: 'start' as const, from: touch.x - x }, { part: 'end' as const, from: x + width - touch.x }]
  return both.filter(({ from }) => from <= inside && from >= -reachOf(touch)).map(({ part, from }) => ({ clip, part, away: Math.abs(from) }))
}

function handleAt(rect: Rect, clip: Clip, touch: Touch, isChosen: boolean): ClipPart | undefined {
  if (rect.width < HANDLES.width || rect.height < HANDLES.height) return undefined
  const reach = reachOf(touch)
  const { fadeIn, fadeOut, level } = handlesOf(rect, clip)
  const fades = [{ part: 'fadeIn' as const, x: fadeIn }, { part: 'fadeOut' as const, x: fadeOut }]
  const away = ({ x }: { readonly x: number }): number => Math.abs(x - touch.x)
  const [fade] = fades.toSorted((a, b) => away(a) - away(b))
  if (touch.y - rect.y < TITLE && fade !== undefined && away(fade) <= reach) return fade.part
  const nearEnd = Math.min(touch.x - rect.x, rect.x + rect.width - touch.x) <= reach
  return isChosen && Math.abs(touch.y - level) <= 4 && !nearEnd ? 'level' : undefined
}

function emptyAt(lane: Lane, at: number): Hit {
  const next = lane.clips.findIndex((clip) => clip.start > at)
  const behind = lane.clips[next]
  if (behind === undefined) return { on: 'lane', lane }
  const before = lane.clips[next - 1]
  return { on: 'gap', lane, gap: { from: before === undefined ? ticks(0) : endOf(before), to: behind.start } }
}
