import type { Edit } from '@lemouf/core/timeline'
import { expect, test, vi } from 'vitest'
import { openJournal } from './journal.ts'
import type { Unsent } from './steps.ts'

function storage() {
  const kept = new Map<string, string>()
  return {
    kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null, get length() { return kept.size },
  }
}
const deed = (name: string, more: Partial<Unsent> = {}): Unsent => ({ edits: [{ type: 'rename', name }], step: 'do', gesture: `g ${name.slice(0, 3)}`, ...more })

test('what is noted is read again, by composition and window, and nothing is left of what is done', () => {
  const kept = storage()
  const journal = openJournal('film', () => kept)
  journal.write('one', [deed('a', { sequence: 3 }), deed('b', { step: 'undo' })])
  openJournal('other', () => kept).write('two', [deed('c')])
  expect([journal.clients(), openJournal('film', () => kept).read('one')]).toEqual([['one'], [deed('a', { sequence: 3 }), deed('b', { step: 'undo' })]])
  expect(journal.write('one', [])).toBe(0)
  expect([journal.clients(), kept.kept.size]).toEqual([[], 1])
})

test('it takes a bounded part of the browser’s storage: the first deeds, which those after them stand on', () => {
  const journal = openJournal('film', storage)
  const kept = storage()
  const bounded = openJournal('film', () => kept)
  const long: Unsent = { edits: Array.from({ length: 3000 }, (_unused, index): Edit => ({ type: 'rename', name: `${index}`.padEnd(180, '.') })), step: 'do', gesture: 'long' }
  expect(bounded.write('one', [deed('a'), long, deed('b'), long, deed('c')])).toBe(3)
  expect(bounded.read('one').map(({ gesture }) => gesture)).toEqual(['g a', 'long', 'g b'])
  expect(journal.read('one')).toEqual([])
})

test('a browser that keeps nothing, and what somebody else wrote, is no fault of the composition', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const closed = openJournal('film', () => { throw new Error('forbidden') })
  expect([closed.clients(), closed.read('one'), closed.write('one', [deed('a')])]).toEqual([[], [], 0])
  const kept = storage()
  kept.setItem('lemouf.unsent.film.one', JSON.stringify([deed('a'), { edits: [{ type: 'explode' }], step: 'undo', gesture: 'g', sequence: 4 }, 7, deed('b')]))
  kept.setItem('lemouf.unsent.film.two', '{not json')
  const journal = openJournal('film', () => kept)
  const unclear = { edits: [], step: 'do', gesture: 'unclear' }
  expect(journal.read('one')).toEqual([deed('a'), { edits: [], step: 'undo', gesture: 'g', sequence: 4 }, unclear, deed('b')])
  expect([journal.read('two'), warn.mock.calls.length]).toEqual([[unclear], 6])
  warn.mockRestore()
})
