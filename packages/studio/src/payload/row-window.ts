import { useElementSize, useScroll } from '@vueuse/core'
import { computed, toValue, type ComputedRef, type MaybeRefOrGetter, type Ref } from 'vue'

/** Rows from `from` up to, not with, `to`; above and below is room of so many pixels for the others. */
export interface RowWindow {
  readonly from: number
  readonly to: number
  readonly above: number
  readonly below: number
}

/** Rows drawn beyond both edges, so that the keyboard finds a neighbour and a quick scroll no gap. */
const BEYOND = 12

/** The rows of one height that have to be drawn. All lengths are in pixels. */
export function windowOf(count: number, rowHeight: number, scrolled: number, height: number): RowWindow {
  const first = Math.floor(Math.max(0, scrolled) / rowHeight)
  const from = Math.max(0, Math.min(first - BEYOND, count - 1))
  const to = Math.max(from, Math.min(count, first + Math.ceil(height / rowHeight) + BEYOND))
  return { from, to, above: from * rowHeight, below: (count - to) * rowHeight }
}

/** From so many rows on, only those in view are drawn. */
export const MANY_ROWS = 200

/** The rows to draw of a list in a frame that scrolls: all of them while there are few. */
export function useRowWindow(frame: Readonly<Ref<HTMLElement | null>>, count: MaybeRefOrGetter<number>, rowHeight: number): ComputedRef<RowWindow> {
  const { y } = useScroll(frame)
  const { height } = useElementSize(frame)
  return computed(() => {
    const all = toValue(count)
    return all <= MANY_ROWS ? { from: 0, to: all, above: 0, below: 0 } : windowOf(all, rowHeight, y.value, height.value)
  })
}
