import { createServer, request, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

/** An HTTP and WebSocket proxy before an engine that notes when each prompt arrives. */
export interface WatchingProxy {
  readonly url: string
  /** Milliseconds on the clock of `performance.now()`, in order of arrival. */
  readonly posts: readonly number[]
  close(): void
}

export async function openProxy(engine: string): Promise<WatchingProxy> {
  const { hostname, port } = new URL(engine)
  const posts: number[] = []
  const upstream = (incoming: IncomingMessage) => ({ hostname, port, path: incoming.url, method: incoming.method, headers: { ...incoming.headers, host: `${hostname}:${port}` } })
  const server = createServer((incoming, outgoing) => {
    if (incoming.method === 'POST' && incoming.url === '/prompt') posts.push(performance.now())
    const forwarded = request(upstream(incoming), (answer) => {
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
    posts,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
