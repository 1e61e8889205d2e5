import { clipOf, endOf, type Clip } from '@lemouf/core/timeline'
import { text } from '../../../../text/text.ts'
import type { Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import { live } from '../live.ts'
import { inFrames, pulled, pullOf } from '../pull.ts'
import type { Touch } from '../touch.ts'
import { signed } from './trimming.ts'

/** Shows another stretch of the source in the same place. Dragging to the right brings in what was before it. */
export function slipping(bench: Bench, start: Touch, clip: Clip, clips: readonly string[]): Drag {
  return live(bench, start, {
    cursor: 'grabbing',
    doing: (_touch, raw) => {
      const slipped = (): Clip => clipOf(bench.project, clip.id)?.clip ?? clip
      return { edits: [{ type: 'slip', clips, by: inFrames(bench, clip.in, -raw) }], hint: () => text.hands.slipped(bench.timecode(slipped().in), signed(bench, slipped().in - clip.in)) }
    },
  })
}

/** Moves a clip between its neighbours, which give and take. */
export function sliding(bench: Bench, start: Touch, clip: Clip): Drag {
  const pull = pullOf(bench, [clip.start, endOf(clip)], new Set([clip.id]))
  return live(bench, start, {
    cursor: 'grabbing',
    doing: (touch, raw) => {
      const { by, line } = pulled(bench, pull, raw, touch)
      const slid = (): number => (clipOf(bench.project, clip.id)?.clip.start ?? clip.start) - clip.start
      return { edits: [{ type: 'slide', clip: clip.id, by }], line, hint: () => text.hands.slid(signed(bench, slid())) }
    },
  })
}
