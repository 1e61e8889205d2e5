import type { Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import type { Touch } from '../touch.ts'

/** Moves the canvas under a finger: a wheel there is not. */
export function panning(bench: Bench, start: Touch): Drag {
  let last = start
  const drag: Drag = {
    cursor: 'grabbing',
    scrolls: 'none',
    isLight: true,
    move: (touch) => {
      bench.stage.scroll(last.x - touch.x, last.y - touch.y)
      last = touch
      return drag
    },
    drop: () => undefined,
    bail: () => undefined,
  }
  return drag
}
