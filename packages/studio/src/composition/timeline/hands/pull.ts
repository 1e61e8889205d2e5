import { held, snapDrag, snapTargets, ticks, toFrame, type Project, type Reach, type SnapTargets, type Snapped, type Ticks } from '@lemouf/core/timeline'
import type { Bench } from './bench.ts'
import type { Touch } from './touch.ts'

/** How near in pixels an edge has to come to be drawn to something. */
const TOLERANCE = 8

/** What a drag is drawn to, and by which moments of its own. */
export interface Pull {
  readonly targets: SnapTargets
  /** Edges as they were before the drag; the first is held to frames. */
  readonly edges: readonly Ticks[]
}

/** All that draws: gathered anew when the composition or the playhead is another. */
export function targetsOf({ project, transport }: Bench): SnapTargets {
  const playhead = transport.playhead.value
  const known = gathered.get(project)
  if (known?.playhead === playhead) return known.targets
  const targets = snapTargets(project, { playhead })
  gathered.set(project, { playhead, targets })
  return targets
}
const gathered = new WeakMap<Project, { readonly playhead: Ticks; readonly targets: SnapTargets }>()

/** What draws a drag: everything but the clips that it moves. */
export const pullOf = (bench: Bench, edges: readonly Ticks[], without: ReadonlySet<string>): Pull => ({
  edges, targets: snapTargets(bench.project, { playhead: bench.transport.playhead.value, without }),
})

/** A drag of so many ticks brought to whole frames, or to what is near, unless that is switched off; Shift is the other way. */
export function pulled(bench: Bench, { targets, edges }: Pull, raw: number, touch: Pick<Touch, 'shift'>): Snapped {
  const by = inFrames(bench, edges[0] ?? ticks(0), raw)
  if (bench.view.timeline.snapping === touch.shift) return { by, line: undefined }
  const snapped = snapDrag(targets, edges, ticks(Math.round(raw)), TOLERANCE * bench.stage.view().scale)
  return snapped.line === undefined ? { by, line: undefined } : snapped
}

/** The same within a reach; where that stops it, nothing is snapped to. */
export function pulledWithin(bench: Bench, pull: Pull, raw: number, touch: Pick<Touch, 'shift'>, reach: Reach): Snapped & { readonly stopped: boolean } {
  const { by, line } = pulled(bench, pull, raw, touch)
  const within = held(by, reach)
  return { by: within, line: within === by ? line : undefined, stopped: within !== by }
}

/** A distance that brings an edge to the beginning of a frame; none below half a frame. */
export function inFrames(bench: Bench, edge: Ticks, raw: number): Ticks {
  const { fps } = bench.project.format
  const here = toFrame(edge, fps)
  const there = toFrame(ticks(Math.round(edge + raw)), fps)
  return there === here ? ticks(0) : ticks(there - edge)
}
