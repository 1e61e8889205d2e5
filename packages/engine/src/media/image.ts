import { at, toByte } from './numbers.ts'
import type { ImageBatch, ImageFrame, MaskFrame } from './types.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A frame of one colour; `colour` gives a level of 0..255 a channel. */
export function solidFrame(size: Size, colour: readonly number[]): ImageFrame {
  const channels = colour.length === 4 ? 4 : 3
  const data = new Uint8Array(size.width * size.height * channels)
  for (let i = 0; i < data.length; i++) data[i] = at(colour, i % channels)
  return { width: size.width, height: size.height, channels, data }
}

export const sameSize = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height

/** The first frame's size and channel count, which all frames of a batch share. Throws on an empty batch: nodes never make one. */
export function firstFrame(batch: ImageBatch): ImageFrame {
  const [first] = batch
  if (first === undefined) throw new TypeError('an image batch holds at least one frame')
  return first
}

/** Each level of every channel, alpha too, replaced by `table[level]` (256 entries), as ComfyUI's tensor arithmetic does. */
export function mapLevels(frame: ImageFrame, table: Uint8Array): ImageFrame {
  return { ...frame, data: frame.data.map((level) => at(table, level)) }
}

/** A table for {@link mapLevels} from a curve over 0..1. */
export const levelTable = (curve: (level: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, level) => toByte(255 * curve(level / 255)))

/** The frame with alpha: its own, or fully opaque. */
export function withAlpha(frame: ImageFrame): ImageFrame {
  if (frame.channels === 4) return frame
  const data = new Uint8Array(frame.width * frame.height * 4)
  for (let from = 0, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = at(frame.data, from)
    data[to + 1] = at(frame.data, from + 1)
    data[to + 2] = at(frame.data, from + 2)
    data[to + 3] = 255
  }
  return { ...frame, channels: 4, data }
}

/** The frame's colours as they are, its alpha left out (not composed onto anything). */
export function withoutAlpha(frame: ImageFrame): ImageFrame {
  if (frame.channels === 3) return frame
  const data = new Uint8Array(frame.width * frame.height * 3)
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = at(frame.data, from)
    data[to + 1] = at(frame.data, from + 1)
    data[to + 2] = at(frame.data, from + 2)
  }
  return { ...frame, channels: 3, data }
}

/** One channel as a mask: 0 red, 1 green, 2 blue, 3 alpha (255 when the frame has none). */
export function channelOf(frame: ImageFrame, channel: 0 | 1 | 2 | 3): MaskFrame {
  const { width, height, channels, data } = frame
  const levels = new Uint8Array(width * height)
  if (channel >= channels) return { width, height, data: levels.fill(255) }
  for (let i = 0; i < levels.length; i++) levels[i] = at(data, i * channels + channel)
  return { width, height, data: levels }
}

/** The frame with `alpha` as its fourth channel; the sizes must agree. */
export function joinAlpha(frame: ImageFrame, alpha: MaskFrame): ImageFrame {
  const joined = withAlpha(withoutAlpha(frame))
  const data = Uint8Array.from(joined.data)
  for (let i = 0; i < alpha.data.length; i++) data[i * 4 + 3] = at(alpha.data, i)
  return { ...joined, data }
}

/** What was masked shown, and what was shown masked. */
export const invertMask = (mask: MaskFrame): MaskFrame => ({ ...mask, data: mask.data.map((level) => 255 - level) })

/** A grey picture of a mask. */
export function maskToFrame(mask: MaskFrame): ImageFrame {
  const data = new Uint8Array(mask.data.length * 3)
  for (let i = 0; i < mask.data.length; i++) data.fill(at(mask.data, i), i * 3, i * 3 + 3)
  return { width: mask.width, height: mask.height, channels: 3, data }
}

/** Both batches with frames of as many channels, the poorer one made opaque (ComfyUI's `image_alpha_fix` and `ImageBatch`). */
export function matchChannels(a: ImageBatch, b: ImageBatch): readonly [ImageBatch, ImageBatch] {
  if (firstFrame(a).channels === firstFrame(b).channels) return [a, b]
  return [a.map(withAlpha), b.map(withAlpha)]
}

/** A batch of exactly `count` frames: cut short, or its frames repeated from the start (ComfyUI's `repeat_to_batch_size`). */
export function repeatTo<T>(frames: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, i) => frames[i % frames.length] as T)
}
