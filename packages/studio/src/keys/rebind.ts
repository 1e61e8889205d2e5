import { actionsOf, bindingsOf, FIXED_ACTIONS, KEY_ACTIONS, meet, USUAL_CHORDS, type KeyAction } from './bindings.ts'
import { chordOf, type Chord, type KeyPress } from './chord.ts'

/** Chords that are not the usual ones, by action, as the settings keep them. */
export type OwnChords = Readonly<Record<string, readonly Chord[]>>

/** As many as the settings keep for one action. */
export const MAX_CHORDS = 4

/** What a key press means while a new key is waited for. */
export type HeardChord =
  /** Only something held beside other keys. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'remove' }
  /** The system, the browser or ComfyUI needs it. */
  | { readonly kind: 'reserved'; readonly chord: Chord }
  /** It picks among siblings, whatever is bound. */
  | { readonly kind: 'fixed'; readonly chord: Chord }
  /** Another action has it now. */
  | { readonly kind: 'taken'; readonly chord: Chord; readonly by: KeyAction }
  | { readonly kind: 'free'; readonly chord: Chord }

const HELD = new Set(['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'CapsLock', 'Fn', 'Dead', 'Unidentified', 'Process'])
/** Of the chords with Ctrl or ⌘, which are the browser's and ComfyUI's, those that something here has anyhow. */
const COMMANDS = new Set(Object.values(USUAL_CHORDS).flat().filter((chord) => chord.startsWith('Mod+')))

/** Reads a key press as the new key of an action, given what keys do now. */
export function hearChord(press: KeyPress, action: KeyAction, own: OwnChords): HeardChord {
  if (HELD.has(press.key)) return { kind: 'nothing' }
  const chord = chordOf(press)
  if (chord === 'Escape') return { kind: 'cancel' }
  if (chord === 'Backspace' || chord === 'Delete') return { kind: 'remove' }
  if (chord === undefined || isReserved(chord)) return { kind: 'reserved', chord: chord ?? `Alt+${press.key}` }
  const by = actionsOf(bindingsOf(own), chord, false).find((other) => meet(other, action))
  if (by !== undefined && FIXED_ACTIONS.has(by)) return { kind: 'fixed', chord }
  return by === undefined || by === action ? { kind: 'free', chord } : { kind: 'taken', chord, by }
}

/** Tab leads on, function and media keys are the browser's or the system's, and so are most chords with Ctrl or ⌘. */
function isReserved(chord: Chord): boolean {
  if (chord.startsWith('Mod+')) return !COMMANDS.has(chord)
  return /^(?:Shift\+)?(?:Tab|F\d{1,2}|ContextMenu|PrintScreen|Pause|ScrollLock|NumLock|Escape|Backspace|Delete|(?:Audio|Media|Browser|Launch)\w+)$/.test(chord)
}

/** Gives an action these chords. Whatever action that it meets had one of them before loses it. */
export function bindChords(own: OwnChords, action: KeyAction, chords: readonly Chord[]): OwnChords {
  if (FIXED_ACTIONS.has(action)) return own
  const given = [...new Set(chords)].slice(0, MAX_CHORDS)
  const others = KEY_ACTIONS.flatMap((other) => {
    const theirs = own[other]
    return other === action || theirs === undefined ? [] : [[other, meet(other, action) ? theirs.filter((chord) => !given.includes(chord)) : theirs] as const]
  })
  return Object.fromEntries([...others, [action, given] as const].filter(([name, list]) => !isUsual(name, list)))
}

/** Gives an action its usual chords back, but for those that were given to another. */
export const unbind = (own: OwnChords, action: KeyAction): OwnChords => Object.fromEntries(Object.entries(own).filter(([name]) => name !== action))

/** In place of one of its chords another; without one, beside them. */
export function replaceChord(chords: readonly Chord[], old: Chord | undefined, chord: Chord): readonly Chord[] {
  return old === undefined ? [...chords, chord] : chords.map((one) => (one === old ? chord : one))
}

const isUsual = (action: KeyAction, chords: readonly Chord[]): boolean => chords.length === USUAL_CHORDS[action].length && chords.every((chord, at) => USUAL_CHORDS[action][at] === chord)
