import { expect, test } from 'vitest'
import type { Drafts } from '../app/drafts.ts'
import { useDraft } from './use-draft.ts'

function memory(): Drafts & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return { kept, read: (key) => kept.get(key), keep: (key, typed) => void kept.set(key, typed), drop: (key) => void kept.delete(key) }
}

test('news is shown until somebody types', () => {
  const draft = useDraft(memory(), 'a')
  draft.take('1')
  draft.take('2')
  expect(draft.typed.value).toBe('2')
  draft.typed.value = 'mine'
  draft.take('2')
  expect([draft.typed.value, draft.isOutdated.value]).toEqual(['mine', false])
  draft.take('3')
  expect([draft.typed.value, draft.isOutdated.value]).toEqual(['mine', true])
  draft.revert()
  expect([draft.typed.value, draft.isOutdated.value]).toEqual(['3', false])
})

test('a draft comes back with what it was typed over', () => {
  const drafts = memory()
  const before = useDraft(drafts, 'a')
  before.take('1')
  before.typed.value = 'mine'
  const same = useDraft(drafts, 'a')
  same.take('1')
  expect([same.typed.value, same.isOutdated.value]).toEqual(['mine', false])
  const after = useDraft(drafts, 'a')
  after.take('theirs')
  expect([after.typed.value, after.isOutdated.value]).toEqual(['mine', true])
  after.typed.value = 'theirs'
  after.take('theirs')
  expect([after.isOutdated.value, drafts.kept.size]).toEqual([false, 0])
})

test('what was typed while it was sent stays, over what was sent', () => {
  const drafts = memory()
  const draft = useDraft(drafts, 'a')
  draft.take('1')
  draft.typed.value = '2'
  draft.typed.value = '23'
  draft.settle('2', '2')
  expect([draft.typed.value, draft.inForce.value, draft.isOutdated.value]).toEqual(['23', '2', false])
  draft.settle('23', ' 23')
  expect([draft.typed.value, drafts.kept.size]).toEqual([' 23', 0])
})

test('what cannot be read is no draft', () => {
  const drafts = memory()
  for (const stored of ['', '[{"p":1}]', '[1,2]', '["a"]']) {
    drafts.keep('a', stored)
    const draft = useDraft(drafts, 'a')
    draft.take('now')
    expect(draft.typed.value).toBe('now')
  }
})
