import { expect, test } from 'vitest'
import { unwrap } from '../result.ts'
import { comboValues, inputSpec, isWidget, parseObjectInfo, typesCompatible } from './object-info.ts'

const INFO = unwrap(
  parseObjectInfo({
    Mixed: {
      input: {
        required: { image: ['IMAGE'], mode: [['a', 'b']], size: ['INT', { default: 4, min: 1, max: 18446744073709551615n }] },
        optional: { kind: ['COMBO', { options: ['x', 'y'] }], forced: ['STRING', { forceInput: true }], odd: [null] },
        hidden: { prompt: 'PROMPT', unique_id: ['UNIQUE_ID'] },
      },
      input_order: { required: ['size', 'image', 'mode'] },
      output: ['IMAGE', ['a', 'b']],
      output_node: true,
      display_name: 'A Mix',
    },
    Bare: { input: { required: {} } },
  }),
)
const mixed = INFO.get('Mixed')!

test('inputs come in the order the class gives, required before optional', () => {
  expect(mixed.inputs.map((input) => input.name)).toEqual(['size', 'image', 'mode', 'kind', 'forced', 'odd', 'prompt', 'unique_id'])
  expect(mixed).toMatchObject({ displayName: 'A Mix', outputNode: true, outputs: ['IMAGE', 'COMBO'] })
  expect(INFO.get('Bare')).toEqual({ name: 'Bare', displayName: 'Bare', inputs: [], outputs: [], outputNode: false })
})

test('numbers, texts, switches and choices are widgets; sockets, forced and hidden inputs are not', () => {
  expect(mixed.inputs.filter(isWidget).map((input) => input.name)).toEqual(['size', 'mode', 'kind'])
})

test('a choice gives its values in both forms', () => {
  expect(['mode', 'kind', 'size'].map((name) => comboValues(inputSpec(mixed, name)!))).toEqual([['a', 'b'], ['x', 'y'], undefined])
})

test.each([
  ['IMAGE', 'IMAGE', true],
  ['IMAGE', 'MASK', false],
  ['IMAGE', '*', true],
  ['*', 'MASK', true],
  ['INT,FLOAT', 'FLOAT', true],
  ['INT', 'STRING, int', true],
  ['INT,FLOAT', 'STRING,MASK', false],
])('%s feeding %s: %s', (output, input, fits) => {
  expect(typesCompatible(output, input)).toBe(fits)
})

test('a class whose outputs were declared carelessly is read', () => {
  const info = unwrap(parseObjectInfo({ A: { input: {}, output: 'STRING', output_node: 'yes' }, B: { input: {}, output: 5 } }))
  expect([info.get('A')?.outputs, info.get('B')?.outputs]).toEqual([['STRING'], []])
})

test.each([[null], [[]], [{ A: 5 }], [{ A: { input: { required: 5 } } }]])('%j is refused', (value) => {
  expect(parseObjectInfo(value)).toMatchObject({ ok: false, error: { code: 'object_info_malformed' } })
})
