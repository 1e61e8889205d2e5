import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unwrap } from '@lemouf/core/result'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dataDir } from '../store/data-dir.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { openMediaStore, type MediaFacts, type MediaStore } from './media-store.ts'

const facts = (more: Partial<MediaFacts> = {}): MediaFacts => ({ filename: 'a.png', maxBytes: 2 ** 20, ...more })

let root: string
let store: Store
let media: MediaStore

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-media-'))
  store = await openStore(root)
  media = await openMediaStore(root, store)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true })
})

test('bytes come back as they went in, however they were cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 })), async (chunks) => {
      const row = unwrap(await media.put(streamOf(chunks), facts({ filename: 'x.bin' })))
      expect(await media.read(row.id)).toEqual(Buffer.concat(chunks))
      expect(row).toMatchObject({ bytes: Buffer.concat(chunks).length, hash: createHash('sha256').update(Buffer.concat(chunks)).digest('hex') })
    }),
    { numRuns: 30 },
  )
})

test('equal bytes share a file, and each put has an id that tells nothing', async () => {
  const first = unwrap(await media.put(Buffer.from('same'), facts({ filename: 'one.txt', loopId: 'a' })))
  const second = unwrap(await media.put(Buffer.from('same'), facts({ filename: 'two.txt' })))
  expect(first.id).toMatch(/^[0-9a-f]{32}$/)
  expect(second.id).not.toBe(first.id)
  expect(await media.path(second.id)).toBe(await media.path(first.id))
  expect(await media.row(first.id)).toEqual({ ...first, filename: 'one.txt', loopId: 'a' })
})

test('a damaged file heals when its bytes come again', async () => {
  const row = unwrap(await media.put(Buffer.from('whole'), facts()))
  await writeFile(await media.path(row.id), 'wh')
  unwrap(await media.put(Buffer.from('whole'), facts()))
  expect(String(await media.read(row.id))).toBe('whole')
})

test('what is too large, or breaks off, leaves nothing', async () => {
  expect(await media.put(streamOf([new Uint8Array(600), new Uint8Array(600)]), facts({ maxBytes: 1000 }))).toMatchObject({ ok: false, error: { code: 'upload_too_large', status: 413 } })
  expect(await media.put(new Uint8Array(1000), facts({ maxBytes: 1000 }))).toMatchObject({ ok: true })
  await expect(media.put(breakingOff(), facts())).rejects.toThrow('the sender is gone')
  expect(await readdir(dataDir(root).uploads)).toEqual([])
  expect(await store.findMediaByHash(createHash('sha256').update('half').digest('hex'))).toBeUndefined()
})

test('what a crash left of an upload is gone at the next start', async () => {
  await writeFile(join(dataDir(root).uploads, 'left'), 'half')
  await openMediaStore(root, store)
  expect(await readdir(dataDir(root).uploads)).toEqual([])
})

test('the bytes say what a file is, not its name', async () => {
  const pixel = sharp({ create: { width: 6, height: 4, channels: 3, background: 'red' } })
  const turned = await pixel.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer()
  // The first bytes of each format: GLB 2, RIFF with WAVE, EBML with its document type.
  const glb = Buffer.from('676c54460200000014000000000000004a534f4e', 'hex')
  const sound = Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0', 'latin1')
  const film = Buffer.from('1a45dfa3874282847765626d', 'hex')
  const cases = [
    [await pixel.clone().png().toBuffer(), { kind: 'image', mime: 'image/png', ext: 'png', width: 6, height: 4 }],
    [await pixel.clone().webp().toBuffer(), { kind: 'image', mime: 'image/webp', width: 6, height: 4 }],
    [turned, { kind: 'image', mime: 'image/jpeg', width: 4, height: 6 }],
    [sound, { kind: 'audio', mime: 'audio/wav', width: null }],
    [film, { kind: 'video', mime: 'video/webm' }],
    [glb, { kind: 'model', mime: 'model/gltf-binary' }],
    [Buffer.from(' {"a": [1]}'), { kind: 'file', mime: 'application/json', ext: 'json' }],
    [Buffer.from('{"a": '), { kind: 'file', mime: 'text/plain' }],
    [Buffer.from('ü'.repeat(40_000)), { kind: 'file', mime: 'text/plain', ext: 'txt' }],
    [Buffer.from('<html><script>1</script>'), { kind: 'file', mime: 'text/plain' }],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { kind: 'file' }],
    [Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), { kind: 'file', mime: 'application/octet-stream' }],
    [Buffer.from('%PDF-1.7\n'), { kind: 'file', mime: 'application/octet-stream' }],
    [Buffer.from([0, 1, 2, 255]), { kind: 'file', mime: 'application/octet-stream', ext: 'bin' }],
    [Buffer.alloc(0), { kind: 'file', mime: 'application/octet-stream' }],
  ] as const
  for (const [bytes, expected] of cases) expect(unwrap(await media.put(bytes, facts({ filename: 'declared.png' })))).toMatchObject(expected)
})

test('where a medium is required, other files and broken images are refused with the reason', async () => {
  const broken = (await sharp({ create: { width: 6, height: 4, channels: 3, background: 'red' } }).png().toBuffer()).subarray(0, 20)
  expect(await media.put(broken, facts({ requireMedia: true }))).toMatchObject({ ok: false, error: { code: 'media_unsupported', message: expect.stringContaining('cannot be read') } })
  expect(await media.put(Buffer.from('text'), facts({ requireMedia: true }))).toMatchObject({ ok: false, error: { code: 'media_unsupported' } })
  expect(await media.put(broken, facts())).toMatchObject({ ok: true, value: { kind: 'file' } })
  expect(await readdir(dataDir(root).uploads)).toEqual([])
})

