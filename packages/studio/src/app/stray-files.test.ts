import { expect, test } from 'vitest'
import { refuseStrays } from './stray-files.ts'

/** What a browser tells of a drag, without a browser. */
function drag(name: string, types: readonly string[]): Event & { dataTransfer: { types: readonly string[]; dropEffect: string } } {
  return Object.assign(new Event(name, { cancelable: true, bubbles: true }), { dataTransfer: { types, dropEffect: 'copy' } })
}

test.each(['dragenter', 'dragover', 'drop'])('a file that nothing takes is refused at its %s', (name) => {
  const page = new EventTarget()
  refuseStrays(page)
  const event = drag(name, ['Files'])
  page.dispatchEvent(event)
  expect([event.defaultPrevented, event.dataTransfer.dropEffect]).toEqual([true, 'none'])
})

test('text goes where it is dropped, and files that somebody takes are theirs', () => {
  const page = new EventTarget()
  page.addEventListener('drop', (event) => { if ((event as DragEvent).dataTransfer?.types.includes('Files') === true) event.preventDefault() })
  refuseStrays(page)
  const [words, file] = [drag('drop', ['text/plain']), drag('drop', ['Files'])]
  page.dispatchEvent(words)
  page.dispatchEvent(file)
  expect([words.defaultPrevented, words.dataTransfer.dropEffect, file.dataTransfer.dropEffect]).toEqual([false, 'copy', 'copy'])
})

test('no more once it has ended', () => {
  const page = new EventTarget()
  refuseStrays(page)()
  const event = drag('drop', ['Files'])
  page.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(false)
})
