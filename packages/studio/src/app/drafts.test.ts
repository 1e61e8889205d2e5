import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded } from './browser-memory.ts'
import { openDrafts } from './drafts.ts'

/** A window's storage; without room it refuses. */
function storageWith(room = Infinity): Storage {
  const held = new Map<string, string>()
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, value)
    },
  } as unknown as Storage
}

test('what was typed is there again after a reload, until it is sent', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 20 }), fc.string(), (keys, typed) => {
    const storage = storageWith()
    const before = openDrafts('a', storage)
    for (const key of keys) before.keep(key, typed)
    before.drop(keys[0] ?? '')
    const after = openDrafts('a', storage)
    expect(keys.map((key) => after.read(key))).toEqual(keys.map((_key, index) => (index === 0 ? undefined : typed)))
    expect(openDrafts('b', storage).read(keys[1] ?? '')).toBeUndefined()
  }))
})

test('the oldest go where there are too many, or too long ones', () => {
  const drafts = openDrafts('a', storageWith())
  for (let index = 0; index < 40; index++) drafts.keep(String(index), 'x')
  expect(drafts.read('9')).toBeUndefined()
  expect(drafts.read('10')).toBe('x')
  drafts.keep('long', 'y'.repeat(499_000))
  expect(drafts.read('39')).toBe('x')
  drafts.keep('longer', 'z'.repeat(400_000))
  expect([drafts.read('39'), drafts.read('long'), drafts.read('longer')?.length]).toEqual([undefined, undefined, 400_000])
})

test('without room they last until the page is left', () => {
  const drafts = openDrafts('a', guarded(() => storageWith(2)))
  drafts.keep('a', 'typed')
  expect(drafts.read('a')).toBe('typed')
})

test('what another program stored is no draft', () => {
  const storage = storageWith()
  for (const stored of ['', '{', '3', '{"a":1}', '[["a"],[1,2],"x",["k","v"]]']) {
    storage.setItem('lemouf.drafts.a', stored)
    expect(openDrafts('a', storage).read('k')).toBe(stored.includes('"v"') ? 'v' : undefined)
  }
})
