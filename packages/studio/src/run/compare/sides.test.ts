import { expect, test } from 'vitest'
import { entry, viewOf } from '../../loop-view/testing.ts'
import { nextTry, pinnedAfter, sideA, standsOver } from './sides.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })

test('A is the result before in the same cycle, over what failed there', () => {
  const view = viewOf([entry(0, 0, { decision: 'approve' }), entry(1, 0), entry(1, 1, { status: 'failed' }), entry(1, 2)])
  expect(sideA(view, at(1, 2), undefined)).toEqual(at(1, 0))
})

test('the first try of a cycle stands beside what the cycle before has: what was approved, or the newest that waits', () => {
  const first = [entry(0, 0), entry(0, 1, { decision: 'approve' }), entry(0, 2)]
  expect(sideA(viewOf([...first, entry(1, 0)]), at(1), undefined)).toEqual(at(0, 1))
  expect(sideA(viewOf([entry(0, 0), entry(0, 1), entry(1, 0)]), at(1), undefined)).toEqual(at(0, 1))
})

test('in the first cycle a later try will do, and alone there is none', () => {
  expect(sideA(viewOf([entry(0, 0), entry(0, 1)]), at(0), undefined)).toEqual(at(0, 1))
  expect(sideA(viewOf([entry(0, 0)]), at(0), undefined)).toBeUndefined()
  expect(sideA(viewOf([entry(0, 0), entry(0, 1, { status: 'running' })]), at(0), undefined)).toBeUndefined()
})

test('what is pinned stays A wherever B goes, and is let go by the key that pinned it', () => {
  const view = viewOf([entry(0, 0), entry(1, 0), entry(1, 1)])
  expect(sideA(view, at(1, 1), at(0))).toEqual(at(0))
  expect(pinnedAfter(undefined, at(1))).toEqual(at(1))
  expect(pinnedAfter(at(0), at(1))).toEqual(at(1))
  expect(pinnedAfter(at(1), at(1))).toBeUndefined()
})

test('the next try comes after the last, whatever became of it', () => {
  const view = viewOf([entry(0, 0), entry(0, 1, { status: 'cancelled' })])
  expect(nextTry(view, 0)).toEqual(at(0, 2))
  expect(nextTry(view, 3)).toEqual(at(3, 0))
})

test('in a narrow room the pictures stand as they are largest; in a wide one always beside each other', () => {
  const [phone, sidebar] = [{ width: 360, height: 400 }, { width: 400, height: 220 }]
  const [wide, tall] = [{ width: 768, height: 512 }, { width: 512, height: 768 }]
  expect([standsOver(phone, wide), standsOver(phone, tall), standsOver(sidebar, wide), standsOver(sidebar, tall)]).toEqual([true, false, false, false])
  expect(standsOver({ width: 1200, height: 900 }, { width: 3000, height: 500 })).toBe(false)
  expect(standsOver({ width: 0, height: 0 }, wide)).toBe(false)
})
