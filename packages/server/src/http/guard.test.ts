import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProgram } from '../program.ts'
import { openTestStudio, type TestStudio } from '../testing/studio.ts'

let open: TestStudio
let guarded: TestStudio
beforeAll(async () => {
  open = await openTestStudio()
  guarded = await openTestStudio({ token: 'secret' })
})
afterAll(async () => {
  await open.close()
  await guarded.close()
})

/** The status of a request with exactly these headers, which `fetch` would not send. */
function status(studio: TestStudio, headers: Record<string, string>, path = '/lemouf/loop/list', method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(studio.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('answers only to names of this machine', async () => {
  const { port } = new URL(open.url)
  expect(await status(open, { host: `127.0.0.1:${port}` })).toBe(200)
  expect(await status(open, { host: `localhost:${port}` })).toBe(200)
  expect(await status(open, { host: `rebound.example:${port}` })).toBe(403)
  expect(await status(open, { host: `127.0.0.1.evil.example:${port}` })).toBe(403)
})

test('refuses pages of other origins, also the opaque one', async () => {
  const { host, port } = new URL(open.url)
  expect(await status(open, { host, origin: `http://${host}` })).toBe(200)
  for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${port}.evil.example`, `http://127.0.0.1:${Number(port) + 1}`]) {
    expect(await status(open, { host, origin })).toBe(403)
  }
  expect(await status(open, { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403)
  expect(await status(open, { host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, '/lemouf/openapi.json')).toBe(200)
})

test('with a token asks for it, as bearer, in the address or in the cookie that the address sets', async () => {
  const { host } = new URL(guarded.url)
  expect(await status(guarded, { host })).toBe(401)
  expect(await status(guarded, { host, authorization: 'Bearer wrong' })).toBe(401)
  expect(await status(guarded, { host, authorization: 'Bearer secret' })).toBe(200)
  expect(await status(guarded, { host, cookie: 'lemouf_token=%E0%A4%A' })).toBe(401)
  const first = await fetch(`${guarded.url}/lemouf/loop/list?token=secret`)
  const cookie = first.headers.get('set-cookie') ?? ''
  expect(cookie).toContain('HttpOnly; SameSite=Strict')
  expect(await status(guarded, { host, cookie: cookie.split(';')[0] ?? '' })).toBe(200)
})

test('does not listen beyond this machine without a token', async () => {
  const options = { host: '0.0.0.0', port: 0, token: undefined, comfy: [], workflows: undefined, log: undefined as never, dataDir: open.dataDir }
  await expect(startProgram(options)).rejects.toMatchObject({ code: 'address_needs_token' })
})

test('an upload needs a page of ours or the header that plain forms cannot send', async () => {
  const form = (): FormData => {
    const data = new FormData()
    data.set('loop_id', 'any')
    data.set('file', new Blob(['GIF89a']), 'a.gif')
    return data
  }
  const send = (headers: Record<string, string>) => fetch(`${open.url}/lemouf/loop/media_cache`, { method: 'POST', headers, body: form() })
  expect((await send({})).status).toBe(403)
  expect((await send({ 'x-lemouf-upload': '1' })).status).not.toBe(403)
})
