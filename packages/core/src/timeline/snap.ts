import { endOf } from './clip.ts'
import { durationOf, type Project } from './project.ts'
import { ticks, ZERO, type Ticks } from './time.ts'

/** Moments that a hand is drawn to, in order and each once. Gathered when a drag begins; a search for each move. */
export type SnapTargets = readonly Ticks[]

/** What a drag snaps to, and what is left out of it: the clips being dragged must not hold themselves. */
export interface SnapSources {
  readonly playhead?: Ticks
  readonly without?: ReadonlySet<string>
}

/** The edges of all clips but some, the markers, the playhead, zero and the end of the composition. */
export function snapTargets(project: Project, { playhead, without = new Set() }: SnapSources = {}): SnapTargets {
  const moments = new Set<Ticks>([ZERO, durationOf(project), ...project.markers.map(({ at }) => at), ...(playhead === undefined ? [] : [playhead])])
  for (const lane of project.lanes) {
    for (const clip of lane.clips) if (!without.has(clip.id)) moments.add(clip.start).add(endOf(clip))
  }
  return [...moments].sort((a, b) => a - b)
}

/** The target closest to a moment and no further away than the tolerance; the earlier one of two as close. */
export function snap(targets: SnapTargets, at: Ticks, tolerance: number): Ticks | undefined {
  let [low, high] = [0, targets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((targets[middle] ?? at) < at) low = middle + 1
    else high = middle
  }
  const near = [targets[low - 1], targets[low]].filter((target) => target !== undefined && Math.abs(target - at) <= tolerance)
  return near.reduce((best, target) => (best === undefined || (target !== undefined && Math.abs(target - at) < Math.abs(best - at)) ? target : best), undefined)
}

/** How a drag is corrected, and the moment to draw the line at. */
export interface Snapped {
  readonly by: Ticks
  readonly line: Ticks | undefined
}

/** Corrects a drag so that the edge that is closest to a target meets it: any of several edges, as they were before it. */
export function snapDrag(targets: SnapTargets, edges: readonly Ticks[], by: Ticks, tolerance: number): Snapped {
  let best: Snapped = { by, line: undefined }
  let least = Infinity
  for (const edge of edges) {
    const line = snap(targets, ticks(edge + by), tolerance)
    const away = line === undefined ? Infinity : Math.abs(line - edge - by)
    if (line !== undefined && away < least) [best, least] = [{ by: ticks(line - edge), line }, away]
  }
  return best
}
