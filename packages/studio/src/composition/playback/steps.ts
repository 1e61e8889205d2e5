import { durationOf, earlier, frameAt, frameStart, later, ticks, TICKS_PER_SECOND, ZERO, type Project, type Ticks } from '@lemouf/core/timeline'

/** So many frames on from a moment, or back: the beginning of a frame, within the composition. */
export function framesFrom(project: Project, at: Ticks, frames: number): Ticks {
  const { fps } = project.format
  return within(project, frameStart(Math.max(0, frameAt(at, fps) + frames), fps))
}

/** So many seconds on, or back: the beginning of the frame there. */
export function secondsFrom(project: Project, at: Ticks, seconds: number): Ticks {
  const { fps } = project.format
  const there = within(project, ticks(at + seconds * TICKS_PER_SECOND))
  return frameStart(frameAt(there, fps), fps)
}

const within = (project: Project, at: Ticks): Ticks => later(ZERO, earlier(at, durationOf(project)))
