import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { castWidget } from './cast.ts'
import { pythonRepr } from './python-text.ts'

test('property: any integer survives as a number or as its text', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), (integer) => {
      const cast = castWidget('INT', String(integer))
      expect(cast.ok && BigInt(cast.value as number | bigint)).toBe(integer)
      expect(castWidget('INT', integer)).toEqual({ ok: true, value: integer })
    }),
  )
})

test('property: any finite number survives as its text', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(castWidget('FLOAT', String(number))).toEqual({ ok: true, value: Number(String(number)) })
    }),
  )
})

test.each(['', ' ', '3.0', '0x10', '1__0', '٣', 'NaN', '1e3', '--1'])('"%s" is no INT', (text) => {
  expect(castWidget('INT', text).ok).toBe(false)
})

test.each(['', '.', 'e1', 'nan', 'inf', '0x1', '1,5'])('"%s" is no FLOAT', (text) => {
  expect(castWidget('FLOAT', text).ok).toBe(false)
})

test('null and objects are no numbers', () => {
  for (const value of [null, {}]) {
    expect(castWidget('INT', value).ok).toBe(false)
    expect(castWidget('FLOAT', value).ok).toBe(false)
  }
  expect(castWidget('INT', Infinity).ok).toBe(false)
})

test('numbers without a fraction beyond 2^53 become bigints', () => {
  expect(castWidget('INT', 1e20)).toEqual({ ok: true, value: 100000000000000000000n })
  expect(castWidget('INT', true)).toEqual({ ok: true, value: 1 })
})

test('prints values as Python does', () => {
  expect(pythonRepr({ a: [null, true, 1, "it's", 'say "it\'s"\n'] })).toBe(`{'a': [None, True, 1, "it's", 'say "it\\'s"\\n']}`)
})
