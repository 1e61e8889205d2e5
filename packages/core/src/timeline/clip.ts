import * as z from 'zod'
import type { Immutable } from './immutable.ts'
import { idSchema, lengthOf, type Media } from './media.ts'
import { durationSchema, positionSchema, scaled, ticks, ZERO, type Ticks } from './time.ts'

/** Source time for each tick of the composition: 2/1 plays twice as fast. From a hundredth to a hundred times. */
export const speedSchema = z
  .object({ num: z.int().min(1).max(10_000), den: z.int().min(1).max(10_000) })
  .refine(({ num, den }) => num <= 100 * den && den <= 100 * num, 'A speed goes from 1/100 to 100')
export type Speed = Immutable<z.infer<typeof speedSchema>>
export const NORMAL_SPEED: Speed = { num: 1, den: 1 }

/** ffmpeg's curves of these shapes are tri, hsin and qsin. `equalPower` keeps the loudness of a crossfade. */
const fadeSchema = z.object({ duration: positionSchema, shape: z.enum(['linear', 'smooth', 'equalPower']) })
export type Fade = Immutable<z.infer<typeof fadeSchema>>
export const NO_FADE: Fade = { duration: ZERO, shape: 'linear' }

const pair = (least: number, most: number) => z.object({ x: z.number().min(least).max(most), y: z.number().min(least).max(most) })

/** Where a picture is, apart from its fit: it survives a change of the output format. */
export const transformSchema = z.object({
  /** From the centre of the frame, in widths and heights of the frame, right and down. */
  position: pair(-100, 100),
  /** Of the fitted picture. */
  scale: pair(0.001, 1000),
  /** Degrees, clockwise. */
  rotation: z.number().min(-36_000).max(36_000),
  /** The point of the picture about which it is scaled and rotated, in widths and heights of the picture from its top left. */
  anchor: pair(-10, 10),
})
export type Transform = Immutable<z.infer<typeof transformSchema>>
export const IDENTITY: Transform = { position: { x: 0, y: 0 }, scale: { x: 1, y: 1 }, rotation: 0, anchor: { x: 0.5, y: 0.5 } }

export const lookSchema = z.object({
  opacity: z.number().min(0).max(1),
  /** Goes before the order of the lanes: a higher one is nearer. */
  z: z.int().min(-1000).max(1000),
  /** `contain` shows all of the picture, `cover` fills the frame, `stretch` does both by bending it, `none` takes pixel for pixel. */
  fit: z.enum(['contain', 'cover', 'stretch', 'none']),
  /** Standard deviation in heights of the frame, so that proxy and export look alike. */
  blur: z.number().min(0).max(1),
  /** As factors: 1 leaves the picture as it is. */
  saturation: z.number().min(0).max(4),
  contrast: z.number().min(0).max(4),
  brightness: z.number().min(0).max(4),
})
export type Look = Immutable<z.infer<typeof lookSchema>>
export const PLAIN: Look = { opacity: 1, z: 0, fit: 'contain', blur: 0, saturation: 1, contrast: 1, brightness: 1 }

/** Decibels, 0 as recorded; −100 and less is silence. */
export const gainSchema = z.number().min(-100).max(24)

/** Which attempt of a loop a clip shows, and how it came to. */
export const choiceSchema = z.object({
  loop: idSchema,
  cycle: z.int().min(0).max(1_000_000),
  retry: z.int().min(0).max(1_000_000),
  /** The loop's sequence number as it was known when this retry was chosen: news that is not later does not overrule it. */
  chosenAt: z.int().min(0),
  /** Take what is newly approved; null leaves it to the lane, and then to the composition. */
  follow: z.boolean().nullable(),
  /** What was shown before a retry came that is too short for it: the next one that is long enough shows it again. */
  wanted: z.object({ in: positionSchema, duration: durationSchema }).nullable().default(null),
})
export type Choice = Immutable<z.infer<typeof choiceSchema>>

const common = {
  id: idSchema,
  media: idSchema,
  start: positionSchema,
  duration: durationSchema,
  /** The moment of the source that is shown at the start; 0 for stills. */
  in: positionSchema,
  speed: speedSchema.default(NORMAL_SPEED),
  /** Clips of one link move, trim and split together. */
  link: idSchema.nullable().default(null),
  /** Clips of one group move together. */
  group: idSchema.nullable().default(null),
  fadeIn: fadeSchema.default(NO_FADE),
  fadeOut: fadeSchema.default(NO_FADE),
  choice: choiceSchema.nullable().default(null),
}
/** A stretch of a medium on a lane: its picture or its sound. What is left out takes the value that changes nothing. */
export const clipSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('video'), transform: transformSchema.default(IDENTITY), look: lookSchema.default(PLAIN) }),
  z.object({ ...common, kind: z.literal('audio'), gain: gainSchema.default(0) }),
])
export type Clip = Immutable<z.infer<typeof clipSchema>>
export type VideoClip = Extract<Clip, { kind: 'video' }>
export type AudioClip = Extract<Clip, { kind: 'audio' }>
export type ClipKind = Clip['kind']

