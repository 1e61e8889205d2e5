import { at } from './numbers.ts'
import { roundHalfEven } from './numbers.ts'
import type { AudioClip } from './types.ts'

/** Samples a channel. */
export const lengthOf = (clip: AudioClip): number => clip.channels[0]?.length ?? 0

/** Silence. `seconds` is rounded to whole samples. */
export function silence(seconds: number, sampleRate: number, channels: number): AudioClip {
  const length = roundHalfEven(seconds * sampleRate)
  return { sampleRate, channels: Array.from({ length: channels }, () => new Float32Array(length)) }
}

/** Samples from `start` up to, not including, `end`. */
export const sliceAudio = (clip: AudioClip, start: number, end: number): AudioClip => ({
  ...clip,
  channels: clip.channels.map((channel) => channel.slice(start, end)),
})

/** A mono clip on two channels; others as they are. */
export const toStereo = (clip: AudioClip): AudioClip => (clip.channels.length === 1 ? { ...clip, channels: [...clip.channels, ...clip.channels] } : clip)

/** `first` and then `second`; rates and channel counts must agree. */
export function joinAudio(first: AudioClip, second: AudioClip): AudioClip {
  return {
    ...first,
    channels: first.channels.map((channel, c) => {
      const joined = new Float32Array(lengthOf(first) + lengthOf(second))
      joined.set(channel)
      joined.set(second.channels[c] ?? [], channel.length)
      return joined
    }),
  }
}

export const MERGE_METHODS = ['add', 'mean', 'subtract', 'multiply'] as const
export type MergeMethod = (typeof MERGE_METHODS)[number]

const MERGE: Record<MergeMethod, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  mean: (a, b) => (a + b) / 2,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
}

/** Both clips at once, as long as `first`, scaled down when a sample would exceed 1. Of equal rates; a mono clip plays on every channel of the other. */
export function mixAudio(first: AudioClip, second: AudioClip, method: MergeMethod): AudioClip {
  const merge = MERGE[method]
  const count = Math.max(first.channels.length, second.channels.length)
  const channels = Array.from({ length: count }, (_, c) => {
    const a = channelFor(first, c)
    const b = channelFor(second, c)
    return a.map((sample, i) => merge(sample, i < b.length ? at(b, i) : 0))
  })
  const peak = channels.reduce((highest, channel) => channel.reduce((most, sample) => Math.max(most, Math.abs(sample)), highest), 0)
  return { ...first, channels: peak > 1 ? channels.map((channel) => channel.map((sample) => sample / peak)) : channels }
}

const channelFor = (clip: AudioClip, index: number): Float32Array => clip.channels[clip.channels.length === 1 ? 0 : index] ?? new Float32Array(lengthOf(clip))

/** Louder or softer by so many decibels; samples may exceed 1, as in ComfyUI. */
export function gainAudio(clip: AudioClip, decibels: number): AudioClip {
  const gain = 10 ** (decibels / 20)
  return { ...clip, channels: clip.channels.map((channel) => channel.map((sample) => sample * gain)) }
}
