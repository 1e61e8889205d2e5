import { AppError } from '@lemouf/core/error'
import type { AudioContents, Contents, VideoContents } from '@lemouf/core/protocol'
import * as z from 'zod'
import { contentTypeOf, codecStringOf, isPlayableAudio, isPlayableVideo } from './codec-string.ts'
import { outputOf, QUIET } from './ffmpeg.ts'
import { inputArgs, type MediaFile } from './input.ts'
import { streamSchema, type ProbedStream } from './probed-stream.ts'
import { positive, ticksOfSeconds, ticksOfUnits, type Fraction } from './ticks.ts'

/** Packets whose times say whether frames last equally long. */
const PACKETS = 1_000
const PROBE_TIMEOUT_MS = 20_000
/** Of what a file may be for anything of it to be decoded. */
const MAX_STREAMS = 64
const MAX_SIDE = 16_384
const MAX_CHANNELS = 64
const MAX_SECONDS = 48 * 3600

const text = z.string().optional()
const probeSchema = z.object({
  streams: z.array(streamSchema).default([]),
  format: z.object({ start_time: text, duration: text }).default({}),
  packets: z.array(z.object({ stream_index: z.int().optional(), pts: z.int().optional() })).default([]),
})

/** What is in a film or a sound, without decoding any of it. Errors: `media_unsupported`, `ffmpeg_missing`. */
export async function probe(file: MediaFile, signal?: AbortSignal): Promise<Contents> {
  const reading = ['-probesize', '20M', '-analyzeduration', '20M', '-read_intervals', `%+#${PACKETS}`, '-show_entries', 'packet=stream_index,pts', '-show_streams', '-show_format', '-of', 'json']
  const args = [...QUIET.filter((option) => option !== '-nostdin'), ...reading, ...inputArgs(file)]
  const { output } = await outputOf('ffprobe', args, { timeoutMs: PROBE_TIMEOUT_MS, ...(signal === undefined ? {} : { signal }) })
  const parsed = probeSchema.safeParse(JSON.parse(output.toString()))
  if (!parsed.success) throw new AppError('media_unsupported', 'What is in this file cannot be told. Make it anew, or convert it.', { cause: parsed.error })
  const { streams, format, packets } = parsed.data
  if (streams.length > MAX_STREAMS) throw tooMuch(`${streams.length} streams`)
  const clockStart = ticksOfSeconds(format.start_time) ?? 0
  const picture = streams.find(({ codec_type, disposition }) => codec_type === 'video' && disposition?.attached_pic !== 1)
  const sound = streams.find(({ codec_type }) => codec_type === 'audio')
  const video = picture === undefined ? null : videoOf(picture, clockStart, packets.flatMap(({ stream_index, pts }) => (stream_index === picture.index && pts !== undefined ? [pts] : [])))
  const audio = sound === undefined ? null : audioOf(sound, clockStart)
  if (video === null && audio === null) throw new AppError('media_unsupported', 'There is neither picture nor sound in this file. Make it anew, or choose another one.')
  const whole = ticksOfSeconds(format.duration)
  if (whole !== null && whole > (ticksOfSeconds(String(MAX_SECONDS)) ?? 0)) throw tooMuch('more than 48 hours')
  return { duration: durationOf(whole, video, audio), clock_start: clockStart, video, audio, image: null, ...contentTypeOf(file.mime, video, audio), problem: null }
}

/** Until the end of the stream that lasts longest: more exact than what the container says in millionths. */
function durationOf(whole: number | null, ...streams: readonly (VideoContents | AudioContents | null)[]): number | null {
  const ends = streams.flatMap((stream) => (stream === null || stream.duration === null ? [] : [stream.start + stream.duration]))
  return ends.length > 0 && ends.length === streams.filter((stream) => stream !== null).length ? Math.max(...ends) : whole
}

