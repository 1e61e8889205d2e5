import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { answerErrors } from './errors.ts'
import { guard } from './guard.ts'
import { pageOrigins } from './origins.ts'

const HOST = '127.0.0.1:8190'
const COMFY = 'http://127.0.0.1:8188'

let server: FastifyInstance | undefined
afterEach(() => server?.close())

/** A guarded server with one route that reads and one that writes. */
function guarded(origins: () => readonly string[], token?: string): FastifyInstance {
  server = fastify()
  answerErrors(server)
  guard(server, { host: '127.0.0.1', token }, origins)
  server.get('/lemouf/thing', () => ({ ok: true }))
  server.post('/lemouf/thing', () => ({ ok: true }))
  return server
}

const ask = (on: FastifyInstance, headers: Record<string, string>, method: 'GET' | 'POST' | 'OPTIONS' = 'GET', url = '/lemouf/thing') =>
  on.inject({ method, url, headers: { host: HOST, ...headers } })

test('a page of a ComfyUI that was given may ask and read, from another site too; any other page may not', async () => {
  const on = guarded(() => pageOrigins([COMFY]))
  for (const origin of [COMFY, 'http://localhost:8188', 'http://[::1]:8188']) {
    const answer = await ask(on, { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, 'POST')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  }
  for (const origin of ['http://127.0.0.1:8189', 'https://127.0.0.1:8188', 'http://127.0.0.1:8188.evil.example', 'http://evil.example', 'null']) {
    const answer = await ask(on, { origin, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' })
    expect(answer.statusCode).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  }
})

test('an embedded picture of a cross-site page names its origin, or is refused', async () => {
  const on = guarded(() => [COMFY])
  expect((await ask(on, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' })).statusCode).toBe(403)
  expect((await ask(on, { origin: COMFY, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'image' })).statusCode).toBe(200)
})

test('what a browser keeps for one kind of page is not used for another', async () => {
  const on = guarded(() => [COMFY])
  for (const headers of [{}, { origin: COMFY }, { origin: `http://${HOST}` }]) expect((await ask(on, headers)).headers['vary']).toBe('Origin')
})

test('a browser that asks beforehand hears what may be sent; it asks without a token, and for pages of others it hears nothing', async () => {
  const on = guarded(() => [COMFY], 'secret')
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type', 'access-control-request-private-network': 'true' }
  const answer = await ask(on, { origin: COMFY, ...asked }, 'OPTIONS')
  expect(answer.statusCode).toBe(204)
  expect(answer.headers).toMatchObject({ 'access-control-allow-origin': COMFY, 'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE', 'access-control-allow-private-network': 'true', vary: 'Origin' })
  for (const name of ['authorization', 'content-type', 'idempotency-key', 'x-lemouf-actor']) expect(answer.headers['access-control-allow-headers']).toContain(name)
  const other = await ask(on, { origin: 'https://evil.example', ...asked }, 'OPTIONS')
  expect(other.statusCode).toBe(403)
  expect(other.headers['access-control-allow-private-network']).toBeUndefined()
})

test('a guest needs the token like anybody, reads why it was refused, and gets no cookie', async () => {
  const on = guarded(() => [COMFY], 'secret')
  const refused = await ask(on, { origin: COMFY })
  expect(refused.statusCode).toBe(401)
  expect(refused.headers['access-control-allow-origin']).toBe(COMFY)
  expect((await ask(on, { origin: COMFY, authorization: 'Bearer secret' })).statusCode).toBe(200)
  const inAddress = await ask(on, { origin: COMFY }, 'GET', '/lemouf/thing?token=secret')
  expect(inAddress.statusCode).toBe(200)
  expect(inAddress.headers['set-cookie']).toBeUndefined()
  expect((await ask(on, {}, 'GET', '/lemouf/thing?token=secret')).headers['set-cookie']).toContain('HttpOnly')
})

test('servers that come and go while it runs count from then on', async () => {
  let urls: readonly string[] = []
  const on = guarded(() => pageOrigins(urls))
  expect((await ask(on, { origin: 'https://gpu.example:8443' })).statusCode).toBe(403)
  urls = ['https://gpu.example:8443/comfy', '']
  expect((await ask(on, { origin: 'https://gpu.example:8443' })).statusCode).toBe(200)
  expect((await ask(on, { origin: 'https://gpu.example' })).statusCode).toBe(403)
  urls = []
  expect((await ask(on, { origin: 'https://gpu.example:8443' })).statusCode).toBe(403)
})
