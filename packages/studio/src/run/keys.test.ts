import { expect, test } from 'vitest'
import { actionOfKey, ownsKey, type KeyPress } from './keys.ts'

const press = (key: string, rest: Partial<KeyPress> = {}) =>
  actionOfKey({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...rest })

test('one key decides', () => {
  expect(press('a')).toEqual({ type: 'decide', decision: 'approve' })
  expect(press('x')).toEqual({ type: 'decide', decision: 'reject' })
  expect(press('r')).toEqual({ type: 'decide', decision: 'replay' })
  expect(press('A')).toEqual({ type: 'decide', decision: 'approve' })
})

test('undo by its key and by the usual one', () => {
  expect(press('u')).toEqual({ type: 'undo' })
  expect(press('z', { ctrlKey: true })).toEqual({ type: 'undo' })
  expect(press('z', { metaKey: true })).toEqual({ type: 'undo' })
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBeUndefined()
})

test('a key held down moves on and decides once', () => {
  expect(press('a', { repeat: true })).toBeUndefined()
  expect(press('z', { ctrlKey: true, repeat: true })).toBeUndefined()
  expect(press('ArrowRight', { repeat: true })).toEqual({ type: 'move', direction: 'right' })
})

test('the browser keeps its own keys', () => {
  expect(press('a', { ctrlKey: true })).toBeUndefined()
  expect(press('r', { ctrlKey: true })).toBeUndefined()
  expect(press('ArrowLeft', { altKey: true })).toBeUndefined()
  expect(press('Tab')).toBeUndefined()
  expect(press('Enter')).toBeUndefined()
})

test('shift and X ask for a reason', () => {
  expect(press('X', { shiftKey: true })).toEqual({ type: 'rejectWithReason' })
  expect(press('A', { shiftKey: true })).toBeUndefined()
})

test('a keyboard without Latin letters decides by place, one with them by letter', () => {
  expect(press('ф', { code: 'KeyA' })).toEqual({ type: 'decide', decision: 'approve' })
  expect(press('q', { code: 'KeyA' })).toBeUndefined()
})

test('the space bar plays, and 0 or Z fits', () => {
  expect(press(' ')).toEqual({ type: 'play' })
  expect(press(' ', { repeat: true })).toBeUndefined()
  expect(press('0')).toEqual({ type: 'fit' })
  expect(press('z')).toEqual({ type: 'fit' })
})

test('a player keeps its keys and lets the letters decide; a text field keeps all', () => {
  const within = (found: string) => ({ closest: (selectors: string) => (selectors.split(', ').includes(found) ? ({} as Element) : null) })
  expect([' ', 'ArrowLeft', 'a'].map((key) => ownsKey(within('video'), key))).toEqual([true, true, false])
  expect(ownsKey(within('textarea'), 'a')).toBe(true)
  expect([' ', 'a'].map((key) => ownsKey(within('button:focus-visible'), key))).toEqual([true, false])
  expect(ownsKey(within('p'), ' ')).toBe(false)
})
