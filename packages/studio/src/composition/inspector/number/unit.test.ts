import { FRAME_RATES, frameStart, LATEST_POSITION, TICKS_PER_SECOND } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberUnit, readTyped, timeUnit, typedOnto, type Typed, type Unit } from './unit.ts'

const reads = (words: string, unit: Unit): Typed | string => {
  const read = readTyped(words, unit)
  return read.ok ? read.value : `not ${read.error}`
}
const percent = numberUnit({ scale: 100, suffix: '%', least: 0, most: 1, digits: 1 })
const place = numberUnit({ scale: 1920, suffix: 'px', least: -100, most: 100, digits: 1, also: { '%': 19.2 } })
const film = timeUnit({ num: 25, den: 1 }, { least: 0, most: LATEST_POSITION })
const pixels = numberUnit({ suffix: 'px', least: 16, most: 16_384 })
const frames = (count: number): number => count * (TICKS_PER_SECOND / 25)

test('what a time field shows is read as the same frame, at every usual rate', () => {
  fc.assert(fc.property(fc.constantFrom(...FRAME_RATES), fc.integer({ min: 0, max: 2_000_000 }), (rate, frame) => {
    const unit = timeUnit(rate, { least: 0, most: LATEST_POSITION })
    const at = frameStart(frame, rate)
    expect(reads(unit.format(at), unit)).toEqual({ type: 'set', value: at })
  }))
})

test('what a number field shows is read as the same number, and shown as the same again', () => {
  fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom(1, 100, 1080), (whole, digits, scale) => {
    const unit = numberUnit({ scale, digits, least: -Infinity, most: Infinity, suffix: '%' })
    const shown = unit.format(whole / 10 ** digits / scale)
    const read = readTyped(shown, unit)
    expect(read).toMatchObject({ ok: true, value: { type: 'set' } })
    if (read.ok && read.value.type === 'set') expect([unit.format(read.value.value), read.value.value * scale]).toEqual([shown, expect.closeTo(whole / 10 ** digits, 6)])
  }))
})

test('no words make it throw, and what it takes is within its limits', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+\-*/=]{0,2}[0-9:;.,]{0,8}[a-z%]{0,2}$/)), fc.constantFrom(percent, place, film), fc.double({ min: 0, max: 1, noNaN: true }), (words, unit, before) => {
    const read = readTyped(words, unit)
    if (!read.ok) return
    const value = typedOnto(read.value, before, unit)
    expect(value >= unit.least && value <= unit.most).toBe(true)
  }))
})

test.each<[string, Unit, Typed | string]>([
  ['1:12', film, { type: 'set', value: frames(37) }],
  ['12', film, { type: 'set', value: frames(12) }],
  ['600', film, { type: 'set', value: frames(150) }],
  ['+600', film, { type: 'by', by: frames(150) }],
  ['600f', film, { type: 'set', value: frames(600) }],
  ['12f', film, { type: 'set', value: frames(12) }],
  ['1,5 s', film, { type: 'set', value: TICKS_PER_SECOND * 1.5 }],
  ['1m2.5s', film, { type: 'set', value: TICKS_PER_SECOND * 62.5 }],
  ['40ms', film, { type: 'set', value: frames(1) }],
  ['+12f', film, { type: 'by', by: frames(12) }],
  ['-1:00', film, { type: 'by', by: -frames(25) }],
  ['1:00+2f-1f', film, { type: 'set', value: frames(26) }],
  ['*2', film, { type: 'times', factor: 2 }],
  ['1:99', film, 'not 1:99'],
  ['', film, 'not '],
  ['noon', film, 'not noon'],
  ['50 %', percent, { type: 'set', value: 0.5 }],
  ['−5', percent, { type: 'by', by: -0.05 }],
  ['-96', place, { type: 'set', value: -0.05 }],
  ['-=96px', place, { type: 'by', by: -0.05 }],
  ['+=96', place, { type: 'by', by: 0.05 }],
  ['25%', place, { type: 'set', value: 0.25 }],
  ['100-4', place, { type: 'set', value: 96 / 1920 }],
  ['/4', place, { type: 'times', factor: 0.25 }],
  ['/0', place, 'not /0'],
  ['1e3', place, 'not 1e3'],
  ['1,920', pixels, { type: 'set', value: 1920 }],
  ['1,920px', pixels, { type: 'set', value: 1920 }],
  ['12,800+1,000', pixels, { type: 'set', value: 13_800 }],
  ['1 920', pixels, { type: 'set', value: 1920 }],
  ['99,5', pixels, { type: 'set', value: 99.5 }],
  ['*1,125', pixels, { type: 'times', factor: 1.125 }],
  ['*1,5', pixels, { type: 'times', factor: 1.5 }],
  ['1,125', percent, { type: 'set', value: 0.01125 }],
])('%j is read', (words, unit, read) => {
  expect(reads(words, unit)).toEqual(read)
})

test('each of several values is changed by what was typed, and held within the limits', () => {
  const typed: Typed = { type: 'by', by: 0.4 }
  expect([0.1, 0.8].map((value) => typedOnto(typed, value, percent))).toEqual([0.5, 1])
  expect(typedOnto({ type: 'times', factor: 1 / 3 }, frames(1), film)).toBe(Math.round(frames(1) / 3))
})
