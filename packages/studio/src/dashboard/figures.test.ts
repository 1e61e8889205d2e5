import { afterEach, expect, test } from 'vitest'
import { changeSettings } from '../app/settings.ts'
import { barsOf, FIGURE, FIGURES, NOTHING, writeFigure, type FigurePart } from './figures.ts'

afterEach(() => changeSettings({ language: 'auto' }))

const part: FigurePart = {
  decisions: 4, median_decision_ms: 4200, cycles: 2, first_pass: 0.5, retries_per_cycle: 1.25, approved: 1,
  person_ms_per_approved: 65_000, machine_ms_per_approved: 800, waiting: 1200, use: { busy_ms: 3000, idle_ms: 1000 },
}
const nothing: FigurePart = { ...part, median_decision_ms: null, first_pass: null, retries_per_cycle: null, person_ms_per_approved: null, machine_ms_per_approved: null, waiting: 0, use: { busy_ms: 0, idle_ms: 0 } }

test('each figure as it is written', () => {
  expect(FIGURES.map((name) => writeFigure(name, part))).toEqual(['1,200', '4.2 s', '50%', '1.25', '1 min 05 s', '0.8 s', '25%'])
  expect(FIGURES.map((name) => writeFigure(name, nothing))).toEqual(['0', ...Array.from({ length: 6 }, () => NOTHING)])
  expect(writeFigure('idle', { ...part, use: null })).toBe(NOTHING)
})

test('what a figure was made of', () => {
  expect(FIGURE.decision.about(part)).toBe('4 decisions')
  expect(FIGURE.idle.about(part)).toBe('1.0 s of 4.0 s')
  changeSettings({ language: 'fr' })
  expect(FIGURE.firstPass.about(part)).toBe('2 cycles décidés')
})

test('bars reach from nothing to the top of their scale', () => {
  const heights = (values: readonly (number | null)[], top?: number) => barsOf(values, top).bars.map((bar) => bar && bar.height)
  expect(heights([2, null, 4])).toEqual([0.5, null, 1])
  expect(barsOf([2, null, 4], undefined).scale).toBe(4)
  expect(heights([0.25, 1], 1)).toEqual([0.25, 1])
  expect(heights([0, 0])).toEqual([0, 0])
  expect(barsOf([null], undefined)).toEqual({ scale: 0, bars: [null] })
})

test('a value far beyond the others is cut, and said to be', () => {
  const { scale, bars } = barsOf([10, 20, 15, 30_000, 20, 5], undefined)
  expect(scale).toBe(40)
  expect(bars.map((bar) => bar?.beyond)).toEqual([false, false, false, true, false, false])
  expect(bars[3]?.height).toBe(1)
})
