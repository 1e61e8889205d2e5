import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@lemouf/core/error'
import type { Contents, VideoContents } from '@lemouf/core/protocol'
import { derivedOf, type DataDir } from '../store/data-dir.ts'
import { diskFull, isFull, syncFile } from '../store/durable.ts'
import { QUIET, readFrom } from './ffmpeg.ts'
import { DECODE_LIMITS, inputArgs, type MediaFile } from './input.ts'
import { isFile } from './made-file.ts'
import { matrixOf } from './matrix.ts'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'
import { Workshop } from './workshop.ts'

/** Pixels; smaller films stay as small. */
const MAX_HEIGHT = 540
/** Frames from one keyframe to the next: what has to be decoded at most to show any frame. */
const GROUP = 6
const TIMEOUT_MS = 6 * 3600 * 1000

/** How far a film's proxy is. */
export interface ProxyState {
  readonly state: 'making' | 'ready' | 'failed'
  /** From 0 to 1. */
  readonly progress: number
  readonly problem: string | null
}

/**
 * Small films to move about in: every frame of the original at its own time, of at most 540 lines, with a keyframe every six frames.
 * Made one after the other in the background; they go on when nobody asks any more, and are begun anew after a restart.
 */
export class Proxies {
  readonly #dir: DataDir
  readonly #workshop = new Workshop(1)
  readonly #progress = new Map<string, number>()
  /** Why the last try failed, until somebody asks again. */
  readonly #failed = new Map<string, string>()

  constructor(dir: DataDir) {
    this.#dir = dir
  }

  /** Where a film's proxy lies, once it is made. */
  path(hash: string): string {
    return derivedOf(this.#dir, hash).proxy
  }

  /** The proxy to read pictures from, where there is one: it has the same frames at the same times, and is decoded many times faster. */
  async instead(file: MediaFile, contents: Contents): Promise<{ readonly file: MediaFile; readonly contents: Contents }> {
    const path = this.path(file.hash)
    if (contents.video === null || !(await isFile(path))) return { file, contents }
    return { file: { hash: file.hash, path, mime: 'video/mp4' }, contents: { ...contents, video: { ...contents.video, index: 0 } } }
  }

  /** How far it is; begins it when nobody has. A failure is told once, and the next question tries again. Error: `media_unsupported` for what is no film, or a transparent one. */
  async ensure(file: MediaFile, contents: Contents | null): Promise<ProxyState> {
    const video = contents?.video
    if (video === null || video === undefined) throw new AppError('media_unsupported', contents?.problem ?? 'Only films have a proxy; this one has no pictures that can be read.')
    if (video.alpha) throw new AppError('media_unsupported', 'A proxy would lose the transparency of this film. Move about in the film itself.')
    const { hash } = file
    if (await isFile(this.path(hash))) return { state: 'ready', progress: 1, problem: null }
    const problem = this.#failed.get(hash)
    this.#failed.delete(hash)
    if (problem !== undefined) return { state: 'failed', progress: 0, problem }
    if (!this.#progress.has(hash)) this.#begin(file, video)
    return { state: 'making', progress: this.#progress.get(hash) ?? 0, problem: null }
  }

  /** Ends what is being made; it is begun anew when somebody asks again. */
  close(): Promise<void> {
    return this.#workshop.close()
  }

  #begin(file: MediaFile, video: VideoContents): void {
    const { hash } = file
    this.#progress.set(hash, 0)
    this.#workshop
      .make(hash, (signal) => makeProxy(file, video, this.path(hash), { signal, tell: (progress) => this.#progress.set(hash, progress) }))
      .catch((cause: unknown) => this.#failed.set(hash, cause instanceof AppError ? cause.message : 'Something unexpected went wrong while the proxy was made. Ask for it again.'))
      .finally(() => this.#progress.delete(hash))
  }
}

async function makeProxy(file: MediaFile, video: VideoContents, path: string, { signal, tell }: { signal: AbortSignal; tell: (progress: number) => void }): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${randomUUID()}.tmp`
  try {
    for await (const chunk of readFrom('ffmpeg', proxyArgs(file, video, part), { timeoutMs: TIMEOUT_MS, signal })) {
      const reached = [...chunk.toString().matchAll(/^out_time_us=(\d+)/gm)].at(-1)?.[1]
      if (reached !== undefined && video.duration !== null) tell(Math.min(0.99, Number(reached) / ((video.start + video.duration) / (TICKS_PER_SECOND / 1e6))))
    }
    await syncFile(part)
    await rename(part, path)
  } catch (cause) {
    throw isFull(cause) || (cause instanceof AppError && /no space left/i.test(String(cause.cause))) ? diskFull(cause) : cause
  } finally {
    await rm(part, { force: true })
  }
}

/**
 * Frames pass as they are, each with its own time (`passthrough`, and the input's unit of time): also where they last differently long. Colours are tagged, because browsers
 * take a film of few lines without a tag for another kind than one of many.
 */
function proxyArgs(file: MediaFile, video: VideoContents, part: string): readonly string[] {
  const height = even(Math.min(MAX_HEIGHT, video.height))
  const width = even((video.width * height) / video.height)
  const matrix = matrixOf(video)
  const colours = `in_color_matrix=${matrix.scale}:out_color_matrix=${matrix.scale}:out_range=tv`
  return [
    ...QUIET, '-y', '-progress', 'pipe:1', ...DECODE_LIMITS, ...inputArgs(file),
    '-map', `0:${video.index}`, '-an', '-sn', '-dn', '-map_metadata', '-1',
    '-vf', `scale=${width}:${height}:flags=fast_bilinear:${colours},setsar=1,format=yuv420p`, '-fps_mode', 'passthrough', '-enc_time_base', '-1',
    '-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'fastdecode', '-crf', '24', '-g', String(GROUP), '-bf', '0', '-sc_threshold', '0', '-colorspace', matrix.tag, '-color_range', 'tv',
    '-movflags', '+faststart', '-f', 'mp4', part,
  ]
}

const even = (pixels: number): number => Math.max(2, Math.round(pixels / 2) * 2)
