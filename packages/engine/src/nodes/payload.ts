import type { Json } from '@lemouf/core/json'
import type { AudioClip, ImageBatch, MaskBatch, VideoClip } from '../media/types.ts'

/** What a `*` socket carried, told from its shape. */
export type Payload =
  | { readonly kind: 'images'; readonly value: ImageBatch }
  | { readonly kind: 'masks'; readonly value: MaskBatch }
  | { readonly kind: 'audio'; readonly value: AudioClip }
  | { readonly kind: 'video'; readonly value: VideoClip }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'fields'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: 'json'; readonly value: Json }

export function toPayload(value: unknown): Payload {
  if (typeof value === 'string') return { kind: 'text', value }
  if (isFrames(value)) return isImages(value) ? { kind: 'images', value } : { kind: 'masks', value }
  if (isAudio(value)) return { kind: 'audio', value }
  if (isVideo(value)) return { kind: 'video', value }
  if (isRecord(value)) return { kind: 'fields', value }
  return { kind: 'json', value: toJson(value) }
}

/** JSON of any value; media inside it become a short text that says what they are. */
export function toJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value
  if (isFrames(value)) return `${value.length} ${isImages(value) ? 'images' : 'masks'} of ${value[0]?.width}×${value[0]?.height}`
  if (isAudio(value)) return `audio, ${value.channels.length} channels at ${value.sampleRate} Hz, ${value.channels[0]?.length ?? 0} samples`
  if (isVideo(value)) return `video, ${value.frameCount} frames of ${value.width}×${value.height} at ${value.fps}/s`
  if (Array.isArray(value)) return value.map(toJson)
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]))
  return null
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isFrames = (value: unknown): value is ImageBatch | MaskBatch =>
  Array.isArray(value) && value.length > 0 && value.every((frame) => isRecord(frame) && frame.data instanceof Uint8Array && typeof frame.width === 'number')

/** Image frames know their channels; masks have but one. */
const isImages = (frames: ImageBatch | MaskBatch): frames is ImageBatch => frames.every((frame) => 'channels' in frame)

const isAudio = (value: unknown): value is AudioClip =>
  isRecord(value) && typeof value.sampleRate === 'number' && Array.isArray(value.channels) && value.channels.every((channel) => channel instanceof Float32Array)

const isVideo = (value: unknown): value is VideoClip => isRecord(value) && typeof value.path === 'string' && typeof value.frameCount === 'number' && typeof value.fps === 'number'
