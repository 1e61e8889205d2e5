import { applyEdit, emptyProject, type Edit } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { Editor, type Deed } from './editor.ts'

const lane = (id: string): Edit => ({ type: 'addLane', lane: id, kind: 'video', at: 'bottom' })
function opened() {
  const editor = new Editor(emptyProject('c', 'film'))
  const deeds: Deed[] = []
  editor.onDone((deed) => deeds.push(deed))
  return { editor, deeds, lanes: () => editor.project.value.lanes.map(({ id }) => id) }
}

test('several edits are one step, told once and undone at once', () => {
  const { editor, deeds, lanes } = opened()
  expect(editor.apply(lane('a'), lane('b'))).toBe(true)
  expect(deeds.map(({ step, edits }) => [step, edits.length])).toEqual([['do', 2]])
  editor.undo()
  expect([lanes(), editor.canUndo.value, editor.canRedo.value]).toEqual([[], false, true])
  editor.redo()
  expect([lanes(), deeds.map(({ step }) => step)]).toEqual([['a', 'b'], ['do', 'undo', 'redo']])
})

test('where one of several edits is refused none is done, and why is said until something is done', () => {
  const { editor, deeds, lanes } = opened()
  expect(editor.apply(lane('a'), lane('a'))).toBe(false)
  expect([lanes(), deeds, editor.refusal.value?.reason]).toEqual([[], [], 'id_taken'])
  editor.apply(lane('a'))
  expect(editor.refusal.value).toBeUndefined()
})

test('a gesture shows each move, is told once when it is let go, and is one step', () => {
  const { editor, deeds, lanes } = opened()
  const drag = editor.begin()
  drag.revise([lane('a')])
  drag.revise([lane('b'), lane('c')])
  expect([lanes(), deeds.length, editor.busy.value]).toEqual([['b', 'c'], 0, true])
  drag.commit()
  expect([deeds.length, editor.busy.value]).toEqual([1, false])
  editor.undo()
  expect(lanes()).toEqual([])
})

test('a gesture that is bailed out of, or refused, leaves all as it was', () => {
  const { editor, deeds } = opened()
  editor.apply(lane('a'))
  const before = editor.project.value
  const drag = editor.begin()
  drag.revise([lane('b')])
  expect(drag.revise([lane('c'), lane('a')])?.reason).toBe('id_taken')
  expect(editor.project.value).toBe(before)
  drag.revise([lane('d')])
  drag.bail()
  drag.commit()
  expect([editor.project.value, deeds.length]).toEqual([before, 1])
})

test('what is told, done again on the same beginning, gives the same composition', () => {
  const { editor, deeds } = opened()
  const drag = editor.begin()
  drag.revise([lane('a'), { type: 'rename', name: 'one' }])
  drag.revise([lane('a'), { type: 'rename', name: 'two' }])
  drag.commit()
  editor.apply(lane('b'))
  editor.undo()
  const told = deeds.flatMap(({ edits }) => edits).reduce((project, edit) => {
    const applied = applyEdit(project, edit)
    if (!applied.ok) throw new Error(applied.error.message)
    return applied.value.project
  }, emptyProject('c', 'film'))
  expect(told).toEqual(editor.project.value)
})

test('what the server would not read is refused at once; a drag that ends there goes back', () => {
  const { editor, deeds } = opened()
  const marker = (at: number): Edit => ({ type: 'putMarker', marker: { id: 'm', at, name: 'm', colour: null } as never })
  for (const at of [-0.5, 1e25, Number.NaN]) expect([editor.apply(marker(at)), editor.refusal.value?.message]).toEqual([false, expect.stringContaining('beyond')])
  const drag = editor.begin()
  drag.revise([marker(10)])
  drag.revise([marker(10.5)])
  drag.commit()
  expect([editor.project.value.markers, deeds, editor.canUndo.value, editor.refusal.value?.message]).toEqual([[], [], false, expect.stringContaining('beyond')])
  expect(editor.apply(marker(10))).toBe(true)
})
