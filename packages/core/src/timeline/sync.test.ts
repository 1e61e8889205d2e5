import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap, type Result } from '../result.ts'
import { applyEdit } from './apply.ts'
import { editSchema, type Edit } from './edit.ts'
import { act, bailTo, receive, redo, revise, squashTo, startEditing, undo, type Editing } from './history.ts'
import type { Project } from './project.ts'
import type { Refusal } from './refusal.ts'
import { rebase } from './sync.ts'
import { after, at, show, tl } from './testing.ts'
import { beginnings, dice, editOf, LONG_RUN, type Dice } from './testing-edits.ts'
import { violations } from './violations.ts'

const trim = (clip: string, by: number): Edit => ({ type: 'trim', clip, edge: 'end', by: at(by), ripple: null })
const lift = (clip: string): Edit => ({ type: 'lift', clips: [clip] })
const value = <T>(result: Result<T, Refusal>): T => unwrap(result.ok ? result : { ok: false, error: new Error(`${result.error.reason}: ${result.error.message}`) })
const acted = (editing: Editing, ...edits: Edit[]): Editing => edits.reduce((now, edit) => value(act(now, edit)).editing, editing)

describe('undo beside others', () => {
  const start = tl('V1 a[0-2] b[4-6] c[8-9]')

  test('leaves alone what they have done elsewhere on the lane', () => {
    const editing = value(receive(acted(startEditing(start), trim('b', 1)), lift('a')))
    expect(show(value(undo(editing)).editing.project)).toBe('V1 b[4-6] c[8-9]')
    const moved = value(receive(acted(startEditing(start), lift('b')), { type: 'closeGap', lane: 'V1', at: at(3), scope: 'lanes' }))
    expect(show(moved.project)).toBe('V1 a[0-2] c[2-3]')
    expect(show(value(undo(moved)).editing.project)).toBe('V1 a[0-2] c[2-3] b[4-6]')
  })

  test('is refused where they have changed the same, and nothing has happened then', () => {
    const editing = value(receive(acted(startEditing(start), trim('b', 1)), lift('b')))
    expect(undo(editing)).toMatchObject({ ok: false, error: { reason: 'stale' } })
    const taken = value(receive(acted(startEditing(start), lift('b')), { type: 'move', clips: ['c'], by: at(-3), to: [], mode: 'fit', scope: 'lanes', ids: 'n' }))
    expect(undo(taken)).toMatchObject({ ok: false, error: { reason: 'stale' } })
  })

  test('keeps markers and lanes that they have added', () => {
    const marker = (id: string): Edit => ({ type: 'putMarker', marker: { id, at: at(1), name: id, colour: null } })
    const editing = value(receive(acted(startEditing(start), marker('ours')), marker('theirs')))
    expect(value(undo(editing)).editing.project.markers.map(({ id }) => id)).toEqual(['theirs'])
    const added = value(receive(acted(startEditing(start), { type: 'setLane', lane: 'V1', set: { muted: true } }), { type: 'addLane', lane: 'A9', kind: 'audio', at: 'bottom' }))
    expect(show(value(undo(added)).editing.project)).toBe('V1 a[0-2] b[4-6] c[8-9] | A1')
  })
})

describe('catching up', () => {
  const start = startEditing(tl('V1 a[0-2] b[4-6]'))

  test('does theirs first and then ours, and says what of ours is lost', () => {
    const { editing, kept, lost } = value(rebase(start, [lift('b')], [trim('a', 3), trim('b', 1)]))
    expect(show(editing.project)).toBe('V1 a[0-5]')
    expect(kept).toEqual([trim('a', 3)])
    expect(lost.map(({ edit, refusal }) => [edit, refusal.reason])).toEqual([[trim('b', 1), 'unknown_clip']])
    expect(show(value(undo(editing)).editing.project)).toBe('V1 a[0-2]')
  })

  test('ends where the server does: at theirs with ours after them', () => {
    fc.assert(fc.property(beginnings, fc.array(dice, { maxLength: 8 }), fc.array(dice, { maxLength: 8 }), (project, a, b) => {
      const [theirs, ours] = [editsFrom(project, a, 't'), editsFrom(project, b, 'o')]
      const { editing, kept } = value(rebase(startEditing(project), theirs, ours))
      expect(editing.project).toEqual(after(project, ...theirs, ...kept))
      let back = editing
      while (back.done.length > 0) back = value(undo(back)).editing
      expect(back.project).toEqual(after(project, ...theirs))
    }), { numRuns: 100 })
  })

  test('fails when theirs cannot be done here', () => {
    expect(rebase(start, [lift('nobody')], [])).toMatchObject({ ok: false, error: { reason: 'unknown_clip' } })
  })
})

