import { expect, test } from 'vitest'
import { openDrafts } from '../app/drafts.ts'
import { keepDraft, recallDraft } from './drafts.ts'

const draft = (reason: string, typed: Record<string, string> = {}) => ({ reason, typed })

test('what is typed for an attempt is found again, and gone once it is sent or emptied', () => {
  const kept = openDrafts('test-rejection')
  keepDraft('a', draft('too dark', { '3.text': 'brighter' }), kept)
  keepDraft('b', draft('blurred'), kept)
  expect(recallDraft('a', kept)).toEqual(draft('too dark', { '3.text': 'brighter' }))
  keepDraft('a', undefined, kept)
  keepDraft('b', draft(''), kept)
  expect([recallDraft('a', kept), recallDraft('b', kept)]).toEqual([undefined, undefined])
})

test('what is kept and cannot be read counts as nothing', () => {
  const kept = openDrafts('test-rejection')
  for (const broken of ['{', '{"a":1}']) {
    kept.keep('a', broken)
    expect(recallDraft('a', kept)).toBeUndefined()
  }
})
