import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { stringifyJson } from '@lemouf/core/json'
import { AppError } from '@lemouf/core/error'
import * as z from 'zod'
import type { App } from '../app.ts'
import { compositionChangeOf } from '../compositions/view.ts'
import type { LiveMessage } from '../live/live.ts'
import { entryOf } from '../loops/view.ts'
import { pipelineChangeOf } from '../pipelines/view.ts'
import type { CompositionChange, LoopChange, PipelineChange } from '../store/changes.ts'
import { readPart } from './table.ts'

const feedQuery = z.object({ loop_id: z.string().optional(), last_event_id: z.coerce.number().int().min(0).optional() })

/** A browser sends what the stream told it last; of another server that can be anything. */
const feedHeaders = z.object({ 'last-event-id': z.string().regex(/^\d{1,15}$/).transform(Number).optional().catch(undefined) })

const HEARTBEAT_MS = 15_000
const REPLAY_BATCH = 500
/** A reader this far behind is dropped; it comes back and is told what it missed. */
const MAX_BACKLOG_BYTES = 8 * 1024 * 1024

/** `/lemouf/events`: the live feed as server-sent events, replayed from `Last-Event-ID`; and the last preview frame of a loop. */
export function serveLiveFeed(server: FastifyInstance, app: App): void {
  for (const prefix of ['', '/api']) {
    server.get(`${prefix}/lemouf/events`, async (request, reply) => {
      const { loop_id, last_event_id } = readPart(feedQuery, request.query, 'query')
      const { 'last-event-id': from = last_event_id } = readPart(feedHeaders, request.headers, 'headers')
      const newest = await app.store.lastEventId()
      reply.hijack()
      // A stream from the future belongs to other data: it begins anew.
      await feed(app, reply.raw, loop_id, Math.min(from ?? newest, newest))
    })
    server.get<{ Params: { loop_id: string } }>(`${prefix}/lemouf/loop/:loop_id/preview`, (request, reply) => {
      const frame = app.live.frameOf(request.params.loop_id)
      if (frame === undefined) throw new AppError('media_not_found', 'This loop shows no preview now.')
      return reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store').type(frame.mime).send(frame.bytes)
    })
  }
}

/** Tells what happened since `start`, then what happens, until the reader goes. */
async function feed(app: App, response: ServerResponse, loopId: string | undefined, start: number): Promise<void> {
  const state = { replaying: true, changed: false }
  const gone = new AbortController()
  const unsubscribe = app.live.subscribe((message) => {
    if (!state.replaying) send(response, message, loopId)
    else if (hasId(message)) state.changed = true
  })
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS)
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
    gone.abort()
  })
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-accel-buffering': 'no' })
  response.write(`event: hello\ndata: ${stringifyJson({ last_event_id: start, server_started_at: app.startedAt })}\n\n`)
  try {
    // What changes meanwhile is read from the store as well, so that nothing has to be kept for a slow reader.
    let last = start
    do {
      state.changed = false
      last = await replayFrom(app, { response, loopId, gone: gone.signal }, last)
    } while (state.changed)
    state.replaying = false
  } catch (error) {
    if (!gone.signal.aborted) app.log.error({ err: error }, 'the live feed could not be told what was missed')
    // The reader comes back and says what it saw last.
    response.destroy()
  }
}

interface Reader {
  readonly response: ServerResponse
  readonly loopId: string | undefined
  readonly gone: AbortSignal
}

/** Gives the id of the last event told, at the pace of the reader. */
async function replayFrom(app: App, { response, loopId, gone }: Reader, start: number): Promise<number> {
  for (let last = start; ; ) {
    gone.throwIfAborted()
    const changes = await app.store.changesSince(last, REPLAY_BATCH)
    if (changes.length === 0) return last
    for (const change of changes) {
      last = Math.max(last, change.eventId)
      send(response, messageOf(change), loopId)
      if (response.writableNeedDrain) await once(response, 'drain', { signal: gone })
    }
  }
}

function messageOf(change: LoopChange | PipelineChange | CompositionChange): LiveMessage {
  if ('composition' in change) return { type: 'composition', id: change.eventId, data: compositionChangeOf(change.composition, change.log) }
  if ('pipeline' in change) return { type: 'pipeline', id: change.eventId, data: pipelineChangeOf({ state: change.pipeline, events: [...change.events] }) }
  const { eventId, events, attempts, summary, reset } = change
  return { type: 'change', id: eventId, data: { loop: summary, events: [...events], entries: attempts.map(entryOf), reset } }
}

type WithId = Extract<LiveMessage, { readonly id: number }>
const hasId = (message: LiveMessage): message is WithId => 'id' in message

/** The loop that a message is about; pipelines and compositions are told on the feed of all. */
function loopOf(message: LiveMessage): string | undefined {
  if (message.type === 'pipeline' || message.type === 'composition') return undefined
  return message.type === 'change' ? message.data.loop.loop_id : message.data.loop_id
}

function send(response: ServerResponse, message: LiveMessage, loopId: string | undefined): void {
  if (loopId !== undefined && loopOf(message) !== loopId) return
  if (response.writableLength > MAX_BACKLOG_BYTES) {
    response.destroy()
    return
  }
  for (const { id, data } of partsOf(message)) response.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${message.type}\ndata: ${stringifyJson(data)}\n\n`)
}

/** Attempts told of at once: what a page takes in without standing still. */
const PART = 200

/** A decision on thousands of attempts is told in parts; the last one has the id, so that a reader cut off in between hears all of it again. */
function partsOf(message: LiveMessage): readonly { readonly id: number | undefined; readonly data: unknown }[] {
  const id = hasId(message) ? message.id : undefined
  if (message.type !== 'change' || message.data.entries.length <= PART) return [{ id, data: message.data }]
  const { data } = message
  const starts = Array.from({ length: Math.ceil(data.entries.length / PART) }, (_unused, index) => index * PART)
  return starts.map((start) => {
    const isLast = start + PART >= data.entries.length
    return { id: isLast ? id : undefined, data: { ...data, entries: data.entries.slice(start, start + PART), events: isLast ? data.events : [], reset: data.reset && start === 0 } }
  })
}
