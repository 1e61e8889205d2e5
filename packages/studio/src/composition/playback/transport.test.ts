import { emptyProject, ticks, TICKS_PER_SECOND, type Project } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { playedRange, rangeOf, startOf } from './transport.ts'

const second = (seconds: number) => ticks(seconds * TICKS_PER_SECOND)
const lasting = (seconds: number): Project => {
  const project = emptyProject('c', 'c')
  return { ...project, format: { ...project.format, duration: second(seconds) } }
}
const range = (from: number, to: number) => ({ from: second(from), to: second(to) })

test('marks say what is gone round in, as far as the composition goes; without repeating all is played', () => {
  const marks = { markIn: second(2), markOut: second(20) }
  expect(rangeOf(lasting(10), marks)).toEqual(range(2, 10))
  expect(playedRange(lasting(10), { ...marks, repeat: true })).toEqual(range(2, 10))
  expect(playedRange(lasting(10), { ...marks, repeat: false })).toEqual(range(0, 10))
  expect(rangeOf(lasting(10), { markIn: second(12), markOut: null })).toEqual(range(0, 10))
})

test('it begins at the playhead, and anew where there is nothing left', () => {
  expect([startOf(second(3), 1, range(0, 10), false), startOf(second(10), 1, range(0, 10), false)]).toEqual([second(3), 0])
  expect([startOf(second(3), -1, range(0, 10), false), startOf(second(0), -1, range(0, 10), false)]).toEqual([second(3), second(10)])
  expect([startOf(second(8), 1, range(2, 6), true), startOf(second(1), 1, range(2, 6), true), startOf(second(2), -1, range(2, 6), true)]).toEqual([second(2), second(1), second(6)])
})
