import { readdir, readFile, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { startRig, type Anything, type Rig } from '../testing/fixture.ts'

async function upload(rig: Rig, path: string, content: string | Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}): Promise<Anything> {
  const form = new FormData()
  form.set('image', new Blob([content]), name)
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  const response = await fetch(rig.engine.url + path, { method: 'POST', body: form })
  return { status: response.status, ...((await response.json()) as object) }
}

test('takes a file into the input folder', async () => {
  const rig = await startRig()
  expect(await upload(rig, '/upload/image', 'one', 'a.png')).toEqual({ status: 200, name: 'a.png', subfolder: '', type: 'input' })
  expect(await readFile(join(rig.dataDir, 'input', 'a.png'), 'utf8')).toBe('one')
  expect(await readdir(join(rig.dataDir, 'temp', '.uploads'))).toEqual([])
})

test('a taken name becomes another one, unless the bytes are the same', async () => {
  const rig = await startRig()
  const name = async (content: string, fields?: Record<string, string>): Promise<string> => (await upload(rig, '/api/upload/image', content, 'a.png', fields)).name
  expect(await name('one')).toBe('a.png')
  expect(await name('one')).toBe('a.png')
  expect(await name('two')).toBe('a (1).png')
  expect(await name('six')).toBe('a (2).png')
  expect(await name('two')).toBe('a (1).png')
  expect(await name('new', { overwrite: 'true' })).toBe('a.png')
  expect(await readFile(join(rig.dataDir, 'input', 'a.png'), 'utf8')).toBe('new')
  expect((await readdir(join(rig.dataDir, 'input'))).toSorted()).toEqual(['a (1).png', 'a (2).png', 'a.png'])
})

test('goes to the folder that the form names, and to no other', async () => {
  const rig = await startRig()
  expect(await upload(rig, '/upload/image', 'x', 'a.png', { type: 'temp', subfolder: 'deep/er' })).toMatchObject({ name: 'a.png', subfolder: 'deep/er', type: 'temp' })
  expect(await readFile(join(rig.dataDir, 'temp', 'deep', 'er', 'a.png'), 'utf8')).toBe('x')
  for (const subfolder of ['..', '../../x', '/etc', 'a/../../..']) expect((await upload(rig, '/upload/image', 'x', 'a.png', { subfolder })).status).toBe(400)
  expect((await upload(rig, '/upload/image', 'x', 'a.png', { type: 'models' })).status).toBe(400)
  expect((await upload(rig, '/upload/image', 'x', '..')).status).toBe(400)
  // A browser sends no folders in a name; from others only the last part counts.
  expect((await upload(rig, '/upload/image', 'x', '../../evil.png')).name).toBe('evil.png')
  expect((await readdir(rig.dataDir)).toSorted()).toEqual(['input', 'output', 'temp'])
})

test('a form without a file, or no form, is refused', async () => {
  const rig = await startRig()
  const form = new FormData()
  form.set('type', 'input')
  expect((await fetch(`${rig.engine.url}/upload/image`, { method: 'POST', body: form })).status).toBe(400)
  expect((await rig.post('/upload/image', 'text')).body.error.code).toBe('request_invalid')
})

test('a file beyond 100 MB is refused, announced or not', async () => {
  const rig = await startRig()
  const send = (headers: Record<string, string>, chunks: Iterable<Uint8Array | string>): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const call = request(
        // A connection of its own: after the first request the engine still waits for a body on it.
        {
          agent: false,
          port: rig.engine.port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/upload/image',
          headers: { 'content-type': 'multipart/form-data; boundary=b', ...headers },
        },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
      // The engine may hang up as soon as it has answered.
      call.on('error', (error) => ('code' in error && error.code === 'EPIPE' ? undefined : reject(error)))
      for (const chunk of chunks) call.write(chunk)
      call.end()
    })
  const head = '--b\r\ncontent-disposition: form-data; name="image"; filename="a.png"\r\n\r\n'
  expect(await send({ 'content-length': '200000000' }, [])).toBe(413)
  const megabytes = Array.from({ length: 101 }, () => Buffer.alloc(1024 * 1024))
  expect(await send({}, [head, ...megabytes, '\r\n--b--\r\n'])).toBe(413)
  expect(await readdir(join(rig.dataDir, 'input'))).toEqual([])
})

test('a mask becomes the alpha of its original, which keeps its workflow', async () => {
  const rig = await startRig()
  const original = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#102030' } }).withExif({ IFD0: { ImageDescription: 'kept' } }).png().toBuffer()
  await writeFile(join(rig.dataDir, 'output', 'o.png'), original)
  const alpha = Uint8Array.of(0, 0, 0, 10, 0, 0, 0, 20, 0, 0, 0, 30, 0, 0, 0, 40)
  const mask = new Uint8Array(await sharp(alpha, { raw: { width: 2, height: 2, channels: 4 } }).png().toBuffer())
  const answer = await upload(rig, '/upload/mask', mask, 'masked.png', { original_ref: JSON.stringify({ filename: 'o.png', type: 'output' }) })
  expect(answer).toEqual({ status: 200, name: 'masked.png', subfolder: '', type: 'input' })
  const masked = sharp(join(rig.dataDir, 'input', 'masked.png'))
  expect([...(await masked.clone().raw().toBuffer())]).toEqual([16, 32, 48, 10, 16, 32, 48, 20, 16, 32, 48, 30, 16, 32, 48, 40])
  expect((await masked.metadata()).exif?.includes('kept')).toBe(true)

  const refs = [{ filename: '../input/masked.png' }, { filename: 'none.png' }, {}]
  for (const ref of refs) expect((await upload(rig, '/upload/mask', mask, 'm.png', { original_ref: JSON.stringify(ref) })).status).toBeGreaterThanOrEqual(400)
  expect((await upload(rig, '/upload/mask', 'no picture', 'm.png', { original_ref: '{"filename": "o.png"}' })).error.code).toBe('media_unsupported')
})
