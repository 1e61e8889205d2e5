import { canonicalJson } from '@lemouf/core/json'
import type { SettableInputView } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addable, mappedInputs, problemsOf, readOverrides, rowsOf, type Overrides } from './overrides.ts'
import { EMPTY_SETTINGS, readSettings, type SettingsForm } from './settings-form.ts'

const input = (key: string, type: string, value: SettableInputView['value']): SettableInputView => {
  const [node = '', name = ''] = key.split('.')
  return { key, node, title: `Node ${node} @tag`, class_type: 'Class', input: name, type, value }
}
const settable = [input('3.seed', 'INT', 1), input('3.text', 'STRING', 'a fox'), input('4.on', 'BOOLEAN', true), input('4.any', '?', [1])]
const value: Readonly<Record<string, fc.Arbitrary<SettableInputView['value']>>> = { '3.seed': fc.oneof(fc.integer(), fc.bigInt({ min: 2n ** 60n, max: 2n ** 64n - 1n })), '3.text': fc.string(), '4.on': fc.boolean(), '9.gone': fc.jsonValue() as fc.Arbitrary<SettableInputView['value']> }

test('overrides that are shown and read again are the same', () => {
  fc.assert(fc.property(fc.record(value, { requiredKeys: [] }), (overrides) => {
    const given = overrides as Overrides
    const read = readOverrides(rowsOf(given, settable), settable)
    expect(read.ok && canonicalJson(read.value)).toBe(canonicalJson(given))
  }))
})

test('what does not fit its input is told beside it', () => {
  const read = readOverrides([{ key: '3.seed', typed: 'many' }, { key: '4.on', typed: '' }, { key: '3.text', typed: '' }], settable)
  expect(read.ok ? [] : Object.keys(read.error)).toEqual(['3.seed', '4.on'])
})

test('an input is offered once, under the words of its node', () => {
  expect(addable(settable, [{ key: '3.seed', typed: '' }]).map(({ label, inputs }) => [label, inputs.map(({ key }) => key)])).toEqual([['Node 3 · Class · 3', ['3.text']], ['Node 4 · Class · 4', ['4.on', '4.any']]])
})

test('what the preflight has against an override stands in its row', () => {
  const finding = { severity: 'error' as const, code: 'x', message: 'It is too large.', remedy: 'Lower it.', node: { id: '3', title: 'a', classType: 'b' }, input: 'seed' }
  const unmatched = { severity: 'error' as const, code: 'override_unmatched', message: 'The override "9.gone" names no node of this workflow.', remedy: 'Name one.' }
  expect(problemsOf([{ key: '3.seed', typed: '1' }, { key: '9.gone', typed: '1' }, { key: '3.text', typed: '' }], [finding, unmatched])).toEqual({ '3.seed': 'It is too large. Lower it.', '9.gone': `${unmatched.message} Name one.` })
  expect(mappedInputs([{ path: 'seed', selector: 'id:3', targets: [{ nodeId: '3', title: '', input: 'seed', type: 'INT' }] }])).toEqual(new Set(['3.seed']))
})

const typed = (form: Partial<SettingsForm>) => readSettings({ ...EMPTY_SETTINGS, ...form })

test('a base seed is exact, and none is the loop’s name', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (seed) => {
    const read = typed({ seed: ` 0${seed} `.slice(0, 22) })
    if (String(seed).length < 20) expect(read.ok && BigInt(read.value.seed ?? -1)).toBe(seed)
  }))
  expect(typed({ seed: '18446744073709551615' })).toMatchObject({ value: { seed: 18446744073709551615n } })
  expect(typed({ seed: '' })).toMatchObject({ value: { seed: null } })
  expect(['18446744073709551616', '-1', '1.5', 'a'].map((seed) => typed({ seed }).ok)).toEqual([false, false, false, false])
})

test('whatever is typed is read or refused beside its field', () => {
  fc.assert(fc.property(fc.record({ cycles: fc.string(), lookahead: fc.string(), candidates: fc.string(), seed: fc.string() }), (form) => {
    const read = typed(form)
    if (!read.ok) expect(Object.keys(read.error).every((field) => field in form)).toBe(true)
  }))
  expect(typed({ candidates: '17' }).ok).toBe(false)
})
