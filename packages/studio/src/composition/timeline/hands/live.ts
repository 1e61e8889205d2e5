import { type Edit, type Refusal, type Ticks } from '@lemouf/core/timeline'
import { editRefusalSays } from '../../../text/refusal.ts'
import type { Bench } from './bench.ts'
import type { Drag } from './drag.ts'
import type { Touch } from './touch.ts'

/** What a drag does to the composition where it is now. */
export interface Doing {
  readonly edits: readonly Edit[]
  /** What it has snapped to. */
  readonly line?: Ticks | undefined
  /** Asked after it was done: how long something is now. */
  readonly hint: () => string
  /** Asked after it was done: moments whose pictures are looked at meanwhile. */
  readonly edges?: () => readonly Ticks[]
}

export interface LiveDrag {
  readonly cursor: string
  readonly scrolls?: Drag['scrolls']
  /** Of a touch, and of how many ticks it is from where the pointer went down. */
  readonly doing: (touch: Touch, raw: number) => Doing
}

/** A drag under which the composition itself changes, so that it is seen, and heard, as it will be. */
export function live(bench: Bench, start: Touch, { cursor, scrolls = 'across', doing }: LiveDrag): Drag {
  const gesture = bench.editor.begin()
  const from = bench.momentAt(start.x)
  let refusal: Refusal | undefined
  const drag: Drag = {
    cursor,
    scrolls,
    move: (touch) => {
      const { edits, line, hint, edges } = doing(touch, bench.momentAt(touch.x) - from)
      refusal = gesture.revise(edits)
      const said = refusal === undefined ? hint() : editRefusalSays(refusal)
      bench.show({ snap: refusal === undefined ? line : undefined, edges: edges?.() ?? [], hint: { x: touch.x, y: touch.y, text: said } })
      return drag
    },
    drop: () => {
      gesture.commit()
      bench.bare()
      if (refusal !== undefined) bench.editor.refuse(refusal)
    },
    bail: () => {
      gesture.bail()
      bench.bare()
    },
  }
  return drag
}
