import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_FORM, readForm, type SetupForm } from './setup-form.ts'

const read = (typed: Partial<SetupForm>) => readForm({ ...EMPTY_FORM, ...typed })

test('what is left empty is left to the workflow', () => {
  expect(read({})).toEqual({ ok: true, value: { mode: 'auto', approve: 'ask', lookahead: 0, candidates: 1, seeds: 'map', seed: null } })
})

test('what is typed is sent, with seeds exact', () => {
  expect(read({ cycles: ' 12 ', loopId: 'portraits-07', outputNode: '5:12', payload: '[{"seed": 18446744073709551615}]', lookahead: '3', candidates: '4', seeds: 'each', seed: '18446744073709551615' })).toEqual({
    ok: true,
    value: { mode: 'auto', approve: 'ask', lookahead: 3, candidates: 4, seeds: 'each', seed: 18446744073709551615n, total_cycles: 12, loop_id: 'portraits-07', output_node: '5:12', payload: [{ seed: 18446744073709551615n }] },
  })
})

test('every field that is wrong says so', () => {
  const form = read({ cycles: '0', loopId: 'a b', payload: '[1,', lookahead: '101', candidates: '17', seed: '18446744073709551616', overrides: [{ key: '3.steps', typed: '' }] })
  expect(form.ok ? [] : Object.keys(form.error).sort()).toEqual(['candidates', 'cycles', 'lookahead', 'loopId', 'override 3.steps', 'payload', 'seed'])
})

test('whatever is typed is read or refused, never thrown', () => {
  fc.assert(fc.property(fc.record({ cycles: fc.string(), loopId: fc.string(), payload: fc.string(), lookahead: fc.string(), candidates: fc.string(), seed: fc.string(), overrides: fc.array(fc.record({ key: fc.string(), typed: fc.string() })) }), (typed) => { expect(typeof read(typed).ok).toBe('boolean') }))
})
