import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FRAME_RATES } from './format.ts'
import { formatTimecode, parseTimecode } from './timecode.ts'
import { frameAt, frameDuration, frameMiddle, frameStart, fromSeconds, LATEST_POSITION, sampleAt, sampleStart, scaled, ticks, TICKS_PER_SECOND, toFrame, toSeconds } from './time.ts'

const NTSC = { num: 30_000, den: 1001 }
const rate = fc.oneof(fc.constantFrom(...FRAME_RATES), fc.record({ num: fc.integer({ min: 1, max: 1000 }), den: fc.integer({ min: 1, max: 1001 }) }).filter(({ num, den }) => num >= den && num <= 240 * den))
const position = fc.integer({ min: 0, max: LATEST_POSITION }).map(ticks)

describe('ticks', () => {
  test('hold every frame and sample that people use, whole', () => {
    expect(frameDuration(NTSC)).toBe(23_543_520)
    for (const { num, den } of FRAME_RATES) expect((TICKS_PER_SECOND * den) % num).toBe(0)
    for (const hertz of [8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000]) expect(TICKS_PER_SECOND % hertz).toBe(0)
  })

  test('refuse fractions and what is no longer exact', () => {
    expect(() => ticks(0.5)).toThrow(/whole number/)
    expect(() => ticks(2 ** 53)).toThrow(/whole number/)
    expect(Object.is(ticks(-0), 0)).toBe(true)
    expect(3 * LATEST_POSITION).toBeLessThan(2 ** 53)
  })

  test('a frame begins where it is shown first, at any rate', () => {
    fc.assert(fc.property(rate, fc.nat(86_400 * 60), (fps, frame) => {
      const start = frameStart(frame, fps)
      expect(frameAt(start, fps)).toBe(frame)
      if (start > 0) expect(frameAt(ticks(start - 1), fps)).toBe(frame - 1)
      expect(frameAt(frameMiddle(frame, fps), fps)).toBe(frame)
    }))
  })

  test('a moment is at most half a frame from the frame that it is taken to', () => {
    fc.assert(fc.property(rate, position, (fps, moment) => {
      expect(Math.abs(toFrame(moment, fps) - moment)).toBeLessThanOrEqual(frameDuration(fps) / 2 + 1)
    }))
  })

  test('half a frame is taken upwards', () => {
    const half = ticks(frameDuration({ num: 24, den: 1 }) / 2)
    expect([toFrame(half, { num: 24, den: 1 }), toFrame(ticks(half - 1), { num: 24, den: 1 })]).toEqual([2 * half, 0])
  })

  test('samples and seconds come back', () => {
    fc.assert(fc.property(fc.constantFrom(44_100, 48_000, 96_000), fc.nat(2 ** 31), (hertz, sample) => {
      expect(sampleAt(sampleStart(sample, hertz), hertz)).toBe(sample)
    }))
    fc.assert(fc.property(fc.integer({ min: 0, max: 86_400 * TICKS_PER_SECOND }), (moment) => {
      expect(fromSeconds(toSeconds(ticks(moment)))).toBe(moment)
    }))
  })

  test('scaling is exact however large the product is', () => {
    const bounded = fc.integer({ min: -LATEST_POSITION, max: LATEST_POSITION })
    fc.assert(fc.property(bounded, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 101, max: 200 }), (value, num, den) => {
      const [n, d] = [BigInt(value) * BigInt(num), BigInt(den)]
      const down = BigInt(scaled(value, num, den, 'floor'))
      expect(down * d <= n && (down + 1n) * d > n).toBe(true)
      const up = BigInt(scaled(value, num, den, 'ceil'))
      expect(up * d >= n && (up - 1n) * d < n).toBe(true)
      const near = BigInt(scaled(value, num, den, 'nearest'))
      expect(2n * near * d - d <= 2n * n && 2n * n < 2n * near * d + d).toBe(true)
    }))
  })
})

describe('timecode', () => {
  test.each([
    [0, NTSC, '00:00:00;00'],
    [1799, NTSC, '00:00:59;29'],
    [1800, NTSC, '00:01:00;02'],
    [17_981, NTSC, '00:09:59;29'],
    [17_982, NTSC, '00:10:00;00'],
    [107_892, NTSC, '01:00:00;00'],
    [3600, { num: 60_000, den: 1001 }, '00:01:00;04'],
    [1440, { num: 24_000, den: 1001 }, '00:01:00:00'],
    [25 * 3725 + 7, { num: 25, den: 1 }, '01:02:05:07'],
  ])('frame %i', (frame, fps, label) => {
    expect(formatTimecode(frameStart(frame, fps), fps)).toBe(label)
  })

  test('is read as it is printed', () => {
    fc.assert(fc.property(rate, fc.nat(86_400), (fps, frame) => {
      const start = frameStart(frame, fps)
      expect(parseTimecode(formatTimecode(start, fps), fps)).toEqual({ ok: true, value: start })
    }))
  })

  test('may be short', () => {
    const read = (text: string) => { const parsed = parseTimecode(text, { num: 25, den: 1 }); return parsed.ok ? frameAt(parsed.value, { num: 25, den: 1 }) : parsed.error.message }
    expect(read('7')).toBe(7)
    expect(read('99')).toBe(99)
    expect(read('120')).toBe(45)
    expect(read('600')).toBe(150)
    expect(read('10000')).toBe(1500)
    expect(read('1000000')).toBe(90_000)
    expect(read('140')).toBe(65)
    expect(read('1:12')).toBe(37)
    expect(read(' 2:00:00 ')).toBe(3000)
  })

  test.each([['', NTSC], ['1:2:3:4:5', NTSC], ['00:00:00:30', NTSC], ['00:60:00:00', NTSC], ['00:01:00;00', NTSC], ['-1', NTSC], ['999999999', NTSC], ['10000', NTSC], ['a', NTSC]])('“%s” is refused', (text, fps) => {
    const parsed = parseTimecode(text, fps)
    expect(parsed.ok ? parsed.value : parsed.error.code).toBe('request_invalid')
  })
})
