import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

const TUS = { 'tus-resumable': '1.0.0' }
const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' }
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const picture = (colour: string): Promise<Buffer> => sharp({ create: { width: 300, height: 200, channels: 3, background: colour } }).png().toBuffer()
const sha1 = (bytes: Buffer): string => `sha1 ${createHash('sha1').update(bytes).digest('base64')}`

async function create(bytes: number, filename = 'a.png', headers: Record<string, string> = TUS): Promise<Response> {
  return fetch(`${studio.url}/lemouf/media/uploads`, { method: 'POST', headers: { ...headers, 'upload-length': String(bytes), 'upload-metadata': `filename ${base64(filename)}` } })
}
const at = (response: Response): string => studio.url + response.headers.get('location')!
const patch = (url: string, offset: number, body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'PATCH', headers: { ...PIECE, 'upload-offset': String(offset), ...headers }, body })

test('by the tus protocol: what the server can, a beginning, pieces, how far it is, and the medium', async () => {
  const abilities = await fetch(`${studio.url}/lemouf/media/uploads`, { method: 'OPTIONS' })
  expect([abilities.status, abilities.headers.get('tus-version'), abilities.headers.get('tus-extension'), abilities.headers.get('tus-checksum-algorithm')])
    .toEqual([204, '1.0.0', 'creation,expiration,checksum,termination', 'sha1,sha256'])
  const bytes = await picture('red')
  const created = await create(bytes.length, 'röt.png')
  expect([created.status, created.headers.get('tus-resumable')]).toEqual([201, '1.0.0'])
  expect(Date.parse(created.headers.get('upload-expires')!)).toBeGreaterThan(Date.now())
  const url = at(created)
  const first = await patch(url, 0, bytes.subarray(0, 300), { 'upload-checksum': sha1(bytes.subarray(0, 300)) })
  expect([first.status, first.headers.get('upload-offset'), first.headers.get('lemouf-media')]).toEqual([204, '300', null])
  await studio.restart()
  const again = studio.url + new URL(url).pathname
  const head = await fetch(again, { method: 'HEAD', headers: TUS })
  expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length'), head.headers.get('cache-control')]).toEqual([200, '300', String(bytes.length), 'no-store'])
  const last = await patch(again, 300, bytes.subarray(300))
  const media = last.headers.get('lemouf-media')!
  expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(bytes.length)])
  expect((await fetch(again, { method: 'HEAD', headers: TUS })).headers.get('lemouf-media')).toBe(media)
  expect(await studio.call('getMediaInfo', { params: { id: media } })).toMatchObject({ filename: 'röt.png', kind: 'image', missing: false, contents: { image: { width: 300, height: 200 } } })
  expect(Buffer.from(await (await fetch(`${studio.url}/lemouf/media/${media}`)).arrayBuffer()).equals(bytes)).toBe(true)
})

test('what is wrong has the status of the protocol and a sentence', async () => {
  const bytes = await picture('blue')
  const url = at(await create(bytes.length))
  const refusal = async (answer: Response): Promise<[number, string]> => [answer.status, ((await answer.json()) as { error: { code: string } }).error.code]
  expect(await refusal(await create(10, 'a.png', {}))).toEqual([412, 'upload_version_unknown'])
  expect(await refusal(await create(2 ** 45))).toEqual([413, 'upload_too_large'])
  expect(await refusal(await patch(url, 5, bytes))).toEqual([409, 'upload_offset_wrong'])
  expect(await refusal(await patch(url, 0, bytes, { 'upload-checksum': sha1(Buffer.from('other')) }))).toEqual([460, 'upload_damaged'])
  expect(await refusal(await patch(url, 0, bytes, { 'upload-checksum': 'md5 abc' }))).toEqual([400, 'request_invalid'])
  expect(await refusal(await patch(url, 0, bytes, { 'content-type': 'application/json' }))).toEqual([400, 'json_malformed'])
  expect(await refusal(await patch(`${studio.url}/lemouf/media/uploads/none`, 0, bytes))).toEqual([404, 'upload_not_found'])
  expect((await fetch(url, { method: 'DELETE', headers: TUS })).status).toBe(204)
  expect((await fetch(url, { method: 'HEAD', headers: TUS })).status).toBe(404)
  const words = at(await create(5, 'film.mp4'))
  expect(await refusal(await patch(words, 0, Buffer.from('words')))).toEqual([415, 'media_unsupported'])
  expect((await fetch(words, { method: 'HEAD', headers: TUS })).status).toBe(404)
})

test('a page of another site cannot begin one', async () => {
  const answer = await fetch(`${studio.url}/lemouf/media/uploads`, { method: 'POST', headers: { ...TUS, origin: 'http://evil.example', 'upload-length': '3' } })
  expect(answer.status).toBe(403)
})
