import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { namedValues } from './named-values.ts'

test.each<[string, readonly Json[], JsonObject, JsonObject]>([
  ['as written', ['a.png', 'image'], { image: 'a.png', upload: 'image' }, { image: 'a.png', upload: 'image' }],
  ['edited by hand', ['b.png', 'image'], { image: 'a.png', upload: 'image' }, { image: 'b.png', upload: 'image' }],
  ['two buttons of one name', ['b.wav', null, null], { audio: 'a.wav', upload: null }, { audio: 'b.wav', upload: null }],
  ['names sorted by a tool', [2, 'lanczos'], { method: 'lanczos', scale: 2 }, { method: 'lanczos', scale: 2 }],
  ['positions of another layout', [5, 'fixed', 20], { seed: 7, steps: 20 }, { seed: 7, steps: 20 }],
  ['positions that do not fit', ['fixed', 5, 20], { seed: 7, steps: 20 }, { seed: 7, steps: 20 }],
  ['fewer positions', [5], { seed: 7, steps: 20 }, { seed: 7, steps: 20 }],
  ['no positions', [], { seed: 7 }, { seed: 7 }],
  ['a seed grown large', [18446744073709551615n], { seed: 7 }, { seed: 18446744073709551615n }],
])('values by name and position: %s', (_what, positional, named, values) => {
  expect(namedValues(positional, named)).toEqual(values)
})

test('values that were edited by position arrive under their names', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]+$/), { minLength: 1 }), fc.infiniteStream(fc.string()), (names, texts) => {
      const written = names.map((name) => `${name} as written`)
      const edited = names.map(() => texts.next().value)
      const named = Object.fromEntries(names.map((name, at) => [name, written[at]!]))
      expect(namedValues(written, named)).toEqual(named)
      expect(Object.values(namedValues(edited, named))).toEqual(edited)
    }),
  )
})
