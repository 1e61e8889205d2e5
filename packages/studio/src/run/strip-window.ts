import type { Span } from '../loop-view/span.ts'

/** Width of one cycle's place in the strip, in CSS pixels. */
export const CELL = 96
/** Cells drawn beyond each edge, so that a flick of the wheel shows no blanks. */
const BEYOND = 4

/** The cells to draw for what is scrolled into view; pixels in. */
export function visibleCells(scrolled: number, width: number, count: number): Span {
  const from = Math.max(0, Math.floor(scrolled / CELL) - BEYOND)
  return { from: Math.min(from, count), to: Math.min(count, Math.ceil((scrolled + width) / CELL) + BEYOND) }
}

/** Where a cycle stands among those shown, in their order; all are when none are given. -1: it is not shown. */
export const positionOf = (cycle: number, shown: readonly number[] | undefined): number => (shown === undefined ? cycle : shown.indexOf(cycle))

/** Where to scroll so that a cell is in view with a neighbour on each side; unmoved when it is already. */
export function scrollTo(position: number, scrolled: number, width: number): number {
  const start = position * CELL
  const margin = Math.min(CELL, Math.max(0, (width - CELL) / 2))
  if (start - margin < scrolled) return Math.max(0, start - margin)
  return start + CELL + margin > scrolled + width ? start + CELL + margin - width : scrolled
}
