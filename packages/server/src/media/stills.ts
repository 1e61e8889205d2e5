import { AppError } from '@lemouf/core/error'
import { outputOf, QUIET } from './ffmpeg.ts'
import { DECODE_LIMITS, inputArgs, type MediaFile } from './input.ts'

/** Pixels; of a sound's picture. */
const WAVE = '768x384'
const GIVE_UP_MS = 20_000
/** Programs at once: a sheet asks for a hundred stills together. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * A picture of a film (an early frame) or of a sound (its waveform), as PNG; made by ffmpeg (`FFMPEG_PATH`, then `PATH`).
 * Error: `media_unsupported` when there is no ffmpeg, or it cannot read the file.
 */
export async function stillOf(file: MediaFile, kind: 'video' | 'audio'): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return kind === 'audio' ? await draw(waveOf(file)) : await frameOf(file)
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** Films often begin in black; those shorter than a moment have no later frame. */
async function frameOf(file: MediaFile): Promise<Buffer> {
  const later = await draw(['-ss', '0.5', ...frameFrom(file)])
  return later.length > 0 ? later : draw(frameFrom(file))
}

const frameFrom = (file: MediaFile): readonly string[] => [...inputArgs(file), '-an', '-frames:v', '1', ...AS_PNG]
const waveOf = (file: MediaFile): readonly string[] =>
  [...inputArgs(file), '-filter_complex', `aformat=channel_layouts=mono,showwavespic=s=${WAVE}:colors=0x8c8c8c:scale=sqrt`, '-frames:v', '1', ...AS_PNG]

const AS_PNG = ['-f', 'image2pipe', '-c:v', 'png', 'pipe:1'] as const

async function draw(command: readonly string[]): Promise<Buffer> {
  try {
    return (await outputOf('ffmpeg', [...QUIET, '-threads', '1', ...DECODE_LIMITS, ...command], { timeoutMs: GIVE_UP_MS })).output
  } catch (cause) {
    throw new AppError('media_unsupported', 'No picture can be made of this medium: ffmpeg is missing or does not read it. Open it itself.', { cause })
  }
}
