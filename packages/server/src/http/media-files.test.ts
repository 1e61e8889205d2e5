import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { ffmpeg, makeFilm, numbersIn } from '../media/films.fixture.ts'
import { levelsOf } from '../media/peak-pyramid.ts'
import { openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
let folder: string
let film: string

beforeAll(async () => {
  studio = await openTestStudio()
  folder = await mkdtemp(join(tmpdir(), 'lemouf-files-'))
  const silent = await makeFilm(folder, { name: 'silent.mp4', fps: '25', frames: 100 })
  const path = join(folder, 'film.mp4')
  await ffmpeg('-i', silent, '-f', 'lavfi', '-i', 'sine=440:d=4:r=44100', '-c:v', 'copy', '-c:a', 'aac', path)
  const body = new FormData()
  body.append('loop_id', 'any')
  body.append('file', new Blob([await readFile(path)]), 'film.mp4')
  const answer = await fetch(`${studio.url}/lemouf/loop/media_cache`, { method: 'POST', headers: { 'x-lemouf-upload': '1' }, body })
  film = ((await answer.json()) as { asset: { cache_id: string } }).asset.cache_id
})
afterAll(async () => {
  await studio.close()
  await rm(folder, { recursive: true })
})

test('a filmstrip is told by its layout, and its sheets are pictures kept for good', async () => {
  const strip = await studio.call('getFilmstrip', { params: { id: film }, query: { height: 64 } })
  expect(strip).toMatchObject({ tile: { width: 107, height: 64 }, columns: 8, rows: 8 })
  const sheet = await fetch(studio.url + strip.sheet.replace('{level}', '0').replace('{sheet}', '0'))
  expect([sheet.status, sheet.headers.get('content-type'), sheet.headers.get('cache-control')]).toEqual([200, 'image/webp', expect.stringContaining('immutable')])
  const numbers = await numbersIn(Buffer.from(await sheet.arrayBuffer()), strip.tile, strip.columns)
  expect(numbers.slice(0, 16)).toEqual(Array.from({ length: 16 }, (_unused, tile) => Math.floor(tile * 6.25)))
  const draft = await fetch(`${studio.url}${strip.sheet.replace('{level}', '0').replace('{sheet}', '0')}&draft=1`)
  expect([draft.status, draft.headers.get('etag') === sheet.headers.get('etag')]).toEqual([200, false])
  expect((await fetch(`${studio.url}/lemouf/media/${film}/filmstrip/0/7?height=64`)).status).toBe(400)
  expect((await fetch(`${studio.url}/lemouf/media/${film}/filmstrip/0/0?height=65`)).status).toBe(400)
})

test.skipIf(process.platform === 'win32')('a run of ffmpeg ends when the one who waits for it goes away', async () => {
  const pidFile = join(folder, 'pid')
  const slow = join(folder, 'ffmpeg')
  await writeFile(slow, `#!/bin/sh\necho $$ > '${pidFile}'\nexec sleep 60\n`, { mode: 0o755 })
  const before = process.env['FFMPEG_PATH']
  process.env['FFMPEG_PATH'] = slow
  onTestFinished(() => {
    if (before === undefined) delete process.env['FFMPEG_PATH']
    else process.env['FFMPEG_PATH'] = before
  })
  const leaving = new AbortController()
  const asked = fetch(`${studio.url}/lemouf/media/${film}/filmstrip/1/0?height=128`, { signal: leaving.signal })
  const pid = (): Promise<string> => readFile(pidFile, 'utf8').catch(() => '')
  await expect.poll(pid, { timeout: 10_000 }).toMatch(/^\d+\n/)
  const runs = (id: number): boolean => {
    try {
      return process.kill(id, 0)
    } catch {
      return false
    }
  }
  const id = Number(await pid())
  expect(runs(id)).toBe(true)
  leaving.abort()
  await expect(asked).rejects.toThrow()
  await expect.poll(() => runs(id), { timeout: 10_000 }).toBe(false)
})

test('peaks come whole, in ranges, and by level', async () => {
  const url = `${studio.url}/lemouf/media/${film}/peaks`
  const whole = Buffer.from(await (await fetch(url)).arrayBuffer())
  const levels = levelsOf(whole)
  expect(levels[0]).toMatchObject({ samplesPerPair: 256 })
  const head = await fetch(url, { headers: { range: 'bytes=0-23' } })
  expect([head.status, Buffer.from(await head.arrayBuffer()).equals(whole.subarray(0, 24))]).toEqual([206, true])
  const { offset, length } = levels[1]!
  const level = await fetch(`${url}?level=1`)
  expect(Buffer.from(await level.arrayBuffer()).equals(whole.subarray(offset, offset + length))).toBe(true)
  const part = await fetch(`${url}?level=1`, { headers: { range: 'bytes=4-9' } })
  expect([part.headers.get('content-range'), Buffer.from(await part.arrayBuffer()).equals(whole.subarray(offset + 4, offset + 10))]).toEqual([`bytes 4-9/${length}`, true])
  expect((await fetch(`${url}?level=99`)).status).toBe(400)
})
