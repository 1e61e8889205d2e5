import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
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

test('what is no film has no proxy, and one that is not made is not there', async () => {
  const sound = await on.add(await writeWav(join(on.root, 'a.wav'), 8000, [new Int16Array(8000)]))
  await expect(on.desk.ensureProxy(sound.id)).rejects.toMatchObject({ code: 'media_unsupported' })
  const film = await on.add(await makeFilm(on.root, { name: 'unmade.mp4', fps: '25', frames: 20 }))
  await expect(on.desk.proxy(film.id)).rejects.toMatchObject({ code: 'media_not_found' })
})
