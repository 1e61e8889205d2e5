import type { Touch } from './touch.ts'

/** What a hand does from pointer down to pointer up. */
export interface Drag {
  /** As CSS names it. */
  readonly cursor: string
  /** It goes on where the canvas ends: there the canvas scrolls. */
  readonly scrolls: 'both' | 'across' | 'none'
  /** It has changed nothing but the view, and gives way to two fingers. */
  readonly isLight?: true
  /** The pointer has moved, or what is held beside it has changed, or the canvas has scrolled below it. Gives what is done from now on. */
  readonly move: (touch: Touch) => Drag
  /** The pointer has gone up. */
  readonly drop: (touch: Touch) => void
  /** As if it had never gone down: Escape. */
  readonly bail: () => void
}
