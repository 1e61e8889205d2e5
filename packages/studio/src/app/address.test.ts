import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAddress, parseAddress, type Screen } from './address.ts'

const loopId = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/)
const place = fc.record({ cycle: fc.nat(999_999), retry: fc.nat(999) })
const screen: fc.Arbitrary<Screen> = fc.oneof(
  fc.constant<Screen>({ name: 'home' }),
  fc.constant<Screen>({ name: 'canvas' }),
  fc.string({ unit: 'grapheme' }).map((workflow): Screen => ({ name: 'home', workflow })),
  loopId.map((id): Screen => ({ name: 'loop', loopId: id })),
  fc.tuple(loopId, place).map(([id, at]): Screen => ({ name: 'loop', loopId: id, place: at })),
  fc.tuple(loopId, place, fc.constantFrom('grid' as const, 'compare' as const)).map(([id, at, view]): Screen => ({ name: 'loop', loopId: id, place: at, view })),
  fc.tuple(loopId, place, place).map(([id, at, pinned]): Screen => ({ name: 'loop', loopId: id, place: at, view: 'compare', pinned })),
  loopId.map((id): Screen => ({ name: 'payload', loopId: id })),
  fc.tuple(loopId, fc.string({ unit: 'grapheme' })).map(([id, node]): Screen => ({ name: 'payload', pipelineId: id, node })),
  loopId.map((id): Screen => ({ name: 'dashboard', loopId: id })),
  fc.constantFrom<Screen[]>({ name: 'dashboard' }, { name: 'servers' }, { name: 'settings' }),
)

test('an address comes back as the screen that it was made from', () => {
  fc.assert(fc.property(screen, (shown) => { expect(parseAddress(formatAddress(shown))).toEqual(shown) }))
})

test('any text is a screen, and what is unknown is Home', () => {
  fc.assert(fc.property(fc.string(), (text) => { expect(['home', 'canvas', 'loop', 'payload', 'dashboard', 'servers', 'settings']).toContain(parseAddress(text).name) }))
  for (const text of ['', '#', '#/', '#//', '#/loop/', '#/loop/../x', '#/elsewhere?c=1']) expect(parseAddress(text)).toEqual({ name: 'home' })
})

test('a place that is no number is left out', () => {
  expect(parseAddress('#/loop/a?c=x&r=1')).toEqual({ name: 'loop', loopId: 'a' })
  expect(parseAddress('#/loop/a?c=3&r=-1')).toEqual({ name: 'loop', loopId: 'a', place: { cycle: 3, retry: 0 } })
})

test('what is pinned beside the place looked at', () => {
  expect(parseAddress('#/loop/a?c=3&r=1&v=compare&a=2.0')).toEqual({ name: 'loop', loopId: 'a', place: { cycle: 3, retry: 1 }, view: 'compare', pinned: { cycle: 2, retry: 0 } })
  for (const key of ['', '2', '2.', '.1', '-1.0', '2.0.1', 'x.y']) expect(parseAddress(`#/loop/a?a=${key}`)).toEqual({ name: 'loop', loopId: 'a' })
})
