import type { Span } from '../../../loop-view/span.ts'

/** Between cells and around them, in CSS pixels. */
export const GAP = 6
export const HEADING = 28
const CAPTION = 34
const LIST_ROW = 44
/** Drawn beyond each edge, in pixels. */
const BEYOND = 240

/** How cells lie in the room that there is. */
export interface Frame {
  readonly columns: number
  /** Of a cell. */
  readonly width: number
  readonly height: number
  /** Of its picture. */
  readonly picture: { readonly width: number; readonly height: number }
}

/** Cells of at least `least` pixels in a room of that width; or a list of rows. */
export function frameOf(width: number, layout: 'grid' | 'list', least: number): Frame {
  const room = Math.max(1, width - 2 * GAP)
  if (layout === 'list') return { columns: 1, width: room, height: LIST_ROW, picture: { width: 64, height: 36 } }
  const columns = Math.max(1, Math.floor((room + GAP) / (least + GAP)))
  const cell = Math.floor((room + GAP) / columns) - GAP
  const picture = { width: cell, height: Math.round((cell * 9) / 16) }
  return { columns, width: cell, height: picture.height + CAPTION, picture }
}

/** Where a group stands, in pixels from the beginning of all. */
export interface Section {
  readonly id: string
  readonly top: number
  readonly height: number
  readonly count: number
  readonly isOpen: boolean
}

/** Groups one under the other, each under its heading; of one that is folded nothing but that. */
export function sectionsOf(groups: readonly { readonly id: string; readonly count: number }[], folded: ReadonlySet<string>, frame: Frame): readonly Section[] {
  let top = 0
  return groups.map(({ id, count }) => {
    const isOpen = !folded.has(id)
    const rows = isOpen ? Math.ceil(count / frame.columns) : 0
    const height = HEADING + (rows === 0 ? 0 : rows * (frame.height + GAP) + GAP)
    const section = { id, top, height, count, isOpen }
    top += height
    return section
  })
}

export const heightOf = (sections: readonly Section[]): number => sections.reduce((sum, { height }) => sum + height, 0)

/** The cells of a section that are in view, or nearly. */
export function cellsInView({ top, count, isOpen }: Section, scrolled: number, height: number, { columns, height: cell }: Frame): Span {
  if (!isOpen) return { from: 0, to: 0 }
  const pitch = cell + GAP
  const rows = Math.ceil(count / columns)
  const rowAt = (at: number): number => (at - top - HEADING) / pitch
  const from = Math.min(rows, Math.max(0, Math.floor(rowAt(scrolled - BEYOND))))
  const to = Math.max(from, Math.min(rows, Math.ceil(rowAt(scrolled + height + BEYOND))))
  return { from: from * columns, to: Math.min(count, to * columns) }
}

/** Where a cell is within its section, below the heading. */
export const cellAt = (index: number, { columns, width, height }: Frame): { x: number; y: number } => ({ x: GAP + (index % columns) * (width + GAP), y: Math.floor(index / columns) * (height + GAP) })

/** Where to scroll so that a cell is in view below the heading, which stays; unmoved when it is. */
export function scrollTo({ top }: Section, index: number, scrolled: number, height: number, frame: Frame): number {
  const start = top + cellAt(index, frame).y
  if (start < scrolled) return start
  return Math.max(scrolled, start + HEADING + frame.height + GAP - height)
}

/** A cell by its section's place and its own. */
export interface Cell {
  readonly section: number
  readonly index: number
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last'

/** Where a key leads from a cell: from the edge of a section into the next one that is open, in the same column. The same cell at the end. */
export function stepped(sections: readonly Section[], from: Cell, step: Step, frame: Frame, page: number): Cell {
  const open = sections.flatMap(({ isOpen, count }, section) => (isOpen && count > 0 ? [{ section, count }] : []))
  const place = open.findIndex(({ section }) => section === from.section)
  const here = open[place]
  const [head, tail] = [open[0], open.at(-1)]
  if (here === undefined || head === undefined || tail === undefined) return from
  const { columns } = frame
  const column = from.index % columns
  if (step === 'first') return { section: head.section, index: 0 }
  if (step === 'last') return { section: tail.section, index: tail.count - 1 }
  if (step === 'pageUp' || step === 'pageDown') {
    const rows = Math.max(1, Math.floor(page / (frame.height + GAP)))
    return Array.from({ length: rows }).reduce<Cell>((cell) => stepped(sections, cell, step === 'pageUp' ? 'up' : 'down', frame, page), from)
  }
  const by = { left: -1, right: 1, up: -columns, down: columns }[step]
  const index = from.index + by
  if (index >= 0 && index < here.count) return { section: here.section, index }
  if (step === 'down' && Math.floor(from.index / columns) < Math.floor((here.count - 1) / columns)) return { section: here.section, index: here.count - 1 }
  const next = open[place + Math.sign(by)]
  if (next === undefined) return from
  if (step === 'left') return { section: next.section, index: next.count - 1 }
  if (step === 'right') return { section: next.section, index: 0 }
  const lastRow = Math.floor((next.count - 1) / columns) * columns
  return { section: next.section, index: Math.min(next.count - 1, (step === 'up' ? lastRow : 0) + column) }
}