/** Fields of a clip without their defaults: what is absent is not spoken of. */
export const clipFieldsSchema = z.object({
  media: idSchema,
  start: positionSchema,
  duration: durationSchema,
  in: positionSchema,
  speed: speedSchema,
  link: idSchema.nullable(),
  group: idSchema.nullable(),
  fadeIn: fadeSchema,
  fadeOut: fadeSchema,
  choice: choiceSchema.nullable(),
  transform: transformSchema.partial(),
  look: lookSchema.partial(),
  gain: gainSchema,
}).partial()

/** Where a clip begins and how long it is on the lane, and where it begins in its source. */
export interface Window {
  readonly start: Ticks
  readonly duration: Ticks
  readonly in: Ticks
}

/** The first tick after a clip. */
export const endOf = (clip: Pick<Clip, 'start' | 'duration'>): Ticks => ticks(clip.start + clip.duration)

/**
 * How much source passes in a stretch of the composition, rounded down. Also of negative stretches: rounded down as well, so that
 * a clip opened to the left and cut again never reads beyond its source.
 */
export const sourceSpan = (stretch: number, { num, den }: Speed): number => scaled(stretch, num, den, 'floor')

/** The longest stretch of the composition that a length of source can fill. */
export const stretchOf = (source: number, { num, den }: Speed): number => scaled(source, den, num, 'floor')

/** The moment of the source that is shown at a moment of the composition. */
export const sourceAt = (clip: Clip, at: Ticks): Ticks => ticks(clip.in + sourceSpan(at - clip.start, clip.speed))

/** Whether what a clip reads lies within its source. Stills begin at 0 and play at normal speed, since they have no time of their own. */
export function isWithinSource(clip: Clip, media: Media): boolean {
  const length = lengthOf(media)
  if (length === null) return clip.in === 0 && clip.speed.num === clip.speed.den
  return clip.in + sourceSpan(clip.duration, clip.speed) <= length
}

export const movedTo = (clip: Clip, start: Ticks): Clip => ({ ...clip, start })

/** The clip over another window. Fades that no longer fit are shortened, the one at the end first. */
export function over(clip: Clip, window: Window): Clip {
  const fadeIn = shortened(clip.fadeIn, window.duration)
  const fadeOut = shortened(clip.fadeOut, window.duration - fadeIn.duration)
  return { ...clip, start: window.start, duration: window.duration, in: window.in, fadeIn, fadeOut }
}

const shortened = (fade: Fade, most: number): Fade => (fade.duration <= most ? fade : { ...fade, duration: ticks(most) })

/** The part of a clip between two moments that lie within it. It keeps a fade only at an edge that it keeps. */
export function part(clip: Clip, from: Ticks, to: Ticks, still: boolean): Clip {
  const window = { start: from, duration: ticks(to - from), in: still ? clip.in : sourceAt(clip, from) }
  const fadeIn = from === clip.start ? clip.fadeIn : { ...clip.fadeIn, duration: ZERO }
  const fadeOut = to === endOf(clip) ? clip.fadeOut : { ...clip.fadeOut, duration: ZERO }
  return over({ ...clip, fadeIn, fadeOut }, window)
}

/**
 * The clip with another medium from the same in point to the same out point as far as that goes; where it is shorter the clip begins
 * earlier in it, and then gets shorter. Undefined when not a tick remains.
 */
export function shownBy(clip: Clip, media: Media): Clip | undefined {
  const length = lengthOf(media)
  if (length === null) return { ...over(clip, { ...clip, in: ZERO }), media: media.id, speed: NORMAL_SPEED }
  const span = sourceSpan(clip.duration, clip.speed)
  const from = Math.max(0, Math.min(clip.in, length - span))
  const duration = span <= length ? clip.duration : stretchOf(length, clip.speed)
  return duration < 1 ? undefined : { ...over(clip, { start: clip.start, duration: ticks(duration), in: ticks(from) }), media: media.id }
}

/**
 * Clips of one link with another medium in the place of one, as `shownBy`: they begin earlier in it by the same, as far as none of
 * them begins before it, so that they stay in sync. Undefined for one of which not a tick remains.
 */
export function shownTogether(clips: readonly Clip[], media: Media): readonly (Clip | undefined)[] {
  const length = lengthOf(media)
  if (length === null) return clips.map((clip) => shownBy(clip, media))
  const beyond = Math.max(0, ...clips.map((clip) => clip.in + sourceSpan(clip.duration, clip.speed) - length))
  const earlier = Math.min(beyond, ...clips.map((clip) => clip.in))
  return clips.map((clip) => {
    const from = clip.in - earlier
    const duration = sourceSpan(clip.duration, clip.speed) <= length - from ? clip.duration : stretchOf(length - from, clip.speed)
    return duration < 1 ? undefined : { ...over(clip, { start: clip.start, duration: ticks(duration), in: ticks(from) }), media: media.id }
  })
}
