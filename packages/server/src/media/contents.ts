import { AppError } from '@lemouf/core/error'
import type { MediaKind } from '@lemouf/core/loop'
import type { Contents } from '@lemouf/core/protocol'
import sharp from 'sharp'
import { outputOf, QUIET } from './ffmpeg.ts'
import { DECODE_LIMITS, inputArgs, type MediaFile } from './input.ts'
import { probe } from './probe.ts'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'

/** Raised when looking finds something else than before, so that what was found by older versions is found anew. */
export const CONTENTS_VERSION = 1

/** A picture of more pixels than a square of 16,384 is not unpacked: a small file can hold any number of them. */
const MAX_PIXELS = 16_384 ** 2
const CHECK_TIMEOUT_MS = 60_000
/** Seconds at the end that have to be there. */
const TAIL = 2

const NOTHING: Contents = { duration: null, clock_start: 0, video: null, audio: null, image: null, content_type: null, playable: false, problem: null }

/** What is in a file; null for what is neither picture, film nor sound. A broken file has a `problem`. Error: `ffmpeg_missing`. */
export async function readContents(file: MediaFile, kind: MediaKind, signal?: AbortSignal): Promise<Contents | null> {
  try {
    if (kind === 'image') return await imageContents(file)
    return kind === 'video' || kind === 'audio' ? await probe(file, signal) : null
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'media_unsupported') return { ...NOTHING, problem: cause.message }
    throw cause
  }
}

async function imageContents({ path, mime }: MediaFile): Promise<Contents> {
  try {
    const { autoOrient, pages = 1, hasAlpha } = await sharp(path, { limitInputPixels: MAX_PIXELS }).metadata()
    const playable = mime !== 'image/tiff'
    return { ...NOTHING, image: { ...autoOrient, frames: pages, alpha: hasAlpha }, content_type: playable ? mime : null, playable }
  } catch (cause) {
    throw new AppError('media_unsupported', 'This picture is damaged or too large to be shown. Make it anew, or a smaller one.', { cause })
  }
}

/**
 * Decodes of a file what tells whether it is whole: a picture entirely, of film and sound the first and the last moments.
 * Errors: `media_unsupported` saying what is wrong, `ffmpeg_missing`.
 */
export async function requireWhole(file: MediaFile, kind: MediaKind, contents: Contents | null): Promise<void> {
  if (contents?.problem !== null && contents?.problem !== undefined) throw new AppError('media_unsupported', contents.problem)
  if (kind === 'image') return requireWholeImage(file)
  if (contents === null || (contents.video === null && contents.audio === null)) return
  const begin = await outputOf('ffmpeg', [...QUIET, ...DECODE_LIMITS, ...inputArgs(file), ...streamsOf(contents), '-t', '0.5', '-f', 'framecrc', 'pipe:1'], { timeoutMs: CHECK_TIMEOUT_MS })
  if (!hasFrames(begin.output)) throw new AppError('media_unsupported', 'Nothing in this file can be decoded: it is damaged. Make it anew, or choose another one.')
  const seconds = (contents.duration ?? 0) / TICKS_PER_SECOND
  const from = Math.max(0, seconds - TAIL)
  const end = await outputOf('ffmpeg', [...QUIET, ...DECODE_LIMITS, '-ss', String(from), ...inputArgs(file), ...streamsOf(contents), '-c', 'copy', '-f', 'framecrc', 'pipe:1'], { timeoutMs: CHECK_TIMEOUT_MS })
  if (!hasFrames(end.output) || /partial file|prematurely|truncat|invalid data/i.test(end.complaints)) {
    throw new AppError('media_unsupported', 'This file is incomplete: its end is missing. Copy it again from where it came from.')
  }
}

async function requireWholeImage({ path }: MediaFile): Promise<void> {
  try {
    await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).resize(16).raw().toBuffer()
  } catch (cause) {
    throw new AppError('media_unsupported', 'This picture is damaged, incomplete or too large to be shown. Copy it again, or make a smaller one.', { cause })
  }
}

const streamsOf = ({ video, audio }: Contents): readonly string[] => [video, audio].flatMap((stream) => (stream === null ? [] : ['-map', `0:${stream.index}`]))
const hasFrames = (crcs: Buffer): boolean => crcs.toString().split('\n').some((line) => /^\d/.test(line))
