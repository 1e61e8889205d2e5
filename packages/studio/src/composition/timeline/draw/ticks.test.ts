import { FRAME_RATES, formatTimecode, frameStart, ticks, TICKS_PER_SECOND, type FrameRate, type Ticks } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticksOf, widthOfLabel, type Counting } from './ticks.ts'

const NTSC: FrameRate = { num: 30_000, den: 1001 }
const count = (kind: Counting['kind'], rate: FrameRate = { num: 25, den: 1 }): Counting => ({ kind, rate, tempo: 120, beats: 4 })
const seconds = (value: number): Ticks => ticks(Math.round(value * TICKS_PER_SECOND))
const labels = (from: number, to: number, scale: number, counting: Counting): readonly string[] =>
  ticksOf({ from: seconds(from), to: seconds(to) }, TICKS_PER_SECOND / scale, counting).flatMap(({ label }) => label ?? [])

const countings = fc.record({
  kind: fc.constantFrom<Counting['kind'][]>('timecode', 'frames', 'bars'), rate: fc.constantFrom(...FRAME_RATES),
  tempo: fc.double({ min: 20, max: 400, noNaN: true }), beats: fc.integer({ min: 1, max: 16 }),
})
// From sixteen pixels a frame or so to ten minutes a pixel.
const scales = fc.double({ min: 4.65, max: 11.6, noNaN: true }).map((power) => 10 ** power)
const views = fc.record({ counting: countings, scale: scales, from: fc.integer({ min: 0, max: 100 * 3600 }).map(seconds), width: fc.integer({ min: 300, max: 4000 }) })

test('what is written along the ruler', () => {
  expect(labels(0, 10, 40, count('timecode'))).toEqual(['00:00:00:00', '00:00:05:00'])
  expect(labels(0, 1, 1200, count('timecode'))).toEqual(['00:00:00:00', '00:00:00:05', '00:00:00:10', '00:00:00:15', '00:00:00:20'])
  expect(labels(0, 4, 50, count('frames'))).toEqual(['0', '20', '40', '60', '80'])
  expect(labels(0, 4, 50, count('bars'))).toEqual(['1', '2'])
  expect(labels(0, 2, 200, count('bars'))).toEqual(['1', '1.2', '1.3', '1.4'])
})

test('minutes of drop-frame timecode are where they begin', () => {
  expect(labels(0, 130, 2, count('timecode', NTSC))).toEqual(['00:00:00:00', '00:01:00;02', '00:02:00;02'].map((label) => label.replace('00:00:00:00', '00:00:00;00')))
  expect(labels(600, 601, 2, count('timecode', NTSC))[0]).toBe('00:10:00;00')
})

test('labels never touch each other, in any counting, at any zoom', () => {
  fc.assert(
    fc.property(views, ({ counting, scale, from, width }) => {
      const found = ticksOf({ from, to: ticks(Math.round(from + width * scale)) }, scale, counting)
      let end = -Infinity
      for (const { at, label } of found) {
        if (label === undefined) continue
        const x = (at - from) / scale
        expect(x).toBeGreaterThan(end)
        end = x + widthOfLabel(label)
      }
    }),
  )
})

test('ticks go up, are few, and are where what they say begins', () => {
  fc.assert(
    fc.property(views, ({ counting, scale, from, width }) => {
      const found = ticksOf({ from, to: ticks(Math.round(from + width * scale)) }, scale, counting)
      expect(found.length).toBeLessThan(width)
      for (const [index, { at, label }] of found.entries()) {
        expect(at).toBeGreaterThan(found[index - 1]?.at ?? -1)
        if (label === undefined) continue
        if (counting.kind === 'timecode') expect([label, label]).toEqual([formatTimecode(at, counting.rate), at === 0 ? label : not(formatTimecode(ticks(at - 1), counting.rate), label)])
        if (counting.kind === 'frames') expect(at).toBe(frameStart(Number(label.replaceAll(',', '')), counting.rate))
        if (counting.kind === 'bars') expect(Math.abs(at - beatOf(label, counting) * ((TICKS_PER_SECOND * 60) / counting.tempo))).toBeLessThanOrEqual(1)
      }
    }),
  )
})

/** A label, where another is not the same. */
const not = (other: string, label: string): string => (other === label ? `also a tick earlier: ${other}` : label)

function beatOf(label: string, { beats }: Counting): number {
  const [bar = 1, beat = 1] = label.split('.').map(Number)
  return (bar - 1) * beats + beat - 1
}
