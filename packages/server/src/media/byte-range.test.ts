import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseByteRange } from './byte-range.ts'

test.each([
  ['bytes=0-0', 10, { first: 0, last: 0 }],
  ['bytes=2-5', 10, { first: 2, last: 5 }],
  ['bytes=2-', 10, { first: 2, last: 9 }],
  ['bytes=2-99', 10, { first: 2, last: 9 }],
  ['bytes=-3', 10, { first: 7, last: 9 }],
  ['bytes=-99', 10, { first: 0, last: 9 }],
  ['Bytes= 9-9 ', 10, { first: 9, last: 9 }],
  ['bytes=10-', 10, 'unsatisfiable'],
  ['bytes=-0', 10, 'unsatisfiable'],
  ['bytes=0-', 0, 'unsatisfiable'],
  ['bytes=-1', 0, 'unsatisfiable'],
  ['bytes=5-2', 10, 'whole'],
  ['bytes=0-1,3-4', 10, 'whole'],
  ['bytes=-', 10, 'whole'],
  ['items=0-1', 10, 'whole'],
  ['bytes=a-b', 10, 'whole'],
  [undefined, 10, 'whole'],
] as const)('%s of %i bytes', (header, size, expected) => {
  expect(parseByteRange(header, size)).toEqual(expected)
})

test('a range lies within the content, whatever is asked for', () => {
  const bound = fc.oneof(fc.constant(''), fc.nat(40).map(String), fc.bigInt({ min: 0n }).map(String))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.tuple(bound, bound).map(([from, to]) => `bytes=${from}-${to}`)), fc.nat(30), (header, size) => {
      const range = parseByteRange(header, size)
      if (typeof range === 'string') return
      expect(range.first).toBeGreaterThanOrEqual(0)
      expect(range.first).toBeLessThanOrEqual(range.last)
      expect(range.last).toBeLessThan(size)
    }),
  )
})
