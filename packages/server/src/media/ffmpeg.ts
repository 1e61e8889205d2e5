import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { AppError } from '@lemouf/core/error'

type Tool = 'ffmpeg' | 'ffprobe'

export interface RunOptions {
  readonly timeoutMs: number
  /** An abort ends the program; its reason is thrown. */
  readonly signal?: AbortSignal
}

const ERROR_TAIL = 4_000
const MAX_OUTPUT = 32 * 2 ** 20

/** What every run begins with: nothing is read from a terminal, and only errors are told. */
export const QUIET = ['-hide_banner', '-nostdin', '-loglevel', 'error'] as const

/**
 * Runs ffmpeg or ffprobe (`FFMPEG_PATH`, else on the PATH) and gives what it writes, piece by piece; in the end what it complained about.
 * Errors: `ffmpeg_missing`; `media_unsupported` when it fails or takes too long. Who stops reading ends it.
 */
export async function* readFrom(tool: Tool, args: readonly string[], { timeoutMs, signal }: RunOptions): AsyncGenerator<Buffer, string> {
  signal?.throwIfAborted()
  const limit = AbortSignal.timeout(timeoutMs)
  const child = spawn(commandOf(tool), args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
  const end = (): void => void child.kill('SIGKILL')
  const stop = signal === undefined ? limit : AbortSignal.any([signal, limit])
  stop.addEventListener('abort', end, { once: true })
  const ended = once(child, 'close').then(([code]) => code as number | null, (cause: unknown) => cause)
  const complaints = tailOf(child.stderr)
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer
    const code = await ended
    signal?.throwIfAborted()
    if (limit.aborted) throw new AppError('media_unsupported', 'Reading this file took too long and was given up. Try a shorter or smaller one.')
    if (code instanceof Error) throw new AppError('ffmpeg_missing', `${tool} is needed for films and sound and cannot be started. Install ffmpeg, or set FFMPEG_PATH to it; \`lemouf doctor\` says more.`, { cause: code })
    if (code !== 0) throw unreadable(await complaints)
    return await complaints
  } finally {
    stop.removeEventListener('abort', end)
    end()
  }
}

/** All that a run writes, of at most 32 MB, and what it complained about. Errors: as of {@link readFrom}. */
export async function outputOf(tool: Tool, args: readonly string[], options: RunOptions): Promise<{ readonly output: Buffer; readonly complaints: string }> {
  const chunks: Buffer[] = []
  const run = readFrom(tool, args, options)
  for (let size = 0; ;) {
    const next = await run.next()
    if (next.done === true) return { output: Buffer.concat(chunks), complaints: next.value }
    size += next.value.length
    if (size > MAX_OUTPUT) throw new AppError('media_unsupported', 'This file describes more than can be read. Make it anew with fewer streams.')
    chunks.push(next.value)
  }
}

/** ffprobe lies beside ffmpeg when that is named by its place. */
function commandOf(tool: Tool): string {
  const set = process.env['FFMPEG_PATH']
  const ffmpeg = set === undefined || set === '' ? 'ffmpeg' : set
  if (tool === 'ffmpeg') return ffmpeg
  return isAbsolute(ffmpeg) ? join(dirname(ffmpeg), basename(ffmpeg).replace('ffmpeg', 'ffprobe')) : 'ffprobe'
}

async function tailOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = ''
  for await (const chunk of stream) text = (text + chunk.toString()).slice(-ERROR_TAIL)
  return text
}

function unreadable(complaints: string): AppError {
  return new AppError('media_unsupported', `This file cannot be read as film or sound (${reasonIn(complaints)}). Make it anew, or convert it.`, { cause: new Error(complaints) })
}

/** The last thing said, without the names of files: ffmpeg knows them by paths of this machine. */
function reasonIn(complaints: string): string {
  const line = complaints.trim().split('\n').at(-1)?.trim() ?? ''
  const plain = line.replace(/^(\[[^\]]*\]\s*)+/, '').replace(/(?:file:)?[\\/]\S*?:\s*/g, '')
  return plain === '' ? 'no reason was given' : plain
}
