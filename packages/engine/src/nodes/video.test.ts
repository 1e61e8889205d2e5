import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { AudioClip, ImageBatch, ImageFrame, VideoClip } from '../media/types.ts'
import { execute, testContext } from './test-context.ts'

/** Frames of flat colour, which the codec keeps closely. */
const flat = (width: number, height: number, colours: [number, number, number][]): ImageFrame[] =>
  colours.map((colour) => ({ width, height, channels: 3, data: Uint8Array.from({ length: width * height * 3 }, (_, i) => colour[i % 3]!) }))
const COLOURS: [number, number, number][] = [[200, 30, 40], [20, 180, 60], [30, 60, 220], [240, 240, 240], [12, 12, 12]]

test('a film made of frames and sound comes apart into the same', async () => {
  const context = await testContext()
  const audio: AudioClip = { sampleRate: 8000, channels: [new Float32Array(80_000).fill(0.1)] }
  const film = (await execute('CreateVideo', { images: flat(64, 48, COLOURS), fps: 10, audio }, context)).outputs[0] as VideoClip
  expect(film).toMatchObject({ width: 64, height: 48, fps: 10, frameCount: 5, hasAudio: true })
  const [frames, sound, fps] = (await execute('GetVideoComponents', { video: film }, context)).outputs as [ImageBatch, AudioClip, number]
  expect(frames.map(({ width, height }) => [width, height])).toEqual(COLOURS.map(() => [64, 48]))
  for (const [i, colour] of COLOURS.entries()) {
    for (const [c, level] of colour.entries()) expect(Math.abs(frames[i]!.data[(24 * 64 + 32) * 3 + c]! - level)).toBeLessThanOrEqual(4)
  }
  expect(fps).toBe(10)
  expect(sound.channels[0]!.length / sound.sampleRate).toBeGreaterThan(0.45)
  expect(sound.channels[0]!.length / sound.sampleRate).toBeLessThan(0.7)
})

test('SaveVideo writes an MP4 that LoadVideo opens; without sound there is silence as long as the film', async () => {
  const context = await testContext()
  const film = (await execute('CreateVideo', { images: flat(32, 32, COLOURS), fps: 25 }, context)).outputs[0]
  const { ui } = await execute('SaveVideo', { video: film, filename_prefix: 'video/%width%', format: 'auto', codec: 'auto' }, context)
  expect(ui).toEqual({ images: [{ filename: '32_00001_.mp4', subfolder: 'video', type: 'output' }], animated: [true] })
  await context.put('film.mp4', await context.read(ui?.images?.[0]))
  const loaded = (await execute('LoadVideo', { file: 'film.mp4' }, context)).outputs[0] as VideoClip
  expect(loaded).toMatchObject({ width: 32, height: 32, fps: 25, frameCount: 5, hasAudio: false })
  const [frames, sound] = (await execute('GetVideoComponents', { video: loaded }, context)).outputs as [ImageBatch, AudioClip]
  expect(frames).toHaveLength(5)
  expect(sound.channels[0]!.length).toBe(44_100 / 5)
})

test('odd sizes are made even, alpha is left out and the same frames give the same bytes', async () => {
  const context = await testContext()
  const images = COLOURS.map(([level]): ImageFrame => ({ width: 33, height: 17, channels: 4, data: new Uint8Array(33 * 17 * 4).fill(level) }))
  const make = async (): Promise<VideoClip> => (await execute('CreateVideo', { images, fps: 24 }, context)).outputs[0] as VideoClip
  const [one, two] = [await make(), await make()]
  expect([one.width, one.height]).toEqual([34, 18])
  expect((await readFile(one.path)).equals(await readFile(two.path))).toBe(true)
})

test('an interrupt ends the encoder', async () => {
  const abort = new AbortController()
  const context = await testContext({ signal: abort.signal })
  const images = Array.from({ length: 400 }, (_, i): ImageFrame => ({ width: 640, height: 360, channels: 3, data: new Uint8Array(640 * 360 * 3).fill(i % 256) }))
  const run = execute('CreateVideo', { images, fps: 24 }, context)
  setTimeout(() => abort.abort(new Error('interrupted')), 30)
  await expect(run).rejects.toThrow('interrupted')
})

test('what is no film is refused', async () => {
  const context = await testContext()
  await context.put('x.mp4', '#EXTM3U\n#EXTINF:1,\n/etc/hostname\n')
  await expect(execute('LoadVideo', { file: 'x.mp4' }, context)).rejects.toThrow('x.mp4 is neither sound nor film')
})
