import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from './desk.fixture.ts'
import { ffmpeg, makeFilm, numbersIn, writeWav } from './films.fixture.ts'

let on: TestDesk
beforeAll(async () => {
  on = await openTestDesk()
})
afterAll(() => on.close())

const run = promisify(execFile)

/** When each frame is shown, in seconds, and which are keyframes. */
async function framesOf(path: string): Promise<{ times: number[]; keys: number[] }> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'packet=pts_time,flags', '-of', 'json', path])
  const packets = (JSON.parse(stdout) as { packets: { pts_time: string; flags: string }[] }).packets.map(({ pts_time, flags }) => ({ time: Number(pts_time), key: flags.startsWith('K') }))
  packets.sort((a, b) => a.time - b.time)
  return { times: packets.map(({ time }) => time), keys: packets.flatMap(({ key }, index) => (key ? [index] : [])) }
}

async function proxyOf(path: string): Promise<string> {
  const { id } = await on.add(path)
  await expect.poll(async () => (await on.desk.ensureProxy(id)).state, { timeout: 20_000 }).toBe('ready')
  return (await on.desk.proxy(id)).path
}

test.each([
  ['of constant rate', { fps: '30000/1001' }],
  ['whose frames last differently long', { fps: '30', filters: 'select=lt(mod(n\\,7)\\,4)', output: ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-fps_mode', 'vfr', '-enc_time_base', '1/30'] }],
])('the proxy of a film %s has every frame at its own time, and a keyframe every six', async (name, film) => {
  const path = await makeFilm(on.root, { name: `${name}.mp4`, frames: 200, ...film })
  const proxy = await proxyOf(path)
  const [original, small] = [await framesOf(path), await framesOf(proxy)]
  expect(small.times.length).toBe(original.times.length)
  for (const [index, time] of original.times.entries()) expect(Math.abs(time - small.times[index]!)).toBeLessThan(0.0005)
  expect(small.keys).toEqual(Array.from({ length: Math.ceil(original.times.length / 6) }, (_unused, group) => group * 6))
  const numbers = await Promise.all([path, proxy].map(async (file) => {
    const strip = join(on.root, `${file === path ? 'a' : 'b'}.png`)
    await ffmpeg('-i', file, '-vf', 'scale=80:48,tile=10x12', '-frames:v', '1', '-fps_mode', 'passthrough', strip)
    return numbersIn(strip, { width: 80, height: 48 }, 10)
  }))
  expect(numbers[1]).toEqual(numbers[0])
})

test.each([
  ['untagged and large', 'yuv420p', 'tv', [], 'bt709'],
  ['of full range', 'yuv420p', 'pc', ['-colorspace', 'bt709', '-color_range', 'pc'], 'bt709'],
  ['tagged as BT.601', 'yuv420p', 'tv', ['-colorspace', 'smpte170m'], 'smpte170m'],
])('the proxy of a film that is %s has its colours, and says which they are', async (name, format, range, tags, matrix) => {
  const colour = [40, 170, 70]
  const path = join(on.root, `${name}.mp4`)
  const source = `color=0x${Buffer.from(colour).toString('hex')}:s=1280x720:r=25:d=1,format=gbrp`
  await ffmpeg('-f', 'lavfi', '-i', source, '-vf', `scale=out_color_matrix=${matrix}:out_range=${range},format=${format}`, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '5', ...tags, path)
  const proxy = await proxyOf(path)
  const { contents } = await on.desk.info((await on.add(proxy)).id)
  expect(contents?.video).toMatchObject({ width: 960, height: 540, color: { matrix, range: 'tv' }, playable: true })
  const shown = join(on.root, 'colour.png')
  await ffmpeg('-i', proxy, '-frames:v', '1', shown)
  const pixel = await sharp(shown).extract({ left: 20, top: 20, width: 1, height: 1 }).raw().toBuffer()
  for (const [channel, level] of colour.entries()) expect(Math.abs(pixel[channel]! - level)).toBeLessThan(7)
})

test('what is no film has no proxy, and one that is not made is not there', async () => {
  const sound = await on.add(await writeWav(join(on.root, 'a.wav'), 8000, [new Int16Array(8000)]))
  await expect(on.desk.ensureProxy(sound.id)).rejects.toMatchObject({ code: 'media_unsupported' })
  const clear = await on.add(await makeFilm(on.root, { name: 'clear.webm', fps: '25', frames: 5, filters: 'format=yuva420p,colorchannelmixer=aa=0.5', output: ['-c:v', 'libvpx', '-auto-alt-ref', '0', '-deadline', 'realtime'] }))
  await expect(on.desk.ensureProxy(clear.id)).rejects.toThrow(/transparency/)
  const film = await on.add(await makeFilm(on.root, { name: 'unmade.mp4', fps: '25', frames: 20 }))
  await expect(on.desk.proxy(film.id)).rejects.toMatchObject({ code: 'media_not_found' })
})
