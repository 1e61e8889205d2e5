import { afterEach, expect, test } from 'vitest'
import sharp from 'sharp'
import { join } from 'node:path'
import { mountSmallDisk, type SmallDisk } from './support/disk.ts'
import { startProcess, type RunningProgram } from './support/process.ts'

let disk: SmallDisk | undefined
let program: RunningProgram | undefined

afterEach(async () => {
  await program?.stop()
  await disk?.remove()
})

const TUS = { 'tus-resumable': '1.0.0' }
const PIECE = { ...TUS, 'content-type': 'application/offset+octet-stream' }

const create = (bytes: number): Promise<Response> => fetch(`${program!.url}/lemouf/media/uploads`, { method: 'POST', headers: { ...TUS, 'upload-length': String(bytes) } })
const codeOf = async (answer: Response): Promise<[number, string]> => [answer.status, ((await answer.json()) as { error: { code: string } }).error.code]

test('an upload onto a full disk is refused, keeps what fitted, and goes on when there is room', async (context) => {
  disk = await mountSmallDisk(64)
  if (disk === undefined) return context.skip()
  program = await startProcess(join(disk.path, 'data'))
  expect(await codeOf(await create(2 ** 30))).toEqual([507, 'disk_full'])

  const pixels = Buffer.from(Array.from({ length: 900 * 900 * 3 }, (_unused, index) => (Math.imul(index ^ (index >>> 7), 2_654_435_761) >>> 21) & 255))
  const picture = await sharp(pixels, { raw: { width: 900, height: 900, channels: 3 } }).png({ compressionLevel: 0 }).toBuffer()
  const url = program.url + (await create(picture.length)).headers.get('location')!
  const first = await fetch(url, { method: 'PATCH', headers: { ...PIECE, 'upload-offset': '0' }, body: new Uint8Array(picture.subarray(0, 100_000)) })
  expect(first.status).toBe(204)
  await disk.fill()
  expect(await codeOf(await fetch(url, { method: 'PATCH', headers: { ...PIECE, 'upload-offset': '100000' }, body: new Uint8Array(picture.subarray(100_000)) }))).toEqual([507, 'disk_full'])
  await disk.free()
  const offset = Number((await fetch(url, { method: 'HEAD', headers: TUS })).headers.get('upload-offset'))
  expect(offset).toBeGreaterThanOrEqual(100_000)
  const last = await fetch(url, { method: 'PATCH', headers: { ...PIECE, 'upload-offset': String(offset) }, body: new Uint8Array(picture.subarray(offset)) })
  expect(last.status).toBe(204)
  const kept = await fetch(`${program.url}/lemouf/media/${last.headers.get('lemouf-media')}`)
  expect(Buffer.from(await kept.arrayBuffer()).equals(picture)).toBe(true)
})
