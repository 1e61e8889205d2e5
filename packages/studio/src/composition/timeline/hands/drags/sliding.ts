import { clipOf, endOf, type Clip } from '@lemouf/core/timeline'
import { text } from '../../../../text/text.ts'
import type { Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import { live } from '../live.ts'
import { inFrames, pulled, pullOf } from '../pull.ts'
import type { Touch } from '../touch.ts'
import { slipStop, stopOf } from '../stops.ts'
import { lastFrame, signed, withStop } from './trimming.ts'

/** Shows another stretch of the source in the same place. Dragging to the right brings in what was before it. */
export function slipping(bench: Bench, start: Touch, clip: Clip, clips: readonly string[]): Drag {
  return live(bench, start, {
    cursor: 'grabbing',
    doing: (_touch, raw) => {
      const slipped = (): Clip => clipOf(bench.project, clip.id)?.clip ?? clip
      const by = inFrames(bench, clip.in, -raw)
      const stop = (): string | undefined => (slipped().in - clip.in === by ? undefined : slipStop(by < 0))
      return {
        edits: [{ type: 'slip', clips, by }],
        hint: () => withStop(text.hands.slipped(bench.timecode(slipped().in), signed(bench, slipped().in - clip.in)), stop()),
        edges: () => [clip.start, lastFrame(bench, endOf(clip))],
      }
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
      const slid = (): Clip => clipOf(bench.project, clip.id)?.clip ?? clip
      const stop = (): string | undefined => (slid().start - clip.start === by ? undefined : slideStop(bench, clip.id, by))
      return {
        edits: [{ type: 'slide', clip: clip.id, by }],
        line, hint: () => withStop(text.hands.slid(signed(bench, slid().start - clip.start)), stop()),
        // What it has on both sides is what changes.
        edges: () => [lastFrame(bench, slid().start), endOf(slid())],
      }
    },
  })
}

/** One neighbour gives until a frame is left of it, the other grows until its media ends. */
function slideStop({ project }: Bench, id: string, by: number): string | undefined {
  const clips = clipOf(project, id)?.lane.clips ?? []
  const at = clips.findIndex((one) => one.id === id)
  const [before, after] = [clips[at - 1], clips[at + 1]]
  const [gives, grows] = by > 0 ? [after, before] : [before, after]
  const shortest = gives === undefined ? undefined : stopOf(project, gives.id, by > 0 ? 'start' : 'end', 'in')
  return shortest ?? (grows === undefined ? undefined : stopOf(project, grows.id, by > 0 ? 'end' : 'start', 'out'))
}
