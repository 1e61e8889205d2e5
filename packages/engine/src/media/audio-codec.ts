import { NodeError } from '../nodes/node.ts'
import { BIT_EXACT, findFfmpeg, QUIET, run } from './ffmpeg.ts'
import { openMedia, probeMedia } from './media-input.ts'
import type { AudioClip } from './types.ts'

/** Decoded sound of one file: 768 MiB of 32-bit samples, over half an hour in stereo at 48 kHz. */
const MAX_DECODED = 768 * 1024 * 1024

/** The first sound stream of a file at its own rate and channels. Errors: {@link NodeError} when there is none. */
export async function decodeAudio(path: string, shownName: string, signal: AbortSignal): Promise<AudioClip> {
  const input = await openMedia(path, shownName)
  const { audio } = await probeMedia(input, shownName, signal)
  if (audio === undefined) throw new NodeError(`${shownName} holds no sound. Choose a file with an audio track.`)
  const { ffmpeg } = await findFfmpeg()
  const args = [...QUIET, ...input.args, '-map', '0:a:0', '-vn', '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1']
  const bytes = await run(ffmpeg, args, { signal, purpose: `read ${shownName}`, maxOutput: MAX_DECODED })
  return { sampleRate: audio.sampleRate, channels: deinterleave(bytes, audio.channels) }
}

export type AudioFormat =
  | { readonly kind: 'flac' }
  | { readonly kind: 'mp3'; readonly quality: 'V0' | '128k' | '320k' }
  | { readonly kind: 'opus'; readonly quality: '64k' | '96k' | '128k' | '192k' | '320k' }

/** Writes a clip to `path`: FLAC 16 bit, MP3 (LAME) or Opus in Ogg (at the next rate Opus has). The same bytes for the same clip. */
export async function encodeAudio(clip: AudioClip, format: AudioFormat, path: string, signal: AbortSignal): Promise<void> {
  if (clip.channels.length === 0 || clip.channels[0]?.length === 0) throw new NodeError('There is no sound to save: the clip is empty.')
  const { ffmpeg } = await findFfmpeg()
  const args = [...QUIET, ...rawAudioArgs(clip), ...BIT_EXACT, ...codecArgs(format, clip.sampleRate), path]
  await run(ffmpeg, args, { signal, input: interleavedChunks(clip), purpose: `write ${format.kind}` })
}

/** Input arguments for {@link interleavedChunks} on standard input. */
const rawAudioArgs = (clip: AudioClip): string[] => ['-protocol_whitelist', 'file,pipe', '-format_whitelist', 'f32le', '-f', 'f32le', '-ar', `${clip.sampleRate}`, '-ac', `${clip.channels.length}`, '-i', 'pipe:0']

function codecArgs(format: AudioFormat, sampleRate: number): string[] {
  switch (format.kind) {
    case 'flac':
      return ['-c:a', 'flac', '-sample_fmt', 's16', '-f', 'flac']
    case 'mp3':
      return ['-c:a', 'libmp3lame', ...(format.quality === 'V0' ? ['-q:a', '0'] : ['-b:a', format.quality]), '-id3v2_version', '0', '-f', 'mp3']
    case 'opus':
      return ['-c:a', 'libopus', '-b:a', format.quality, '-ar', `${opusRate(sampleRate)}`, '-f', 'ogg']
  }
}

const OPUS_RATES = [8000, 12_000, 16_000, 24_000, 48_000] as const
const opusRate = (rate: number): number => OPUS_RATES.find((known) => known >= rate) ?? 48_000

const CHUNK_SAMPLES = 65_536

/** The clip as interleaved little-endian 32-bit floats, some seconds at a time. */
export function* interleavedChunks(clip: AudioClip): Generator<Uint8Array> {
  const count = clip.channels.length
  const length = clip.channels[0]?.length ?? 0
  for (let start = 0; start < length; start += CHUNK_SAMPLES) {
    const size = Math.min(CHUNK_SAMPLES, length - start)
    const samples = new Float32Array(size * count)
    for (const [c, channel] of clip.channels.entries()) {
      for (let i = 0; i < size; i++) samples[i * count + c] = channel[start + i] as number
    }
    yield new Uint8Array(samples.buffer)
  }
}

function deinterleave(bytes: Buffer, count: number): Float32Array[] {
  const frames = Math.floor(bytes.length / 4 / count)
  // The pool may place the bytes at an odd offset; floats need their own alignment.
  const samples = new Float32Array(new Uint8Array(bytes.subarray(0, frames * count * 4)).buffer)
  return Array.from({ length: count }, (_, c) => {
    const channel = new Float32Array(frames)
    for (let i = 0; i < frames; i++) channel[i] = samples[i * count + c] as number
    return channel
  })
}

/** The clip at another rate, by ffmpeg's resampler (ComfyUI uses torchaudio's: the length agrees to a sample, the samples closely). */
export async function resample(clip: AudioClip, sampleRate: number, signal: AbortSignal): Promise<AudioClip> {
  if (clip.sampleRate === sampleRate) return clip
  const { ffmpeg } = await findFfmpeg()
  const args = [...QUIET, ...rawAudioArgs(clip), ...BIT_EXACT, '-ar', `${sampleRate}`, '-c:a', 'pcm_f32le', '-f', 'f32le', 'pipe:1']
  const bytes = await run(ffmpeg, args, { signal, input: interleavedChunks(clip), purpose: 'change the sample rate', maxOutput: MAX_DECODED })
  return { sampleRate, channels: deinterleave(bytes, clip.channels.length) }
}
