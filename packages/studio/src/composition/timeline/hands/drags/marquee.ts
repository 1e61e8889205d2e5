import { clipsWithin, ticks } from '@lemouf/core/timeline'
import { lanesYOf, xOf, yOf } from '../../geometry.ts'
import { withCompanions, type Bench } from '../bench.ts'
import type { Drag } from '../drag.ts'
import type { Touch } from '../touch.ts'

/** Chooses what a rectangle touches, on lanes that are not locked: alone, with Shift beside what was chosen, with Ctrl the other of it. */
export function marquee(bench: Bench, start: Touch): Drag {
  const { editor, stage } = bench
  const anchor = { at: bench.momentAt(start.x), y: lanesYOf(stage.view(), start.y) }
  const before = editor.selection.value
  const chosen = (inside: readonly string[], { shift, mod }: Touch): readonly string[] => {
    if (!shift && !mod) return inside
    const without = new Set(mod ? inside.filter((id) => before.has(id)) : [])
    return [...new Set([...before, ...inside])].filter((id) => !without.has(id))
  }
  const drag: Drag = {
    cursor: 'crosshair',
    scrolls: 'both',
    move: (touch) => {
      const view = stage.view()
      const here = { at: bench.momentAt(touch.x), y: lanesYOf(view, touch.y) }
      const [from, to] = [Math.min(anchor.at, here.at), Math.max(anchor.at, here.at)]
      const [upper, lower] = [Math.min(anchor.y, here.y), Math.max(anchor.y, here.y)]
      const rows = stage.layout().rows.filter(({ lane, y, height }) => !lane.locked && y < lower && y + height > upper)
      const inside = rows.flatMap(({ lane }) => clipsWithin(lane.clips, ticks(from), ticks(to + 1)).map(({ id }) => id))
      const now = chosen(withCompanions(bench.project, inside), touch)
      if (now.length !== editor.selection.value.size || now.some((id) => !editor.selection.value.has(id))) editor.select(now)
      bench.show({ hovered: undefined, marquee: { x: xOf(view, from), y: yOf(view, upper), width: (to - from) / view.scale, height: lower - upper } })
      return drag
    },
    drop: () => bench.bare(),
    bail: () => {
      editor.select(before)
      bench.bare()
    },
  }
  return drag
}
