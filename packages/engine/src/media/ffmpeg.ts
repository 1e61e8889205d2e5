import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, dirname, extname, isAbsolute, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { NodeError } from '../nodes/node.ts'

/** The two programs, and the version that the first one names. */
export interface Ffmpeg {
  readonly ffmpeg: string
  readonly ffprobe: string
  readonly version: string
}

const OLDEST = [5, 1] as const
const HOW_TO_INSTALL = 'Install it (`apt-get install ffmpeg`, `brew install ffmpeg` or `winget install ffmpeg`) or set FFMPEG_PATH to it.'
const found = new Map<string, Promise<Ffmpeg>>()

/**
 * ffmpeg by `FFMPEG_PATH`, else on the PATH, with ffprobe beside it (else on the PATH). Looked for once a setting.
 * Errors: {@link NodeError} that says how to install it.
 */
export function findFfmpeg(env: NodeJS.ProcessEnv = process.env): Promise<Ffmpeg> {
  const key = JSON.stringify([env.FFMPEG_PATH, env.PATH])
  const known = found.get(key)
  if (known !== undefined) return known
  const search = locate(env)
  found.set(key, search)
  // A person may install it while we run: a failure is not kept.
  search.catch(() => found.delete(key))
  return search
}

async function locate(env: NodeJS.ProcessEnv): Promise<Ffmpeg> {
  const ffmpeg = env.FFMPEG_PATH !== undefined && env.FFMPEG_PATH !== '' ? await executable(env.FFMPEG_PATH) : await onPath('ffmpeg', env)
  if (ffmpeg === undefined) throw new NodeError(`This node needs ffmpeg, which is not there. ${HOW_TO_INSTALL}`)
  const beside = isAbsolute(ffmpeg) ? await executable(join(dirname(ffmpeg), `ffprobe${extname(ffmpeg)}`)) : undefined
  const ffprobe = beside ?? (await onPath('ffprobe', env))
  if (ffprobe === undefined) throw new NodeError(`This node needs ffprobe, which should lie beside ffmpeg. ${HOW_TO_INSTALL}`)
  return { ffmpeg, ffprobe, version: await versionOf(ffmpeg) }
}

async function versionOf(ffmpeg: string): Promise<string> {
  const { stdout } = await promisify(execFile)(ffmpeg, ['-version'], { timeout: 10_000 }).catch((cause: unknown) => {
    throw new NodeError(`ffmpeg is there but does not start. ${HOW_TO_INSTALL}`, { cause })
  })
  const version = /^ffmpeg version (\S+)/.exec(stdout)?.[1] ?? 'unknown'
  // Builds from git call themselves N-12345 and are newer than any release we would refuse.
  const release = /^n?(\d+)\.(\d+)/.exec(version)
  const [major, minor] = OLDEST
  if (release !== null && (Number(release[1]) < major || (Number(release[1]) === major && Number(release[2]) < minor))) {
    throw new NodeError(`ffmpeg ${version} is too old; version ${OLDEST.join('.')} or newer is needed. ${HOW_TO_INSTALL}`)
  }
  return version
}

async function onPath(program: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const name = process.platform === 'win32' ? `${program}.exe` : program
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const hit = folder === '' ? undefined : await executable(join(folder, name))
    if (hit !== undefined) return hit
  }
  return undefined
}

const executable = (path: string): Promise<string | undefined> =>
  access(path, constants.X_OK).then(
    () => path,
    () => undefined,
  )

export interface RunOptions {
  readonly signal: AbortSignal
  /** Written to the program's standard input; empty when absent. */
  readonly input?: Iterable<Uint8Array>
  /** Bytes of standard output kept; more stops the program. */
  readonly maxOutput?: number
  /** Milliseconds; 10 minutes when absent. */
  readonly timeout?: number
  /** What the person wanted, for the sentence when it fails: `read take.mp3`. */
  readonly purpose: string
}

const DEFAULT_TIMEOUT = 600_000
const DEFAULT_MAX_OUTPUT = 64 * 1024 * 1024
const ERROR_TAIL = 2000

/**
 * Runs ffmpeg or ffprobe with an argument array (never through a shell) and gives its standard output.
 * An abort kills it and throws the signal's reason; a failure, a timeout or too much output throw a {@link NodeError}.
 */
export async function run(program: string, args: readonly string[], options: RunOptions): Promise<Buffer> {
  options.signal.throwIfAborted()
  const limit = AbortSignal.timeout(options.timeout ?? DEFAULT_TIMEOUT)
  const child = spawn(program, args, { signal: AbortSignal.any([options.signal, limit]), killSignal: 'SIGKILL', windowsHide: true })
  const ended = exitOf(child)
  const output = collect(child.stdout, options.maxOutput ?? DEFAULT_MAX_OUTPUT, () => child.kill('SIGKILL'))
  const errors = tail(child.stderr)
  // A program that stops reading early closes the pipe; its exit code says whether that was a failure.
  const fed = pipeline(Readable.from(options.input ?? []), child.stdin).catch((cause: unknown) => cause)
  const [code, bytes, message] = await Promise.all([ended, output, errors, fed])
  options.signal.throwIfAborted()
  if (limit.aborted) throw new NodeError(`ffmpeg took too long to ${options.purpose} and was stopped. Try a shorter or smaller file.`)
  if (bytes === 'too large') throw new NodeError(`ffmpeg made too much data when it tried to ${options.purpose}. Try a shorter or smaller file.`)
  if (code instanceof Error) throw new NodeError(`ffmpeg could not be started to ${options.purpose}. ${HOW_TO_INSTALL}`, { cause: code })
  if (code !== 0) throw new NodeError(`ffmpeg could not ${options.purpose}: ${lastLine(message)}`, { cause: new Error(message) })
  return bytes
}

function exitOf(child: ChildProcess): Promise<number | null | Error> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error))
    child.once('close', (code) => resolve(code))
  })
}

async function collect(stream: Readable, limit: number, stop: () => void): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      stop()
      return 'too large'
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function tail(stream: Readable): Promise<string> {
  let text = ''
  for await (const chunk of stream as AsyncIterable<Buffer>) text = (text + chunk.toString()).slice(-ERROR_TAIL)
  return text
}

const lastLine = (message: string): string => {
  const line = message.trim().split('\n').at(-1)?.trim()
  // ffmpeg names the file by its path; the person knows it by the name in our sentence.
  return line === undefined || line === '' ? 'it gave no reason.' : line.replace(/(?:[A-Za-z]:)?[\\/][^\s:']*[\\/]/g, '')
}

/** What every run begins with. */
export const QUIET = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'] as const
/** The same bytes for the same input: no dates, no encoder names, no source metadata. */
export const BIT_EXACT = ['-fflags', '+bitexact', '-flags', '+bitexact', '-map_metadata', '-1', '-threads', '1'] as const
