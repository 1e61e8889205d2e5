import { placeOf, type Place } from '../../loop-view/place.ts'
import { indexOf } from '../../loop-view/selection.ts'
import { standingsOf, toJudge } from '../../loop-view/shown.ts'
import type { LoopViewState, Standing } from '../../loop-view/state.ts'

/** Cells in rows: after one another, or a new row for each cycle. */
export type Arrangement = 'flow' | 'rows'

/** An attempt on the sheet. */
export interface Cell extends Place {
  readonly standing: Standing
  /** How many attempts its cycle has. */
  readonly siblings: number
  /** The cell before or after it is of the same cycle. */
  readonly joins: { readonly before: boolean; readonly after: boolean }
}

/** Everything that was made, in order of cycle and retry; with "undecided only", what waits for a person. */
export function cellsOf(state: LoopViewState): readonly Cell[] {
  const cells: Cell[] = []
  const count = (state.outline ?? state.cycles).length
  for (let cycle = 0; cycle < count; cycle++) {
    const all = standingsOf(state, cycle)
    const shown = state.undecidedOnly ? toJudge(all) : all
    for (const [index, standing] of shown.entries()) {
      cells.push({ ...placeOf(standing), standing, siblings: all.length, joins: { before: index > 0, after: index < shown.length - 1 } })
    }
  }
  return cells
}

/** Cells in rows, by the index of each row's first. */
export interface Rows {
  readonly starts: readonly number[]
  /** How many cells there are. */
  readonly count: number
}

export function rowsOf(cells: readonly Place[], columns: number, arrangement: Arrangement): Rows {
  const starts: number[] = []
  let start = 0
  for (const [index, { cycle }] of cells.entries()) {
    const isNew = arrangement === 'rows' && cycle !== cells[index - 1]?.cycle
    if (index > 0 && !isNew && index - start < columns) continue
    starts.push(index)
    start = index
  }
  return { starts, count: cells.length }
}

/** The row of a cell by its index; 0 where there is none. */
export function rowAt({ starts }: Rows, index: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

export type Step = 'before' | 'after' | 'above' | 'below' | 'first' | 'last'

/** One step over the sheet; at an end it stays. From a place that is not on it, to what is nearest. Undefined when nothing is. */
export function stepFrom(cells: readonly Cell[], rows: Rows, from: Place, step: Step): Cell | undefined {
  const index = indexOf(cells, from)
  const isHere = cells[index]?.cycle === from.cycle && cells[index]?.retry === from.retry
  const last = cells.length - 1
  const to = {
    before: index - 1,
    after: isHere ? index + 1 : index,
    above: beside(rows, index, -1),
    below: beside(rows, index, 1),
    first: 0,
    last,
  }[step]
  return cells[Math.max(0, Math.min(last, to))]
}

/** The cell in the same column of another row, or the last one of that row. */
function beside(rows: Rows, index: number, by: 1 | -1): number {
  const row = rowAt(rows, index)
  const [start, next] = [rows.starts[row + by], rows.starts[row + by + 1] ?? rows.count]
  return start === undefined ? index : Math.min(start + index - (rows.starts[row] ?? 0), next - 1)
}
