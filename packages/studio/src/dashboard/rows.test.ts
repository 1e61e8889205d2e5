import type { LoopFigures, LoopSummary } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLUMNS, rowsOf, sortedBy, statesOf, USUAL_SORTING, type LoopFilter, type Sorting } from './rows.ts'

const loop = (loop_id: string, more: Partial<LoopSummary> = {}): LoopSummary => ({
  loop_id, status: 'ready', mode: 'auto', total_cycles: 4, current_cycle: 0, current_retry: 0, approved: 0, workflow_name: null, seq: 1, created_at: 1, updated_at: 1, ...more,
})
const figures = (loop_id: string, more: Partial<LoopFigures> = {}): LoopFigures => ({
  loop_id, decisions: 0, median_decision_ms: null, cycles: 0, first_pass: null, retries_per_cycle: null, approved: 0, person_ms_per_approved: null, machine_ms_per_approved: null, waiting: 0, ...more,
})
const ALL: LoopFilter = { search: '', states: [] }
const names = (loops: readonly LoopSummary[], of: readonly LoopFigures[], filter: Partial<LoopFilter>, sorting: Sorting = USUAL_SORTING): readonly string[] =>
  rowsOf(loops, new Map(of.map((one) => [one.loop_id, one])), { ...ALL, ...filter }, sorting).map((row) => row.loop.loop_id)

const loops = [
  loop('done', { status: 'complete', approved: 4, updated_at: 9 }),
  loop('old-wait', { status: 'waiting', updated_at: 2, workflow_name: 'loop/portraits.json' }),
  loop('new-wait', { status: 'waiting', updated_at: 5, workflow_name: 'song/verse.json' }),
  loop('broken', { status: 'failed', approved: 1, updated_at: 7 }),
]

test('who waits for a person comes first, then what failed; the last changed first among equals', () => {
  expect(names(loops, [], {})).toEqual(['new-wait', 'old-wait', 'broken', 'done'])
})

test('text and states narrow the list', () => {
  expect(names(loops, [], { search: 'WAIT song' })).toEqual(['new-wait'])
  expect(names(loops, [], { states: ['failed', 'complete'] })).toEqual(['broken', 'done'])
  expect(names(loops, [], { states: ['failed'], search: 'wait' })).toEqual([])
  expect([...statesOf(loops)]).toEqual([['waiting', 2], ['failed', 1], ['complete', 1]])
})

test('a loop is found and sorted by the name that is shown, and found by its own', () => {
  const nameOf = (loopId: string): string => (loopId === 'done' ? '2. Paint them' : loopId)
  const shown = (search: string) => rowsOf(loops, new Map(), { search, states: [] }, { column: 'name', down: false }, nameOf).map(({ name }) => name)
  expect(shown('')[0]).toBe('2. Paint them')
  expect(shown('paint')).toEqual(shown('done'))
  expect(shown('paint')).toEqual(['2. Paint them'])
})

test('a column sorts both ways, and what has no value comes last in both', () => {
  const known = [figures('done', { median_decision_ms: 900, waiting: 1 }), figures('broken', { median_decision_ms: 4000 })]
  const by = sortedBy('decision', USUAL_SORTING)
  expect(names(loops, known, {}, by)).toEqual(['broken', 'done', 'new-wait', 'old-wait'])
  expect(names(loops, known, {}, sortedBy('decision', by))).toEqual(['done', 'broken', 'new-wait', 'old-wait'])
  expect(names(loops, known, {}, sortedBy('name', by))).toEqual(['broken', 'done', 'new-wait', 'old-wait'])
})

test('sorting and filtering lose and invent nothing', () => {
  const anyLoop = fc.record({ id: fc.string({ minLength: 1 }), updated_at: fc.nat(50), approved: fc.nat(4), status: fc.constantFrom('waiting', 'running', 'complete') })
  fc.assert(fc.property(fc.uniqueArray(anyLoop, { selector: ({ id }) => id }), fc.constantFrom(...COLUMNS), fc.boolean(), (all, column, down) => {
    const shown = names(all.map(({ id, ...more }) => loop(id, more)), [], {}, { column, down })
    expect(shown.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
  }))
})
