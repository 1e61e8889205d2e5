import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { parseLoopMap, readLoopMap, usesPrevious } from './loop-map.ts'

const mapOf = (...mappings: readonly Json[]) => JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings })
const TO = { node: '@loop.prompt', input: 'text' }
const refusal = (text: string) => {
  const parsed = parseLoopMap(text)
  return parsed.ok ? 'accepted' : `${parsed.error.code} ${parsed.error.message}`
}

test('the example of the description is read', () => {
  const map = unwrap(
    parseLoopMap(
      mapOf({ from: 'prompt', to: TO }, { from: 'seed', to: { node: '@loop.seed', input: 'seed' }, fallback: '$auto_seed', on_retry: '$auto_seed' }),
    ),
  )
  expect(map.cycleSource).toBeUndefined()
  expect(map.mappings).toMatchObject([
    { text: 'prompt', from: { kind: 'path', path: { root: 'entry' } }, to: [{ input: 'text', node: { text: '@loop.prompt' } }], fallback: undefined },
    { from: { kind: 'path' }, fallback: { kind: 'auto_seed' }, onRetry: { kind: 'auto_seed' } },
  ])
})

test('variables, literals and lists of targets and selectors are read', () => {
  const map = unwrap(
    parseLoopMap(mapOf({ from: '$cycle_index', to: [TO, { node: ['id:3', 'type:A'], input: 'x' }], fallback: '$5 a piece', on_retry: { a: [1] } })),
  )
  expect(map.mappings[0]).toMatchObject({
    from: { kind: 'cycle_index' },
    to: [{ input: 'text' }, { input: 'x', node: { text: 'id:3, type:A' } }],
    fallback: { kind: 'literal', value: '$5 a piece' },
    onRetry: { kind: 'literal', value: { a: [1] } },
  })
})

test('a map without a schema is read', () => {
  expect(unwrap(parseLoopMap('{"mappings": []}')).mappings).toEqual([])
})

test('a map that reads the cycle before says so', () => {
  expect(usesPrevious(unwrap(parseLoopMap(mapOf({ from: '$previous.images[0]', to: TO }))))).toBe(true)
  expect(usesPrevious(unwrap(parseLoopMap(mapOf({ from: 'a', to: TO, fallback: '$previous.text' }))))).toBe(true)
  expect(usesPrevious(unwrap(parseLoopMap(mapOf({ from: 'previous', to: TO, fallback: '$previously' }))))).toBe(false)
})

test.each([
  ['{', 'cannot be read'],
  ['{"schema": "lemouf.loopmap.v2", "mappings": []}', 'at schema: it is not "lemouf.loopmap.v1"'],
  ['{"schema": "lemouf.loopmap.v1"}', 'at mappings'],
  ['{"schema": "lemouf.loopmap.v1", "mappings": [], "cycle_source": "$previous[0]"}', 'cycle_source'],
  [mapOf({ from: 'a', to: TO }, { to: TO }), 'mappings\\[1\\].from'],
  [mapOf({ from: 'a' }), 'mappings\\[0\\].to'],
  [mapOf({ from: 'a', to: [] }), 'mappings\\[0\\].to'],
  [mapOf({ from: 'a..b', to: TO }), 'mappings\\[0\\].from .*a\\.\\.b'],
  [mapOf({ from: 'a', to: TO, on_retry: '$previous.' }), 'mappings\\[0\\].on_retry'],
  [mapOf({ from: 'a', to: { node: 'class:A', input: 'x' } }), 'mappings\\[0\\].to.node .*"class:A"'],
  [mapOf({ from: 'a', to: [TO, { node: 're:(', input: 'x' }] }), 'mappings\\[0\\].to\\[1\\].node'],
])('%s is refused with its place', (text, place) => {
  expect(refusal(text)).toMatch(new RegExp(`^loop_map_invalid .*${place}`))
})

test('parsing never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map((from) => mapOf({ from: from as Json, to: TO }))), (text) => typeof parseLoopMap(text).ok === 'boolean'))
})

const mapNode = (map_json: Json) => ({ class_type: 'LoopMap', inputs: { map_json } })

test('the map of a prompt is its one LoopMap node', () => {
  expect(unwrap(readLoopMap({ 1: { class_type: 'A', inputs: {} } }))).toBeUndefined()
  expect(unwrap(readLoopMap({ 1: mapNode('  ') }))).toBeUndefined()
  expect(unwrap(readLoopMap({ 1: mapNode(mapOf({ from: 'a', to: TO })) }))?.mappings).toHaveLength(1)
  for (const prompt of [{ 1: mapNode(mapOf()), 2: mapNode(mapOf()) }, { 1: mapNode(['2', 0]) }, { 1: mapNode('nope') }]) {
    expect(readLoopMap(prompt)).toMatchObject({ ok: false, error: { code: 'loop_map_invalid' } })
  }
})
