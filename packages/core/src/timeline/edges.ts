import { endOf, over, sourceSpan, stretchOf, type Clip } from './clip.ts'
import type { Located } from './find.ts'
import { lengthOf } from './media.ts'
import { mediaOfClip, type Project } from './project.ts'
import { frameDuration, ticks } from './time.ts'

export type Side = 'start' | 'end'

/** One end of a clip, to be moved. */
export interface Edge extends Located {
  readonly side: Side
}

/** How far something may move, both ways; zero is always within. */
export interface Reach {
  readonly least: number
  readonly most: number
}

/** The edges of clips on one side. */
export const edgesOf = (clips: readonly Located[], side: Side): readonly Edge[] => clips.map(({ lane, clip }) => ({ lane, clip, side }))

const ANYWHERE: Reach = { least: -Infinity, most: Infinity }

export const meet = (reaches: readonly Reach[]): Reach =>
  reaches.reduce((a, b) => ({ least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) }), ANYWHERE)

/** A distance brought within reach: a hand may go on, the edge stops. */
export const within = (by: number, { least, most }: Reach): number => Math.max(Math.min(least, 0), Math.min(Math.max(most, 0), by))

/**
 * How far edges can move together: no clip gets shorter than a frame of the output or reads beyond its source, nothing begins
 * before zero, and the next clip is in the way unless its facing edge moves as well, or is among those that come along.
 */
export function reachOf(project: Project, edges: readonly Edge[], along: readonly Edge[] = []): Reach {
  const moving = new Set([...edges, ...along].map(keyOf))
  return meet(edges.map((edge) => meet([ownReach(project, edge), roomBeside(edge, moving)])))
}

/** How far an edge can move as far as its own clip and source go. */
export function ownReach(project: Project, { clip, side }: Edge): Reach {
  const length = lengthOf(mediaOfClip(project, clip))
  const shortest = Math.min(frameDuration(project.format.fps), clip.duration)
  if (side === 'start') return { least: length === null ? -Infinity : -stretchOf(clip.in, clip.speed), most: clip.duration - shortest }
  return { least: shortest - clip.duration, most: length === null ? Infinity : stretchOf(length - clip.in, clip.speed) - clip.duration }
}

function roomBeside({ lane, clip, side }: Edge, moving: ReadonlySet<string>): Reach {
  const index = lane.clips.indexOf(clip)
  if (side === 'start') {
    const before = lane.clips[index - 1]
    if (before === undefined) return { least: 0 - clip.start, most: Infinity }
    return { least: moving.has(keyOf({ clip: before, side: 'end' })) ? -Infinity : endOf(before) - clip.start, most: Infinity }
  }
  const next = lane.clips[index + 1]
  const free = next === undefined || moving.has(keyOf({ clip: next, side: 'start' }))
  return { least: -Infinity, most: free ? Infinity : next.start - endOf(clip) }
}

const keyOf = ({ clip, side }: { readonly clip: Clip; readonly side: Side }): string => `${side} ${clip.id}`

/** A clip with one edge moved; the other stays, and so does what is shown at every moment that remains. */
export function trimmed(project: Project, clip: Clip, side: Side, by: number): Clip {
  if (side === 'end') return over(clip, { start: clip.start, duration: ticks(clip.duration + by), in: clip.in })
  const still = mediaOfClip(project, clip).kind === 'image'
  return over(clip, { start: ticks(clip.start + by), duration: ticks(clip.duration - by), in: still ? clip.in : ticks(clip.in + sourceSpan(by, clip.speed)) })
}
