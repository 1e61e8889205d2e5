import { expect, test, vi } from 'vitest'
import { keepDraft, recallDraft } from './drafts.ts'

function storage(start?: string) {
  let kept = start
  return { getItem: () => kept ?? null, setItem: (_key: string, value: string) => { kept = value } }
}
const draft = (reason: string, typed: Record<string, string> = {}) => ({ reason, typed })

test('what is typed for an attempt is found again, and gone once it is sent', () => {
  const kept = storage()
  keepDraft('a', draft('too dark', { '3.text': 'brighter' }), kept)
  keepDraft('b', draft('blurred'), kept)
  expect(recallDraft('a', kept)).toEqual(draft('too dark', { '3.text': 'brighter' }))
  keepDraft('a', undefined, kept)
  expect(recallDraft('a', kept)).toBeUndefined()
  keepDraft('b', draft(''), kept)
  expect(recallDraft('b', kept)).toBeUndefined()
})

test('only the latest few are kept, and never much of them', () => {
  const kept = storage()
  for (let index = 0; index < 30; index++) keepDraft(String(index), draft('x'), kept)
  expect([recallDraft('9', kept), recallDraft('10', kept)]).toEqual([undefined, draft('x')])
  keepDraft('long', draft('y'.repeat(30_000)), kept)
  expect([recallDraft('29', kept), recallDraft('long', kept)?.reason.length]).toEqual([undefined, 30_000])
})

test('what is kept and cannot be read counts as nothing', () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue()
  for (const broken of ['{', '{"a":1}']) expect(recallDraft('a', storage(broken))).toBeUndefined()
  expect(warned).toHaveBeenCalledTimes(2)
  warned.mockRestore()
})
