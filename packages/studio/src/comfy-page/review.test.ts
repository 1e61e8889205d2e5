import { expect, test } from 'vitest'
import { createReview, dockAddress } from './review.ts'

function storage() {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}

test('the loop opened last stays under review while the panel is elsewhere, and after a reload', () => {
  const kept = storage()
  const { address, loop } = createReview(kept)
  expect(loop.value).toBeUndefined()
  address.go({ name: 'loop', loopId: 'a' })
  address.settle({ name: 'loop', loopId: 'a', place: { cycle: 2, retry: 1 } })
  address.go({ name: 'home' })
  expect(loop.value).toEqual({ name: 'loop', loopId: 'a', place: { cycle: 2, retry: 1 } })
  const again = createReview(kept)
  expect(again.address.screen.value).toEqual({ name: 'home' })
  expect(again.loop.value).toEqual({ name: 'loop', loopId: 'a', place: { cycle: 2, retry: 1 } })
})

test('what was kept by another program is Home', () => {
  const kept = storage()
  kept.setItem('lemouf.screen', '<script>')
  kept.setItem('lemouf.loop', '#/')
  expect(createReview(kept).address.screen.value).toEqual({ name: 'home' })
  expect(createReview(kept).loop.value).toBeUndefined()
})

test('a composition is cut in the bottom panel, and stays there while the sidebar goes about', () => {
  const kept = storage()
  const opened: string[] = []
  const review = createReview(kept, () => opened.push('dock'))
  review.address.go({ name: 'composition' })
  review.address.go({ name: 'composition', compositionId: 'film' })
  expect([review.address.screen.value, review.cut.value, opened]).toEqual([{ name: 'composition' }, { name: 'composition', compositionId: 'film' }, ['dock']])
  review.address.go({ name: 'loop', loopId: 'a' })
  expect([review.cut.value?.compositionId, createReview(kept).cut.value?.compositionId]).toEqual(['film', 'film'])
  const dock = dockAddress(review, () => opened.push('panel'))
  dock.go({ name: 'composition', compositionId: 'copy' })
  expect([review.cut.value?.compositionId, opened]).toEqual(['copy', ['dock', 'dock']])
  dock.go({ name: 'composition' })
  expect([review.cut.value, review.address.screen.value, opened.at(-1), createReview(kept).cut.value]).toEqual([undefined, { name: 'composition' }, 'panel', undefined])
})
