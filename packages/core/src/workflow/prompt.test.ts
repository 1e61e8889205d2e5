import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson, stringifyJson, type Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { isLink, nodeTitle, parsePrompt } from './prompt.ts'

const parse = (text: string) => parsePrompt(unwrap(parseJson(text)))

test('a prompt keeps its nodes, links and titles', () => {
  const prompt = unwrap(parse('{"3": {"class_type": "KSampler", "inputs": {"model": ["4", 0], "steps": 20}, "_meta": {"title": "Sampler", "x": 1}, "is_changed": ["a"]}}'))
  expect(prompt).toEqual({ 3: { class_type: 'KSampler', inputs: { model: ['4', 0], steps: 20 }, _meta: { title: 'Sampler' } } })
  const asJson: Json = prompt
  expect(stringifyJson(asJson)).toContain('"class_type":"KSampler"')
})

test('seeds beyond 2^53 stay exact', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (seed) => {
      const prompt = unwrap(parse(`{"3": {"class_type": "KSampler", "inputs": {"seed": ${seed}}}}`))
      expect(stringifyJson(prompt)).toContain(`"seed":${seed}}`)
    }),
  )
})

test.each([
  ['{}', 'no nodes'],
  ['[]', 'API form'],
  ['{"3": {"inputs": {}}}', 'node 3, class_type'],
  ['{"3": {"class_type": "A"}}', 'node 3, inputs'],
  ['{"nodes": [], "links": []}', 'as the editor saves it'],
])('%s is refused with its place', (text, sentence) => {
  const refused = parse(text)
  expect(refused.ok ? '' : `${refused.error.code} ${refused.error.message}`).toMatch(new RegExp(`^prompt_malformed .*${sentence}`))
})

test('a link is an id and a slot', () => {
  expect([['4', 0], ['4', 0.5], [4, 0], ['4', 0, 1], '4', undefined].map((value) => isLink(value))).toEqual([true, false, false, false, false, false])
})

test('a node without a title is called by its class', () => {
  expect(nodeTitle({ class_type: 'KSampler', inputs: {} })).toBe('KSampler')
})
