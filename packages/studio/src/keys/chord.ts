import { text } from '../text/text.ts'

/** What is needed of a `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  /** What else is held, as an event tells it. */
  readonly getModifierState?: (key: string) => boolean
}

/** A key with what is held beside it, such as `A`, `Shift+X`, `Mod+Z` (Ctrl, or ⌘), `Shift+ArrowLeft`, `Space` or `?`. */
export type Chord = string

const BARE = new Set(['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified', 'Process'])

/**
 * The chord of a key press; undefined with Alt, which is the system's, with AltGr, which makes signs that are on no key by themselves,
 * and for a key that is only held beside others.
 */
export function chordOf(press: KeyPress): Chord | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (altKey || press.getModifierState?.('AltGraph') === true || BARE.has(key)) return undefined
  const name = nameOf(press)
  // A sign such as ? is typed with Shift on one keyboard and without on the next.
  const shift = shiftKey && (name.length > 1 || /[A-Z]/.test(name))
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${name}`
}

/** The letter or sign typed; of a keyboard without Latin letters the letter at that place, of one with signs on its row of digits the digit. */
function nameOf({ key, code, shiftKey }: KeyPress): string {
  if (key === ' ') return 'Space'
  // A letter whose capital is two, such as ß, has none.
  if (key.length > 1 || isDigit(key)) return key
  const digit = /^Digit([0-9])$/.exec(code)?.[1]
  if (digit !== undefined && !shiftKey) return digit
  if (/^\p{Script=Latin}$/u.test(key)) return key.toUpperCase().length === 1 ? key.toUpperCase() : key
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1] ?? key) : key
}

const isDigit = (key: string): boolean => key >= '0' && key <= '9'

/** What is printed as a sign on the keyboards of either language. */
const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Enter: '↵', Shift: '⇧' }
const onMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.userAgent)

/** A chord as it is shown on a key cap: `⇧X`, `Ctrl Z`. */
export function capOf(chord: Chord): string {
  return partsOf(chord).map((part) => SIGNS[part] ?? nameOfPart(part)).reduce((before, part) => (/^[⇧⌘]$/.test(before.at(-1) ?? '') ? before + part : `${before} ${part}`))
}

/** A chord in words, as it is read out: `Shift + left arrow`. */
export const sayChord = (chord: Chord): string => partsOf(chord).map(nameOfPart).join(' + ')

/** Shift first, as it is printed on Macs and in menus of ⌘; then what is read out begins and ends as what is seen. */
function partsOf(chord: Chord): string[] {
  const parts = chord.endsWith('+') ? [...chord.slice(0, -1).split('+').filter((part) => part !== ''), '+'] : chord.split('+')
  return parts.includes('Shift') ? ['Shift', ...parts.filter((part) => part !== 'Shift')] : parts
}

function nameOfPart(part: string): string {
  if (part === 'Mod' && onMac) return '⌘'
  return Object.entries(text.keyNames).find(([name]) => name === part)?.[1] ?? part
}
