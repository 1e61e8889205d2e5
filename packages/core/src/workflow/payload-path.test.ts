import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { parsePath, readPath } from './payload-path.ts'

const read = (path: string, root: Json, cycleIndex = 0) => readPath(unwrap(parsePath(path)), root, { cycleIndex })

const ENTRY = { a: { b: [{ c: 1 }, { c: 2 }] }, 'a key': { 'x.y': 3, "it's": 4 }, list: [10, 20, 30], text: 'hello', 'nope-1': 5 }

test.each([
  ['a.b[1].c', 2],
  ["['a key']['x.y']", 3],
  [`["a key"]["it's"]`, 4],
  ["['a key']['it\\'s']", 4],
  ['a key.it', undefined],
  ['list[cycle_index]', 30],
  ['list[$cycle_index]', 30],
  ['list[3]', undefined],
  ['list.length', undefined],
  ['text[0]', undefined],
  ['text.length', undefined],
  ['nope-1', 5],
  ['a[0]', undefined],
])('%s', (path, value) => {
  expect(read(path, ENTRY, 2)).toBe(value)
})

test('a root is named by its prefix', () => {
  expect(unwrap(parsePath('$payload[cycle_index].a'))).toMatchObject({ root: 'payload', tokens: [{ kind: 'cycle' }, { kind: 'key', key: 'a' }] })
  expect(unwrap(parsePath('$previous'))).toMatchObject({ root: 'previous', tokens: [] })
  expect(unwrap(parsePath('a'))).toMatchObject({ root: 'entry' })
})

test.each(['', '.a', 'a.', 'a..b', 'a[', 'a[b]', 'a[-1]', "a['b]", '$payloads.a', '$payloada', 'a b[0]c', `a${'.a'.repeat(32)}`, 'x'.repeat(1001)])('%j is refused', (path) => {
  const refused = parsePath(path)
  expect(refused.ok ? 'accepted' : refused.error.code).toBe('payload_path_invalid')
})

test('32 steps are read', () => {
  expect(unwrap(parsePath(`a${'.a'.repeat(31)}`)).tokens).toHaveLength(32)
})

test('parsing never throws, and reading never leaves the own properties', () => {
  const piece = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'map')
  const written = piece.chain((key) => fc.constantFrom(key, `['${key}']`, `["${key}"]`))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parsePath(text).ok === 'boolean'))
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), fc.constantFrom<Json>({}, [], 'text', 1, null, [{}]), (steps, root) => {
      const path = parsePath(steps.map((step, at) => (at === 0 || step.startsWith('[') ? step : `.${step}`)).join(''))
      expect(path.ok && readPath(path.value, root, { cycleIndex: 0 })).toBeUndefined()
    }),
  )
})

test('quoted keys of any text find what they name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30, unit: 'binary' }).filter((key) => key !== '__proto__'), fc.integer(), (key, value) => {
      const quoted = `['${key.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`
      expect(read(quoted, { [key]: value })).toBe(value)
    }),
  )
})
