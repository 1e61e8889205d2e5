import { clipOf, endOf, frameAt, frameStart, trimReach, type Clip, type EditOf, type Lane, type Ticks } from '@lemouf/core/timeline'
import { text } from '../../../../text/text.ts'
import { membersOf, type Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import { live } from '../live.ts'
import { pulled, pulledWithin, pullOf } from '../pull.ts'
import { stopOf } from '../stops.ts'
import type { Touch } from '../touch.ts'

/** Moves an end of a clip, and of what is linked with it. Rippling, what is behind it gives way; Ctrl is the other of both. */
export function trimming(bench: Bench, start: Touch, clip: Clip, edge: 'start' | 'end', ripples: boolean): Drag {
  const moment = edge === 'start' ? clip.start : endOf(clip)
  const pull = pullOf(bench, [moment], new Set(membersOf(bench.project, [clip.id]).map(({ clip: { id } }) => id)))
  const base = bench.project
  return live(bench, start, {
    cursor: edge === 'start' ? 'w-resize' : 'e-resize',
    doing: (touch, raw) => {
      const isRipple = ripples !== touch.mod
      const reach = trimReach(base, clip.id, edge, isRipple) ?? { least: 0, most: 0 }
      const { by, line, stopped } = pulledWithin(bench, pull, raw, touch, reach)
      const edit: EditOf<'trim'> = { type: 'trim', clip: clip.id, edge, by, ripple: isRipple ? bench.view.timeline.scope : null }
      // The start of a clip that ripples stays where it is: there is nothing to draw a line at.
      return { edits: [edit], line: isRipple && edge === 'start' ? undefined : line, hint: () => lengthHint(bench, clip, by, stopped ? stopOf(bench.project, clip.id, edge, (by < 0) === (edge === 'start') ? 'out' : 'in') : undefined), edges: () => [edgeOf(bench, clip, edge)] }
    },
  })
}

/** Moves the cut between two clips that touch. */
export function rolling(bench: Bench, start: Touch, left: Clip, right: Clip): Drag {
  const pull = pullOf(bench, [right.start], new Set([left.id, right.id]))
  return live(bench, start, {
    cursor: 'ew-resize',
    doing: (touch, raw) => {
      const { by, line } = pulled(bench, pull, raw, touch)
      const cut = (): Ticks => clipOf(bench.project, right.id)?.clip.start ?? right.start
      const stop = (): string | undefined => (cut() - right.start === by ? undefined : by > 0 ? betweenStops(bench, left.id, right.id) : betweenStops(bench, right.id, left.id))
      return {
        edits: [{ type: 'roll', left: left.id, right: right.id, by }],
        line, hint: () => withStop(text.hands.rolled(bench.timecode(cut()), signed(bench, cut() - right.start)), stop()),
        edges: () => [lastFrame(bench, cut()), cut()],
      }
    },
  })
}

/** The clips on both sides of the cut at an end of a clip; undefined where nothing touches it. */
export function cutAt(lane: Lane, clip: Clip, edge: 'start' | 'end'): readonly [Clip, Clip] | undefined {
  const index = lane.clips.indexOf(clip)
  const [left, right] = edge === 'start' ? [lane.clips[index - 1], clip] : [clip, lane.clips[index + 1]]
  return left !== undefined && right !== undefined && endOf(left) === right.start ? [left, right] : undefined
}

function lengthHint(bench: Bench, before: Clip, by: number, stop: string | undefined): string {
  const now = clipOf(bench.project, before.id)?.clip ?? before
  return withStop(text.hands.trimmed(signed(bench, by), bench.timecode(now.duration)), stop)
}

/** A cut is stopped by what grows when its media ends, and by what shrinks at its last frame. */
function betweenStops(bench: Bench, grows: string, shrinks: string): string | undefined {
  const [growing, shrinking] = [clipOf(bench.project, grows)?.clip, clipOf(bench.project, shrinks)?.clip]
  if (growing === undefined || shrinking === undefined) return undefined
  const edge = growing.start < shrinking.start ? 'end' : 'start'
  return stopOf(bench.project, shrinks, edge === 'end' ? 'start' : 'end', 'in') ?? stopOf(bench.project, grows, edge, 'out')
}

/** A line at the pointer, with why it goes no further. */
export const withStop = (said: string, stop: string | undefined): string => (stop === undefined ? said : `${said} · ${stop}`)

/** The moment of the frame at an end of a clip as it is now: its first, or its last. */
function edgeOf(bench: Bench, before: Clip, edge: 'start' | 'end'): Ticks {
  const now = clipOf(bench.project, before.id)?.clip ?? before
  return edge === 'start' ? now.start : lastFrame(bench, endOf(now))
}

/** The beginning of the frame before a cut. */
export function lastFrame({ project: { format: { fps } } }: Bench, cut: Ticks): Ticks {
  return frameStart(Math.max(0, frameAt(cut, fps, 'nearest') - 1), fps)
}

/** A distance as people write it, with its sign. */
export const signed = (bench: Bench, by: number): string => `${by < 0 ? '' : '+'}${bench.timecode(by)}`
