import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { unwrap } from '@lemouf/core/result'
import fastify, { type FastifyInstance } from 'fastify'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { openMediaStore, type MediaStore } from './media-store.ts'
import { registerMedia } from './serve.ts'

let root: string
let store: Store
let media: MediaStore
let app: FastifyInstance
let address: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-serve-'))
  store = await openStore(root)
  media = await openMediaStore(root, store)
  app = fastify()
  app.setErrorHandler((error, _request, reply) => (error instanceof AppError ? reply.code(error.status).send({ code: error.code }) : reply.send(error)))
  registerMedia(app, media)
  // A real connection: lengths and empty bodies are checked by the client.
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(async () => {
  await app.close()
  await store.close()
  await rm(root, { recursive: true })
})

const put = async (bytes: Uint8Array, filename: string) => unwrap(await media.put(bytes, { filename, maxBytes: 2 ** 20 }))
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(`${address}/lemouf/media/${path}`, { method, headers })
const picture = () => sharp({ create: { width: 400, height: 200, channels: 3, background: 'green' } }).png().toBuffer()

test('a picture is shown, cached for good, and cannot act as a page', async () => {
  const bytes = await picture()
  const { id, hash } = await put(bytes, 'grün "1".png')
  const response = await get(id)
  expect(response.status).toBe(200)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(bytes.length),
    'content-disposition': `inline; filename="gr_n _1_.png"; filename*=UTF-8''gr%C3%BCn%20%221%22.png`,
    'cache-control': expect.stringContaining('immutable'),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'accept-ranges': 'bytes',
    etag: `"${hash}"`,
  })
})

test.each(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', '<!doctype html><script>alert(1)</script>', '<?xml version="1.0"?><html/>', '{"a": 1}'])('%s is only downloaded', async (text) => {
  const { id } = await put(Buffer.from(text), 'picture.svg')
  const { headers } = await get(id)
  expect(headers.get('content-disposition')).toMatch(/^attachment;/)
  expect(headers.get('content-type')).toMatch(/^(text\/plain|application\/(octet-stream|json))/)
})

test('parts are sent as asked for', async () => {
  const { id, hash } = await put(Buffer.from('0123456789'), 'digits')
  const part = await get(id, { range: 'bytes=2-4' })
  expect([part.status, part.headers.get('content-range'), part.headers.get('content-length'), await part.text()]).toEqual([206, 'bytes 2-4/10', '3', '234'])
  expect(await (await get(id, { range: 'bytes=-2' })).text()).toBe('89')
  expect(await (await get(id, { range: 'bytes=7-' })).text()).toBe('789')
  const beyond = await get(id, { range: 'bytes=10-' })
  expect([beyond.status, beyond.headers.get('content-range'), await beyond.text()]).toEqual([416, 'bytes */10', ''])
  expect((await get(id, { range: 'bytes=0-1,4-5' })).status).toBe(200)
  expect((await get(id, { range: 'bytes=0-1', 'if-range': `"${hash}"` })).status).toBe(206)
  expect((await get(id, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
})

test('what a client has is not sent again', async () => {
  const { id, hash } = await put(Buffer.from('0123456789'), 'digits')
  for (const tag of [`"${hash}"`, `W/"${hash}"`, `"other", "${hash}"`, '*']) {
    const response = await get(id, { 'if-none-match': tag })
    expect([response.status, await response.text()]).toEqual([304, ''])
  }
  expect((await get(id, { 'if-none-match': '"other"' })).status).toBe(200)
})

test('HEAD tells the same without the bytes', async () => {
  const { id } = await put(Buffer.from('0123456789'), 'digits')
  const whole = await get(id, {}, 'HEAD')
  expect([whole.status, whole.headers.get('content-length'), whole.headers.get('content-type'), await whole.text()]).toEqual([200, '10', 'text/plain', ''])
  const part = await get(id, { range: 'bytes=0-3' }, 'HEAD')
  expect([part.status, part.headers.get('content-length')]).toEqual([206, '4'])
})

test('an empty file is an empty answer', async () => {
  const { id } = await put(Buffer.alloc(0), 'empty')
  const response = await get(id)
  expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([200, '0', ''])
})

test('thumbnails come in a few widths', async () => {
  const { id, hash } = await put(await picture(), 'a.png')
  const response = await get(`${id}/thumb?w=100`)
  expect(response.headers.get('etag')).toBe(`"${hash}-192"`)
  expect(response.headers.get('content-type')).toBe('image/webp')
  expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'webp', width: 192 })
  expect((await get(`${id}/thumb`)).headers.get('etag')).toBe(`"${hash}-384"`)
  for (const width of ['0', '-1', '1.5', 'x']) expect((await get(`${id}/thumb?w=${width}`)).status).toBe(400)
})

test('unknown media and lost files are not found', async () => {
  expect(await (await get('0'.repeat(32))).json()).toEqual({ code: 'media_not_found' })
  expect((await get('..%2f..%2flemouf.db')).status).toBe(404)
  const { id } = await put(Buffer.from('x'), 'x')
  await rm(await media.path(id))
  expect((await get(id)).status).toBe(404)
})

test.runIf(process.platform === 'linux')('a client that leaves in the middle closes the file', async () => {
  const { id } = unwrap(await media.put(new Uint8Array(20_000_000), { filename: 'zeros', maxBytes: 2 ** 30 }))
  const path = await media.path(id)
  const abort = new AbortController()
  const response = await fetch(`${address}/lemouf/media/${id}`, { signal: abort.signal })
  await response.body!.getReader().read()
  expect(await openFiles()).toContain(path)
  abort.abort()
  await expect.poll(openFiles).not.toContain(path)
})

/** Files that this process has open. */
async function openFiles(): Promise<readonly string[]> {
  const links = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`))
  return (await Promise.allSettled(links)).flatMap((link) => (link.status === 'fulfilled' ? link.value : []))
}
