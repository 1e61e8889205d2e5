/** A pointer at a moment: where on the canvas, in CSS pixels of it, and what is held beside it. */
export interface Touch {
  readonly x: number
  readonly y: number
  readonly shift: boolean
  /** Ctrl, or ⌘. */
  readonly mod: boolean
  readonly alt: boolean
  /** A finger: it needs more room than a mouse or a pen. */
  readonly coarse: boolean
}

export const reachOf = ({ coarse }: Pick<Touch, 'coarse'>): number => (coarse ? 16 : 7)

/** Further than this from where it went down, a pointer drags. */
export const slopOf = ({ coarse }: Pick<Touch, 'coarse'>): number => (coarse ? 8 : 3)
