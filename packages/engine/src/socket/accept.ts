import { randomUUID } from 'node:crypto'
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Worker } from '../executor/worker.ts'
import { refuseForeign } from '../http/guard.ts'
import type { Clients } from './clients.ts'

const LARGEST_MESSAGE = 1024 * 1024

/** Lets clients connect at `/ws` and `/api/ws`; each gets the queue's state first and, if its prompt runs, the node at work. */
export function acceptSockets(server: Server, clients: Clients, worker: Worker): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = URL.parse(request.url ?? '', 'http://engine')
    if (url?.pathname !== '/ws' && url?.pathname !== '/api/ws') return refuse(socket, 404)
    const foreign = refuseForeign(request.headers)
    if (foreign !== undefined) return refuse(socket, foreign.status)
    sockets.handleUpgrade(request, socket, head, (connection) => {
      const chosen = url.searchParams.get('clientId') ?? ''
      const id = chosen === '' ? randomUUID().replaceAll('-', '') : chosen
      clients.add(id, connection)
      clients.send(id, 'status', { status: worker.remaining, sid: id })
      const node = worker.currentNodeFor(id)
      if (node !== undefined) clients.send(id, 'executing', { node })
    })
  })
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
