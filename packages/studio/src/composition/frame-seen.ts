import { durationOf, frameAt, frameMiddle, frameStart, type Project, type Range, type Ticks } from '@lemouf/core/timeline'

/**
 * The frame that is seen with the playhead at a moment, and its number. A composition ends behind its last frame: with the playhead
 * there that one is still seen, as it is when playing has come to the end. It lasts until that end.
 */
export function frameSeen(project: Project, at: Ticks): Range & { readonly frame: number } {
  const { fps } = project.format
  const end = durationOf(project)
  const frame = frameAt(at < end ? at : end, fps)
  if (at < end) return { frame, from: frameStart(frame, fps), to: frameStart(frame + 1, fps) }
  // What ends within a frame and before its middle is not seen in it.
  const last = Math.max(0, frameMiddle(frame, fps) < end ? frame : frame - 1)
  return { frame: last, from: frameStart(last, fps), to: end }
}
