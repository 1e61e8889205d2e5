import { sceneAt, ticks, type Layer } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipsAt, pickAt } from './pick.ts'
import { pointOf } from './plane.ts'
import { posed, transforms } from './testing.ts'

const layer = (id: string, transform = {}): Layer => ({ clip: { id }, placement: posed(transform).placement }) as Layer

test('the nearest first; what is turned is hit as it lies', () => {
  const layers = [layer('back'), layer('front', { position: { x: 0.05, y: 0 } })]
  expect(clipsAt(layers, { x: 520, y: 250 })).toEqual(['front', 'back'])
  expect(clipsAt(layers, { x: 455, y: 250 })).toEqual(['back'])
  // 100 × 200, a quarter turned: as wide as it was high.
  expect(clipsAt([layer('turned', { rotation: 90 })], { x: 590, y: 250 })).toEqual(['turned'])
  expect(clipsAt([layer('turned', { rotation: 90 })], { x: 500, y: 340 })).toEqual([])
})

test('what lies within a picture hits it, what lies without does not', () => {
  fc.assert(fc.property(transforms, fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }), (transform, x, y) => {
    const inside = x > 0.001 && x < 0.999 && y > 0.001 && y < 0.999
    const outside = x < -0.001 || x > 1.001 || y < -0.001 || y > 1.001
    fc.pre(inside || outside)
    expect(clipsAt([layer('a', transform)], pointOf(posed(transform).placement, { x, y }))).toEqual(inside ? ['a'] : [])
  }))
})

test('clicking on goes to what is below, and from the lowest to the nearest again', () => {
  const here = ['c', 'b', 'a']
  expect([[], ['c'], ['b'], ['a'], ['elsewhere'], ['c', 'b']].map((chosen) => pickAt(here, new Set(chosen)))).toEqual(['c', 'b', 'a', 'c', 'c', 'c'])
  expect(pickAt([], new Set(['a']))).toBeUndefined()
})

test('gaps have nothing to be hit', () => {
  expect(clipsAt(sceneAt({ lanes: [], media: [], format: {} } as never, ticks(0)).layers, { x: 0, y: 0 })).toEqual([])
})
