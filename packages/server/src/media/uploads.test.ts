import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from './desk.fixture.ts'
import { ffmpeg, makeFilm } from './films.fixture.ts'
import { Uploads, type UploadState } from './uploads.ts'

let on: TestDesk
let folder: string
let uploads: Uploads

beforeAll(async () => {
  on = await openTestDesk()
  folder = await mkdtemp(join(tmpdir(), 'lemouf-resumable-'))
  uploads = new Uploads(folder, on.media, 50_000_000)
})
afterAll(async () => {
  await on.close()
  await rm(folder, { recursive: true })
})

/** A picture that does not get smaller by packing, of about 12 KB. */
function noise(seed: number): Promise<Buffer> {
  let state = Math.imul(seed, 2_654_435_761) | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 255
  }
  return sharp(Buffer.from(Array.from({ length: 64 * 64 * 3 }, next)), { raw: { width: 64, height: 64, channels: 3 } }).png().toBuffer()
}

/** Bytes in pieces; a line that breaks after so many. */
async function* pieces(bytes: Buffer, size: number, breakAfter = Infinity): AsyncGenerator<Buffer> {
  const whole = bytes.subarray(0, breakAfter)
  for (let from = 0; from < whole.length; from += size) yield whole.subarray(from, from + size)
  if (whole.length < bytes.length) throw new Error('the line broke')
}

const sendAll = async (bytes: Buffer, filename = 'a.png'): Promise<UploadState> => {
  const { id } = await uploads.create({ filename, bytes: bytes.length })
  return uploads.append(id, { offset: 0, source: pieces(bytes, 10_000) })
}

test('broken off anywhere, also by a restart, and gone on with, what arrives is what was sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), fc.array(fc.record({ after: fc.integer({ min: 0, max: 9000 }), restart: fc.boolean() }), { maxLength: 5 }), fc.integer({ min: 1, max: 5000 }), async (seed, breaks, size) => {
      const bytes = await noise(seed)
      let server = uploads
      const { id } = await server.create({ filename: 'noise.png', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
      for (const { after, restart } of breaks) {
        const { offset } = await server.state(id)
        const rest = bytes.subarray(offset)
        if (after >= rest.length) continue
        await expect(server.append(id, { offset, source: pieces(rest, size, after) })).rejects.toThrow('the line broke')
        if (restart) server = new Uploads(folder, on.media, 50_000_000)
      }
      const { offset } = await server.state(id)
      const { media } = await server.append(id, { offset, source: pieces(bytes.subarray(offset), size) })
      expect((await on.media.read(media!)).equals(bytes)).toBe(true)
      expect(await server.state(id)).toMatchObject({ offset: bytes.length, media })
    }),
    { numRuns: 25 },
  )
})

test('the same bytes again are the same medium', async () => {
  const bytes = await noise(-1)
  const first = await sendAll(bytes, 'one.png')
  const second = await sendAll(bytes, 'two.png')
  expect(second.media).toBe(first.media)
  expect((await on.store.library.added()).filter(({ id }) => id === first.media)).toMatchObject([{ filename: 'one.png' }])
})

test('a piece that does not fit to what is there, is too much, or changed on its way, changes nothing', async () => {
  const bytes = await noise(-2)
  const { id } = await uploads.create({ filename: 'a.png', bytes: bytes.length })
  await uploads.append(id, { offset: 0, source: pieces(bytes.subarray(0, 100), 30) })
  await expect(uploads.append(id, { offset: 50, source: pieces(bytes, 100) })).rejects.toMatchObject({ code: 'upload_offset_wrong', details: { offset: 100 } })
  await expect(uploads.append(id, { offset: 100, source: pieces(bytes, 100) })).rejects.toMatchObject({ code: 'upload_too_large' })
  const checksum = { algorithm: 'sha1', digest: createHash('sha1').update('something else').digest() } as const
  await expect(uploads.append(id, { offset: 100, source: pieces(bytes.subarray(100), 100), checksum })).rejects.toMatchObject({ code: 'upload_damaged', status: 460 })
  expect(await uploads.state(id)).toMatchObject({ offset: 100, media: null })
  const right = { algorithm: 'sha256', digest: createHash('sha256').update(bytes.subarray(100)).digest() } as const
  expect((await uploads.append(id, { offset: 100, source: pieces(bytes.subarray(100), 100), checksum: right })).media).not.toBeNull()
})

