import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from './desk.fixture.ts'
import { ffmpeg, makeFilm, writeWav } from './films.fixture.ts'
import { levelsOf, PeakPyramid } from './peak-pyramid.ts'

let test_: TestDesk
beforeAll(async () => {
  test_ = await openTestDesk()
})
afterAll(() => test_.close())

const signal = new AbortController().signal

/** Least and greatest of each pair of a level and channel. */
function pairs(bytes: Buffer, level: number, channel: number): [number, number][] {
  const place = levelsOf(bytes)[level]!
  const channels = bytes.readUInt8(5)
  return Array.from({ length: place.pairs }, (_unused, pair) => {
    const at = place.offset + (pair * channels + channel) * 2
    return [bytes.readInt8(at), bytes.readInt8(at + 1)]
  })
}

const peaksOf = async (path: string): Promise<Buffer> => {
  const { id } = await test_.add(path)
  return readFile((await test_.desk.peaks(id, signal)).path)
}

/** The index of the one pair that is not silent. */
const loud = (all: readonly [number, number][]): number[] => all.flatMap(([low, high], index) => (low < -20 || high > 20 ? [index] : []))

test('an impulse stands in the pair of its sample, in its channel, on every level', async () => {
  const rate = 44_100
  const left = new Int16Array(rate * 3)
  const right = new Int16Array(rate * 3)
  left[50_000] = 32_767
  right[100_001] = -32_768
  const bytes = await peaksOf(await writeWav(join(test_.root, 'impulse.wav'), rate, [left, right]))
  expect([bytes.toString('latin1', 0, 4), bytes.readUInt8(4), bytes.readUInt8(5), bytes.readUInt32LE(8), bytes.readDoubleLE(16)]).toEqual(['LMPK', 1, 2, rate, rate * 3])
  for (const [level, { samplesPerPair }] of levelsOf(bytes).entries()) {
    expect(samplesPerPair).toBe(256 * 4 ** level)
    expect(loud(pairs(bytes, level, 0))).toEqual([Math.floor(50_000 / samplesPerPair)])
    expect(loud(pairs(bytes, level, 1))).toEqual([Math.floor(100_001 / samplesPerPair)])
  }
  expect(pairs(bytes, 0, 0)[Math.floor(50_000 / 256)]).toEqual([0, 127])
  expect(pairs(bytes, 0, 1)[Math.floor(100_001 / 256)]).toEqual([-128, 0])
  expect(levelsOf(bytes).at(-1)?.pairs).toBe(1)
})

test('a tone has its height from its beginning to its end, also as the sound of a film, where it begins late', async () => {
  const film = await makeFilm(test_.root, { name: 'silent.mp4', fps: '25', frames: 75 })
  const path = join(test_.root, 'tone.mp4')
  // Half of full, from second 1 to second 2.
  await ffmpeg('-i', film, '-itsoffset', '1', '-f', 'lavfi', '-i', 'aevalsrc=0.5*sin(2*PI*440*t):s=48000:d=1', '-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-c:a', 'aac', '-b:a', '192k', path)
  const all = pairs(await peaksOf(path), 0, 0)
  const at = (seconds: number): [number, number] => all[Math.floor((seconds * 48_000) / 256)]!
  expect([at(0.1), at(0.9)]).toEqual([[0, 0], [0, 0]])
  for (const seconds of [1.1, 1.5, 1.9]) {
    expect(at(seconds)[0]).toBeGreaterThan(-70)
    expect(at(seconds)[0]).toBeLessThan(-58)
    expect(at(seconds)[1]).toBeGreaterThan(58)
    expect(at(seconds)[1]).toBeLessThan(70)
  }
  // Where it begins and ends, to the 1024 samples that AAC knows.
  const first = all.findIndex(([, high]) => high > 30)
  const last = all.findLastIndex(([, high]) => high > 30)
  expect(Math.abs((first * 256) / 48_000 - 1)).toBeLessThan(0.022)
  expect(Math.abs((last * 256) / 48_000 - 2)).toBeLessThan(0.03)
})

test('however the samples are cut, each pair holds the least and the greatest of its samples', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -32_768, max: 32_767 }), { minLength: 1, maxLength: 3000 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 777 }), (values, channels, cut) => {
      const samples = values.slice(0, values.length - (values.length % channels))
      if (samples.length === 0) return
      const bytes = Buffer.from(Int16Array.from(samples).buffer)
      const pyramid = new PeakPyramid(8000, channels)
      for (let from = 0; from < bytes.length; from += cut) pyramid.add(bytes.subarray(from, from + cut))
      const encoded = pyramid.encode()
      for (const [level, { samplesPerPair }] of levelsOf(encoded).entries()) {
        for (let channel = 0; channel < channels; channel++) {
          const own = samples.filter((_unused, index) => index % channels === channel)
          const expected = Array.from({ length: Math.ceil(own.length / samplesPerPair) }, (_unused, pair) => {
            const part = own.slice(pair * samplesPerPair, (pair + 1) * samplesPerPair)
            return [Math.min(...part) >> 8, Math.min(127, Math.ceil(Math.max(...part) / 256)) + 0]
          })
          expect(pairs(encoded, level, channel)).toEqual(expected)
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('what has no sound has no peaks', async () => {
  const { id } = await test_.add(await makeFilm(test_.root, { name: 'mute.mp4', fps: '25', frames: 10 }))
  await expect(test_.desk.peaks(id, signal)).rejects.toMatchObject({ code: 'media_unsupported' })
  expect((await test_.desk.info(id)).peaks).toBeNull()
})
