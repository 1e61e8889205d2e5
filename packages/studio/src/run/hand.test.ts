import { expect, test } from 'vitest'
import { entry } from '../loop-view/testing.ts'
import { handOf } from './hand.ts'

const retries = (...args: Parameters<typeof handOf>) => handOf(...args).map(({ retry_index }) => retry_index)
const tries = [entry(0, 0, { decision: 'reject' }), entry(0, 1, { decision: 'approve' }), entry(0, 2), entry(0, 3), entry(0, 4)]

test('the approved card lies in front, the newest others behind it', () => {
  expect(retries(tries, undefined)).toEqual([1, 4, 3, 2])
})

test('the card looked at comes to the front', () => {
  expect(retries(tries, { cycle: 0, retry: 0 })).toEqual([0, 4, 3, 2])
})

test('without an approval the newest that waits is in front, else the newest', () => {
  expect(retries([entry(0, 0), entry(0, 1), entry(0, 2, { status: 'failed' })], undefined)[0]).toBe(1)
  expect(retries([entry(0, 0, { decision: 'reject' }), entry(0, 1, { status: 'queued' })], undefined)[0]).toBe(1)
  expect(handOf([], undefined)).toEqual([])
})
