import type { Span } from '../../loop-view/span.ts'

/** Between cells and around them, in CSS pixels. */
export const GAP = 8
/** The line under each picture. */
const CAPTION = 20
/** Rows drawn beyond each edge, so that a flick of the wheel shows no blanks. */
const BEYOND = 2

/** How a sheet of cells lies in the room that it has, in CSS pixels. */
export interface SheetFrame {
  readonly columns: number
  /** From one cell to the next. */
  readonly pitch: { readonly x: number; readonly y: number }
}

/** Cells of `size` pixels in a room of that width: as many a row as fit, at least one. */
export function frameOf(width: number, size: number): SheetFrame {
  return { columns: Math.max(1, Math.floor((width - GAP) / (size + GAP))), pitch: { x: size + GAP, y: size + CAPTION + GAP } }
}

export const heightOf = (rows: number, { pitch }: SheetFrame): number => rows * pitch.y + GAP

/** The rows to draw for what is scrolled into view. */
export function visibleRows(scrolled: number, height: number, { pitch }: SheetFrame, rows: number): Span {
  const from = Math.max(0, Math.floor((scrolled - GAP) / pitch.y) - BEYOND)
  return { from: Math.min(from, rows), to: Math.min(rows, Math.max(0, Math.ceil((scrolled + height - GAP) / pitch.y)) + BEYOND) }
}

/** Where to scroll so that a row is wholly in view; unmoved when it is. */
export function scrollToRow(row: number, scrolled: number, height: number, { pitch }: SheetFrame): number {
  const top = row * pitch.y
  if (top < scrolled) return top
  return Math.max(scrolled, top + pitch.y + GAP - height)
}

/** Where to scroll so that what stood in a row of the frame before stands at the same height in its row of the new one. */
export function anchoredScroll(scrolled: number, before: { readonly row: number; readonly frame: SheetFrame }, now: { readonly row: number; readonly frame: SheetFrame }): number {
  return Math.max(0, scrolled + now.row * now.frame.pitch.y - before.row * before.frame.pitch.y)
}
