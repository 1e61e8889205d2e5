import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, entry, viewOf } from '../../loop-view/testing.ts'
import { cellsOf, rowAt, rowsOf, stepFrom, type Arrangement, type Step } from './sheet.ts'

const loops = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }).map((retries) =>
  viewOf(retries.flatMap((count, cycle) => Array.from({ length: count }, (_, retry) => entry(cycle, retry)))))
const arrangement = fc.constantFrom<Arrangement[]>('flow', 'rows')

test('every attempt is on the sheet once, in order, and rows hold no more than fits', () => {
  fc.assert(
    fc.property(loops, fc.integer({ min: 1, max: 9 }), arrangement, (view, columns, how) => {
      const cells = cellsOf(view)
      expect(cells.map(({ cycle, retry }) => [cycle, retry])).toEqual(view.cycles.flat().map((one) => [one.cycle_index, one.retry_index]))
      const { starts, count } = rowsOf(cells, columns, how)
      expect(starts.length === 0).toBe(count === 0)
      for (const [row, start] of starts.entries()) {
        const end = starts[row + 1] ?? count
        expect(end - start).toBeGreaterThan(0)
        expect(end - start).toBeLessThanOrEqual(columns)
        for (let index = start; index < end; index++) expect(rowAt({ starts, count }, index)).toBe(row)
        if (how === 'rows') expect(new Set(cells.slice(start, end).map(({ cycle }) => cycle)).size).toBe(1)
        else if (row < starts.length - 1) expect(end - start).toBe(columns)
      }
    }),
  )
})

test('steps stay on the sheet, and there and back is where it began where the rows are full', () => {
  fc.assert(
    fc.property(loops, fc.integer({ min: 1, max: 9 }), arrangement, fc.nat(200), fc.constantFrom<Step[]>('before', 'after', 'above', 'below', 'first', 'last'), (view, columns, how, pick, step) => {
      const cells = cellsOf(view)
      fc.pre(cells.length > 0)
      const rows = rowsOf(cells, columns, how)
      const from = cells[pick % cells.length]!
      const to = stepFrom(cells, rows, from, step)!
      expect(cells).toContain(to)
      const moved = Math.abs(rowAt(rows, cells.indexOf(to)) - rowAt(rows, cells.indexOf(from)))
      if (step === 'above' || step === 'below') expect(moved).toBeLessThanOrEqual(1)
      if (step === 'after') expect(cells.indexOf(to)).toBe(Math.min(cells.length - 1, cells.indexOf(from) + 1))
      if (step === 'above' && how === 'flow' && moved === 1) expect(stepFrom(cells, rows, to, 'below')).toBe(from)
    }),
  )
})

test('from a place that is not on the sheet the next step leads to what is beside it', () => {
  const view = act(viewOf([entry(0, 0), entry(1, 0, { decision: 'reject', revision: 1 }), entry(1, 1), entry(2, 0)]), { type: 'filtered', undecidedOnly: true })
  const cells = cellsOf(view)
  const rows = rowsOf(cells, 2, 'flow')
  expect(cells.map(({ cycle, retry }) => `${cycle}.${retry}`)).toEqual(['0.0', '1.1', '2.0'])
  expect(stepFrom(cells, rows, { cycle: 1, retry: 0 }, 'after')).toMatchObject({ cycle: 1, retry: 1 })
  expect(stepFrom(cells, rows, { cycle: 1, retry: 0 }, 'before')).toMatchObject({ cycle: 0, retry: 0 })
  expect(stepFrom([], rowsOf([], 2, 'flow'), { cycle: 1, retry: 0 }, 'after')).toBeUndefined()
})
