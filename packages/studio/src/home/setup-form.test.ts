import { loopIdSchema } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_FORM, idFrom, parseForm, readForm, type SetupForm } from './setup-form.ts'

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
  const form = read({ cycles: '0', loopId: '!?', payload: '[1,', lookahead: '101', candidates: '17', seed: '18446744073709551616', overrides: [{ key: '3.steps', typed: '' }] })
  expect(form.ok ? [] : Object.keys(form.error).sort()).toEqual(['candidates', 'cycles', 'lookahead', 'loopId', 'override 3.steps', 'payload', 'seed'])
})

test('whatever is typed is read or refused, never thrown', () => {
  fc.assert(fc.property(fc.record({ cycles: fc.string(), loopId: fc.string(), payload: fc.string(), lookahead: fc.string(), candidates: fc.string(), seed: fc.string(), overrides: fc.array(fc.record({ key: fc.string(), typed: fc.string() })) }), (typed) => { expect(typeof read(typed).ok).toBe('boolean') }))
})

test('a name becomes an id: without accents, with - for spaces', () => {
  expect(['Été', ' Les œufs  de Noël (2) ', 'portraits-07', '_a', '日本', 'ﬁn — 3', 'a-'].map(idFrom)).toEqual(['Ete', 'Les-oeufs-de-Noel-2', 'portraits-07', 'a', '', 'fin-3', 'a-'])
  expect(read({ loopId: 'Été 3' })).toMatchObject({ ok: true, value: { loop_id: 'Ete-3' } })
  expect(read({ loopId: 'list' }).ok).toBe(false)
})

test('whatever is typed becomes an id or nothing, and an id stays as it is', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.stringMatching(/^[a-zA-Z0-9 _é-]{0,80}$/))
  fc.assert(fc.property(name.filter((typed) => typed.trim() !== 'list'), (typed) => {
    const id = idFrom(typed)
    expect(id === '' || id === 'list' || loopIdSchema.safeParse(id).success).toBe(true)
    expect(idFrom(id)).toBe(id)
  }))
})

test('a form is kept and read again as it is, and nothing else is taken for one', () => {
  const text = fc.string()
  const { mode, approve, seeds } = EMPTY_FORM
  const asTyped = { mode: fc.constant(mode), approve: fc.constant(approve), seeds: fc.constant(seeds), lookahead: text, candidates: text, seed: text, outputNode: text }
  const form = fc.record({ ...asTyped, cycles: text, loopId: text, payload: fc.option(text, { nil: undefined }), overrides: fc.array(fc.record({ key: text, typed: text })) })
  fc.assert(fc.property(form, (typed) => { expect(parseForm(JSON.stringify(typed))).toEqual(typed) }))
  for (const kept of ['', '{}', '[]', 'null', '{"cycles":3}']) expect(parseForm(kept)).toBeUndefined()
})
