import { expect, test } from 'vitest'
import { actionOfKey, type KeyPress } from './keys.ts'

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
  expect(press(' ')).toBeUndefined()
})

test('shift and X ask for a reason', () => {
  expect(press('X', { shiftKey: true })).toEqual({ type: 'rejectWithReason' })
  expect(press('A', { shiftKey: true })).toBeUndefined()
})

test('a keyboard without Latin letters decides by place, one with them by letter', () => {
  expect(press('ф', { code: 'KeyA' })).toEqual({ type: 'decide', decision: 'approve' })
  expect(press('q', { code: 'KeyA' })).toBeUndefined()
})
