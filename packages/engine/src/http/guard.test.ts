import { request } from 'node:http'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startRig, type Rig } from '../testing/fixture.ts'

/** The status of a request with headers that `fetch` would not let through. */
const statusOf = (rig: Rig, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const call = request({ port: rig.engine.port, host: '127.0.0.1', path: '/prompt', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject)
    call.end()
  })

test('answers this machine and its own pages', async () => {
  const rig = await startRig()
  const { port } = rig.engine
  const own = [{}, { host: `localhost:${port}` }, { host: '[::1]' }, { host: '127.9.9.9' }, { host: `localhost:${port}`, origin: `http://localhost:${port}` }]
  for (const headers of own) expect(await statusOf(rig, headers as Record<string, string>)).toBe(200)
  expect(await statusOf(rig, { 'sec-fetch-site': 'same-origin' })).toBe(200)
})

test('refuses other sites and names that were pointed here', async () => {
  const rig = await startRig()
  const { port } = rig.engine
  const foreign = [
    { host: `example.com:${port}` },
    { host: '127.0.0.1.example.com' },
    { host: '192.168.1.5' },
    { origin: 'https://example.com' },
    { origin: 'null' },
    { host: `localhost:${port}`, origin: `http://127.0.0.1:${port}` },
    { host: `localhost:${port}`, origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) expect([headers, await statusOf(rig, headers as Record<string, string>)]).toEqual([headers, 403])
})

test('refuses sockets of other sites', async () => {
  const rig = await startRig()
  const refused = (path: string, origin: string): Promise<string> =>
    new Promise((resolve) => new WebSocket(rig.engine.url.replace('http', 'ws') + path, { origin }).on('error', (error) => resolve(error.message)))
  expect(await refused('/ws', 'https://example.com')).toContain('403')
  expect(await refused('/other', rig.engine.url)).toContain('404')
})
