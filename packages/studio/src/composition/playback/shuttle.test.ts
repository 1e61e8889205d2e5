import { expect, test } from 'vitest'
import { shuttled } from './shuttle.ts'

test('L goes on twice as fast up to eight times, J the same backwards, each from the other as recorded', () => {
  const press = (keys: string, from = 0): number[] => {
    let rate = from
    return keys.split('').map((key) => (rate = shuttled(rate, key === 'L' ? 1 : -1)))
  }
  expect(press('LLLLL')).toEqual([1, 2, 4, 8, 8])
  expect(press('JJJJJ')).toEqual([-1, -2, -4, -8, -8])
  expect(press('LLJLJJ')).toEqual([1, 2, -1, 1, -1, -2])
  expect(press('L', 0.5)).toEqual([1])
})
