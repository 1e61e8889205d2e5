import { durationOf, earlier, frameDuration, later, snap, ticks, ZERO, type Marker, type Ticks } from '@lemouf/core/timeline'
import type { Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import { live } from '../live.ts'
import { pulled, pullOf, targetsOf } from '../pull.ts'
import type { Touch } from '../touch.ts'

/** Moves the playhead under the hand; Escape brings it back, and plays on if it played. */
export function scrubbing(bench: Bench, start: Touch): Drag {
  const { transport } = bench
  const before = { at: transport.playhead.value, motion: transport.motion.value, rate: transport.rate.value }
  const drag: Drag = {
    cursor: 'ew-resize',
    scrolls: 'across',
    move: (touch) => {
      transport.scrub(earlier(durationOf(bench.project), bench.frameAt(touch.x)))
      return drag
    },
    drop: () => transport.release(),
    bail: () => {
      transport.release()
      transport.seek(before.at)
      if (before.motion === 'playing') transport.play(before.rate)
    },
  }
  return drag.move(start)
}

/** Marks a range from where the hand went down to where it is; or moves one end of the range that is marked. */
export function marking(bench: Bench, start: Touch, end?: 'in' | 'out'): Drag {
  const { view } = bench
  const before = { in: view.markIn, out: view.markOut }
  const targets = targetsOf(bench)
  const momentOf = (touch: Touch): Ticks => {
    const at = bench.frameAt(touch.x)
    return view.timeline.snapping ? snap(targets, at, 8 * bench.stage.view().scale) ?? at : at
  }
  const anchor = momentOf(start)
  const mark = (from: number | null, to: number | null): void => {
    view.markIn = from
    view.markOut = to
  }
  const drag: Drag = {
    cursor: 'ew-resize',
    scrolls: 'across',
    move: (touch) => {
      const at = momentOf(touch)
      const least = frameDuration(bench.project.format.fps)
      if (end === 'in') mark(before.out === null ? at : Math.max(0, Math.min(at, before.out - least)), before.out)
      else if (end === 'out') mark(before.in, before.in === null ? at : Math.max(at, before.in + least))
      else if (at !== anchor) mark(earlier(anchor, at), later(anchor, at))
      bench.show({ snap: targets.includes(at) ? at : undefined, hint: { x: touch.x, y: touch.y, text: bench.timecode(at) } })
      return drag
    },
    drop: () => bench.bare(),
    bail: () => {
      mark(before.in, before.out)
      bench.bare()
    },
  }
  return drag
}

/** Moves a marker; it is drawn to edges as clips are. */
export function shifting(bench: Bench, start: Touch, marker: Marker): Drag {
  const { targets } = pullOf(bench, [], new Set())
  const pull = { edges: [marker.at], targets: targets.filter((at) => at !== marker.at) }
  return live(bench, start, {
    cursor: 'ew-resize',
    doing: (touch, raw) => {
      const { by, line } = pulled(bench, pull, raw, touch)
      const at = later(ZERO, ticks(marker.at + by))
      return { edits: [{ type: 'putMarker', marker: { ...marker, at } }], line, hint: () => `${marker.name} ${bench.timecode(at)}`.trim() }
    },
  })
}
