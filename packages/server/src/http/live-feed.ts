import type { FastifyInstance } from 'fastify'
import type { ServerResponse } from 'node:http'
import type { Change } from '@lemouf/core/protocol'
import { stringifyJson } from '@lemouf/core/json'
import { AppError } from '@lemouf/core/error'
import * as z from 'zod'
import type { App } from '../app.ts'
import type { LiveMessage } from '../live/live.ts'
import { entryOf } from '../loops/view.ts'

const feedQuery = z.object({ loop_id: z.string().optional(), last_event_id: z.coerce.number().int().min(0).optional() })

const HEARTBEAT_MS = 15_000
const REPLAY_BATCH = 500
/** A reader this far behind is dropped; it comes back and is told what it missed. */
const MAX_BACKLOG_BYTES = 8 * 1024 * 1024

/** `/lemouf/events`: the live feed as server-sent events, replayed from `Last-Event-ID`; and the last preview frame of a loop. */
export function serveLiveFeed(server: FastifyInstance, app: App): void {
  for (const prefix of ['', '/api']) {
    server.get(`${prefix}/lemouf/events`, async (request, reply) => {
      const { loop_id, last_event_id } = feedQuery.parse(request.query)
      const header = Number(request.headers['last-event-id'])
      const from = Number.isSafeInteger(header) && request.headers['last-event-id'] !== undefined ? header : last_event_id
      reply.hijack()
      await feed(app, reply.raw, loop_id, from)
    })
    server.get<{ Params: { loop_id: string } }>(`${prefix}/lemouf/loop/:loop_id/preview`, (request, reply) => {
      const frame = app.live.frameOf(request.params.loop_id)
      if (frame === undefined) throw new AppError('media_not_found', 'This loop shows no preview now.')
      return reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store').type(frame.mime).send(frame.bytes)
    })
  }
}

async function feed(app: App, response: ServerResponse, loopId: string | undefined, from: number | undefined): Promise<void> {
  const lastKnown = await app.store.lastEventId()
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-accel-buffering': 'no' })
  const held: LiveMessage[] = []
  let replaying = true
  const unsubscribe = app.live.subscribe((message) => {
    if (replaying) held.push(message)
    else send(response, message, loopId)
  })
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS)
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
  // A stream from the future belongs to other data: it begins anew.
  const start = from === undefined || from > lastKnown ? lastKnown : from
  response.write(`event: hello\ndata: ${stringifyJson({ last_event_id: start, server_started_at: app.startedAt })}\n\n`)
  const replayed = await replayFrom(app, response, loopId, start)
  for (const message of held) {
    if (message.type !== 'change' || message.id > replayed) send(response, message, loopId)
  }
  replaying = false
}

async function replayFrom(app: App, response: ServerResponse, loopId: string | undefined, start: number): Promise<number> {
  let last = start
  while (!response.destroyed) {
    const changes = await app.store.changesSince(last, REPLAY_BATCH)
    if (changes.length === 0) return last
    for (const { eventId, events, attempts, summary, reset } of changes) {
      const data: Change = { loop: summary, events: [...events], entries: attempts.map(entryOf), reset }
      last = Math.max(last, eventId)
      send(response, { type: 'change', id: eventId, data }, loopId)
    }
  }
  return last
}

function send(response: ServerResponse, message: LiveMessage, loopId: string | undefined): void {
  const about = message.type === 'change' ? message.data.loop.loop_id : message.data.loop_id
  if (loopId !== undefined && about !== loopId) return
  if (response.writableLength > MAX_BACKLOG_BYTES) {
    response.destroy()
    return
  }
  const id = message.type === 'change' ? `id: ${message.id}\n` : ''
  response.write(`${id}event: ${message.type}\ndata: ${stringifyJson(message.data)}\n\n`)
}
