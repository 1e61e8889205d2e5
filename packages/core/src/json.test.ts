import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson, stringifyJson } from './json.ts'

const faultOf = (text: string): string => {
  const parsed = parseJson(text)
  return parsed.ok ? 'none' : parsed.error.message
}

test.each([
  ['{"a": 1,\n "b": 2,\n}', 'Expected double-quoted property name', 'line 3, column 1'],
  ['[1,\n2,\n]', "Unexpected token ']'", 'line 3, column 1'],
  ['[[1], [2],\n [3,]\n]', "Unexpected token ']'", 'line 2, column 5'],
  ['{"a": 1,\r\n "b": yes}', "Unexpected token 'y'", 'line 2, column 7'],
  [`[${'1,\n'.repeat(200)}x,${'1,\n'.repeat(200)}2]`, "Unexpected token 'x'", 'line 201, column 1'],
  ['[tru\n]', 'Unexpected token', 'line 1, column 5'],
  ['[1,\n', 'Unexpected end', 'line 2, column 1'],
  ['', 'Unexpected end', 'line 1, column 1'],
  ["['a']", "Unexpected token '''", 'line 1, column 2'],
  ['undefined', 'not valid JSON', 'line 1, column 1'],
])('%j is refused in one line with its place', (text, reason, place) => {
  const said = faultOf(text)
  expect(said).toContain(reason)
  expect(said).toContain(`(${place}). Check the text near that place.`)
  expect(said).not.toContain('\n')
})

test('the place is that of the character which does not fit', () => {
  const strange = fc.constantFrom('x', '@', '=')
  fc.assert(fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }), fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }), strange, (before, after, character) => {
    const lines = before.map((value) => `${JSON.stringify(value)},\n`).join('')
    const text = `[${lines}${character}${after.map((value) => `,\n${JSON.stringify(value)}`).join('')}]`
    expect(faultOf(text)).toContain(`(line ${before.length + 1}, column ${before.length === 0 ? 2 : 1})`)
  }))
})

test('whole numbers of any size are read and printed as they were', () => {
  fc.assert(fc.property(fc.array(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n })), (numbers) => {
    const text = `[${numbers.join(',')}]`
    const parsed = parseJson(text)
    expect(parsed.ok && stringifyJson(parsed.value)).toBe(text)
  }))
})
