import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeAudio } from '../media/audio-codec.ts'
import type { AudioClip } from '../media/types.ts'
import { execute, testContext } from './test-context.ts'

const clip = (sampleRate: number, ...channels: number[][]): AudioClip => ({ sampleRate, channels: channels.map((samples) => Float32Array.from(samples)) })
/** A tone long enough for the lossy codecs. */
const tone = (sampleRate: number, seconds: number, channels = 2): AudioClip => ({
  sampleRate,
  channels: Array.from({ length: channels }, (_, c) => Float32Array.from({ length: Math.round(sampleRate * seconds) }, (_sample, i) => 0.5 * Math.sin((i * (440 + 110 * c) * 2 * Math.PI) / sampleRate))),
})
const audio = async (name: string, inputs: Record<string, unknown>): Promise<AudioClip> => (await execute(name, inputs)).outputs[0] as AudioClip

test('TrimAudioDuration counts from the start or the end, and says when nothing is left', async () => {
  const four = clip(2, [1, 2, 3, 4].map((sample) => sample / 8))
  expect(await audio('TrimAudioDuration', { audio: four, start_index: 0.5, duration: 1 })).toEqual(clip(2, [0.25, 0.375]))
  expect(await audio('TrimAudioDuration', { audio: four, start_index: -1, duration: 60 })).toEqual(clip(2, [0.375, 0.5]))
  await expect(execute('TrimAudioDuration', { audio: four, start_index: 0, duration: 0 })).rejects.toThrow('Nothing is left')
})

test('AudioConcat joins and makes mono stereo', async () => {
  const [mono, stereo] = [clip(8000, [0.5]), clip(8000, [0.25, 0], [-0.25, 0])]
  expect(await audio('AudioConcat', { audio1: mono, audio2: stereo, direction: 'after' })).toEqual(clip(8000, [0.5, 0.25, 0], [0.5, -0.25, 0]))
  expect(await audio('AudioConcat', { audio1: mono, audio2: stereo, direction: 'before' })).toEqual(clip(8000, [0.25, 0, 0.5], [-0.25, 0, 0.5]))
})

test.each([
  ['add', [0.75, 0.5]],
  ['mean', [0.375, 0.25]],
  ['subtract', [0.25, 0.5]],
  ['multiply', [0.125, 0]],
])('AudioMerge %s, as long as the first', async (merge_method, expected) => {
  expect(await audio('AudioMerge', { audio1: clip(8000, [0.5, 0.5]), audio2: clip(8000, [0.25]), merge_method })).toEqual(clip(8000, expected))
})

test('mixing never exceeds full level', async () => {
  const samples = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(samples, samples, fc.constantFrom('add', 'mean', 'subtract', 'multiply'), async (a, b, merge_method) => {
      const mixed = await audio('AudioMerge', { audio1: clip(8000, a), audio2: clip(8000, b), merge_method })
      expect(mixed.channels[0]).toHaveLength(a.length)
      for (const sample of mixed.channels[0]!) expect(Math.abs(sample)).toBeLessThanOrEqual(1)
    }),
  )
})

test('AudioAdjustVolume and EmptyAudio', async () => {
  expect((await audio('AudioAdjustVolume', { audio: clip(8000, [0.1]), volume: 20 })).channels[0]![0]).toBeCloseTo(1)
  const silence = await audio('EmptyAudio', { duration: 0.5, sample_rate: 8000, channels: 2 })
  expect([silence.channels.length, silence.channels[0]!.length, Math.max(...silence.channels[1]!)]).toEqual([2, 4000, 0])
  await expect(execute('EmptyAudio', { duration: 1e9, sample_rate: 44_100, channels: 2 })).rejects.toThrow('do not fit')
})

test('two rates meet at the higher one', async () => {
  const joined = await audio('AudioConcat', { audio1: tone(8000, 0.5, 1), audio2: tone(16_000, 0.5, 1), direction: 'after' })
  expect(joined.sampleRate).toBe(16_000)
  expect(Math.abs(joined.channels[0]!.length - 16_000)).toBeLessThanOrEqual(2)
})

test('SaveAudio keeps 16 bits; LoadAudio brings them back', async () => {
  const context = await testContext()
  const original = tone(22_050, 0.2)
  const { ui } = await execute('SaveAudio', { audio: original, filename_prefix: 'audio/take' }, context)
  expect(ui).toEqual({ audio: [{ filename: 'take_00001_.flac', subfolder: 'audio', type: 'output' }] })
  await context.put('take.flac', await context.read(ui?.audio?.[0]))
  const loaded = (await execute('LoadAudio', { audio: 'take.flac' }, context)).outputs[0] as AudioClip
  expect([loaded.sampleRate, loaded.channels.length, loaded.channels[0]!.length]).toEqual([22_050, 2, original.channels[0]!.length])
  for (const i of [0, 100, 4000]) expect(loaded.channels[1]![i]).toBeCloseTo(original.channels[1]![i]!, 4)
})

test.each([
  ['SaveAudioMP3', 'mp3', { quality: '128k' }, 44_100],
  ['SaveAudioOpus', 'opus', { quality: '96k' }, 48_000],
])('%s writes what LoadAudio reads', async (name, extension, widgets, rate) => {
  const context = await testContext()
  const { ui } = await execute(name, { audio: tone(44_100, 0.5), filename_prefix: 'a', ...widgets }, context)
  await context.put(`a.${extension}`, await context.read(ui?.audio?.[0]))
  const loaded = (await execute('LoadAudio', { audio: `a.${extension}` }, context)).outputs[0] as AudioClip
  expect([loaded.sampleRate, loaded.channels.length]).toEqual([rate, 2])
  expect(loaded.channels[0]!.length / rate).toBeCloseTo(0.5, 1)
})

test('the same sound gives the same bytes in every format', async () => {
  const context = await testContext()
  const sound = tone(44_100, 0.3)
  for (const format of [{ kind: 'flac' }, { kind: 'mp3', quality: 'V0' }, { kind: 'opus', quality: '128k' }] as const) {
    const [one, two] = [await context.files.scratch(`.${format.kind}`), await context.files.scratch(`.${format.kind}`)]
    await encodeAudio(sound, format, one, context.signal)
    await encodeAudio(sound, format, two, context.signal)
    const bytes = async (path: string): Promise<Buffer> => (await import('node:fs/promises')).readFile(path)
    expect((await bytes(one)).equals(await bytes(two))).toBe(true)
  }
})

test('PreviewAudio goes to temp; what is no sound is refused by its bytes, not its name', async () => {
  const context = await testContext()
  expect((await execute('PreviewAudio', { audio: tone(8000, 0.1) }, context)).ui?.audio).toMatchObject([{ type: 'temp' }])
  // A playlist that would open another file.
  await context.put('list.mp3', 'ffconcat version 1.0\nfile /etc/hostname\n')
  await expect(execute('LoadAudio', { audio: 'list.mp3' }, context)).rejects.toThrow('list.mp3 is neither sound nor film')
  await expect(execute('SaveAudio', { audio: clip(8000, []), filename_prefix: 'x' }, context)).rejects.toThrow('the clip is empty')
})
