import { rm, writeFile } from 'node:fs/promises'
import { NodeError } from '../nodes/node.ts'
import { interleavedChunks } from './audio-codec.ts'
import { BIT_EXACT, findFfmpeg, QUIET, run } from './ffmpeg.ts'
import { firstFrame, withoutAlpha } from './image.ts'
import { openMedia, probeMedia, type VideoStream } from './media-input.ts'
import { remapRaster } from './raster.ts'
import type { AudioClip, ImageBatch, ImageFrame, VideoClip } from './types.ts'

/** Decoded frames of one film kept in memory: 1 GiB. */
const MAX_FRAMES = 1024 * 1024 * 1024

const X264 = ['-c:v', 'libx264', '-preset', 'fast', '-crf', '16', '-pix_fmt', 'yuv420p', '-x264-params', 'threads=1:lookahead-threads=1'] as const
const BT709 = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'] as const
const PRECISE = 'flags=bicubic+accurate_rnd+full_chroma_int+bitexact'

/** Sound to lay under the frames, and where to keep it while ffmpeg reads both; the file is removed afterwards. */
export interface Soundtrack {
  readonly clip: AudioClip
  readonly scratchPath: string
}

/**
 * Writes frames as H.264 in MP4 at `path` (4:2:0, BT.709, limited range, near lossless), with AAC sound when given.
 * The codec needs even sizes: an odd last row or column is shown twice. The same bytes for the same input.
 */
export async function encodeVideo(frames: ImageBatch, fps: number, path: string, signal: AbortSignal, sound?: Soundtrack): Promise<VideoClip> {
  const { ffmpeg } = await findFfmpeg()
  const even = frames.map((frame) => toEvenSize(withoutAlpha(frame)))
  const { width, height } = firstFrame(even)
  const pictures = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', 'rawvideo', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-video_size', `${width}x${height}`, '-framerate', `${fps}`, '-i', 'pipe:0']
  const audio = sound === undefined ? ['-an'] : ['-map', '0:v', '-map', '1:a', '-c:a', 'aac', '-b:a', '192k']
  const args = [
    ...QUIET,
    ...pictures,
    ...(sound === undefined ? [] : await soundInput(sound)),
    ...audio,
    '-vf',
    `scale=out_color_matrix=bt709:out_range=tv:${PRECISE},format=yuv420p`,
    ...BIT_EXACT,
    ...X264,
    ...BT709,
    '-movflags',
    '+faststart',
    '-f',
    'mp4',
    path,
  ]
  try {
    await run(ffmpeg, args, { signal, input: even.map((frame) => frame.data), purpose: 'write the film' })
  } finally {
    if (sound !== undefined) await rm(sound.scratchPath, { force: true })
  }
  return { path, width, height, fps, frameCount: frames.length, hasAudio: sound !== undefined }
}

async function soundInput({ clip, scratchPath }: Soundtrack): Promise<string[]> {
  await writeFile(scratchPath, Buffer.concat([...interleavedChunks(clip)]))
  return ['-protocol_whitelist', 'file,pipe', '-format_whitelist', 'f32le', '-f', 'f32le', '-ar', `${clip.sampleRate}`, '-ac', `${clip.channels.length}`, '-i', `file:${scratchPath}`]
}

function toEvenSize(frame: ImageFrame): ImageFrame {
  const width = frame.width + (frame.width % 2)
  const height = frame.height + (frame.height % 2)
  if (width === frame.width && height === frame.height) return frame
  const { data } = remapRaster(frame, width, height, (x, y) => Math.min(y, frame.height - 1) * frame.width + Math.min(x, frame.width - 1))
  return { width, height, channels: frame.channels, data }
}

/** A film file as a clip, after a look inside. Errors: {@link NodeError} when it holds no moving picture. */
export async function openVideo(path: string, shownName: string, signal: AbortSignal): Promise<VideoClip> {
  const { video, audio } = await probeMedia(await openMedia(path, shownName), shownName, signal)
  if (video === undefined || video.fps <= 0) throw new NodeError(`${shownName} holds no moving picture. Choose a film.`)
  const { width, height, fps, frameCount } = video
  return { path, width, height, fps, frameCount, hasAudio: audio !== undefined }
}

/** Every frame of a film as RGB, upright. Untagged colour is taken as browsers take it: BT.601 up to 576 lines, else BT.709. */
export async function decodeFrames(clip: VideoClip, shownName: string, signal: AbortSignal): Promise<ImageBatch> {
  const input = await openMedia(clip.path, shownName)
  const { video } = await probeMedia(input, shownName, signal)
  if (video === undefined) throw new NodeError(`${shownName} holds no moving picture.`)
  const bytes = video.width * video.height * 3
  if (bytes * video.frameCount > MAX_FRAMES) throw new NodeError(`${shownName} is too long to be held as single frames (${video.frameCount} of ${video.width}×${video.height}). Cut or shrink it first.`)
  const { ffmpeg } = await findFfmpeg()
  const args = [...QUIET, ...input.args, '-map', '0:v:0', '-an', '-vf', `scale=${sourceColour(video)}:${PRECISE},format=rgb24`, '-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:1']
  const output = await run(ffmpeg, args, { signal, purpose: `read ${shownName}`, maxOutput: MAX_FRAMES })
  return Array.from({ length: Math.floor(output.length / bytes) }, (_, i) => {
    return { width: video.width, height: video.height, channels: 3, data: new Uint8Array(output.subarray(i * bytes, (i + 1) * bytes)) }
  })
}

function sourceColour(video: VideoStream): string {
  const tagged = video.colorSpace === 'bt709' || video.colorSpace === 'smpte170m' || video.colorSpace === 'bt470bg' ? video.colorSpace : undefined
  const matrix = tagged ?? (video.height <= 576 ? 'smpte170m' : 'bt709')
  return video.codec === 'gif' ? 'in_range=pc' : `in_color_matrix=${matrix}:in_range=${video.colorRange === 'pc' ? 'pc' : 'tv'}`
}

/** The film as an MP4 of its own at `path`: H.264 is kept as it is, other codecs are written anew. */
export async function copyVideo(clip: VideoClip, shownName: string, path: string, signal: AbortSignal): Promise<void> {
  const input = await openMedia(clip.path, shownName)
  const { video } = await probeMedia(input, shownName, signal)
  const { ffmpeg } = await findFfmpeg()
  const picture = video?.codec === 'h264' ? ['-c:v', 'copy'] : [...X264, '-vf', 'pad=ceil(iw/2)*2:ceil(ih/2)*2', '-fps_mode', 'cfr']
  const sound = video?.codec === 'h264' && input.demuxer === 'mov' ? ['-c:a', 'copy'] : ['-c:a', 'aac', '-b:a', '192k']
  const args = [...QUIET, ...input.args, '-map', '0:v:0', '-map', '0:a:0?', ...BIT_EXACT, ...picture, ...sound, '-movflags', '+faststart', '-f', 'mp4', path]
  await run(ffmpeg, args, { signal, purpose: `save ${shownName}` })
}
