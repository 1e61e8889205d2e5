import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contents } from '@lemouf/core/protocol'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from './desk.fixture.ts'
import { ffmpeg, makeFilm, writeWav } from './films.fixture.ts'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'

let on: TestDesk
beforeAll(async () => {
  on = await openTestDesk()
})
afterAll(() => on.close())

async function contentsOf(path: string): Promise<Contents> {
  return (await on.desk.info((await on.add(path)).id)).contents!
}

test('lengths and rates are exact, codecs have the names that browsers know', async () => {
  const film = await makeFilm(on.root, { name: 'ntsc.mp4', fps: '30000/1001', frames: 90 })
  const path = join(on.root, 'both.mp4')
  await ffmpeg('-i', film, '-f', 'lavfi', '-i', 'sine=440:d=2:r=48000', '-c:v', 'copy', '-c:a', 'aac', '-ac', '2', path)
  const contents = await contentsOf(path)
  expect(contents.video).toMatchObject({
    codec: 'h264', profile: 'High', width: 160, height: 96, rotation: 0, fps: { num: 30_000, den: 1001 }, variable: false, start: 0, frames: 90, playable: true,
    duration: (90 * 1001 * TICKS_PER_SECOND) / 30_000,
  })
  expect(contents.video?.codec_string).toMatch(/^avc1\.6400[0-9a-f]{2}$/)
  expect(contents.audio).toMatchObject({ codec: 'aac', codec_string: 'mp4a.40.2', sample_rate: 48_000, channels: 2, start: 0, playable: true })
  expect(contents).toMatchObject({ playable: true, problem: null, content_type: `video/mp4; codecs="${contents.video?.codec_string}, mp4a.40.2"` })
})

test('a film is as large as it is shown: turned upright, with square pixels', async () => {
  const film = await makeFilm(on.root, { name: 'flat.mp4', fps: '25', frames: 25, filters: 'setsar=4/3' })
  expect((await contentsOf(film)).video).toMatchObject({ width: 213, height: 96, coded_width: 160, coded_height: 96, sample_aspect: { num: 4, den: 3 } })
  const lying = join(on.root, 'lying.mp4')
  const [turned, shown] = [join(on.root, 'turned.mp4'), join(on.root, 'turned.png')]
  await ffmpeg('-f', 'lavfi', '-i', 'color=black:s=160x96:d=1,drawbox=w=40:h=96:color=white:t=fill', '-pix_fmt', 'yuv420p', lying)
  await ffmpeg('-i', lying, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned)
  await ffmpeg('-i', turned, '-frames:v', '1', shown)
  // What was left is above after a quarter clockwise; versions of ffmpeg disagree about what they write, not about what they show.
  const [level = 0] = await sharp(shown).extract({ left: 48, top: 10, width: 1, height: 1 }).greyscale().raw().toBuffer()
  expect((await contentsOf(turned)).video).toMatchObject({ width: 96, height: 160, rotation: level > 125 ? 90 : 270 })
})

test('colours are as tagged; what browsers do not decode is said', async () => {
  const output = ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv444p', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv']
  const contents = await contentsOf(await makeFilm(on.root, { name: 'full.mp4', fps: '25', frames: 10, output }))
  expect(contents.video).toMatchObject({ color: { matrix: 'bt709', primaries: 'bt709', transfer: 'bt709', range: 'tv' }, pixel_format: 'yuv444p', playable: false })
  expect(contents.playable).toBe(false)
  const plain = await contentsOf(await makeFilm(on.root, { name: 'plain.mp4', fps: '25', frames: 10 }))
  expect(plain.video?.color).toEqual({ matrix: null, primaries: null, transfer: null, range: null })
})

test('WebM tells its length and codecs too, and one without pictures is sound', async () => {
  const film = await makeFilm(on.root, { name: 'a.webm', fps: '25', frames: 50, output: ['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuv420p', '-deadline', 'realtime', '-cpu-used', '8'] })
  const contents = await contentsOf(film)
  expect(contents).toMatchObject({ duration: 2 * TICKS_PER_SECOND, playable: true })
  expect(contents.video).toMatchObject({ codec: 'vp9', codec_string: 'vp09.00.10.08', variable: false })
  const sound = join(on.root, 'sound.webm')
  await ffmpeg('-f', 'lavfi', '-i', 'sine=440:d=1', '-c:a', 'libopus', sound)
  expect(await on.add(sound)).toMatchObject({ kind: 'audio', mime: 'audio/webm' })
})

test('a WAV and a picture are known as exactly; what is neither has no contents', async () => {
  const wav = await contentsOf(await writeWav(join(on.root, 'a.wav'), 44_100, [new Int16Array(44_101)]))
  expect(wav).toMatchObject({ duration: (44_101 * TICKS_PER_SECOND) / 44_100, playable: true, audio: { codec_string: 'pcm-s16', channels: 1, sample_rate: 44_100 } })
  const picture = join(on.root, 'a.png')
  await writeFile(picture, await sharp({ create: { width: 30, height: 20, channels: 4, background: '#f008' } }).png().toBuffer())
  expect((await contentsOf(picture)).image).toEqual({ width: 30, height: 20, frames: 1, alpha: true })
  const { id } = await on.add(Buffer.from('some words'))
  expect(await on.desk.info(id)).toMatchObject({ kind: 'file', contents: null, thumb: null, filmstrip: null, peaks: null })
})

test('media from before there was any looking are looked at when somebody asks', async () => {
  const row = await on.add(await makeFilm(on.root, { name: 'old.mp4', fps: '25', frames: 25 }))
  await on.store.library.keepContents(row.hash, 0, null)
  expect((await on.desk.info(row.id)).contents?.duration).toBe(TICKS_PER_SECOND)
})

test('a broken film stays a medium, and says what is wrong with it', async () => {
  const row = await on.add(Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.from('000000006d70343269736f6d', 'hex'), Buffer.alloc(5000, 7)]), { filename: 'broken.mp4' })
  const { contents } = await on.desk.info(row.id)
  expect(row.kind).toBe('video')
  expect(contents?.problem).toMatch(/cannot be read as film or sound/)
  expect(contents?.problem).not.toContain(on.root)
})
