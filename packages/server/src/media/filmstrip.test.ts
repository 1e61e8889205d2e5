import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '@lemouf/core/result'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { dataDir } from '../store/data-dir.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { ffmpeg, makeFilm, numbersIn, type FilmOptions } from './films.fixture.ts'
import { MediaDesk } from './media-desk.ts'
import { openMediaStore, type MediaStore } from './media-store.ts'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'

let root: string
let store: Store
let media: MediaStore
let desk: MediaDesk

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-strip-'))
  store = await openStore(root)
  media = await openMediaStore(root, store)
  desk = new MediaDesk(dataDir(root), store, media)
})
afterAll(async () => {
  await store.close()
  await rm(root, { recursive: true })
})

const signal = new AbortController().signal
const add = async (path: string): Promise<string> => unwrap(await media.put(await readFile(path), { filename: 'film', maxBytes: 2 ** 30 })).id

/** The numbers of the frames on a level, of all its sheets. */
async function numbersOn(id: string, level: number, draft = false): Promise<number[]> {
  const { columns, tile, levels } = await desk.filmstrip(id, 64)
  const { tiles, sheets } = levels[level]!
  const numbers: number[] = []
  for (let sheet = 0; sheet < sheets; sheet++) {
    const { path } = await desk.sheet(id, { level, sheet, height: 64, draft }, signal)
    numbers.push(...(await numbersIn(path, tile, columns)))
  }
  return numbers.slice(0, tiles)
}

/** What is seen at each step of a film of constant rate, whose container tells times in parts of a second. */
function expected(frames: number, fps: number, step: number, units = 1e6): number[] {
  const begins = Array.from({ length: frames }, (_unused, frame) => Math.round((frame / fps) * units + 1e-6) / units)
  return Array.from({ length: Math.ceil(Number((frames / fps / step).toFixed(6))) }, (_unused, tile) => begins.findLastIndex((begin) => begin <= tile * step + 1e-7))
}

const FILMS: readonly (FilmOptions & { readonly rate: number; readonly units?: number })[] = [
  { name: 'a24.mp4', fps: '24', rate: 24, frames: 500 },
  { name: 'a25.mp4', fps: '25', rate: 25, frames: 520 },
  { name: 'a2997.mp4', fps: '30000/1001', rate: 30_000 / 1001, frames: 601 },
  { name: 'a60.mp4', fps: '60', rate: 60, frames: 1020 },
  { name: 'a23976.mkv', fps: '24000/1001', rate: 24_000 / 1001, frames: 420, units: 1000 },
  { name: 'a25.webm', fps: '25', rate: 25, frames: 450, output: ['-c:v', 'libvpx', '-b:v', '1M', '-deadline', 'realtime'] },
  { name: 'a25.ts', fps: '25', rate: 25, frames: 850 },
  { name: 'a30.ts', fps: '30000/1001', rate: 30_000 / 1001, frames: 700, units: 90_000 },
  { name: 'a25.avi', fps: '25', rate: 25, frames: 450, output: ['-c:v', 'mpeg4', '-q:v', '3', '-g', '30', '-bf', '0'] },
  { name: 'a24.mov', fps: '24', rate: 24, frames: 450, output: ['-c:v', 'mjpeg', '-q:v', '3', '-pix_fmt', 'yuvj420p'] },
]

test.each(FILMS)('$name at $fps fps: every tile of 1/4 s and of 1 s shows the frame that is seen then', async ({ rate, units, ...film }) => {
  const id = await add(await makeFilm(root, film))
  expect(await numbersOn(id, 0)).toEqual(expected(film.frames, rate, 0.25, units))
  expect(await numbersOn(id, 1)).toEqual(expected(film.frames, rate, 1, units))
})

test('frames that last differently long are shown for as long as they do', async () => {
  // Every third frame of 30 a second is left out, and after the 100th all but each tenth.
  const path = await makeFilm(root, { name: 'variable.mp4', fps: '30', frames: 600, filters: "select='if(lt(n,100),lt(mod(n,3),2),not(mod(n,10)))'", output: ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '40', '-pix_fmt', 'yuv420p', '-fps_mode', 'vfr', '-enc_time_base', '1/30'] })
  const id = await add(path)
  const kept = Array.from({ length: 600 }, (_unused, frame) => frame).filter((frame) => (frame < 100 ? frame % 3 < 2 : frame % 10 === 0))
  const seen = (tile: number): number => kept.findLast((frame) => frame <= tile * 7.5)!
  const numbers = await numbersOn(id, 0)
  expect(numbers).toEqual(numbers.map((_unused, tile) => seen(tile)))
  expect(numbers.length).toBeGreaterThan(75)
  expect((await desk.info(id)).contents?.video?.variable).toBe(true)
})

test('a film that begins later than its sound has its first frame before', async () => {
  const film = await makeFilm(root, { name: 'plain.mp4', fps: '25', frames: 100 })
  const path = join(root, 'late.mkv')
  await ffmpeg('-itsoffset', '1.2', '-i', film, '-f', 'lavfi', '-i', 'sine=440:d=6', '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'pcm_s16le', path)
  const id = await add(path)
  const numbers = await numbersOn(id, 0)
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_unused, tile) => Math.min(99, Math.max(0, Math.floor(Number(((tile / 4 - 1.2) * 25).toFixed(6)))))))
  expect((await desk.info(id)).contents?.video?.start).toBe(1.2 * TICKS_PER_SECOND)
})

