import type { Decision } from '@lemouf/core/loop'
import type { Direction } from '../loop-view/cursor.ts'

/** What a key asks for on the run screen. */
export type KeyAction =
  | { readonly type: 'decide'; readonly decision: Decision }
  | { readonly type: 'move'; readonly direction: Direction }
  | { readonly type: 'undo' | 'export' | 'rejectWithReason' | 'help' | 'back' }

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
  if (press.shiftKey) return letter === 'x' ? { type: 'rejectWithReason' } : undefined
  return LETTERS[letter]
}

/** The letter typed; on a keyboard without Latin letters the one at that place. */
function letterOf({ key, code }: KeyPress): string {
  const typed = key.toLowerCase()
  return /^[\u0021-\u024f]$/.test(typed) ? typed : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase()
}

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
const MEDIA = 'audio, video'
const FLOATING = '[role="menu"], [role="dialog"]'

/** Whether keys pressed there belong to the thing itself: text fields, players, menus. */
export const ownsKeys = (target: Pick<Element, 'closest'>): boolean => target.closest(`${TYPING}, ${MEDIA}, ${FLOATING}`) !== null
