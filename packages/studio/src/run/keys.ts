import type { Decision } from '@lemouf/core/loop'
import type { Direction } from '../loop-view/cursor.ts'

/** What a key asks for on the run screen. */
export type KeyAction =
  | { readonly type: 'decide'; readonly decision: Decision }
  | { readonly type: 'move'; readonly direction: Direction }
  | { readonly type: 'undo' | 'export' | 'rejectWithReason' | 'help' | 'back' | 'play' | 'fit' }

/** What is needed of a `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
}

const LETTERS: Readonly<Record<string, KeyAction>> = {
  a: { type: 'decide', decision: 'approve' },
  x: { type: 'decide', decision: 'reject' },
  r: { type: 'decide', decision: 'replay' },
  u: { type: 'undo' },
  e: { type: 'export' },
  z: { type: 'fit' },
  0: { type: 'fit' },
}
const MOVES: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

/**
 * The action of a key, or undefined when the key is the browser's. Only arrows repeat while held:
 * a key leant on must not decide twice.
 */
export function actionOfKey(press: KeyPress): KeyAction | undefined {
  if (press.altKey) return undefined
  const letter = letterOf(press)
  if (press.ctrlKey || press.metaKey) return letter === 'z' && !press.shiftKey && !press.repeat ? { type: 'undo' } : undefined
  const direction = MOVES[press.key]
  if (direction !== undefined) return press.shiftKey ? undefined : { type: 'move', direction }
  if (press.repeat) return undefined
  if (press.key === '?') return { type: 'help' }
  if (press.key === 'Escape') return { type: 'back' }
  if (press.key === ' ') return press.shiftKey ? undefined : { type: 'play' }
  if (press.shiftKey) return letter === 'x' ? { type: 'rejectWithReason' } : undefined
  return LETTERS[letter]
}

/** The letter typed; on a keyboard without Latin letters the one at that place. */
function letterOf({ key, code }: KeyPress): string {
  const typed = key.toLowerCase()
  return /^[\u0021-\u024f]$/.test(typed) ? typed : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase()
}

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
const FLOATING = '[role="menu"], [role="dialog"]'
const PLAYER = 'audio, video'
const PLAYER_KEYS = new Set([' ', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
/** A button that the keyboard has come to; one that the mouse has left behind does not take the space bar. */
const PRESSED_BY_SPACE = 'button:focus-visible, summary:focus-visible, [role="button"]:focus-visible'

/** Whether a key pressed there belongs to the thing itself: text fields and menus take all, players and buttons theirs. */
export function ownsKey(target: Pick<Element, 'closest'>, key: string): boolean {
  const isIn = (selector: string): boolean => target.closest(selector) !== null
  return isIn(`${TYPING}, ${FLOATING}`) || (PLAYER_KEYS.has(key) && isIn(PLAYER)) || (key === ' ' && isIn(PRESSED_BY_SPACE))
}
