import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createClient } from '@lemouf/core/protocol'
import type { Session } from './connect.ts'
import { followFeed, type FeedNews } from './live-feed.ts'
import { change, entry } from './loop.fixture.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server whose feed breaks as the test says: one answer a connection. */
async function serverWith(answers: ((request: IncomingMessage, response: ServerResponse) => void)[]): Promise<Session> {
  server = createServer((request, response) => {
    const answer = answers.shift()
    if (answer === undefined) response.destroy()
    else answer(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { base, token: 'secret', client: createClient({ base, fetch }), dataDir: undefined, again: '', own: false }
}

const hello = (id: number, startedAt = 1): string => `event: hello\ndata: {"last_event_id": ${id}, "server_started_at": ${startedAt}}\n\n`
const changed = (id: number, seq: number): string => `id: ${id}\nevent: change\ndata: ${JSON.stringify(change({ seq }, [entry(0, 0)]))}\n\n`

async function take(session: Session, count: number): Promise<FeedNews[]> {
  const line = new AbortController()
  const news: FeedNews[] = []
  for await (const one of followFeed(session, 'loop', line.signal)) {
    news.push(one)
    if (news.length === count) line.abort()
  }
  return news
}

test('takes a broken line up where it broke, and reads anew only what it missed', async () => {
  const asked: unknown[] = []
  const answer = (...text: string[]) => (request: IncomingMessage, response: ServerResponse): void => {
    asked.push([request.url, request.headers.authorization, request.headers['last-event-id']])
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    // A cut in the middle of an answer, as a server that is killed makes it.
    response.write(text.join(''), () => setImmediate(() => response.destroy()))
  }
  const session = await serverWith([answer(hello(4), changed(7, 2)), answer(hello(7), changed(9, 3)), answer(hello(9, 2), ': \n\n')])
  const news = await take(session, 4)
  expect(news.map((one) => (one.type === 'change' ? one.change.loop.seq : one.type))).toEqual(['began', 2, 3, 'began'])
  expect(asked).toEqual([['/lemouf/events?loop_id=loop', 'Bearer secret', undefined], ['/lemouf/events?loop_id=loop', 'Bearer secret', '7'], ['/lemouf/events?loop_id=loop', 'Bearer secret', '9']])
})

test('a refusal is not tried again', async () => {
  const session = await serverWith([(_request, response) => response.writeHead(401).end('{"error": {"code": "token_required", "message": "This server asks for its token."}}')])
  await expect(take(session, 1)).rejects.toThrow('This server asks for its token.')
})