function videoOf(stream: ProbedStream, clockStart: number, times: readonly number[]): VideoContents {
  const { index, codec_name: codec = 'unknown', width = 0, height = 0, pix_fmt: pixels } = stream
  if (width < 1 || height < 1) throw new AppError('media_unsupported', 'The pictures of this film have no size: it is damaged or incomplete. Make it anew.')
  if (width > MAX_SIDE || height > MAX_SIDE) throw tooMuch(`pictures of ${width} × ${height} pixels`)
  const aspect = fractionOf(stream.sample_aspect_ratio, ':') ?? { num: 1, den: 1 }
  const rotation = clockwise(stream.side_data_list?.find((data) => data.rotation !== undefined)?.rotation ?? 0)
  const square = Math.max(1, Math.round((width * aspect.num) / aspect.den))
  const turned = rotation % 180 === 90
  const average = fractionOf(stream.avg_frame_rate, '/')
  const real = fractionOf(stream.r_frame_rate, '/')
  return {
    index, codec, rotation,
    profile: stream.profile ?? null,
    codec_string: codecStringOf(stream),
    pixel_format: pixels ?? null,
    width: turned ? height : square,
    height: turned ? square : height,
    coded_width: width,
    coded_height: height,
    sample_aspect: aspect,
    fps: average ?? real,
    real_fps: real,
    variable: isVariable(times, stream.time_base, average, real),
    ...timesOf(stream, clockStart),
    frames: stream.nb_frames ?? null,
    color: { matrix: tag(stream.color_space), primaries: tag(stream.color_primaries), transfer: tag(stream.color_transfer), range: tag(stream.color_range) },
    alpha: stream.tags?.['alpha_mode'] === '1' || /^(yuva|rgba|bgra|argb|abgr|gbrap|ya|pal8)/.test(pixels ?? ''),
    playable: isPlayableVideo(stream),
  }
}

function audioOf(stream: ProbedStream, clockStart: number): AudioContents | null {
  const { index, codec_name: codec = 'unknown', sample_rate: rate, channels } = stream
  if (rate === undefined || rate < 1 || channels === undefined || channels < 1) return null
  if (channels > MAX_CHANNELS) throw tooMuch(`${channels} channels`)
  return {
    index, codec, channels,
    profile: stream.profile ?? null,
    codec_string: codecStringOf(stream),
    sample_rate: rate,
    layout: stream.channel_layout ?? null,
    ...timesOf(stream, clockStart),
    playable: isPlayableAudio(stream),
  }
}

/** From the beginning of the file, exact in the stream's own units where it has them. */
function timesOf({ time_base: base, start_pts, duration_ts, duration }: ProbedStream, clockStart: number): { start: number; duration: number | null } {
  const unit = fractionOf(base, '/')
  const start = unit === null || start_pts === undefined ? clockStart : ticksOfUnits(start_pts, unit)
  const length = unit === null || duration_ts === undefined ? ticksOfSeconds(duration) : ticksOfUnits(duration_ts, unit)
  return { start: Math.max(0, start - clockStart), duration: positive(length) }
}

/** By the distances of the frames; containers that round their times to milliseconds are forgiven that. */
function isVariable(times: readonly number[], base: string | undefined, average: Fraction | null, real: Fraction | null): boolean {
  const unit = fractionOf(base, '/')
  const sorted = [...new Set(times)].sort((a, b) => a - b)
  if (unit === null || sorted.length < 3) return average !== null && real !== null && Math.abs((average.num * real.den) / (average.den * real.num) - 1) > 0.01
  // The packets read end in the middle of a group: what is shown earlier than the last ones may be missing there.
  const inner = sorted.slice(0, Math.max(3, sorted.length - 16))
  const gaps = inner.slice(1).map((time, index) => ((time - (inner[index] ?? 0)) * unit.num) / unit.den)
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return gaps.some((gap) => Math.abs(gap - middle) > Math.max(0.0015, middle * 0.02))
}

function fractionOf(written: string | undefined, mark: string): Fraction | null {
  const [num, den] = (written ?? '').split(mark).map(Number)
  return Number.isSafeInteger(num) && Number.isSafeInteger(den) && num !== undefined && den !== undefined && num > 0 && den > 0 ? { num, den } : null
}

/** ffprobe counts against the clock. */
const clockwise = (rotation: number): number => (((Math.round(-rotation / 90) * 90) % 360) + 360) % 360
const tag = (value: string | undefined): string | null => (value === undefined || value === 'unknown' || value === 'reserved' ? null : value)

const tooMuch = (what: string): AppError => new AppError('media_unsupported', `This file has ${what}, which is more than is read here. Make a smaller one.`)
