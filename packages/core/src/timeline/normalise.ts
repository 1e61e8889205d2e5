import { endOf, movedTo, over, part, shownBy, sourceSpan, type Clip } from './clip.ts'
import { clipsWhere } from './find.ts'
import { inOrder, type Lane } from './lane.ts'
import { suits, type Media, type Size } from './media.ts'
import { inIdOrder, inTimeOrder, mediaOf, mediaOfClip, type Project } from './project.ts'
import { tidied } from './settle.ts'
import { withMedia } from './stock.ts'
import { LATEST_POSITION, later, ticks, ZERO } from './time.ts'

/** A sound composition, and what had to be done to get it: sentences for people. */
export interface Mended {
  readonly project: Project
  readonly mended: readonly string[]
}

/**
 * Makes a composition sound whose parts are well formed but do not go together. The same one always becomes the same: of what is
 * there twice the first stays, a clip that lies on the one before it loses its beginning, one that reads too far is cut off, and a
 * medium that is not there becomes a missing one, so that it can be relinked. A sound composition stays what it is.
 */
export function normalise(project: Project): Mended {
  const mended: string[] = []
  const say = (sentence: string): void => { mended.push(sentence) }
  const single = { ...project, ...unique(project, say) }
  const known = { ...single, media: withMedia(single.media, []), markers: inTimeOrder(single.markers), guides: inIdOrder(single.guides) }
  const stocked = { ...known, media: withMedia(known.media, missingMedia(known, say)) }
  const seen = new Set<string>()
  const lanes = stocked.lanes.map((lane) => ({ ...lane, clips: soundClips(stocked, lane, seen, say) }))
  const tidy = tidied({ ...stocked, lanes })
  if (tidy.lanes.length < lanes.length) say('Empty lanes that drops had made were taken away.')
  return { project: tidy, mended }
}

type Say = (sentence: string) => void

function unique(project: Project, say: Say): Pick<Project, 'lanes' | 'media' | 'markers' | 'guides'> {
  const first = <T extends { readonly id: string }>(what: string, items: readonly T[]): readonly T[] => {
    const byId = new Map(items.toReversed().map((item) => [item.id, item]))
    return items.filter((item) => byId.get(item.id) === item || say(`${what} “${item.id}” was there twice; the first was kept.`))
  }
  return {
    lanes: first('The lane', project.lanes),
    media: first('The medium', project.media),
    markers: first('The marker', project.markers),
    guides: first('The guide', project.guides),
  }
}

/** For each medium that clips name and nobody knows: one that is missing, as long as they need it. */
function missingMedia(project: Project, say: Say): readonly Media[] {
  const unknown = Map.groupBy(clipsWhere(project, (clip) => mediaOf(project, clip.media) === undefined).map(({ clip }) => clip), (clip) => clip.media)
  return [...unknown].map(([id, clips]) => {
    say(`The medium “${id}” was not in the composition; it is missing until it is relinked.`)
    return missing(id, clips, project.format)
  })
}

function missing(id: string, clips: readonly Clip[], { width, height }: Size): Media {
  const duration = clips.map((clip) => ticks(clip.in + sourceSpan(clip.duration, clip.speed))).reduce(later, ticks(1))
  const common = { id, name: id, source: { type: 'missing' as const, was: id }, duration }
  if (clips.every(({ kind }) => kind === 'audio')) return { ...common, kind: 'audio' }
  return { ...common, kind: 'video', size: { width, height }, fps: null, hasAudio: clips.some(({ kind }) => kind === 'audio') }
}

function soundClips(project: Project, lane: Lane, seen: Set<string>, say: Say): readonly Clip[] {
  const kept: Clip[] = []
  let end = ZERO
  for (const clip of inOrder(lane.clips)) {
    const sound = seen.has(clip.id) ? undefined : soundClip(project, lane, clip)
    const placed = sound === undefined ? undefined : behind(project, sound, end)
    if (placed === undefined || endOf(placed) > LATEST_POSITION) say(`The clip “${clip.id}” on “${lane.name}” had no place and was left out.`)
    else {
      if (placed !== clip) say(`The clip “${clip.id}” on “${lane.name}” was cut to what there is and to its place.`)
      kept.push(placed)
      seen.add(clip.id)
      end = endOf(placed)
    }
  }
  return kept
}

function soundClip(project: Project, lane: Lane, clip: Clip): Clip | undefined {
  const media = mediaOf(project, clip.media)
  if (clip.kind !== lane.kind || media === undefined || !suits(media, clip.kind)) return undefined
  const shown = shownBy(clip, media)
  return shown !== undefined && sameTimes(shown, over(clip, clip)) && sameTimes(shown, clip) ? clip : shown
}

const sameTimes = (a: Clip, b: Clip): boolean =>
  a.duration === b.duration && a.in === b.in && a.speed.num * b.speed.den === b.speed.num * a.speed.den &&
  a.fadeIn.duration === b.fadeIn.duration && a.fadeOut.duration === b.fadeOut.duration

function behind(project: Project, clip: Clip, end: Clip['start']): Clip | undefined {
  if (clip.start >= end) return clip
  if (endOf(clip) <= end) return undefined
  const still = mediaOfClip(project, clip).kind === 'image'
  return movedTo(part(clip, end, endOf(clip), still), end)
}
