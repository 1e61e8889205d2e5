import { z } from 'zod'
import { fileTypeFromFile } from 'file-type'
import { NodeError } from '../nodes/node.ts'
import { findFfmpeg, run } from './ffmpeg.ts'

/** ffmpeg's demuxer for each file type that may be opened. Playlists, concat lists and devices are not among them. */
const DEMUXERS: Readonly<Record<string, string>> = {
  mp4: 'mov', m4a: 'mov', m4v: 'mov', mov: 'mov', '3gp': 'mov', '3g2': 'mov',
  webm: 'matroska', mkv: 'matroska',
  wav: 'wav', flac: 'flac', mp3: 'mp3', aac: 'aac', aif: 'aiff',
  ogg: 'ogg', oga: 'ogg', ogv: 'ogg', ogx: 'ogg', opus: 'ogg', spx: 'ogg',
  avi: 'avi', flv: 'flv', gif: 'gif', mpg: 'mpeg', mts: 'mpegts',
}

export const AUDIO_EXTENSIONS = ['.wav', '.flac', '.mp3', '.m4a', '.aac', '.ogg', '.oga', '.opus', '.aif', '.aiff'] as const
export const VIDEO_EXTENSIONS = ['.mp4', '.m4v', '.mov', '.webm', '.mkv', '.avi', '.mpg', '.mpeg', '.ts', '.mts', '.ogv', '.gif'] as const

/** A file that was looked at by its bytes and may be given to ffmpeg. */
export interface MediaInput {
  /** `-f …`, the white lists and `-i path`, in their order. */
  readonly args: readonly string[]
  readonly demuxer: string
}

/** The arguments that open a file safely, its format told from its bytes. Errors: {@link NodeError} for unknown formats. */
export async function openMedia(path: string, shownName: string): Promise<MediaInput> {
  const type = await fileTypeFromFile(path)
  const demuxer = type === undefined ? undefined : DEMUXERS[type.ext]
  if (demuxer === undefined) throw new NodeError(`${shownName} is neither sound nor film that this engine reads. Convert it to MP4, WebM, WAV, FLAC or MP3.`)
  return { args: ['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer, '-f', demuxer, '-i', `file:${path}`], demuxer }
}

const rational = z.string().transform((text) => {
  const [over, under] = text.split('/').map(Number)
  return over !== undefined && Number.isFinite(over) && under !== undefined && under > 0 ? over / under : 0
})
const wholeNumber = z.string().transform(Number).pipe(z.int())
const streamSchema = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  avg_frame_rate: rational.optional(),
  r_frame_rate: rational.optional(),
  nb_read_packets: wholeNumber.optional(),
  color_space: z.string().optional(),
  color_range: z.string().optional(),
  sample_rate: wholeNumber.optional(),
  channels: z.int().optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
})
const probeSchema = z.object({ streams: z.array(streamSchema) })

export interface VideoStream {
  readonly codec: string
  /** As shown, after rotation. */
  readonly width: number
  readonly height: number
  readonly fps: number
  readonly frameCount: number
  readonly colorSpace: string | undefined
  readonly colorRange: string | undefined
}
export interface AudioStream {
  readonly sampleRate: number
  readonly channels: number
}
export interface MediaInfo {
  readonly video: VideoStream | undefined
  readonly audio: AudioStream | undefined
}

/** What ffprobe finds in a file: its first picture stream and its first sound stream. */
export async function probeMedia(input: MediaInput, shownName: string, signal: AbortSignal): Promise<MediaInfo> {
  const { ffprobe } = await findFfmpeg()
  const args = ['-hide_banner', '-loglevel', 'error', '-count_packets', '-show_streams', '-of', 'json', ...input.args]
  const output = await run(ffprobe, args, { signal, purpose: `read ${shownName}`, maxOutput: 4 * 1024 * 1024, timeout: 60_000 })
  const { streams } = probeSchema.parse(JSON.parse(output.toString()))
  const picture = streams.find((stream) => stream.codec_type === 'video')
  const sound = streams.find((stream) => stream.codec_type === 'audio')
  return {
    video: picture === undefined ? undefined : toVideoStream(picture),
    audio: sound?.sample_rate === undefined || sound.channels === undefined ? undefined : { sampleRate: sound.sample_rate, channels: sound.channels },
  }
}

function toVideoStream(stream: z.infer<typeof streamSchema>): VideoStream | undefined {
  const { width, height, avg_frame_rate: average, r_frame_rate: base, nb_read_packets: frameCount, codec_name: codec } = stream
  if (width === undefined || height === undefined || codec === undefined) return undefined
  const rotation = stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0
  const turned = Math.abs(rotation) % 180 === 90
  return {
    codec,
    width: turned ? height : width,
    height: turned ? width : height,
    fps: average !== undefined && average > 0 ? average : (base ?? 0),
    frameCount: frameCount ?? 0,
    colorSpace: stream.color_space,
    colorRange: stream.color_range,
  }
}
