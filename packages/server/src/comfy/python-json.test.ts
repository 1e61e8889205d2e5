import { parseJson } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePythonJson } from './python-json.ts'

test('numbers that only Python writes are null, in text they stay', () => {
  const text = '{"is_changed": [NaN, -Infinity, Infinity], "NaN": "NaN \\" Infinity", "n": -1}'
  expect(unwrap(parsePythonJson(text))).toEqual({ is_changed: [null, null, null], NaN: 'NaN " Infinity', n: -1 })
})

test('any JSON is read as it is', () => {
  const odd = fc.constantFrom('NaN', '"NaN', '\\"NaN', 'Infinity\\', '\n-Infinity')
  fc.assert(fc.property(fc.jsonValue(), odd, (value, word) => {
    const text = JSON.stringify([value, word, { [word]: word }])
    expect(unwrap(parsePythonJson(text))).toEqual(unwrap(parseJson(text)))
  }))
})

test('a long text is no trouble', () => {
  const long = 'x\\"'.repeat(2_000_000)
  expect(unwrap(parsePythonJson(JSON.stringify([long, 'NaN'])))).toEqual([long, 'NaN'])
})
