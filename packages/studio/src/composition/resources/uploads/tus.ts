import { AppError, ERROR_STATUS, type ErrorCode } from '@lemouf/core/error'
import { parseJson } from '@lemouf/core/json'
import { errorBodySchema } from '@lemouf/core/protocol'
import { delay, isPause } from './waiting.ts'

const BASE = '/lemouf/media/uploads'
const TUS = { 'tus-resumable': '1.0.0' }
const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' }

/** What an upload needs of the world around it. */
export interface Line {
  /** The platform's `fetch`, on paths of the server. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  /** Milliseconds until the next try, after so many that found nobody. */
  readonly patience: (fails: number) => number
}

export interface Sending {
  readonly file: Blob
  readonly name: string
  /** Where it was begun before, if it was. */
  readonly path: string | undefined
  /** It is begun there: what was sent can be gone on with from that address, for a day. */
  readonly begun: (path: string) => void
  /** So many bytes have arrived. */
  readonly arrived: (bytes: number) => void
  /** The server does not answer; it is asked again by itself. `false`: it does again. */
  readonly away: (isAway: boolean) => void
  readonly signal: AbortSignal
}

/** Pieces begin small, so that the first figure comes soon, and grow as the line is. */
const FIRST_PIECE = 256 * 1024
const LARGEST_PIECE = 32 * 1024 * 1024
const PIECE_MS = 700
/** A line that says nothing for so long is a broken one. */
const SILENT_MS = 60_000
/** Pieces that did not fit are sent anew so many times in a row. */
const MISFITS = 5

/**
 * Sends a file by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload) and gives the medium that it became. What breaks off is
 * gone on with where the server has it, however long the server is away, until the signal aborts: then its reason is thrown.
 * Throws AppError with the server's reason for what it does not take (`media_unsupported`, `upload_too_large`, `disk_full` …).
 */
export async function sendFile(sending: Sending, line: Line): Promise<string> {
  const { signal } = sending
  let path = sending.path
  let [fails, misfits] = [0, 0]
  for (;;) {
    try {
      if (path === undefined) {
        path = await begin(sending, line)
        sending.begun(path)
      }
      return await sendRest(path, sending, line, () => { [fails, misfits] = [0, 0] })
    } catch (error) {
      signal.throwIfAborted()
      if (isMissing(error) && path !== undefined) path = undefined
      else if (isMisfit(error) && ++misfits <= MISFITS) continue
      else if (isPause(error)) {
        sending.away(true)
        await delay(line.patience(fails++), signal)
      } else throw error
    }
  }
}

/** Sends what the server does not have yet, piece by piece. */
async function sendRest(path: string, { file, arrived, away, signal }: Sending, line: Line, worked: () => void): Promise<string> {
  let { offset, media } = await offsetAt(path, line, signal)
  away(false)
  arrived(offset)
  for (let size = FIRST_PIECE; media === undefined;) {
    const startedAt = performance.now()
    const body = file.slice(offset, offset + size)
    const answer = await ask(line, path, { method: 'PATCH', headers: { ...PIECE, 'upload-offset': String(offset) }, body }, signal)
    worked()
    ;({ offset, media } = stateIn(answer))
    arrived(offset)
    size = nextPiece(size, performance.now() - startedAt)
  }
  return media
}

/** The size of the next piece, after one of that size took so many milliseconds. */
export function nextPiece(size: number, took: number): number {
  const factor = Math.min(2, Math.max(0.5, PIECE_MS / Math.max(1, took)))
  return Math.round(Math.min(LARGEST_PIECE, Math.max(FIRST_PIECE, size * factor)))
}

async function begin({ file, name, signal }: Sending, line: Line): Promise<string> {
  const headers = { ...TUS, 'upload-length': String(file.size), 'upload-metadata': `filename ${base64(name.slice(-400))}` }
  const path = (await ask(line, BASE, { method: 'POST', headers }, signal)).headers.get('location')
  if (path === null) throw new AppError('internal', 'The server began an upload and did not say where. Look at its log.')
  return path
}

async function offsetAt(path: string, line: Line, signal: AbortSignal): Promise<State> {
  return stateIn(await ask(line, path, { method: 'HEAD', headers: TUS }, signal))
}

/** Forgets an upload. What is gone already is not missed. */
export async function forgetUpload(path: string, line: Line): Promise<void> {
  try {
    await ask(line, path, { method: 'DELETE', headers: TUS }, undefined)
  } catch (error) {
    // The server forgets it by itself after a day.
    if (!isMissing(error) && !isPause(error)) throw error
  }
}

interface State {
  readonly offset: number
  readonly media: string | undefined
}

function stateIn({ headers }: Response): State {
  const offset = Number(headers.get('upload-offset') ?? Number.NaN)
  if (!Number.isInteger(offset)) throw new AppError('internal', 'The server did not say how far an upload is. Look at its log.')
  return { offset, media: headers.get('lemouf-media') ?? undefined }
}

async function ask(line: Line, path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
  const silent = AbortSignal.timeout(SILENT_MS)
  try {
    const answer = await line.fetch(path, { ...init, signal: signal === undefined ? silent : AbortSignal.any([signal, silent]) })
    if (answer.ok) return answer
    throw refusalIn(answer.status, init.method === 'HEAD' ? '' : await answer.text())
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('engine_unavailable', 'The leMouf server does not answer. Is it still running? Start it with: npm start', { cause })
  }
}

/** The server's reason; the answer to HEAD has none but its status. */
function refusalIn(status: number, body: string): AppError {
  const parsed = parseJson(body)
  const said = parsed.ok ? errorBodySchema.safeParse(parsed.value) : undefined
  if (said?.success === true) {
    const { code, message } = said.data.error
    return new AppError(Object.hasOwn(ERROR_STATUS, code) ? (code as ErrorCode) : 'internal', message)
  }
  if (status === 404) return new AppError('upload_not_found', 'There is no such upload any more. It is begun anew.')
  if (status === 409) return new AppError('upload_offset_wrong', 'The upload is gone on with in another window.')
  if (status >= 502 && status <= 504) return new AppError('engine_unavailable', 'The leMouf server does not answer. Is it still running? Start it with: npm start')
  return new AppError('internal', `The server answered ${status} without a reason. Look at its log.`)
}

const isMissing = (error: unknown): boolean => error instanceof AppError && error.code === 'upload_not_found'
const isMisfit = (error: unknown): boolean => error instanceof AppError && (error.code === 'upload_offset_wrong' || error.code === 'upload_damaged')

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
