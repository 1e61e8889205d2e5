import { useDebounceFn } from '@vueuse/core'
import { computed, nextTick, onMounted, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Place } from '../../loop-view/place.ts'
import { indexOf } from '../../loop-view/selection.ts'
import { isSameSpan, type Span } from '../../loop-view/span.ts'
import type { LoopViewState } from '../../loop-view/state.ts'
import { useGradual } from './gradual.ts'
import { anchoredScroll, frameOf, GAP, heightOf, scrollToRow, visibleRows, type SheetFrame } from './grid-window.ts'
import { keep, recall, sheetLook } from './memory.ts'
import { cellsOf, rowAt, rowsOf, type Cell, type Rows } from './sheet.ts'

const KEEP_AFTER_MS = 200
/** Frames in which a row is made that comes near: as many as pass until it does, in a fast scroll. */
const FRAMES_A_ROW = 2

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
  /** Cycles to be read: what is drawn first, and a screen beyond it so that cells are whole when they are made. */
  readonly cycles: ComputedRef<readonly number[]>
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
  /** The cells in view and of so many rows beyond; the same ones while no row comes or goes. */
  const around = (beyond?: () => number): ComputedRef<Span> => computed((before) => {
    const now = cellsIn(visibleRows(scrolled.value, height.value, frame.value, rows.value.starts.length, beyond?.()), rows.value)
    return before !== undefined && isSameSpan(before, now) ? before : now
  })
  const near = around()
  const ahead = around(() => Math.ceil(height.value / frame.value.pitch.y))
  const span = useGradual(around(() => 0), near, () => Math.ceil(frame.value.columns / FRAMES_A_ROW))
  const drawn = computed(() => drawnIn(span.value, rows.value, frame.value, cells.value))
  const cycles = computed(() => [...new Set([near.value, ahead.value].flatMap(({ from, to }) => cells.value.slice(from, to).map(({ cycle }) => cycle)))])

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

  return { cells, rows, size: computed(() => frame.value.size), drawn, trackHeight, cycles }
}

const cellsIn = ({ from, to }: Span, { starts, count }: Rows): Span => ({ from: starts[from] ?? count, to: starts[to] ?? count })

function drawnIn({ from, to }: Span, rows: Rows, { pitch }: SheetFrame, cells: readonly Cell[]): readonly DrawnCell[] {
  const drawn: DrawnCell[] = []
  let row = rowAt(rows, from)
  for (const [offset, cell] of cells.slice(from, to).entries()) {
    const index = from + offset
    if (index >= (rows.starts[row + 1] ?? rows.count)) row++
    drawn.push({ cell, x: GAP + (index - (rows.starts[row] ?? 0)) * pitch.x, y: GAP + row * pitch.y })
  }
  return drawn
}
