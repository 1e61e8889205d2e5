import type { AudioContents, VideoContents } from '@lemouf/core/protocol'
import type { ProbedStream } from './probed-stream.ts'

/** Profiles of H.264 with their constraint bits, as in the first bytes of its header (ISO/IEC 14496-10, A.2). */
const H264_PROFILES: Readonly<Record<string, string>> = {
  'Constrained Baseline': '42e0', Baseline: '4200', Main: '4d40', Extended: '5800', High: '6400', 'High 10': '6e00', 'High 4:2:2': '7a00', 'High 4:4:4 Predictive': 'f400',
}
const HEVC_PROFILES: Readonly<Record<string, string>> = { Main: '1.6', 'Main 10': '2.4', 'Main Still Picture': '3.e' }
const AAC_OBJECTS: Readonly<Record<string, number>> = { Main: 1, LC: 2, 'HE-AAC': 5, 'HE-AACv2': 29, xHE: 42 }
const PLAIN: Readonly<Record<string, string>> = { vp8: 'vp8', opus: 'opus', vorbis: 'vorbis', flac: 'flac', mp3: 'mp3', pcm_s16le: 'pcm-s16', pcm_s24le: 'pcm-s24', pcm_s32le: 'pcm-s32', pcm_f32le: 'pcm-f32', pcm_u8: 'pcm-u8' }

/** The name of a stream's codec after RFC 6381 and the WebCodecs registry; null where the stream does not say enough. */
export function codecStringOf(stream: ProbedStream): string | null {
  const { codec_name: codec = '', profile = '', level = -99 } = stream
  if (codec === 'h264') return H264_PROFILES[profile] === undefined || level < 1 ? null : `avc1.${H264_PROFILES[profile]}${hex(level)}`
  if (codec === 'hevc') return HEVC_PROFILES[profile] === undefined || level < 1 ? null : `hvc1.${HEVC_PROFILES[profile]}.L${level}.b0`
  if (codec === 'vp9') return `vp09.${two(Number(/\d/.exec(profile)?.[0] ?? 0))}.${two(level > 0 ? level : 10)}.${two(depthOf(stream))}`
  if (codec === 'av1') return level < 0 ? null : `av01.${['Main', 'High', 'Professional'].indexOf(profile)}.${two(level)}M.${two(depthOf(stream))}`.replace('.-1.', '.0.')
  if (codec === 'aac') return `mp4a.40.${AAC_OBJECTS[profile] ?? 2}`
  return PLAIN[codec] ?? null
}

/** What Chromium, Firefox and Safari all decode: only halved colour, and of H.264 only 8 bit. */
export function isPlayableVideo(stream: ProbedStream): boolean {
  const { codec_name: codec = '', pix_fmt: pixels = '' } = stream
  if (codec === 'h264') return pixels === 'yuv420p' || pixels === 'yuvj420p'
  return (codec === 'vp8' || codec === 'vp9' || codec === 'av1') && /^yuva?420p(10le)?$/.test(pixels)
}

export const isPlayableAudio = ({ codec_name: codec = '' }: ProbedStream): boolean => codec === 'aac' || PLAIN[codec] !== undefined

/** Containers that browsers open, and their type for what has pictures and what has none. */
const CONTAINERS: readonly (readonly [RegExp, string])[] = [
  [/^(video|audio)\/(mp4|x-m4v|x-m4a|quicktime)$/, 'mp4'],
  [/^(video|audio)\/(webm|matroska)$/, 'webm'],
  [/^(video|audio)\/ogg/, 'ogg'],
  [/^audio\/mpeg$/, 'mpeg'],
  [/^audio\/wav$/, 'wav'],
  [/^audio\/flac$/, 'flac'],
]

/** The type to ask `canPlayType` and MediaSource with, and whether a browser is likely to play it. */
export function contentTypeOf(mime: string, video: VideoContents | null, audio: AudioContents | null): { content_type: string | null; playable: boolean } {
  const container = CONTAINERS.find(([form]) => form.test(mime))?.[1]
  const streams = [video, audio].filter((stream) => stream !== null)
  const codecs = streams.map(({ codec_string }) => codec_string)
  if (container === undefined || codecs.includes(null)) return { content_type: null, playable: false }
  const plain = container === 'mpeg' || container === 'wav' || container === 'flac'
  const type = `${video === null ? 'audio' : 'video'}/${container}`
  // Matroska is what WebM is a part of; browsers open it as that or not at all.
  const sure = mime !== 'video/matroska' && mime !== 'audio/matroska'
  return { content_type: plain ? type : `${type}; codecs="${codecs.join(', ')}"`, playable: sure && streams.every(({ playable }) => playable) }
}

const depthOf = ({ pix_fmt: pixels = '' }: ProbedStream): number => Number(/p(\d{2})/.exec(pixels)?.[1] ?? 8)
const hex = (value: number): string => value.toString(16).padStart(2, '0')
const two = (value: number): string => String(value).padStart(2, '0')
