import { AppError } from '@lemouf/core/error'
import type { AudioContents, Contents } from '@lemouf/core/protocol'
import { derivedOf, type DataDir } from '../store/data-dir.ts'
import { QUIET, readFrom } from './ffmpeg.ts'
import { DECODE_LIMITS, inputArgs, type MediaFile } from './input.ts'
import { madeFile } from './made-file.ts'
import { PeakPyramid } from './peak-pyramid.ts'
import type { Workshop } from './workshop.ts'

const TIMEOUT_MS = 30 * 60_000
/** Channels beyond are mixed down by ffmpeg: nobody looks at more waves. */
const MAX_CHANNELS = 8

/** The waves of sounds, made when they are looked at and kept as files. */
export class Peaks {
  readonly #dir: DataDir
  readonly #workshop: Workshop

  constructor(dir: DataDir, workshop: Workshop) {
    this.#dir = dir
    this.#workshop = workshop
  }

  /** The file of a medium's peaks; see {@link PeakPyramid} for what is in it. Errors: `media_unsupported`, `ffmpeg_missing`, `disk_full`. */
  file(file: MediaFile, contents: Contents | null, signal?: AbortSignal): Promise<string> {
    const audio = contents?.audio
    if (audio === null || audio === undefined) throw new AppError('media_unsupported', contents?.problem ?? 'Only what sounds has peaks; there is no sound in this medium that can be read.')
    return madeFile(derivedOf(this.#dir, file.hash).peaks, this.#workshop, (ended) => makePeaks(file, audio, ended), signal)
  }
}

/**
 * Decodes once, to 16 bit. `aresample` fills what is silent before the sound begins and within it, without stretching anything, so that
 * sample n stands at n / rate seconds from the beginning of the file.
 */
async function makePeaks(file: MediaFile, audio: AudioContents, signal: AbortSignal): Promise<Buffer> {
  const channels = Math.min(MAX_CHANNELS, audio.channels)
  const pyramid = new PeakPyramid(audio.sample_rate, channels)
  const args = [
    ...QUIET, ...DECODE_LIMITS, ...inputArgs(file),
    '-map', `0:${audio.index}`, '-vn', '-sn', '-dn', '-af', 'aresample=async=1:first_pts=0', '-ac', String(channels), '-ar', String(audio.sample_rate), '-f', 's16le', 'pipe:1',
  ]
  for await (const chunk of readFrom('ffmpeg', args, { timeoutMs: TIMEOUT_MS, signal })) pyramid.add(chunk)
  return pyramid.encode()
}
