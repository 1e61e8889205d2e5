import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { AppError } from '@lemouf/core/error'

const run = promisify(execFile)

/** Pixels; of a sound's picture. */
const WAVE = '768x384'
const GIVE_UP_MS = 20_000
const MAX_BYTES = 64 * 2 ** 20
/** Programs at once: a sheet asks for a hundred stills together. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * A picture of a film (an early frame) or of a sound (its waveform), as PNG; made by ffmpeg (`FFMPEG_PATH`, then `PATH`).
 * Error: `media_unsupported` when there is no ffmpeg, or it cannot read the file.
 */
export async function stillOf(path: string, kind: 'video' | 'audio'): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return kind === 'audio' ? await draw(waveOf(path)) : await frameOf(path)
  } finally {
    running--
    waiting.shift()?.()
  }
}

/** Films often begin in black; those shorter than a moment have no later frame. */
async function frameOf(path: string): Promise<Buffer> {
  const later = await draw(['-ss', '0.5', ...frameFrom(path)])
  return later.length > 0 ? later : draw(frameFrom(path))
}

const frameFrom = (path: string): readonly string[] => [...fileInput(path), '-an', '-frames:v', '1', ...AS_PNG]
const waveOf = (path: string): readonly string[] =>
  [...fileInput(path), '-filter_complex', `aformat=channel_layouts=mono,showwavespic=s=${WAVE}:colors=0x8c8c8c:scale=sqrt`, '-frames:v', '1', ...AS_PNG]

/** What is in a file must not name another one. */
const fileInput = (path: string): readonly string[] => ['-protocol_whitelist', 'file', '-i', `file:${path}`]
const AS_PNG = ['-f', 'image2pipe', '-c:v', 'png', '-'] as const

async function draw(command: readonly string[]): Promise<Buffer> {
  try {
    const { stdout } = await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-nostdin', '-threads', '1', ...command], { encoding: 'buffer', timeout: GIVE_UP_MS, maxBuffer: MAX_BYTES })
    return stdout
  } catch (cause) {
    throw new AppError('media_unsupported', 'No picture can be made of this medium: ffmpeg is missing or does not read it. Open it itself.', { cause })
  }
}