test('a patch that somebody tampered with is refused or leaves a sound composition', () => {
  fc.assert(fc.property(beginnings, fc.array(dice, { minLength: 3, maxLength: 12 }), fc.nat(), fc.nat(), fc.integer({ min: -9, max: 9 }), (project, rolls, which, where, by) => {
    const done = acted(startEditing(project), ...editsFrom(project, rolls, 'e')).done
    const inverse = done[which % Math.max(1, done.length)]?.inverses[0]
    if (inverse === undefined) return
    const edit = editSchema.safeParse(tampered(inverse, where, by))
    if (!edit.success) return
    for (const state of [project, acted(startEditing(project), ...editsFrom(project, rolls, 'e')).project]) {
      const applied = applyEdit(state, edit.data)
      expect(applied.ok ? violations(applied.value.project) : []).toEqual([])
    }
  }), { numRuns: LONG_RUN ? 100_000 : 400 })
}, 3_600_000)

test('any edit that can be sent is refused or leaves a sound composition', () => {
  fc.assert(fc.property(beginnings, fc.array(dice, { maxLength: 8 }), dice, fc.nat(), fc.integer({ min: -9, max: 9 }), (start, rolls, roll, where, by) => {
    const project = after(start, ...editsFrom(start, rolls, 'e'))
    const edit = editSchema.safeParse(tampered(tampered(editOf(project, roll, 99), where, by), where >> 4, by + 1))
    if (!edit.success) return
    const applied = applyEdit(project, edit.data)
    expect(applied.ok ? violations(applied.value.project) : []).toEqual([])
    if (applied.ok) expect(after(applied.value.project, applied.value.inverse)).toEqual(project)
  }), { numRuns: LONG_RUN ? 100_000 : 500 })
}, 3_600_000)

test('Escape brings back what could be redone before the gesture', () => {
  const undone = value(undo(acted(startEditing(tl('V1 a[0-5]')), trim('a', 2)))).editing
  const dragged = acted(undone, trim('a', -1))
  expect(dragged.undone).toEqual([])
  const moved = value(revise(dragged, undone, trim('a', -2))).editing
  expect(show(moved.project)).toBe('V1 a[0-3]')
  expect(show(value(redo(value(bailTo(moved, undone)).editing)).editing.project)).toBe('V1 a[0-7]')
})

test('Escape leaves what others did during the gesture', () => {
  const began = startEditing(tl('V1 a[0-5] b[6-8]'))
  const dragged = value(receive(acted(began, trim('a', -1)), lift('b')))
  expect(show(value(bailTo(dragged, began)).editing.project)).toBe('V1 a[0-5]')
})

test('a mark whose ground was undone is left alone', () => {
  const mark = acted(startEditing(tl('V1 a[0-5]')), trim('a', 2))
  const below = acted(value(undo(mark)).editing, trim('a', -1), trim('a', -1))
  expect(value(bailTo(below, mark))).toEqual({ editing: below, edits: [] })
  expect(squashTo(below, mark)).toBe(below)
})

test('redo after undo gives what was there', () => {
  const editing = acted(startEditing(tl('V1 a[0-5] b[5-9]')), { type: 'razor', clips: null, at: at(2), ids: 'n' }, lift('n.1'))
  const back = value(undo(value(undo(editing)).editing)).editing
  expect(show(back.project)).toBe('V1 a[0-5] b[5-9]')
  expect(value(redo(value(redo(back)).editing)).editing.project).toEqual(editing.project)
})

function editsFrom(start: Project, rolls: readonly Dice[], prefix: string): Edit[] {
  let project = start
  return rolls.flatMap((roll, n) => {
    const edit = editOf(project, roll, n)
    const named = 'ids' in edit ? { ...edit, ids: `${prefix}${edit.ids}` } : edit
    const applied = applyEdit(project, named)
    if (!applied.ok) return []
    project = applied.value.project
    return [named]
  })
}

/** The same JSON with one value somewhere in it changed, or one item of a list left out or doubled. */
function tampered(value_: unknown, where: number, by: number): unknown {
  const places: (() => void)[] = []
  const copy: unknown = JSON.parse(JSON.stringify(value_))
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const holder = node as Record<string, unknown>
    for (const [key, item] of Object.entries(holder)) {
      if (typeof item === 'number') places.push(() => { holder[key] = by % 2 === 0 ? item + by * at(1) : Math.sign(by) * 10 ** Math.abs(by * 2) })
      if (typeof item === 'boolean') places.push(() => { holder[key] = !item })
      if (item === 'video' || item === 'audio') places.push(() => { holder[key] = item === 'video' ? 'audio' : 'video' })
      visit(item)
    }
    if (Array.isArray(node) && node.length > 0) places.push(() => { node.splice(where % node.length, 1) }, () => { node.push(node[where % node.length]) })
  }
  visit(copy)
  places[where % Math.max(1, places.length)]?.()
  return copy
}
