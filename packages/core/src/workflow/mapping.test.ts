import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringifyJson, type Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { parseLoopMap } from './loop-map.ts'
import { applyAssignments, evaluateMap, type MappingArgs } from './mapping.ts'
import { readPayload } from './payload.ts'
import type { Prompt } from './prompt.ts'

const PROMPT: Prompt = {
  3: { class_type: 'KSampler', inputs: { seed: 1, steps: 20, model: ['4', 0] }, _meta: { title: 'Sampler @seed' } },
  6: { class_type: 'CLIPTextEncode', inputs: { text: 'old', clip: ['4', 1] }, _meta: { title: '@prompt' } },
  '1:2': { class_type: 'CLIPTextEncode', inputs: { text: ['6', 0] } },
}
const PROMPT_MAPPING = { from: 'prompt', to: { node: '@prompt', input: 'text' } }
const SEED_MAPPING = { from: 'seed', to: { node: '@seed', input: 'seed' }, fallback: '$auto_seed', on_retry: '$auto_seed' }

type Given = Partial<Omit<MappingArgs, 'map'>> & { readonly mappings?: readonly Json[]; readonly cycleSource?: string }
const evaluate = ({ mappings, cycleSource, ...given }: Given) => {
  const text = JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings, cycle_source: cycleSource })
  const map = mappings === undefined ? undefined : unwrap(parseLoopMap(text))
  return evaluateMap({ map, prompt: PROMPT, payload: undefined, overrides: {}, cycleIndex: 0, retryIndex: 0, autoSeed: 77, previous: undefined, ...given })
}
const failure = (given: Given) => {
  const result = evaluate(given)
  return result.ok ? 'accepted' : `${result.error.code} ${result.error.message}`
}

test('a list gives each cycle its entry, an object serves every cycle', () => {
  const list = [{ prompt: 'a cat' }, { prompt: 'a dog', seed: 5 }]
  expect(unwrap(evaluate({ mappings: [PROMPT_MAPPING, SEED_MAPPING], payload: list }))).toEqual({ '6.text': 'a cat', '3.seed': 77 })
  expect(unwrap(evaluate({ mappings: [PROMPT_MAPPING, SEED_MAPPING], payload: list, cycleIndex: 1 }))).toEqual({ '6.text': 'a dog', '3.seed': 5 })
  expect(unwrap(evaluate({ mappings: [PROMPT_MAPPING], payload: { prompt: 'same' }, cycleIndex: 9 }))).toEqual({ '6.text': 'same' })
})

test('cycle_source says where the entries are', () => {
  const payload = { shots: [{ p: 'one' }, { p: 'two' }] }
  const mappings = [{ from: 'p', to: { node: '@prompt', input: 'text' } }]
  expect(unwrap(evaluate({ mappings, payload, cycleSource: '$payload.shots[cycle_index]', cycleIndex: 1 }))).toEqual({ '6.text': 'two' })
  expect(failure({ mappings, payload, cycleSource: '$payload.shots[cycle_index]', cycleIndex: 2 })).toMatch(/^payload_too_short .*cycle 3/)
  expect(unwrap(evaluate({ mappings, payload: [{ p: 'x' }], cycleSource: '$payload[cycle_index]' }))).toEqual({ '6.text': 'x' })
})

test('entries that are values themselves are named from the payload', () => {
  const mappings = [{ from: '$payload[cycle_index]', to: { node: '@prompt', input: 'text' } }]
  expect(unwrap(evaluate({ mappings, payload: ['a', 'b'], cycleIndex: 1 }))).toEqual({ '6.text': 'b' })
})

test('$payload before a path means the entry, and what it lacks the payload', () => {
  const to = { node: '@prompt', input: 'text' }
  const payload = [{ prompt: 'one' }, { prompt: 'two' }]
  expect(unwrap(evaluate({ mappings: [{ from: '$payload.prompt', to }], payload, cycleIndex: 1 }))).toEqual({ '6.text': 'two' })
  expect(unwrap(evaluate({ mappings: [{ from: '$payload[0].prompt', to }], payload, cycleIndex: 1 }))).toEqual({ '6.text': 'one' })
})

test('a payload may ask for a seed', () => {
  expect(unwrap(evaluate({ mappings: [SEED_MAPPING], payload: { seed: '$auto_seed' } }))).toEqual({ '3.seed': 77 })
})

test('on_retry takes the place of the value from the second try on', () => {
  const payload = { seed: 5 }
  expect(unwrap(evaluate({ mappings: [SEED_MAPPING], payload }))).toEqual({ '3.seed': 5 })
  expect(unwrap(evaluate({ mappings: [SEED_MAPPING], payload, retryIndex: 1 }))).toEqual({ '3.seed': 77 })
})

test('overrides come first, the map over them, edits over all', () => {
  const overrides = { '3.steps': 30, '6.text': 'override', '1:2.text': 'inner' }
  const args = { mappings: [PROMPT_MAPPING], payload: { prompt: 'mapped' }, overrides }
  expect(unwrap(evaluate(args))).toEqual({ '3.steps': 30, '6.text': 'mapped', '1:2.text': 'inner' })
  expect(unwrap(evaluate({ ...args, edits: { '6.text': 'edited' } }))).toMatchObject({ '6.text': 'edited' })
  expect(unwrap(evaluate({ overrides }))).toEqual(overrides)
})

