import type { Drag } from './drag.ts'
import { slopOf, type Touch } from './touch.ts'

/** What comes of a pointer that went down. */
export interface Press {
  readonly cursor?: string
  /** It goes up again where it is. */
  readonly click: (touch: Touch) => void
  /** It moves. Undefined where there is nothing to drag: then it goes on being a press. */
  readonly drag: (touch: Touch) => Drag | undefined
}

/** A pointer is down and it is not known yet whether this is a click or a drag. */
export function pressing(start: Touch, press: Press): Drag {
  let isStuck = false
  const state: Drag = {
    cursor: press.cursor ?? 'default',
    scrolls: 'none',
    isLight: true,
    move: (touch) => {
      if (isStuck || Math.hypot(touch.x - start.x, touch.y - start.y) <= slopOf(start)) return state
      const drag = press.drag(start)
      if (drag !== undefined) return drag.move(touch)
      isStuck = true
      return state
    },
    drop: (touch) => { if (!isStuck) press.click(touch) },
    bail: () => { isStuck = true },
  }
  return state
}
