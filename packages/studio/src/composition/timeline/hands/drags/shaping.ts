import { endOf, ticks, type Clip, type Edit } from '@lemouf/core/timeline'
import { text } from '../../../../text/text.ts'
import { rectOf } from '../../geometry.ts'
import { gainAt, levelAt, levelOf } from '../../handles.ts'
import type { Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import { live } from '../live.ts'
import { inFrames } from '../pull.ts'
import type { Touch } from '../touch.ts'

/** Pulls a fade in or out, as far as the other one. */
export function fading(bench: Bench, start: Touch, clip: Clip, part: 'fadeIn' | 'fadeOut'): Drag {
  const isIn = part === 'fadeIn'
  const before = clip[part]
  const room = clip.duration - clip[isIn ? 'fadeOut' : 'fadeIn'].duration
  return live(bench, start, {
    cursor: 'ew-resize',
    doing: (_touch, raw) => {
      const edge = isIn ? ticks(clip.start + before.duration) : ticks(endOf(clip) - before.duration)
      const by = inFrames(bench, edge, raw) * (isIn ? 1 : -1)
      const duration = ticks(Math.max(0, Math.min(room, before.duration + by)))
      const fade = { ...before, duration }
      const edit: Edit = { type: 'fade', clips: [clip.id], ...(isIn ? { in: fade } : { out: fade }) }
      return { edits: [edit], hint: () => text.hands.faded(bench.timecode(duration)) }
    },
  })
}

/** Moves the line of loudness, or of opacity. */
export function levelling(bench: Bench, start: Touch, clip: Clip): Drag {
  const rect = (): ReturnType<typeof rectOf> => {
    const row = bench.stage.layout().rows.find(({ lane }) => lane.clips.some(({ id }) => id === clip.id))
    return rectOf(bench.stage.view(), row ?? { y: 0, height: 0 }, clip)
  }
  const offset = levelAt(rect(), start.y) - levelOf(clip)
  return live(bench, start, {
    cursor: 'ns-resize',
    scrolls: 'none',
    doing: (touch) => {
      const level = Math.min(1, Math.max(0, levelAt(rect(), touch.y) - offset))
      if (clip.kind === 'video') return { edits: [{ type: 'look', clips: [clip.id], set: { opacity: Math.round(level * 100) / 100 } }], hint: () => text.hands.opacity(Math.round(level * 100)) }
      const gain = gainAt(level)
      return { edits: [{ type: 'gain', clips: [clip.id], gain }], hint: () => text.hands.loudness(gain) }
    },
  })
}
