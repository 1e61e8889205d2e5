import { useDebounceFn } from '@vueuse/core'
import { computed, nextTick, onMounted, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Place } from '../../loop-view/place.ts'
import { indexOf } from '../../loop-view/selection.ts'
import type { Span } from '../../loop-view/span.ts'
import type { LoopViewState } from '../../loop-view/state.ts'
import { anchoredScroll, frameOf, GAP, heightOf, scrollToRow, visibleRows, type SheetFrame } from './grid-window.ts'
import { keep, recall, sheetLook } from './memory.ts'
import { cellsOf, rowAt, rowsOf, type Cell, type Rows } from './sheet.ts'

const KEEP_AFTER_MS = 200

/** A cell that is drawn, and where; CSS pixels on the track. */
export interface DrawnCell {
  readonly cell: Cell
  readonly x: number
  readonly y: number
}

export interface Sheet {
  readonly cells: Readonly<ShallowRef<readonly Cell[]>>
  readonly rows: ComputedRef<Rows>
  /** Of a cell's picture, in CSS pixels. */
  readonly size: ComputedRef<number>
  readonly drawn: ComputedRef<readonly DrawnCell[]>
  readonly trackHeight: ComputedRef<number>
}

/** The room that a sheet has, measured where it is shown. */
export interface SheetRoom {
  readonly scroller: Readonly<Ref<HTMLElement | null>>
  readonly width: Readonly<Ref<number>>
  readonly height: Readonly<Ref<number>>
  readonly scrolled: Ref<number>
}

/** The sheet of a loop: its cells in rows, those in view, and the scrolling that keeps in place what a person looks at. */
export function useSheet(loopId: string, state: () => LoopViewState, { scroller, width, height, scrolled }: SheetRoom): Sheet {
  // Progress and previews come often and change nothing of the order.
  const cells = shallowRef(cellsOf(state()))
  watch([() => state().outline, () => (state().outline === undefined ? state().cycles : undefined), () => state().pending, () => state().undecidedOnly], () => { cells.value = cellsOf(state()) }, { flush: 'sync' })
  const frame = computed(() => frameOf(width.value, sheetLook.value.size))
  const rows = computed(() => rowsOf(cells.value, frame.value.columns, sheetLook.value.arrangement))
  const trackHeight = computed(() => heightOf(rows.value.starts.length, frame.value))
  // Numbers, so that what is drawn stays what it is while no row comes or goes.
  const from = computed(() => visibleRows(scrolled.value, height.value, frame.value, rows.value.starts.length).from)
  const to = computed(() => visibleRows(scrolled.value, height.value, frame.value, rows.value.starts.length).to)
  const drawn = computed(() => drawnIn({ from: from.value, to: to.value }, rows.value, frame.value, cells.value))

  const rowOf = (place: Place): number => rowAt(rows.value, indexOf(cells.value, place))
  const scrollTo = (top: number): void => {
    scroller.value?.scrollTo({ top })
    scrolled.value = scroller.value?.scrollTop ?? top
  }

  /** What a person looks at, before it moves: the cursor where it is in view, else what is on top. */
  function anchorIn(before: { readonly cells: readonly Cell[]; readonly rows: Rows; readonly frame: SheetFrame }): { place: Place; row: number } | undefined {
    const top = visibleRows(scrolled.value, height.value, before.frame, before.rows.starts.length)
    const { cursor } = state()
    const row = cursor === undefined ? -1 : rowAt(before.rows, indexOf(before.cells, cursor))
    if (cursor !== undefined && row >= top.from && row < top.to) return { place: cursor, row }
    const first = Math.max(0, Math.floor(scrolled.value / before.frame.pitch.y))
    const place = before.cells[before.rows.starts[first] ?? -1]
    return place === undefined ? undefined : { place, row: first }
  }

  let settled = false
  watch([cells, rows, frame], async (_now, [wasCells, wasRows, wasFrame]) => {
    const anchor = settled ? anchorIn({ cells: wasCells, rows: wasRows, frame: wasFrame }) : undefined
    await nextTick()
    if (anchor === undefined) return settle()
    const top = anchoredScroll(scrolled.value, { row: anchor.row, frame: wasFrame }, { row: rowOf(anchor.place), frame: frame.value })
    if (top !== scrolled.value) scrollTo(top)
  }, { flush: 'pre' })

  /** At the place where the sheet was left, once there is enough to scroll; else where the cursor is. */
  function settle(): void {
    if (settled || cells.value.length === 0 || height.value === 0 || state().outline === undefined) return
    settled = true
    const left = recall(loopId)?.scrolled
    scrollTo(left ?? 0)
    if (left === undefined) showCursor()
  }

  function showCursor(): void {
    const { cursor } = state()
    if (cursor !== undefined && height.value > 0) scrollTo(scrollToRow(rowOf(cursor), scrolled.value, height.value, frame.value))
  }

  onMounted(() => nextTick(settle))
  watch(height, () => nextTick(settle))
  watch(() => state().cursor, () => { if (settled) void nextTick(showCursor) })
  const remember = useDebounceFn(() => keep(loopId, { scrolled: scrolled.value }), KEEP_AFTER_MS)
  watch(scrolled, () => { if (settled) void remember() })

  return { cells, rows, size: computed(() => frame.value.size), drawn, trackHeight }
}

function drawnIn({ from, to }: Span, { starts, count }: Rows, { pitch }: SheetFrame, cells: readonly Cell[]): readonly DrawnCell[] {
  const drawn: DrawnCell[] = []
  for (let row = from; row < to; row++) {
    const [start = 0, end = count] = [starts[row], starts[row + 1]]
    for (const [column, cell] of cells.slice(start, end).entries()) drawn.push({ cell, x: GAP + column * pitch.x, y: GAP + row * pitch.y })
  }
  return drawn
}