test('who begins again while the old line still hangs takes it over', async () => {
  const bytes = await noise(-3)
  const { id } = await uploads.create({ filename: 'a.png', bytes: bytes.length })
  const hanging = uploads.append(id, { offset: 0, source: (async function* () {
    yield bytes.subarray(0, 500)
    await new Promise(() => undefined)
  })() })
  const cut = expect(hanging).rejects.toMatchObject({ code: 'upload_offset_wrong' })
  while ((await readFile(join(folder, `${id}.part`))).length < 500) await new Promise((resolve) => setTimeout(resolve, 5))
  const { offset } = await uploads.state(id)
  expect(offset).toBe(500)
  await cut
  expect((await uploads.append(id, { offset, source: pieces(bytes.subarray(offset), 100) })).media).not.toBeNull()
})

test('an announced hash that does not come out, and a size beyond the limit, are refused', async () => {
  const bytes = await noise(-4)
  const { id } = await uploads.create({ filename: 'a.png', bytes: bytes.length, sha256: '0'.repeat(64) })
  await expect(uploads.append(id, { offset: 0, source: pieces(bytes, 100) })).rejects.toMatchObject({ code: 'upload_damaged' })
  await expect(uploads.state(id)).rejects.toMatchObject({ code: 'upload_not_found' })
  await expect(uploads.create({ filename: 'a.png', bytes: 50_000_001 })).rejects.toMatchObject({ code: 'upload_too_large' })
})

test('what nobody goes on with for a day is forgotten', async () => {
  const { id } = await uploads.create({ filename: 'a.png', bytes: 10 })
  const { id: fresh } = await uploads.create({ filename: 'a.png', bytes: 10 })
  const old = new Date(Date.now() - 25 * 3600 * 1000)
  await Promise.all([utimes(join(folder, `${id}.part`), old, old), utimes(join(folder, `${id}.json`), old, old)])
  await uploads.sweep()
  await expect(uploads.state(id)).rejects.toMatchObject({ code: 'upload_not_found' })
  expect(await uploads.state(fresh)).toMatchObject({ offset: 0 })
  await uploads.remove(fresh)
  expect((await readdir(folder)).filter((name) => name.startsWith(fresh))).toEqual([])
})

/** A PNG that says it is larger than any memory, in a few bytes. */
async function bomb(): Promise<Buffer> {
  const bytes = Buffer.from(await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer())
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  bytes.writeUInt32BE(crcOf(bytes.subarray(12, 29)), 29)
  return bytes
}

/** CRC-32 as in PNG. */
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

async function cutFilm(faststart: boolean): Promise<Buffer> {
  const film = await makeFilm(on.root, { name: `cut-${faststart}.mp4`, fps: '25', frames: 300, ...(faststart ? { output: ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-movflags', '+faststart'] } : {}) })
  const { length } = await readFile(film)
  await truncate(film, Math.floor(length * 0.6))
  return readFile(film)
}

const POISONED: readonly [string, () => Buffer | Promise<Buffer>][] = [
  ['a playlist of local files', () => Buffer.from('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n')],
  ['a list of files for ffmpeg', () => Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n")],
  ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['an SVG behind an XML head', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>')],
  ['a picture of 3.6 thousand million pixels', bomb],
  ['half a picture', async () => (await noise(-5)).subarray(0, 5000)],
  ['a film whose index is missing', () => cutFilm(false)],
  ['a film whose end is missing', () => cutFilm(true)],
  ['the beginning of a film and nothing else', () => Buffer.concat([Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'), Buffer.alloc(4000, 3)])],
  ['nothing at all', () => Buffer.alloc(0)],
  ['words', () => Buffer.from('just words')],
]

test.each(POISONED)('%s is refused with a reason, whatever its name, and nothing of it stays', async (_what, make) => {
  const before = await on.store.library.added()
  const bytes = await make()
  for (const filename of ['film.mp4', 'picture.png']) {
    const refusal = await sendAll(bytes, filename).then(() => undefined, (cause: unknown) => cause)
    expect(refusal).toMatchObject({ code: 'media_unsupported', status: 415 })
    expect(String(refusal)).toMatch(/\. [A-Z].*\.$/)
    expect(String(refusal)).not.toContain('/tmp')
  }
  expect(await on.store.library.added()).toEqual(before)
})

test('a playlist within a container that ffmpeg would guess is not opened', async () => {
  // A WAV head in front of a playlist: read as WAV it is noise, read as a playlist it would name files.
  const path = join(on.root, 'x.wav')
  await ffmpeg('-f', 'lavfi', '-i', 'sine=440:d=1', path)
  const good = await readFile(path)
  await writeFile(path, Buffer.concat([good.subarray(0, 44), Buffer.from('#EXTM3U\nfile:///etc/passwd\n'.repeat(100))]))
  const state = await sendAll(await readFile(path), 'x.wav').catch((cause: unknown) => cause)
  if (state instanceof Error) expect(state).toMatchObject({ code: 'media_unsupported' })
  else expect((await on.desk.info((state as UploadState).media!)).contents?.audio?.codec).toMatch(/^pcm/)
})
