import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bindingsOf, FIXED_ACTIONS, KEY_ACTIONS, meet, type KeyAction } from './bindings.ts'
import type { KeyPress } from './chord.ts'
import { bindChords, hearChord, MAX_CHORDS, replaceChord, unbind, type OwnChords } from './rebind.ts'

const typed = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...rest })
const hear = (key: string, rest: Partial<KeyPress> = {}, own: OwnChords = {}) => hearChord(typed(key, rest), 'approve', own)

test('a key that nothing has is free, one that something has is taken, its own is its own', () => {
  expect([hear('q'), hear('x'), hear('a'), hear('ArrowLeft', { shiftKey: true })]).toEqual([
    { kind: 'free', chord: 'Q' }, { kind: 'taken', chord: 'X', by: 'reject' }, { kind: 'free', chord: 'A' }, { kind: 'taken', chord: 'Shift+ArrowLeft', by: 'extendBefore' },
  ])
  expect(hear('x', {}, { reject: ['Q'] })).toEqual({ kind: 'free', chord: 'X' })
})

test('Escape cancels, Backspace and Delete remove, a key only held waits on', () => {
  expect(['Escape', 'Backspace', 'Delete', 'Shift', 'Control', 'Alt'].map((key) => hear(key).kind)).toEqual(['cancel', 'remove', 'remove', 'nothing', 'nothing', 'nothing'])
})

test('what the browser, the system and ComfyUI need is not given away', () => {
  const withCtrl = ['r', 'w', 't', 's', 'Enter', 'Tab', '1'].map((key) => hear(key, { ctrlKey: true }).kind)
  const bare = ['Tab', 'F5', 'F12', 'ContextMenu', 'AudioVolumeUp'].map((key) => hear(key).kind)
  expect(new Set([...withCtrl, ...bare, hear('a', { altKey: true }).kind, hear('F5', { shiftKey: true }).kind])).toEqual(new Set(['reserved']))
  expect([hear('z', { metaKey: true }).kind, hear('y', { ctrlKey: true }).kind, hear('c', { ctrlKey: true }).kind]).toEqual(['taken', 'taken', 'free'])
})

test('digits pick, whatever is bound', () => {
  expect(hear('4')).toEqual({ kind: 'fixed', chord: '4' })
})

test('a key that is taken over leaves its action with the others it has', () => {
  const own = bindChords({}, 'approve', ['Z'])
  expect(bindingsOf(own)).toMatchObject({ approve: ['Z'], fit: ['0'] })
  expect(bindingsOf(bindChords(own, 'reject', ['Z']))).toMatchObject({ approve: [], reject: ['Z'] })
})

test('an action that has its usual keys again is not kept, and as usual forgets it', () => {
  const own = bindChords({}, 'reject', ['A'])
  expect(bindChords(own, 'approve', ['A'])).toEqual({ reject: [] })
  expect(unbind(own, 'reject')).toEqual({})
  expect(bindChords({}, 'approve', ['A'])).toEqual({})
})

test('one chord takes the place of another, or stands beside them', () => {
  expect([replaceChord(['U', 'Mod+Z'], 'U', 'Q'), replaceChord(['U'], undefined, 'Q')]).toEqual([['Q', 'Mod+Z'], ['U', 'Q']])
})

test('whatever is bound in whatever order, a chord has one meaning and the last one bound has it', () => {
  const action: fc.Arbitrary<KeyAction> = fc.constantFrom(...KEY_ACTIONS)
  const chords = fc.array(fc.constantFrom('A', 'X', 'Q', 'Z', '0', 'Shift+A', 'Mod+Z', 'ArrowLeft', 'Space'), { maxLength: 6 })
  fc.assert(fc.property(fc.array(fc.tuple(action, chords), { minLength: 1, maxLength: 12 }), (changes) => {
    const own = changes.reduce<OwnChords>((before, [name, list]) => bindChords(before, name, list), {})
    const bindings = bindingsOf(own)
    const shared = KEY_ACTIONS.flatMap((one) => KEY_ACTIONS.filter((other) => one < other && bindings[one].some((chord) => bindings[other].includes(chord))).map((other) => [one, other] as const))
    expect(shared.filter(([one, other]) => meet(one, other))).toEqual([])
    const [name, list] = changes.at(-1)!
    if (FIXED_ACTIONS.has(name)) return
    expect(bindings[name]).toEqual([...new Set(list)].slice(0, MAX_CHORDS))
  }))
})
