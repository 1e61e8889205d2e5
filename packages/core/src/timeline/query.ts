import { endOf, type Clip } from './clip.ts'
import { meet, ownReach, reachOf, within, edgesOf, type Reach, type Side } from './edges.ts'
import { clipsWithin, type Lane } from './lane.ts'
import type { Range } from './plan.ts'
import { clipOf, companions } from './find.ts'
import type { Project } from './project.ts'
import { ticks, ZERO, type Ticks } from './time.ts'

/** A lane with as many of its clips as can be seen. */
export interface VisibleLane {
  readonly lane: Lane
  readonly clips: readonly Clip[]
}

/** The clips of which something lies in a span, lane by lane: what a timeline draws. A binary search a lane, and what is found. */
export const visible = (project: Project, { from, to }: Range): readonly VisibleLane[] =>
  project.lanes.map((lane) => ({ lane, clips: clipsWithin(lane.clips, from, to) }))

/** The empty stretches of a lane in front of and between its clips. */
export function gapsOf(lane: Lane): readonly Range[] {
  let end = ZERO
  const gaps: Range[] = []
  for (const clip of lane.clips) {
    if (clip.start > end) gaps.push({ from: end, to: clip.start })
    end = endOf(clip)
  }
  return gaps
}

/**
 * How far an edge can be trimmed, with all that is linked: what a trim will be held to, to draw before it is done. Rippling, only
 * the sources are a limit. Undefined for a clip that is not there.
 */
export function trimReach(project: Project, id: string, side: Side, rippling: boolean): Reach | undefined {
  const found = clipOf(project, id)
  if (found === undefined) return undefined
  const edges = edgesOf(companions(project, [found], ['link']), side)
  const { least, most } = rippling ? meet(edges.map((edge) => ownReach(project, edge))) : reachOf(project, edges)
  return { least: Math.min(least, 0), most: Math.max(most, 0) }
}

/** A trim of so much, as far as it can go. */
export const held = (by: Ticks, reach: Reach): Ticks => ticks(within(by, reach))