test('the indices are values too', () => {
  const mappings = [
    { from: '$cycle_index', to: { node: '@prompt', input: 'text' } },
    { from: '$retry_index', to: { node: '@seed', input: 'steps' } },
  ]
  expect(unwrap(evaluate({ mappings, cycleIndex: 4, retryIndex: 2 }))).toEqual({ '6.text': 4, '3.steps': 2 })
})

test('$previous reads what was approved before; in the first cycle the input is left alone or falls back', () => {
  const mapping = { from: '$previous.images[0]', to: { node: '@prompt', input: 'text' } }
  expect(unwrap(evaluate({ mappings: [mapping] }))).toEqual({})
  expect(unwrap(evaluate({ mappings: [{ ...mapping, fallback: 'start.png' }] }))).toEqual({ '6.text': 'start.png' })
  expect(unwrap(evaluate({ mappings: [mapping], previous: { images: ['a.png'] }, cycleIndex: 1 }))).toEqual({ '6.text': 'a.png' })
  expect(failure({ mappings: [mapping], previous: { text: 'x' }, cycleIndex: 1 })).toMatch(/^mapping_failed .*\$previous\.images\[0\].*approved outputs.*cycle 2/)
})

test.each<[string, Given, RegExp]>([
  ['a path without a value', { mappings: [PROMPT_MAPPING], payload: [{ text: 'x' }] }, /^mapping_failed .*"prompt".*cycle 1.*fallback/],
  ['a null', { mappings: [PROMPT_MAPPING], payload: { prompt: null } }, /^mapping_failed /],
  ['no payload', { mappings: [PROMPT_MAPPING] }, /^mapping_failed /],
  ['a short payload', { mappings: [SEED_MAPPING], payload: [{ seed: 1 }], cycleIndex: 1 }, /^payload_too_short .*1 entries.*cycle 2/],
  ['a selector without nodes', { mappings: [{ from: '$cycle_index', to: { node: '@nobody', input: 'x' } }] }, /^mapping_failed .*"@nobody"/],
  ['an override of an absent node', { overrides: { '99.seed': 1 } }, /^mapping_failed .*"99\.seed"/],
  ['an override that reaches for the prototype', { overrides: { 'constructor.name': 1 } }, /^mapping_failed /],
  ['an edit without an input', { edits: { 3: 1 } }, /^mapping_failed .*"3"/],
])('%s is said', (_what, given, sentence) => {
  expect(failure(given)).toMatch(sentence)
})

test('a short payload does not matter to a map that does not read it', () => {
  expect(unwrap(evaluate({ mappings: [{ from: '$auto_seed', to: { node: '@seed', input: 'seed' } }], payload: [1], cycleIndex: 5 }))).toEqual({ '3.seed': 77 })
})

test('a list of values is never taken for a link', () => {
  const assigned = unwrap(evaluate({ mappings: [PROMPT_MAPPING], payload: { prompt: ['4', 0] } }))
  expect(assigned).toEqual({ '6.text': { __value__: ['4', 0] } })
})

test('assignments make a new prompt, and a value replaces a link', () => {
  const before = stringifyJson(PROMPT)
  const after = applyAssignments(PROMPT, { '1:2.text': 'typed', '3.seed': 2n ** 63n, '99.x': 1 })
  expect(after['1:2']?.inputs).toEqual({ text: 'typed' })
  expect(after['3']?.inputs).toEqual({ seed: 2n ** 63n, steps: 20, model: ['4', 0] })
  expect(stringifyJson(PROMPT)).toBe(before)
  expect(Object.keys(after)).toEqual(Object.keys(PROMPT))
})

test('the same arguments give the same values', () => {
  const payload = fc.array(fc.record({ prompt: fc.string(), seed: fc.option(fc.nat(), { nil: undefined }) }, { requiredKeys: ['prompt'] }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(payload, fc.nat({ max: 3 }), fc.nat({ max: 2 }), fc.nat(), (entries, cycleIndex, retryIndex, autoSeed) => {
      const given = { mappings: [PROMPT_MAPPING, SEED_MAPPING], payload: entries as unknown as Json, cycleIndex, retryIndex, autoSeed }
      const expected = { '6.text': entries[cycleIndex]!.prompt, '3.seed': retryIndex > 0 ? autoSeed : (entries[cycleIndex]!.seed ?? autoSeed) }
      expect(unwrap(evaluate(given))).toEqual(expected)
      expect(evaluate(given)).toEqual(evaluate({ ...given, payload: entries.map((entry) => ({ ...entry })) as unknown as Json }))
    }),
  )
})

const payloadNode = (payload_json: Json): Prompt => ({ 1: { class_type: 'LoopPayload', inputs: { payload_json } } })

test('the payload of a prompt is the JSON in its LoopPayload node', () => {
  expect(unwrap(readPayload(PROMPT))).toBeUndefined()
  expect(unwrap(readPayload(payloadNode('[]')))).toBeUndefined()
  expect(unwrap(readPayload(payloadNode('[{"seed": 18446744073709551615}]')))).toEqual([{ seed: 18446744073709551615n }])
  expect(readPayload(payloadNode('[{'))).toMatchObject({ ok: false, error: { code: 'payload_invalid' } })
  expect(unwrap(readPayload(payloadNode(['2', 0])))).toBeUndefined()
})
