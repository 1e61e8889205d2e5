import { expect, test } from 'vitest'
import { effectScope, nextTick, shallowRef } from 'vue'
import type { LoopScreenView } from '../app/address.ts'
import type { Place } from '../loop-view/place.ts'
import { useRunView } from './use-run-view.ts'

const at = (cycle: number, retry = 0): Place => ({ cycle, retry })
function opened(view: LoopScreenView = 'loupe', pinned?: Place) {
  const asked = shallowRef({ view, pinned })
  return { asked, run: effectScope().run(() => useRunView(() => asked.value))! }
}

test('the same key leads into a view and out of it', () => {
  const { run } = opened()
  run.show('compare')
  expect(run.view.value).toBe('compare')
  run.show('compare')
  expect(run.view.value).toBe('loupe')
})

test('the lightbox leads back to where it was opened, everything else to the one result', () => {
  const { run } = opened('grid')
  run.show('lightbox')
  run.close()
  expect(run.view.value).toBe('grid')
  run.close()
  expect(run.view.value).toBe('loupe')
})

test('what a person pins stays; what a rejection pins goes with the comparison', () => {
  const { run } = opened('loupe', at(3))
  run.show('compare')
  run.close()
  expect(run.pinned.value).toEqual(at(3))
  run.compareWith(at(1))
  expect([run.view.value, run.pinned.value]).toEqual(['compare', at(1)])
  run.show('lightbox')
  run.close()
  expect(run.pinned.value).toEqual(at(1))
  run.close()
  expect(run.pinned.value).toBeUndefined()
})

test('an address that is followed while the loop is open is obeyed', async () => {
  const { run, asked } = opened()
  asked.value = { view: 'compare', pinned: at(2, 1) }
  await nextTick()
  expect([run.view.value, run.pinned.value]).toEqual(['compare', at(2, 1)])
})

test('what a rejection pins goes when another cycle is looked at, and when an undo leads back to it', () => {
  for (const elsewhere of [at(2), at(1)]) {
    const { run } = opened()
    run.compareWith(at(1))
    run.follow(at(1, 1))
    expect(run.pinned.value).toEqual(at(1))
    run.follow(elsewhere)
    expect([run.view.value, run.pinned.value]).toEqual(['compare', undefined])
  }
})

test('what a person pins stays wherever they go', () => {
  const { run } = opened('compare')
  run.pin(at(1))
  run.follow(at(4))
  expect(run.pinned.value).toEqual(at(1))
})
