import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { readGiven, unreachableResources } from './index.ts'

const read = (json: Json | undefined) => unwrap(readGiven(json))

test('addresses and objects become resources, named and of a kind', () => {
  expect(read(['https://example.org/a/Clip%20one.MP4?x=1', { src: '/lemouf/media/0123456789abcdef0123456789abcdef', mime: 'image/png', label: 'Title', width: 10, height: 20 }])).toEqual([
    { id: 'given/0', kind: 'video', name: 'Clip%20one.MP4', src: 'https://example.org/a/Clip%20one.MP4?x=1' },
    { id: 'given/1', kind: 'image', name: 'Title', media: '0123456789abcdef0123456789abcdef', src: '/lemouf/media/0123456789abcdef0123456789abcdef', mime: 'image/png', width: 10, height: 20 },
  ])
  expect(read({ resources: [{ uri: 'https://e.org/a.bin', resource_type: 'audio', duration_s: 3.5, id: 'mine' }] })).toEqual([{ id: 'mine', kind: 'audio', name: 'a.bin', src: 'https://e.org/a.bin', seconds: 3.5 }])
  for (const none of [undefined, null, [], {}]) expect(read(none)).toEqual([])
})

test('a path of one machine, or code, is a name and no address', () => {
  const resources = read([String.raw`C:\clips\a.mp4`, { filename: 'b.png', subfolder: 'x', type: 'output' }, 'javascript:alert(1)', '//evil.example/a.png', 'file:///etc/passwd'])
  expect(resources.every(({ src }) => src === undefined)).toBe(true)
  expect(unreachableResources(resources)).toEqual(['a.mp4', 'b.png', 'javascript:alert(1)', 'a.png', 'passwd'])
})

test.each<[Json, RegExp]>([
  [[1], /Entry 1/],
  [['https://e.org/a.png', {}], /Entry 2/],
  ['https://e.org/a.png', /no list/],
  [{ resources: 'x' }, /no list/],
])('%j is refused', (json, sentence) => {
  const refused = readGiven(json)
  expect(refused.ok ? '' : `${refused.error.code} ${refused.error.message}`).toMatch(sentence)
})

test('any JSON is read or refused, and gives the same twice', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => { expect(readGiven(value as Json)).toEqual(readGiven(value as Json)) }))
})
