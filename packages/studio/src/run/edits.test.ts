import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editableInputs, readEdits } from './edits.ts'

const inputs = editableInputs({ '3.seed': 18446744073709551615n, '6.text': 'a fox', '1:2.on': true, '9.list': [1] })

test('texts come first; lists cannot be typed', () => {
  expect(inputs.map(({ key }) => key)).toEqual(['6.text', '3.seed', '1:2.on'])
})

test('only what was changed is an edit, of the kind it was', () => {
  expect(readEdits(inputs, {})).toEqual({ ok: true, value: {} })
  expect(readEdits(inputs, { '6.text': 'a red fox', '3.seed': '', '1:2.on': 'false' })).toEqual({ ok: true, value: { '6.text': 'a red fox', '1:2.on': false } })
  expect(readEdits(inputs, { '3.seed': '18446744073709551614' })).toEqual({ ok: true, value: { '3.seed': 18446744073709551614n } })
})

test('a number that is none is named with its input', () => {
  expect(readEdits(inputs, { '3.seed': 'twelve' })).toMatchObject({ ok: false, error: { key: '3.seed' } })
  expect(readEdits(inputs, { '1:2.on': '1' })).toMatchObject({ ok: false, error: { key: '1:2.on' } })
})

test('any words are a text, as they are', () => {
  fc.assert(fc.property(fc.string().filter((words) => words !== 'a fox'), (words) => { expect(readEdits(inputs, { '6.text': words })).toEqual({ ok: true, value: { '6.text': words } }) }))
})
