import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { startRig, type Rig } from '../testing/fixture.ts'

const view = (rig: Rig, query: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${rig.engine.url}/view?${new URLSearchParams(query).toString()}`, { headers })

async function withPicture(): Promise<Rig> {
  const rig = await startRig()
  const picture = await sharp({ create: { width: 4, height: 2, channels: 4, background: { r: 200, g: 100, b: 50, alpha: 0.5 } } }).png().toBuffer()
  await mkdir(join(rig.dataDir, 'output', 'sub'))
  await writeFile(join(rig.dataDir, 'output', 'sub', 'a.png'), picture)
  await writeFile(join(rig.dataDir, 'output', 'page.html'), '<script>')
  await writeFile(join(rig.dataDir, 'output', 'drawing.svg'), '<svg/>')
  await writeFile(join(rig.dataDir, 'input', 'é"x.mp3'), '0123456789')
  return rig
}

test('shows known media and never lets a browser guess', async () => {
  const rig = await withPicture()
  const response = await view(rig, { filename: 'a.png', subfolder: 'sub' })
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="a.png"; filename*=UTF-8''a.png`)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  const sound = await view(rig, { filename: 'é"x.mp3', type: 'input' })
  expect(sound.headers.get('content-disposition')).toBe(`inline; filename="__x.mp3"; filename*=UTF-8''%C3%A9%22x.mp3`)
  expect(await (await view(rig, { filename: 'é"x.mp3 [input]' })).text()).toBe('0123456789')
})

test('hands out anything else as a download', async () => {
  const rig = await withPicture()
  for (const filename of ['page.html', 'drawing.svg']) {
    const response = await view(rig, { filename })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/)
  }
})

test('gives parts of a file, so that players can seek', async () => {
  const rig = await withPicture()
  const part = async (range: string): Promise<[number, string | null, string]> => {
    const response = await view(rig, { filename: 'é"x.mp3', type: 'input' }, { range })
    return [response.status, response.headers.get('content-range'), await response.text()]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await part('bytes=5-99')).toEqual([206, 'bytes 5-9/10', '56789'])
  expect(await part('bytes=10-')).toEqual([416, 'bytes */10', ''])
  for (const odd of ['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-']) expect((await part(odd))[0]).toBe(200)
  const first = await view(rig, { filename: 'é"x.mp3', type: 'input' })
  const again = await view(rig, { filename: 'é"x.mp3', type: 'input' }, { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
})

test('makes previews and splits channels', async () => {
  const rig = await withPicture()
  const image = async (query: Record<string, string>): Promise<Sharp> =>
    sharp(Buffer.from(await (await view(rig, { filename: 'a.png', subfolder: 'sub', ...query })).arrayBuffer()))
  expect(await (await image({ preview: 'webp;80' })).metadata()).toMatchObject({ format: 'webp', hasAlpha: true })
  expect(await (await image({ preview: 'jpeg;50', channel: 'rgb' })).metadata()).toMatchObject({ format: 'jpeg' })
  expect(await (await image({ preview: 'tiff' })).metadata()).toMatchObject({ format: 'webp' })
  expect([...(await (await image({ channel: 'rgb' })).raw().toBuffer()).subarray(0, 3)]).toEqual([200, 100, 50])
  expect([...(await (await image({ channel: 'a' })).raw().toBuffer()).subarray(0, 4)]).toEqual([0, 0, 0, 128])
  expect((await view(rig, { filename: 'page.html', preview: 'webp' })).status).toBe(415)
})

test('shows nothing outside its folders', async () => {
  const rig = await withPicture()
  const status = async (query: Record<string, string>): Promise<number> => (await view(rig, query)).status
  expect(await status({ filename: '../input/x' })).toBe(400)
  expect(await status({ filename: '/etc/passwd' })).toBe(400)
  expect(await status({ filename: 'a.png', type: 'models' })).toBe(400)
  expect(await status({})).toBe(400)
  expect(await status({ filename: 'passwd', subfolder: '../../../../../../etc' })).toBe(403)
  expect(await status({ filename: 'passwd', subfolder: '/etc' })).toBe(403)
  expect(await status({ filename: 'a\0.png' })).toBe(403)
  expect(await status({ filename: 'sub' })).toBe(404)
  expect(await status({ filename: 'none.png' })).toBe(404)
})
