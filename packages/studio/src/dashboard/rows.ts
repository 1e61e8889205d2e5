import type { LoopFigures, LoopSummary } from '@lemouf/core/protocol'
import { URGENCY } from '../home/loops.ts'

export type LoopState = LoopSummary['status']

/** A loop as the dashboard lists it; without figures where nothing was made of it. */
export interface LoopRow {
  readonly loop: LoopSummary
  /** What it is called in lists. */
  readonly name: string
  readonly figures: LoopFigures | undefined
}

export const COLUMNS = ['status', 'name', 'workflow', 'progress', 'waiting', 'retries', 'firstPass', 'decision', 'changed'] as const
export type Column = (typeof COLUMNS)[number]

export interface Sorting {
  readonly column: Column
  readonly down: boolean
}

/** What a person is needed for comes first. */
export const USUAL_SORTING: Sorting = { column: 'status', down: false }

export interface LoopFilter {
  /** Words that name or workflow hold. */
  readonly search: string
  /** Those to show; all when empty. */
  readonly states: readonly LoopState[]
}

/** Numbers begin with the highest, names with A. */
const FROM_HIGH: ReadonlySet<Column> = new Set(['progress', 'waiting', 'retries', 'firstPass', 'decision', 'changed'])

/** The sorting that a column's heading brings: the other way round where it is sorted by that already. */
export const sortedBy = (column: Column, { column: known, down }: Sorting): Sorting => ({ column, down: column === known ? !down : FROM_HIGH.has(column) })

/** The rows that a filter leaves, in order; what has no value in the column comes last. */
export function rowsOf(loops: readonly LoopSummary[], figures: ReadonlyMap<string, LoopFigures>, filter: LoopFilter, sorting: Sorting, nameOf = (loopId: string): string => loopId): readonly LoopRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ loop: { loop_id, workflow_name, status }, name }: LoopRow): boolean =>
    (filter.states.length === 0 || filter.states.includes(status)) && words.every((word) => `${name} ${loop_id} ${workflow_name ?? ''}`.toLowerCase().includes(word))
  const rows = loops.map((loop): LoopRow => ({ loop, name: nameOf(loop.loop_id), figures: figures.get(loop.loop_id) }))
  return rows.filter(fits).sort((a, b) => compare(valueIn(a, sorting.column), valueIn(b, sorting.column), sorting.down) || b.loop.updated_at - a.loop.updated_at)
}

/** How many loops are in each state, of those that there are. */
export function statesOf(loops: readonly LoopSummary[]): ReadonlyMap<LoopState, number> {
  const counts = new Map<LoopState, number>()
  for (const { status } of loops) counts.set(status, (counts.get(status) ?? 0) + 1)
  return new Map([...counts].sort(([a], [b]) => URGENCY[a] - URGENCY[b]))
}

type Value = string | number | null

function compare(a: Value, b: Value, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  const order = typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, undefined, { numeric: true }) : Number(a) - Number(b)
  return down ? -order : order
}

function valueIn({ loop, name, figures }: LoopRow, column: Column): Value {
  switch (column) {
    case 'status':
      return URGENCY[loop.status]
    case 'name':
      return name
    case 'workflow':
      return loop.workflow_name
    case 'progress':
      return loop.total_cycles === 0 ? null : loop.approved / loop.total_cycles
    case 'waiting':
      return figures?.waiting ?? 0
    case 'retries':
      return figures?.retries_per_cycle ?? null
    case 'firstPass':
      return figures?.first_pass ?? null
    case 'decision':
      return figures?.median_decision_ms ?? null
    case 'changed':
      return loop.updated_at
  }
}
