import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { ComfyClient } from './client.ts'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function serve(answer: (response: ServerResponse) => void): Promise<ComfyClient> {
  const server = createServer((_request, response) => answer(response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return new ComfyClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 100_000)
}

test('an endless answer is not read to its end', async () => {
  const client = await serve((response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(10_000)));
    }
    response.on('drain', more)
    more()
  })
  await expect(client.version()).rejects.toMatchObject({ code: 'engine_answer_invalid' })
})

test('a redirect is not followed', async () => {
  const client = await serve((response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end())
  await expect(client.version()).rejects.toMatchObject({ code: 'engine_unavailable' })
})

test('what is not JSON, or not as ComfyUI says it, is told from no answer', async () => {
  const html = await serve((response) => response.end('<html></html>'))
  await expect(html.version()).rejects.toMatchObject({ code: 'engine_answer_invalid' })
  const other = await serve((response) => response.end('{"hello": 1}'))
  await expect(other.queue()).rejects.toMatchObject({ code: 'engine_answer_invalid' })
})
