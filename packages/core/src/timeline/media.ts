import * as z from 'zod'
import type { Immutable } from './immutable.ts'
import { durationSchema, frameRateSchema, type Ticks } from './time.ts'

/** What names something inside a document. */
export const idSchema = z.string().min(1).max(200)

const index = z.int().min(0).max(1_000_000)

/** Where the bytes are. A missing medium keeps its place and can be relinked; `was` tells people what to look for. */
const sourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('store'), id: idSchema }),
  z.object({ type: z.literal('loop'), id: idSchema, loop: idSchema, cycle: index, retry: index, output: index }),
  z.object({ type: z.literal('missing'), was: z.string().max(1000) }),
])

const pixels = z.int().min(1).max(65_536)
const sizeSchema = z.object({ width: pixels, height: pixels })
const common = { id: idSchema, name: z.string().max(1000), source: sourceSchema }

/** Something that clips show or sound. Stills have no end. Sizes are as displayed, with rotation and pixel shape applied. */
export const mediaSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('image'), size: sizeSchema }),
  z.object({ ...common, kind: z.literal('video'), size: sizeSchema, duration: durationSchema, fps: frameRateSchema.nullable(), hasAudio: z.boolean() }),
  z.object({ ...common, kind: z.literal('audio'), duration: durationSchema }),
])
export type Media = Immutable<z.infer<typeof mediaSchema>>
export type MediaSource = Media['source']
export type Size = Immutable<z.infer<typeof sizeSchema>>

/** How long a medium is; a still lasts as long as anybody looks. */
export const lengthOf = (media: Media): Ticks | null => (media.kind === 'image' ? null : media.duration)

/** Whether there is something in a medium for a lane of that kind. */
export function suits(media: Media, kind: 'video' | 'audio'): boolean {
  if (kind === 'video') return media.kind !== 'audio'
  return media.kind === 'audio' || (media.kind === 'video' && media.hasAudio)
}
