import { expect, test } from 'vitest'
import { pointingAfter } from './pointing.ts'

test('a tile that comes under a resting pointer is not pointed at until the pointer moves', () => {
  const first = pointingAfter(undefined, { x: 40, y: 60, key: '1.0' })
  expect(first.key).toBe('1.0')
  expect(pointingAfter(first, { x: 40, y: 60, key: '0.1' }).key).toBe('1.0')
  expect(pointingAfter(first, { x: 41, y: 60, key: '0.1' }).key).toBe('0.1')
  expect(pointingAfter(first, { x: 500, y: 60, key: undefined }).key).toBeUndefined()
})
