import { clipOf, type Located, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, composed, seconds } from './testing.ts'
import { durationEdits, factorOf, inPointEdits, moveEdits, speedOf } from './timing.ts'

const found = (project: Project, ...ids: string[]): readonly Located[] => ids.map((id) => clipOf(project, id)!)
const at = (project: Project, id: string) => {
  const { start, duration, in: from } = clipOf(project, id)!.clip
  return [start, duration, from].map((time) => time / seconds(1))
}

test('all that is chosen moves together, with what is linked, and stops at zero', () => {
  const project = composed()
  const moved = after(project, ...moveEdits(project, found(project, 'v', 'w'), seconds(7), 'm'))
  expect([at(moved, 'v'), at(moved, 'a'), at(moved, 'w')]).toEqual([[7, 10, 20], [7, 10, 20], [22, 10, 20]])
  const back = after(project, ...moveEdits(project, found(project, 'w'), 0 - seconds(3), 'm'))
  expect(at(back, 'w')[0]).toBe(0)
  expect(moveEdits(project, found(project, 'v'), seconds(5), 'm')).toEqual([])
})

test('a length is set once for picture and sound, and each of several has its own', () => {
  const project = composed()
  const longer = after(project, ...durationEdits(found(project, 'v', 'a', 'w'), (before) => before + seconds(2)))
  expect([at(longer, 'v'), at(longer, 'a'), at(longer, 'w')]).toEqual([[5, 12, 20], [5, 12, 20], [20, 12, 20]])
})

test('an in point is set exactly, at whatever speed, and nothing moves', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 39 }), fc.constantFrom(0.5, 1, 2, 2.5), (second, factor) => {
    const project = after(composed(), { type: 'speed', clips: ['v'], speed: speedOf(factor), ripple: null })
    const slipped = after(project, ...inPointEdits(project, found(project, 'v', 'a'), () => seconds(second)))
    const [start, duration, from] = at(slipped, 'v')
    expect([start, duration]).toEqual(at(project, 'v').slice(0, 2))
    // As far as the source goes.
    expect(from).toBeCloseTo(Math.min(second, 60 - duration! * factor), 6)
  }))
})

test('a speed is the closest that a clip can have, in small numbers', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), (factor) => {
    const speed = speedOf(factor)
    const held = Math.min(100, Math.max(0.01, factor))
    expect(Number.isInteger(speed.num) && speed.num >= 1 && speed.num <= 10_000 && speed.den >= 1 && speed.den <= 10_000).toBe(true)
    expect(Math.abs(factorOf(speed) - held) / held).toBeLessThan(0.006)
  }))
  expect([1, 2, 0.5, 1.25, 0.3333].map(speedOf)).toEqual([{ num: 1, den: 1 }, { num: 2, den: 1 }, { num: 1, den: 2 }, { num: 5, den: 4 }, { num: 3333, den: 10_000 }])
})
