import { endOf, type Clip } from './clip.ts'
import type { Format } from './format.ts'
import { clipAt, clipsWithin, type Lane } from './lane.ts'
import { durationOf, type Project } from './project.ts'
import { layerAt, liveLanes, pictureOf, soundOf, stacked, voiceAt, type Picture, type Scene, type Sound } from './scene.ts'
import { earlier, later, ZERO, type Ticks } from './time.ts'

export interface Range {
  readonly from: Ticks
  /** The first tick that is not in it. */
  readonly to: Ticks
}

/** A stretch in which the same pictures are seen; none is black. */
export interface Segment extends Range {
  readonly pictures: readonly Picture[]
}

/** All that an export needs: the scene over a whole span. */
export interface RenderPlan extends Range {
  readonly format: Format
  /** Without gaps, in order, from the beginning of the span to its end. Cut where a picture comes or goes, and nowhere else. */
  readonly segments: readonly Segment[]
  /** What is heard at any time in the span, lane by lane from the top. Not cut: sound is mixed in one go. */
  readonly sounds: readonly Sound[]
}

/** What `sceneAt` says, for a whole span at once; without a range for the whole composition. */
export function planRender(project: Project, range: Range = { from: ZERO, to: durationOf(project) }): RenderPlan {
  const { from, to } = range
  const lanes = liveLanes(project, 'video')
  const pictures = new Map<Clip, readonly Picture[]>()
  const pictureAt = (lane: Lane, at: Ticks): readonly Picture[] => {
    const clip = clipAt(lane.clips, at)
    if (clip === undefined) return []
    const known = pictures.get(clip) ?? pictureOf(project, lane, clip)
    pictures.set(clip, known)
    return known
  }
  const cuts = cutsIn(lanes, range)
  const segments = cuts.slice(0, -1).map((start, index) => ({
    from: start, to: cuts[index + 1] ?? to, pictures: stacked(lanes.flatMap((lane) => pictureAt(lane, start))),
  }))
  const sounds = liveLanes(project, 'audio').flatMap((lane) => clipsWithin(lane.clips, from, to).flatMap((clip) => soundOf(project, lane, clip)))
  return { from, to, format: project.format, segments, sounds }
}

/** The scene at a moment of a plan, which is the one of the composition. Before and after the span there is nothing. */
export function sceneOf(plan: RenderPlan, at: Ticks): Scene {
  if (at < plan.from || at >= plan.to) return { layers: [], voices: [] }
  const heard = plan.sounds.filter(({ clip }) => clip.start <= at && at < endOf(clip))
  return { layers: segmentAt(plan.segments, at)?.pictures.map((picture) => layerAt(picture, at)) ?? [], voices: heard.map((sound) => voiceAt(sound, at)) }
}

function segmentAt(segments: readonly Segment[], at: Ticks): Segment | undefined {
  let [low, high] = [0, segments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.from ?? at) <= at) low = middle
    else high = middle - 1
  }
  return segments[low]
}

/** Where pictures come and go in a span, its own ends included, in order and each once. */
function cutsIn(lanes: readonly Lane[], { from, to }: Range): readonly Ticks[] {
  const cuts = new Set<Ticks>(from < to ? [from, to] : [])
  for (const lane of lanes) {
    for (const clip of clipsWithin(lane.clips, from, to)) cuts.add(later(clip.start, from)).add(earlier(endOf(clip), to))
  }
  return [...cuts].sort((a, b) => a - b)
}
