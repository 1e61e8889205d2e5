import { emptyProject, ticks, type Media } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { Editor } from '../../document/editor.ts'
import { landWhenThere, receiveLandings, type Place } from './landing.ts'

const still: Media = { id: 'still', name: 'still', kind: 'image', size: { width: 1, height: 1 }, source: { type: 'store', id: 'still' } }
const place: Place = { at: ticks(7), zone: 'top', mode: 'insert' }

/** A composition that is open; what lands on it is a change of its name. */
function opened(id: string) {
  const editor = new Editor(emptyProject(id, ''))
  const scope = effectScope()
  scope.run(() => receiveLandings(editor, ({ media, place: { at } }) => editor.apply({ type: 'rename', name: `${editor.project.value.name}${media[0]?.name} at ${at};` })))
  return { editor, leave: () => scope.stop(), name: () => editor.project.value.name }
}

test('files land where they were dropped, on their own composition, once', async () => {
  const [one, other] = [opened('one'), opened('other')]
  await landWhenThere('one', Promise.resolve([still]), place)
  await landWhenThere('one', Promise.resolve([]), place)
  await nextTick()
  expect([one.name(), other.name()]).toEqual(['still at 7;', ''])
  one.leave()
  expect(opened('one').name()).toBe('')
})

test('files that arrive when the composition was left land when it is opened again', async () => {
  const before = opened('left')
  const { promise, resolve } = Promise.withResolvers<readonly Media[]>()
  const landing = landWhenThere('left', promise, place)
  before.leave()
  resolve([still])
  await landing
  await nextTick()
  expect([before.name(), opened('left').name(), opened('left').name()]).toEqual(['', 'still at 7;', ''])
})

test('files that arrive during a drag wait for its end, and leave it to the hand to be let go or given up', async () => {
  const { editor, name } = opened('held')
  const drag = editor.begin()
  drag.revise([{ type: 'rename', name: 'held; ' }])
  await landWhenThere('held', Promise.resolve([still]), place)
  await nextTick()
  expect([name(), editor.busy.value]).toEqual(['held; ', true])
  drag.bail()
  await nextTick()
  expect(name()).toBe('still at 7;')
})
