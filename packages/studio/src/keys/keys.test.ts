import fc from 'fast-check'
import { expect, test } from 'vitest'
import { actionsOf, bindingsOf, FIXED_ACTIONS, KEY_ACTIONS, KEY_CONTEXTS, KEY_GROUPS, meet, type KeyAction, type KeyContext } from './bindings.ts'
import { capOf, chordOf, type KeyPress } from './chord.ts'
import { ownsKey } from './owns.ts'

const usual = bindingsOf({})
const typed = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...rest })
const within = (context: KeyContext) => new Set(KEY_CONTEXTS[context].flatMap((group) => Object.keys(KEY_GROUPS[group])))
function press(key: string, rest: Partial<KeyPress> = {}, bindings = usual, context: KeyContext = 'review') {
  const chord = chordOf(typed(key, rest))
  return chord === undefined ? undefined : actionsOf(bindings, chord, rest.repeat ?? false).find((action) => within(context).has(action))
}

test('one key decides', () => {
  expect(['a', 'x', 'r', 'A'].map((key) => press(key))).toEqual(['approve', 'reject', 'replay', 'approve'])
})

test('undo by its key and by the usual one', () => {
  expect([press('u'), press('z', { ctrlKey: true }), press('z', { metaKey: true })]).toEqual(['undo', 'undo', 'undo'])
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('redo')
})

test('a key held down moves on and decides once', () => {
  expect(press('a', { repeat: true })).toBeUndefined()
  expect(press('z', { ctrlKey: true, repeat: true })).toBeUndefined()
  expect(press('ArrowRight', { repeat: true })).toBe('after')
})

test('a key may mean one thing where results are judged and another where a film is cut', () => {
  expect([press('r'), press('r', {}, usual, 'edit')]).toEqual(['replay', 'rotateMode'])
  expect([press('a', {}, usual, 'edit'), press('?', {}, usual, 'edit')]).toEqual([undefined, 'help'])
})

test('the usual chords mean one thing in each place', () => {
  for (const context of ['review', 'edit'] as const) {
    const chords = [...within(context)].flatMap((action) => usual[action as KeyAction])
    expect(chords.length).toBe(new Set(chords).size)
  }
})

test('the browser keeps its own keys', () => {
  expect([press('c', { ctrlKey: true }), press('r', { ctrlKey: true }), press('ArrowLeft', { altKey: true }), press('Tab'), press('Shift', { shiftKey: true })]).toEqual(Array(5).fill(undefined))
})

test('shift makes another chord of letters and named keys, and none of signs', () => {
  expect([press('X', { shiftKey: true }), press('A', { shiftKey: true }), press('ArrowLeft', { shiftKey: true }), press('?', { shiftKey: true }), press('?')]).toEqual(['rejectWithReason', 'approveOnly', 'extendBefore', 'help', 'help'])
})

test('a keyboard without Latin letters decides by place, one with them by letter', () => {
  expect(press('ф', { code: 'KeyA' })).toBe('approve')
  expect(press('q', { code: 'KeyA' })).toBeUndefined()
})

test('signs that AltGr makes are no letters, whether it counts as Alt, by itself or not at all', () => {
  const altGr = { getModifierState: (key: string) => key === 'AltGraph' }
  expect([press('ą', { code: 'KeyA', ...altGr }), press('a', { code: 'KeyA', ...altGr })]).toEqual([undefined, undefined])
  const signs = [['€', 'KeyE'], ['↓', 'KeyU'], ['→', 'KeyI'], ['„', 'KeyV'], ['“', 'KeyB'], ['™', 'KeyR'], ['…', 'Period']] as const
  expect(signs.map(([key, code]) => press(key, { code }))).toEqual(signs.map(() => undefined))
})

test('digits pick where their row has signs, and signs typed with Shift stay signs', () => {
  expect([press('&', { code: 'Digit1' }), press('é', { code: 'Digit2' }), press('ç', { code: 'Digit9' }), press('1', { code: 'Digit1', shiftKey: true })]).toEqual(['pick', 'pick', 'pick', 'pick'])
  expect([press('/', { code: 'Digit7', shiftKey: true }), press('!', { code: 'Digit1', shiftKey: true }), press('à', { code: 'Digit0' })]).toEqual(['search', undefined, 'fit'])
  expect(chordOf(typed('ß', { code: 'Minus' }))).toBe('ß')
})

test('no chord has two meanings, whatever a person binds', () => {
  const chords: fc.Arbitrary<string[]> = fc.array(fc.constantFrom<string[]>('A', 'X', 'Shift+A', 'Mod+Z', 'Space', 'ArrowLeft', 'Q', 'F5'), { maxLength: 3 })
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...KEY_ACTIONS, 'unknown'), fc.uniqueArray(chords, { maxLength: 1 }).map((one) => one[0] ?? [])), (own) => {
    const bindings = bindingsOf(own)
    const given = KEY_ACTIONS.filter((action) => own[action] !== undefined && !FIXED_ACTIONS.has(action))
    for (const action of KEY_ACTIONS) if (own[action] === undefined) for (const chord of bindings[action]) expect(given.some((other) => meet(other, action) && own[other]?.includes(chord))).toBe(false)
    for (const action of FIXED_ACTIONS) expect(bindings[action].every((chord) => actionsOf(usual, chord, false).includes(action))).toBe(true)
  }))
})

test('a key that was given to another action no longer does what it did', () => {
  const own = bindingsOf({ approve: ['Q'], reject: ['A'] })
  expect([press('q', {}, own), press('a', {}, own), press('x', {}, own)]).toEqual(['approve', 'reject', undefined])
})

test('chords are shown as they are on the keys', () => {
  expect(['A', 'Shift+X', 'Mod+Z', 'Mod+Shift+Z', 'ArrowLeft', 'Shift+ArrowUp', 'Escape', '?', '+'].map(capOf)).toEqual(['A', '⇧X', 'Ctrl Z', '⇧Ctrl Z', '←', '⇧↑', 'Esc', '?', '+'])
})

test('a player keeps its keys and lets the letters decide; a text field keeps all', () => {
  const inside = (found: string) => ({ closest: (selectors: string) => (selectors.split(', ').includes(found) ? ({} as Element) : null) })
  expect([' ', 'ArrowLeft', 'a'].map((key) => ownsKey(inside('video'), key))).toEqual([true, true, false])
  expect(ownsKey(inside('textarea'), 'a')).toBe(true)
  expect([' ', 'a'].map((key) => ownsKey(inside('button:focus-visible'), key))).toEqual([true, false])
  expect(ownsKey(inside('p'), ' ')).toBe(false)
})
