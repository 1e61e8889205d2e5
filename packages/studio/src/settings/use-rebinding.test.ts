import { beforeEach, expect, test } from 'vitest'
import { changeSettings, settings } from '../app/settings.ts'
import { bindings } from '../keys/bindings.ts'
import type { KeyPress } from '../keys/chord.ts'
import { useRebinding } from './use-rebinding.ts'

beforeEach(() => changeSettings({ keys: {} }))
const typed = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...rest })

test('a free key is bound at once, and said', () => {
  const { listen, press, message, listening } = useRebinding()
  listen({ action: 'approve', chord: 'A' })
  expect(message.value).toContain('“approve”')
  expect(press(typed('q'))).toEqual({ action: 'approve', chord: 'Q' })
  expect([bindings.value.approve, message.value, listening.value]).toEqual([['Q'], 'Q now stands for “approve”.', undefined])
})

test('a key that another action has is taken over only when asked to', () => {
  const { listen, press, takeOver, cancel, conflict } = useRebinding()
  listen({ action: 'undo', chord: 'U' })
  expect(press(typed('x'))).toBeUndefined()
  expect([conflict.value?.by, bindings.value.undo]).toEqual(['reject', ['U', 'Mod+Z']])
  expect(cancel()).toEqual({ action: 'undo', chord: 'U' })
  expect(settings.value.keys).toEqual({})
  listen({ action: 'undo', chord: 'U' })
  press(typed('x'))
  expect(takeOver()).toEqual({ action: 'undo', chord: 'X' })
  expect([bindings.value.undo, bindings.value.reject]).toEqual([['X', 'Mod+Z'], []])
})

test('what cannot be given is refused with its reason, and the next key is waited for', () => {
  const { listen, press, message, listening } = useRebinding()
  listen({ action: 'grid', chord: undefined })
  press(typed('r', { ctrlKey: true }))
  expect(message.value).toBe('Ctrl + R belongs to the browser, the system or ComfyUI. Press another.')
  press(typed('3'))
  expect(message.value).toBe('3 always chooses a sibling. Press another.')
  expect(listening.value).toEqual({ action: 'grid', chord: undefined })
  press(typed('q'))
  expect(bindings.value.grid).toEqual(['G', 'Q'])
})

test('Backspace removes, Escape leaves as it was, as usual brings back', () => {
  const { listen, press, asUsual, allAsUsual, isAsUsual } = useRebinding()
  listen({ action: 'undo', chord: 'U' })
  press(typed('Backspace'))
  expect(bindings.value.undo).toEqual(['Mod+Z'])
  listen({ action: 'undo', chord: 'Mod+Z' })
  press(typed('Escape'))
  expect(bindings.value.undo).toEqual(['Mod+Z'])
  asUsual('undo')
  expect(isAsUsual.value).toBe(true)
  listen({ action: 'fit', chord: undefined })
  press(typed('b'))
  expect(isAsUsual.value).toBe(false)
  allAsUsual()
  expect(bindings.value.fit).toEqual(['0', 'Z'])
})