test('a draft has the same tiles, each with the keyframe that is nearest', async () => {
  const id = await add(await makeFilm(root, { name: 'draft.mp4', fps: '25', frames: 500, output: ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '50', '-keyint_min', '50', '-sc_threshold', '0', '-pix_fmt', 'yuv420p'] }))
  const numbers = await numbersOn(id, 1, true)
  expect(numbers).toEqual(numbers.map((_unused, tile) => [Math.floor(tile / 2) * 50, Math.ceil(tile / 2) * 50][0]))
})

/** Has every run of ffmpeg written down while the test lasts. */
async function countRuns(): Promise<() => Promise<number>> {
  const tool = await mkdtemp(join(root, 'tool-'))
  const log = join(tool, 'runs')
  await writeFile(log, '')
  const before = process.env['FFMPEG_PATH']
  await writeFile(join(tool, 'ffmpeg'), `#!/bin/sh\necho run >> '${log}'\nexec '${before ?? 'ffmpeg'}' "$@"\n`, { mode: 0o755 })
  process.env['FFMPEG_PATH'] = join(tool, 'ffmpeg')
  onTestFinished(() => {
    if (before === undefined) delete process.env['FFMPEG_PATH']
    else process.env['FFMPEG_PATH'] = before
  })
  return async () => (await readFile(log, 'utf8')).split('run').length - 1
}

test.skipIf(process.platform === 'win32')('what many ask for at once is made by one run, and by none the next time', async () => {
  const id = await add(await makeFilm(root, { name: 'once.mp4', fps: '25', frames: 300 }))
  const runs = await countRuns()
  const choice = { level: 0, sheet: 0, height: 128, draft: false } as const
  const sheets = await Promise.all(Array.from({ length: 12 }, () => desk.sheet(id, choice, signal)))
  expect(new Set(sheets.map(({ path }) => path)).size).toBe(1)
  await desk.sheet(id, choice, signal)
  expect(await runs()).toBe(1)
})

test('once there is a proxy the tiles are read from it, and show the same', async () => {
  const film = { name: 'proxied.mp4', fps: '30000/1001', frames: 600 }
  const id = await add(await makeFilm(root, film))
  await expect.poll(async () => (await desk.ensureProxy(id)).state, { timeout: 20_000 }).toBe('ready')
  // The film itself is not there to be read.
  const path = await media.path(id)
  await writeFile(path, '')
  expect(await numbersOn(id, 0)).toEqual(expected(film.frames, 30_000 / 1001, 0.25))
})

test.skipIf(process.platform === 'win32')('one run gives the finer levels as well', async () => {
  const film = { name: 'levels.mp4', fps: '25', frames: 900 }
  const id = await add(await makeFilm(root, film))
  const runs = await countRuns()
  for (const level of [2, 1, 0]) expect(await numbersOn(id, level)).toEqual(expected(film.frames, 25, 4 ** (level - 1)))
  expect(await runs()).toBe(1)
  expect(await numbersOn(id, 3)).toEqual(expected(film.frames, 25, 16))
  expect(await numbersOn(id, 4)).toEqual([0])
})

test('what nobody waits for any more is not made', async () => {
  const id = await add(await makeFilm(root, { name: 'gone.mp4', fps: '25', frames: 900 }))
  const choice = { level: 1, sheet: 0, height: 128, draft: false } as const
  const gone = new AbortController()
  await desk.filmstrip(id, 128)
  const asked = desk.sheet(id, choice, gone.signal)
  gone.abort(new Error('gone'))
  await expect(asked).rejects.toThrow('gone')
  expect((await readdir(dataDir(root).filmstrips, { recursive: true })).filter((name) => name.includes('1-0-128'))).toEqual([])
})

test('what is not there is said', async () => {
  const id = await add(await makeFilm(root, { name: 'short.mp4', fps: '25', frames: 50 }))
  const choice = { level: 0, sheet: 0, height: 128, draft: false }
  await expect(desk.sheet(id, { ...choice, sheet: 1 }, signal)).rejects.toMatchObject({ code: 'request_invalid' })
  await expect(desk.sheet(id, { ...choice, level: 9 }, signal)).rejects.toMatchObject({ code: 'request_invalid' })
  await expect(desk.filmstrip('0'.repeat(32), 64)).rejects.toMatchObject({ code: 'media_not_found' })
})

test.each([
  ['untagged and large', '1280x720', 'bt709', []],
  ['untagged and small', '720x480', 'smpte170m', []],
  ['large and tagged as BT.601', '1280x720', 'smpte170m', ['-colorspace', 'smpte170m']],
  ['small and tagged as BT.709', '720x480', 'bt709', ['-colorspace', 'bt709']],
])('the colours of a film that is %s are as browsers have them', async (name, size, matrix, tags) => {
  const colour = [40, 170, 70]
  const path = join(root, `${name}.mp4`)
  const hex = Buffer.from(colour).toString('hex')
  await ffmpeg('-f', 'lavfi', '-i', `color=0x${hex}:s=${size}:r=25:d=1,format=gbrp`, '-vf', `scale=out_color_matrix=${matrix}:out_range=tv,format=yuv420p`, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '5', ...tags, path)
  const { path: sheet } = await desk.sheet(await add(path), { level: 0, sheet: 0, height: 64, draft: false }, signal)
  const pixel = await sharp(sheet).extract({ left: 20, top: 20, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  for (const [channel, level] of colour.entries()) expect(Math.abs(pixel[channel]! - level)).toBeLessThan(7)
})

test('a picture and a sound have no filmstrip', async () => {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer()
  const { id } = unwrap(await media.put(picture, { filename: 'a.png', maxBytes: 2 ** 20 }))
  await expect(desk.filmstrip(id, 64)).rejects.toMatchObject({ code: 'media_unsupported' })
})
