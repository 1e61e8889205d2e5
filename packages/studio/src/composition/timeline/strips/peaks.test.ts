import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extremes, peakLevelFor, PIECE, rangeOf, readHead, type PeakHead } from './peaks.ts'

function fileHead(levels: readonly [number, number, number][], channels = 2): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(24 + levels.length * 12))
  new Uint8Array(view.buffer).set(new TextEncoder().encode('LMPK'))
  view.setUint8(4, 1)
  view.setUint8(5, channels)
  view.setUint8(6, levels.length)
  view.setUint32(8, 48_000, true)
  view.setFloat64(16, 96_000, true)
  for (const [index, numbers] of levels.entries()) {
    for (const [place, number] of numbers.entries()) view.setUint32(24 + index * 12 + place * 4, number, true)
  }
  return view.buffer
}

const head = readHead(fileHead([[256, 20_000, 60], [1024, 5000, 80_060], [4096, 1250, 100_060]])) as PeakHead

test('the head of a file', () => {
  expect(head).toMatchObject({ channels: 2, sampleRate: 48_000, samples: 96_000 })
  expect(head.levels[1]).toEqual({ samples: 1024, pairs: 5000, offset: 80_060 })
})

test('what is not a file of peaks is not read as one', () => {
  expect(readHead(new ArrayBuffer(3))).toBeUndefined()
  expect(readHead(new ArrayBuffer(100))).toBeUndefined()
  expect(readHead(fileHead([[256, 1, 36]]).slice(0, 30))).toBeUndefined()
})

test('the level with at least a pair a pixel', () => {
  expect([1, 256, 1023, 1024, 1e6].map((samples) => peakLevelFor(head, samples))).toEqual([0, 0, 0, 1, 2])
  fc.assert(fc.property(fc.double({ min: 256, max: 1e7, noNaN: true }), (samples) => {
    expect(head.levels[peakLevelFor(head, samples)]?.samples).toBeLessThanOrEqual(samples)
  }))
})

test('the bytes of a piece, the last one no longer than the level', () => {
  expect(rangeOf(head, head.levels[0]!, 0)).toEqual([60, 60 + PIECE * 4 - 1])
  expect(rangeOf(head, head.levels[0]!, 2)).toEqual([60 + 2 * PIECE * 4, 60 + 20_000 * 4 - 1])
})

test('extremes of a channel, of all, and beyond the end', () => {
  const pairs = new Int8Array([-1, 2, -3, 4, -5, 6, -7, 8])
  const of = (channel: number | undefined, first: number, last: number) => {
    const out = { least: 127, most: -127 }
    extremes(pairs, 2, channel, first, last, out)
    return [out.least, out.most]
  }
  expect(of(0, 0, 2)).toEqual([-5, 6])
  expect(of(1, 1, 9)).toEqual([-7, 8])
  expect(of(undefined, 0, 1)).toEqual([-3, 4])
})
