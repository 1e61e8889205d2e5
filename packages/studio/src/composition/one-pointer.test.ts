import { expect, test } from 'vitest'
import { OnePointer } from './one-pointer.ts'

const finger = (pointerId: number) => ({ pointerId })

test('the first finger works alone until it is lifted, whatever others do', () => {
  const pointer = new OnePointer()
  expect([pointer.has(finger(7)), pointer.release(finger(7))]).toEqual([false, false])
  expect([pointer.take(finger(7)), pointer.take(finger(8))]).toEqual([true, false])
  expect([pointer.has(finger(7)), pointer.has(finger(8)), pointer.release(finger(8)), pointer.isDown]).toEqual([true, false, false, true])
  expect([pointer.release(finger(7)), pointer.release(finger(7)), pointer.isDown]).toEqual([true, false, false])
  expect(pointer.take(finger(8))).toBe(true)
})

test('a mouse that has gone up unseen takes hold again', () => {
  const pointer = new OnePointer()
  pointer.take(finger(1))
  expect(pointer.take(finger(1))).toBe(true)
})
