import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer, type RawData } from 'ws'

/** A proxy before a generating server whose WebSocket is not to be relied upon. HTTP passes as it is. */
export interface FaultyProxy {
  readonly url: string
  /** How many connections were dropped, messages sent twice, and messages sent out of order. */
  readonly done: { dropped: number; doubled: number; moved: number }
  close(): void
}

export interface Faults {
  /** Every so many milliseconds all WebSockets end without a word. */
  readonly dropEveryMs?: number
  /** Messages come twice and in another order, within groups of this size. */
  readonly scramble?: number
}

/** How long a group of messages waits to be complete. */
const GROUP_MS = 30

export async function openFaultyProxy(target: string, { dropEveryMs, scramble }: Faults): Promise<FaultyProxy> {
  const done = { dropped: 0, doubled: 0, moved: 0 }
  const { hostname, port } = new URL(target)
  const server = createServer((incoming, outgoing) => {
    const forwarded = request({ hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (downstream, { url }) => {
    const upstream = new WebSocket(`${target.replace('http', 'ws')}${url}`)
    const deliver = scramble === undefined ? (message: Message) => send(downstream, message) : scrambled(downstream, scramble, done)
    upstream.on('message', (data, isBinary) => deliver({ data, isBinary }))
    for (const [one, other] of [[upstream, downstream], [downstream, upstream]] as const) {
      one.on('close', () => other.terminate())
      one.on('error', () => other.terminate())
    }
  })
  const drops = dropEveryMs === undefined ? undefined : setInterval(() => {
    for (const socket of sockets.clients) {
      socket.terminate()
      done.dropped += 1
    }
  }, dropEveryMs)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    close: () => {
      clearInterval(drops)
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
    },
  }
}

interface Message {
  readonly data: RawData
  readonly isBinary: boolean
}

function send(socket: WebSocket, { data, isBinary }: Message): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(data, { binary: isBinary })
}

/** Holds messages back until a group is together or time is up, and sends it backwards, every second one twice. */
function scrambled(socket: WebSocket, size: number, done: FaultyProxy['done']): (message: Message) => void {
  let group: Message[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (group.length > 1) done.moved += group.length
    for (const [index, message] of group.toReversed().entries()) {
      send(socket, message)
      if (index % 2 !== 0) continue
      send(socket, message)
      done.doubled += 1
    }
    group = []
  }
  return (message) => {
    group.push(message)
    timer ??= setTimeout(flush, GROUP_MS)
    if (group.length >= size) flush()
  }
}
