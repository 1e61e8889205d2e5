import { ticks, type Dropped, type Media } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { DRAG_TYPE, dragged, endDrag, hasDragged, readDragged, startDrag } from './dragging.ts'

const film: Media = { id: 'a'.repeat(32), name: 'harbour.mp4', source: { type: 'store', id: 'a'.repeat(32) }, kind: 'video', size: { width: 1280, height: 720 }, duration: ticks(705_600_000), fps: { num: 30, den: 1 }, hasAudio: true }
const still: Media = { id: 'b'.repeat(32), name: 'sky.png', source: { type: 'loop', id: 'b'.repeat(32), loop: 'skies', cycle: 2, retry: 1, output: 0 }, kind: 'image', size: { width: 10, height: 20 } }

/** A browser's, as much of it as is used. */
function transfer(): DataTransfer {
  const held = new Map<string, string>()
  return { get types() { return [...held.keys()] }, setData: (type: string, data: string) => held.set(type, data), getData: (type: string) => held.get(type) ?? '' } as unknown as DataTransfer
}

test('what is dragged is known while it hovers, and read where it is let go', () => {
  const media: Dropped[] = [{ media: film, in: ticks(100), duration: ticks(200) }, { media: still, choice: { loop: 'skies', cycle: 2, retry: 1, chosenAt: 9, follow: null, wanted: null } }]
  const over = transfer()
  startDrag(over, media)
  expect([dragged.value, hasDragged(over), readDragged(over)]).toEqual([media, true, media])
  expect(over.getData('text/plain')).toBe('harbour.mp4\nsky.png')
  endDrag()
  expect(dragged.value).toEqual([])
})

test.each(['', '[]', '{', '[{"media":{"id":"x"}}]', '[{"media":null}]'])('what is nothing of ours is nothing: %s', (data) => {
  const over = transfer()
  over.setData(DRAG_TYPE, data)
  expect(readDragged(over)).toEqual([])
  expect(readDragged(transfer())).toEqual([])
})
