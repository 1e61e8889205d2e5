import type { Span } from '../../loop-view/span.ts'

/** Between cells and around them, in CSS pixels. */
export const GAP = 8
/** The line under each picture. */
export const CAPTION = 20
/** Rows drawn beyond each edge, so that a flick of the wheel shows no blanks. */
const BEYOND = 2

/** How a sheet of cells lies in the room that it has, in CSS pixels. */
export interface SheetFrame {
  readonly columns: number
  /** Of a cell's picture, which is square. */
  readonly size: number
  /** From one cell to the next. */
  readonly pitch: { readonly x: number; readonly y: number }
}

/** Cells of at least `least` pixels in a room of that width: as many a row as fit, and as large as they then can be. */
export function frameOf(width: number, least: number): SheetFrame {
  const columns = Math.max(1, Math.floor((width - GAP) / (least + GAP)))
  const size = Math.max(least, Math.floor((width - GAP) / columns) - GAP)
  return { columns, size, pitch: { x: size + GAP, y: size + CAPTION + GAP } }
}

export const heightOf = (rows: number, { pitch }: SheetFrame): number => rows * pitch.y + GAP

/** The rows that are scrolled into view, and so many beyond each edge. */
export function visibleRows(scrolled: number, height: number, { pitch }: SheetFrame, rows: number, beyond = BEYOND): Span {
  const from = Math.max(0, Math.floor((scrolled - GAP) / pitch.y) - beyond)
  return { from: Math.min(from, rows), to: Math.min(rows, Math.max(0, Math.ceil((scrolled + height - GAP) / pitch.y)) + beyond) }
}

/** Where to scroll so that a row is in view, wholly where there is room for it; unmoved when it is. */
export function scrollToRow(row: number, scrolled: number, height: number, { pitch }: SheetFrame): number {
  const top = row * pitch.y
  if (top < scrolled) return top
  return Math.min(top, Math.max(scrolled, top + pitch.y + GAP - height))
}

/** Where to scroll so that what stood in a row of the frame before stands at the same height in its row of the new one. */
export function anchoredScroll(scrolled: number, before: { readonly row: number; readonly frame: SheetFrame }, now: { readonly row: number; readonly frame: SheetFrame }): number {
  return Math.max(0, scrolled + now.row * now.frame.pitch.y - before.row * before.frame.pitch.y)
}
