import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

/** Answers a request itself, and says so, or leaves it to the engine. */
export type Intercept = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/** An HTTP and WebSocket proxy before an engine. */
export interface EngineProxy {
  readonly url: string
  close(): void
}

/** Opens a proxy; `intercept` sees every request first. */
export async function openProxy(engine: string, intercept: Intercept = () => false): Promise<EngineProxy> {
  const { hostname, port } = new URL(engine)
  const server = createServer((incoming, outgoing) => {
    if (intercept(incoming, outgoing)) return
    const headers = { ...incoming.headers, host: `${hostname}:${port}` }
    const forwarded = request({ hostname, port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    forwarded.on('error', () => outgoing.destroy())
    incoming.pipe(forwarded)
  })
  server.on('upgrade', (incoming, socket, head) => {
    const target = connect(Number(port), hostname, () => {
      const headers = Object.entries({ ...incoming.headers, host: `${hostname}:${port}` }).map(([name, value]) => `${name}: ${String(value)}`)
      target.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      target.write(head)
      socket.pipe(target).pipe(socket)
    })
    target.on('error', () => socket.destroy())
    socket.on('error', () => target.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