test('a name is kept for people, without folders and control characters', async () => {
  const nameOf = async (filename: string) => unwrap(await media.put(Buffer.from('x'), facts({ filename }))).filename
  expect(await nameOf('../../etc/passwd')).toBe('passwd')
  expect(await nameOf('C:\\temp\\über\u0000\n.png')).toBe('über.png')
  expect(await nameOf('x/')).toBe('unnamed')
  expect(await nameOf(`${'long'.repeat(100)}.png`)).toMatch(/^.{196}\.png$/)
})

test('an unknown id is not found', async () => {
  for (const id of ['', '../lemouf.db', '0'.repeat(32)]) {
    await expect(media.row(id)).rejects.toMatchObject({ code: 'media_not_found' })
    await expect(media.path(id)).rejects.toMatchObject({ code: 'media_not_found' })
    await expect(media.thumb(id, 96)).rejects.toMatchObject({ code: 'media_not_found' })
  }
  const row = unwrap(await media.put(Buffer.from('x'), facts()))
  await rm(await media.path(row.id))
  await expect(media.read(row.id)).rejects.toMatchObject({ code: 'media_not_found', message: expect.stringContaining('missing') })
})

test('thumbnails are upright, of few widths, never enlarged, and made once', async () => {
  const wide = await sharp({ create: { width: 1000, height: 500, channels: 3, background: 'blue' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { id, hash } = unwrap(await media.put(wide, facts()))
  const paths = await Promise.all([100, 100, 150, 192, 2000].map((width) => media.thumb(id, width)))
  expect(new Set(paths).size).toBe(2)
  expect((await readdir(dataDir(root).thumbs)).toSorted()).toEqual([`${hash}-1536.webp`, `${hash}-192.webp`])
  expect(await sharp(paths[0]).metadata()).toMatchObject({ format: 'webp', width: 192, height: 384 })
  expect(await sharp(paths[4]).metadata()).toMatchObject({ width: 500, height: 1000 })
  await writeFile(paths[0]!, 'kept')
  expect(await readFile(await media.thumb(id, 192), 'utf8')).toBe('kept')
})

test('the thumbnail of an animation is its first frame', async () => {
  const frame = (background: string) => sharp({ create: { width: 8, height: 8, channels: 3, background } }).png().toBuffer()
  const animation = await sharp([await frame('red'), await frame('blue')], { join: { animated: true } }).gif().toBuffer()
  const row = unwrap(await media.put(animation, facts()))
  expect(row).toMatchObject({ mime: 'image/gif', width: 8, height: 8 })
  const thumb = sharp(await media.thumb(row.id, 96))
  expect((await thumb.metadata()).pages).toBeUndefined()
  expect((await thumb.stats()).dominant).toMatchObject({ r: 248, b: 8 })
})

test('there is no thumbnail of a broken image or of another medium', async () => {
  const noise = Buffer.from(Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 251))
  const whole = await sharp(noise, { raw: { width: 64, height: 64, channels: 3 } }).png().toBuffer()
  const torn = unwrap(await media.put(whole.subarray(0, whole.length / 2), facts()))
  await expect(media.thumb(torn.id, 96)).rejects.toMatchObject({ code: 'media_unsupported' })
  await expect(media.thumb(torn.id, 96)).rejects.toMatchObject({ code: 'media_unsupported' })
  const text = unwrap(await media.put(Buffer.from('text'), facts()))
  await expect(media.thumb(text.id, 96)).rejects.toMatchObject({ code: 'media_unsupported' })
})

/** A second of a test film or sound, as ffmpeg makes it. */
async function recorded(source: string, format: string, more: readonly string[] = []): Promise<Buffer> {
  const file = join(root, `source.${format}`)
  await promisify(execFile)(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...more, file])
  return readFile(file)
}

test('a film has a frame of it as its thumbnail, however short it is, made once for all widths', async () => {
  for (const seconds of [1, 0.1]) {
    const film = await recorded(`color=c=red:s=320x180:r=10:d=${seconds}`, 'mp4', ['-y', '-pix_fmt', 'yuv420p'])
    const row = unwrap(await media.put(film, facts({ filename: 'film.mp4' })))
    const [small, large] = await Promise.all([media.thumb(row.id, 96), media.thumb(row.id, 384)])
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 96, height: 54 })
    expect(await sharp(large).metadata()).toMatchObject({ width: 320, height: 180 })
    expect((await sharp(large).stats()).dominant).toMatchObject({ r: 248, g: 8, b: 8 })
    expect((await readdir(dataDir(root).thumbs)).filter((name) => name.startsWith(row.hash))).toHaveLength(3)
  }
})

test('a sound has its shape as its thumbnail', async () => {
  const row = unwrap(await media.put(await recorded('sine=frequency=440:duration=1', 'wav'), facts({ filename: 'a.wav' })))
  const { channels } = await sharp(await media.thumb(row.id, 384)).stats()
  expect(channels[3]!.max).toBe(255)
  expect(channels[3]!.min).toBe(0)
})

test('what only begins like a film has no thumbnail', async () => {
  const film = await recorded('color=c=red:s=320x180:r=10:d=1', 'mp4', ['-pix_fmt', 'yuv420p'])
  const row = unwrap(await media.put(film.subarray(0, 64), facts({ filename: 'film.mp4' })))
  expect(row.kind).toBe('video')
  await expect(media.thumb(row.id, 96)).rejects.toMatchObject({ code: 'media_unsupported' })
})

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

async function* breakingOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half')
  throw new Error('the sender is gone')
}
