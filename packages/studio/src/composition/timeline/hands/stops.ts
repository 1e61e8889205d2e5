import { clipOf, endOf, frameDuration, lengthOf, mediaOf, sourceAt, type Clip, type Project } from '@lemouf/core/timeline'
import { text } from '../../../text/text.ts'
import { membersOf } from './bench.ts'

type Edge = 'start' | 'end'

/** Why an end of a clip, or of what is linked with it, goes no further out or in, in words; undefined where nothing is known to be in its way. */
export function stopOf(project: Project, id: string, edge: Edge, way: 'out' | 'in'): string | undefined {
  const { stops } = text.hands
  const linked = membersOf(project, [id]).filter(({ clip }) => clip.id === id || (clip.link !== null && clip.link === clipOf(project, id)?.clip.link))
  if (way === 'in') return linked.some(({ clip }) => clip.duration <= frameDuration(project.format.fps)) ? stops.shortest : undefined
  if (linked.some(({ clip }) => isSpent(project, clip, edge))) return edge === 'start' ? stops.mediaStart : stops.mediaEnd
  if (edge === 'start' && linked.some(({ clip }) => clip.start === 0)) return stops.start
  const isBlocked = linked.some(({ clip, lane }) => lane.clips.some((other) => (edge === 'start' ? endOf(other) === clip.start : other.start === endOf(clip))))
  return isBlocked ? (edge === 'start' ? stops.clipBefore : stops.clipAfter) : undefined
}

/** Why a slip goes no further: what is before its stretch of the source is used up, or what is behind it. */
export const slipStop = (before: boolean): string => (before ? text.hands.stops.mediaStart : text.hands.stops.mediaEnd)

/** Less than a frame of the source is left beyond an end. */
function isSpent(project: Project, clip: Clip, edge: Edge): boolean {
  const media = mediaOf(project, clip.media)
  const length = media === undefined ? null : lengthOf(media)
  if (length === null) return false
  const frame = frameDuration(project.format.fps) * (clip.speed.num / clip.speed.den)
  return edge === 'start' ? clip.in < frame : sourceAt(clip, endOf(clip)) > length - frame
}
