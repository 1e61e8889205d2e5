import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import { parseJson } from '@lemouf/core/json'
import { changeSchema, errorBodySchema, helloSchema, progressSchema, type Change, type Progress } from '@lemouf/core/protocol'
import { unwrap } from '@lemouf/core/result'
import type { Session } from './connect.ts'
import { SseParser, type SseEvent } from './sse.ts'

export type FeedNews =
  /** Something may have been missed: read again what is known. */
  | { readonly type: 'began' }
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'progress'; readonly progress: Progress }

const RETRY_MS = 500
/** A server that is away for longer is given up. */
const PATIENCE_MS = 60_000
const JSON_LIMITS = { maxDepth: 128, maxLength: 64 * 1024 * 1024 }

/**
 * What happens to a loop, until the signal. A broken line is taken up where it broke (Last-Event-ID).
 * Errors: `engine_unavailable` when the server stays away, and its own refusals.
 */
export async function* followFeed(session: Session, loopId: string, signal: AbortSignal): AsyncGenerator<FeedNews> {
  const heard: Heard = { server: undefined, id: undefined }
  let lastSign = Date.now()
  while (!signal.aborted) {
    try {
      for await (const event of openStream(session, loopId, heard.id, signal)) {
        lastSign = Date.now()
        const news = newsOf(event, heard)
        if (news !== undefined) yield news
      }
    } catch (cause) {
      if (signal.aborted) return
      // What fetch says of a broken line; anything else is no matter of trying again.
      if (!(cause instanceof TypeError)) throw cause
      if (Date.now() - lastSign > PATIENCE_MS) throw new AppError('engine_unavailable', 'The leMouf server went away and did not come back. Start it again; the loop continues by itself.', { cause })
    }
    await sleep(RETRY_MS, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
}

/** What the stream has told so far. */
interface Heard {
  server: number | undefined
  id: number | undefined
}

function newsOf({ event, data, id }: SseEvent, heard: Heard): FeedNews | undefined {
  const json = unwrap(parseJson(data, JSON_LIMITS))
  if (event === 'hello') {
    const hello = helloSchema.parse(json)
    const missed = hello.server_started_at !== heard.server || hello.last_event_id !== heard.id
    heard.server = hello.server_started_at
    heard.id = hello.last_event_id
    return missed ? { type: 'began' } : undefined
  }
  if (event === 'progress') return { type: 'progress', progress: progressSchema.parse(json) }
  if (event !== 'change') return undefined
  heard.id = Number(id)
  return { type: 'change', change: changeSchema.parse(json) }
}

async function* openStream({ base, token }: Session, loopId: string, lastId: number | undefined, signal: AbortSignal): AsyncGenerator<SseEvent> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(lastId === undefined ? {} : { 'last-event-id': String(lastId) }),
  }
  const response = await fetch(`${base}/lemouf/events?loop_id=${encodeURIComponent(loopId)}`, { headers, signal })
  if (!response.ok || response.body === null) throw await refusalOf(response)
  const parser = new SseParser()
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) yield* parser.push(piece)
}

async function refusalOf(response: Response): Promise<AppError> {
  const json = parseJson(await response.text())
  const body = errorBodySchema.safeParse(json.ok ? json.value : undefined)
  return new AppError('request_invalid', body.data?.error.message ?? `The server answered ${response.status} to the request for its live feed. Is the address right?`)
}
