import { sourceAt, type AudioClip, type Clip, type ClipKind, type Look, type VideoClip } from './clip.ts'
import { amplitudeOf, fadeAt } from './fade.ts'
import { clipAt, type Lane } from './lane.ts'
import type { Media, Size } from './media.ts'
import { placementOf, type Placement } from './placement.ts'
import { mediaOfClip, type Project } from './project.ts'
import type { Ticks } from './time.ts'

/** What of a clip's picture does not change while it is seen. */
export interface Picture {
  readonly clip: VideoClip
  readonly lane: string
  readonly media: Media
  readonly placement: Placement
  /** `blur` is a standard deviation in pixels of the output, the others are factors. */
  readonly effects: Pick<Look, 'blur' | 'saturation' | 'contrast' | 'brightness'>
}

/** A picture as it is at a moment. */
export interface Layer extends Picture {
  /** The moment of the medium that is seen; 0 for stills. */
  readonly source: Ticks
  /** With fades applied. */
  readonly opacity: number
}

/** What of a clip's sound does not change while it is heard. */
export interface Sound {
  readonly clip: AudioClip
  readonly lane: string
  readonly media: Media
}

/** A sound as it is at a moment. */
export interface Voice extends Sound {
  readonly source: Ticks
  /** What samples are multiplied by: gain with fades applied. */
  readonly amplitude: number
}

/** What is seen, the furthest back first, and what is heard at a moment: the one truth for monitor and export. */
export interface Scene {
  readonly layers: readonly Layer[]
  readonly voices: readonly Voice[]
}

/**
 * What a composition shows and sounds at a moment; a binary search a lane. Hidden lanes are not seen and muted ones not heard; while
 * lanes of a kind have solo, only they are. A clip is there from its start until just before its end; where there is none, black and silence.
 */
export function sceneAt(project: Project, at: Ticks): Scene {
  const pictures = liveLanes(project, 'video').flatMap((lane) => pictureOf(project, lane, clipAt(lane.clips, at)))
  const sounds = liveLanes(project, 'audio').flatMap((lane) => soundOf(project, lane, clipAt(lane.clips, at)))
  return { layers: stacked(pictures).map((picture) => layerAt(picture, at)), voices: sounds.map((sound) => voiceAt(sound, at)) }
}

/** The lanes of a kind that are seen or heard, from the top. */
export function liveLanes(project: Project, kind: ClipKind): readonly Lane[] {
  const lanes = project.lanes.filter((lane) => lane.kind === kind)
  const solo = lanes.some((lane) => lane.solo)
  return lanes.filter((lane) => (solo ? lane.solo : true) && !(kind === 'video' ? lane.hidden : lane.muted))
}

/** Pictures of lanes from the top, as they are drawn: by their own order first, then from the lowest lane. */
export const stacked = (pictures: readonly Picture[]): readonly Picture[] => pictures.toReversed().sort((a, b) => a.clip.look.z - b.clip.look.z)

export function pictureOf(project: Project, lane: Lane, clip: Clip | undefined): readonly Picture[] {
  if (clip?.kind !== 'video') return []
  const media = mediaOfClip(project, clip)
  const { fit, blur, saturation, contrast, brightness } = clip.look
  const effects = { blur: blur * project.format.height, saturation, contrast, brightness }
  return [{ clip, lane: lane.id, media, placement: placementOf(sizeOf(media), project.format, fit, clip.transform), effects }]
}

export function soundOf(project: Project, lane: Lane, clip: Clip | undefined): readonly Sound[] {
  return clip?.kind === 'audio' ? [{ clip, lane: lane.id, media: mediaOfClip(project, clip) }] : []
}

export const layerAt = (picture: Picture, at: Ticks): Layer => ({
  ...picture, source: momentOf(picture, at), opacity: picture.clip.look.opacity * fadeAt(picture.clip, at),
})

export const voiceAt = (sound: Sound, at: Ticks): Voice => ({
  ...sound, source: momentOf(sound, at), amplitude: amplitudeOf(sound.clip.gain) * fadeAt(sound.clip, at),
})

const momentOf = ({ clip, media }: Picture | Sound, at: Ticks): Ticks => (media.kind === 'image' ? clip.in : sourceAt(clip, at))

function sizeOf(media: Media): Size {
  if (media.kind === 'audio') throw new Error(`${media.id} has no picture`)
  return media.size
}
