import { clipOf, endOf, trimReach, type Clip, type EditOf, type Lane, type Ticks } from '@lemouf/core/timeline'
import { text } from '../../../../text/text.ts'
import { membersOf, type Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import { live } from '../live.ts'
import { pulled, pulledWithin, pullOf } from '../pull.ts'
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
      const { by, line } = pulledWithin(bench, pull, raw, touch, reach)
      const edit: EditOf<'trim'> = { type: 'trim', clip: clip.id, edge, by, ripple: isRipple ? bench.view.timeline.scope : null }
      // The start of a clip that ripples stays where it is: there is nothing to draw a line at.
      return { edits: [edit], line: isRipple && edge === 'start' ? undefined : line, hint: () => lengthHint(bench, clip, by) }
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
      const cut = (): Ticks | undefined => clipOf(bench.project, right.id)?.clip.start
      return {
        edits: [{ type: 'roll', left: left.id, right: right.id, by }],
        line, hint: () => text.hands.rolled(bench.timecode(cut() ?? right.start), signed(bench, (cut() ?? right.start) - right.start)),
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

function lengthHint(bench: Bench, before: Clip, by: number): string {
  const now = clipOf(bench.project, before.id)?.clip ?? before
  return text.hands.trimmed(signed(bench, by), bench.timecode(now.duration))
}

/** A distance as people write it, with its sign. */
export const signed = (bench: Bench, by: number): string => `${by < 0 ? '' : '+'}${bench.timecode(by)}`
