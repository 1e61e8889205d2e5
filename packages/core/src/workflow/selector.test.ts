import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import type { Prompt } from './prompt.ts'
import { parseSelector, selectNodes } from './selector.ts'

const node = (class_type: string, title?: string) => ({ class_type, inputs: {}, ...(title === undefined ? {} : { _meta: { title } }) })
const PROMPT: Prompt = {
  3: node('KSampler', 'Sampler @loop.seed'),
  6: node('CLIPTextEncode', 'Positive @loop.prompt'),
  7: node('CLIPTextEncode', 'Negative'),
  12: node('SaveImage'),
  '1:2': node('KSampler', 'Inner'),
}
const select = (value: Json) => selectNodes(unwrap(parseSelector(value)), PROMPT)

test.each([
  ['@loop.seed', ['3']],
  ['@loop', ['3', '6']],
  ['@none', []],
  ['loop.seed', ['3']],
  ['id:12', ['12']],
  ['id:1:2', ['1:2']],
  ['id:1', []],
  ['id:constructor', []],
  ['type:KSampler', ['3', '1:2']],
  ['re:/negative/i', ['7']],
  ['re:negative', []],
  ['re:^(Positive|Inner)', ['6', '1:2']],
  ['re:/CLIP/', ['6', '7']],
  ['re:/clip/i', ['6', '7']],
  [['type:KSampler', 'id:12', '@loop'], ['3', '1:2', '12', '6']],
])('%j', (selector, ids) => {
  expect(select(selector)).toEqual(ids)
})

test.each<{ selector: Json }>(
  ['', [], 5, null, ['@a', 5], 'class:KSampler', 'two words', '@', 'id:', 'id: ', 'type:', 'tpye:A', 're:', 're:/(/', 're:/a/x', 're:(?=a)', `re:${'a'.repeat(500)}`].map((selector) => ({ selector })),
)('$selector is refused', ({ selector }) => {
  const refused = parseSelector(selector)
  expect(refused.ok ? 'accepted' : refused.error.code).toBe('selector_invalid')
})

test('a pattern that would make a backtracking matcher hang is answered', () => {
  const selector = unwrap(parseSelector('re:^(a+)+$'))
  expect(selectNodes(selector, { 1: node('A', `${'a'.repeat(5000)}!`) })).toEqual([])
})

test('parsing never throws', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string().map((body) => `re:${body}`), fc.string().map((body) => `re:/${body}/i`))
  fc.assert(fc.property(fc.oneof(text, fc.array(text), fc.jsonValue() as fc.Arbitrary<Json>), (value) => typeof parseSelector(value).ok === 'boolean'))
})
