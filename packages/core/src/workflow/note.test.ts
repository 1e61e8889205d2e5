import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { noteOf } from './note.ts'

const note = (text: Json, title?: string, type = 'Note') => ({ type, widgets_values: [text], ...(title === undefined ? {} : { title }) })

test('the note titled About speaks for a workflow, else its first note', () => {
  expect(noteOf({ nodes: [note('needs a model', 'What it needs'), note(' Five hours of one coast. ', 'About')] })).toBe('Five hours of one coast.')
  expect(noteOf({ nodes: [{ type: 'KSampler', widgets_values: ['x'] }, note('# Words', undefined, 'MarkdownNote')] })).toBe('# Words')
})

test('whatever stands where a workflow should, it has a note or none', () => {
  fc.assert(fc.property(fc.oneof(fc.jsonValue() as fc.Arbitrary<Json>, (fc.jsonValue() as fc.Arbitrary<Json>).map((value) => ({ nodes: [value, note(value)] }))), (workflow) => {
    expect(['string', 'undefined']).toContain(typeof noteOf(workflow))
  }))
  expect(noteOf({ nodes: [note(''), note('x', 'About', 'KSampler')] })).toBeUndefined()
})
