import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unwrap } from '../result.ts'
import { applyAll, applyEdit } from './apply.ts'
import { editSchema, type Edit } from './edit.ts'
import { act, bailTo, redo, startEditing, squashTo, undo, type Editing } from './history.ts'
import { difference, replayed } from './patch.ts'
import type { Project } from './project.ts'
import { slippedApart } from './testing.ts'
import { beginnings, dice, editOf, LONG_RUN, type Dice } from './testing-edits.ts'
import { ticks } from './time.ts'
import { violations } from './violations.ts'

const [numRuns, minLength, maxLength] = LONG_RUN ? [10_000, 50, 50] : [150, 0, 30]

interface Run {
  readonly editing: Editing
  readonly log: readonly Edit[]
  readonly states: readonly Project[]
}

function run(start: Project, rolls: readonly Dice[]): Run {
  let editing = startEditing(start)
  const log: Edit[] = []
  const states = [start]
  for (const [n, roll] of rolls.entries()) {
    const edit = editOf(editing.project, roll, n)
    const done = act(editing, edit)
    if (!done.ok) continue
    const before = editing.project
    editing = done.value.editing
    log.push(...done.value.edits)
    states.push(editing.project)
    const wrong = violations(editing.project)
    if (wrong.length > 0) throw new Error(`${wrong.join('; ')} after ${JSON.stringify(edit)}`)
    const slipped = slippedApart(before, editing.project)
    if (slipped > 0.001) throw new Error(`out of sync by ${slipped} after ${JSON.stringify(edit)}`)
  }
  return { editing, log, states }
}

const sequences = fc.tuple(beginnings, fc.array(dice, { minLength, maxLength, size: 'max' }))

test('every edit leaves a sound composition, and linked clips in sync', () => {
  fc.assert(fc.property(sequences, ([start, rolls]) => { run(start, rolls) }), { numRuns })
}, 3_600_000)

test('what is linked moves, is trimmed and is cut together', () => {
  const built = fc.tuple(beginnings, fc.array(dice, { maxLength: 12 })).map(([start, rolls]) => run(start, rolls).editing.project)
  fc.assert(fc.property(built, dice, fc.constantFrom('move', 'start', 'end', 'razor'), (project, roll, what) => {
    const clips = project.lanes.flatMap((lane) => lane.clips)
    const clip = clips[roll.a % Math.max(1, clips.length)]
    if (clip === undefined) return
    const by = ticks(roll.time)
    const edit: Edit = what === 'move' ? { type: 'move', clips: [clip.id], by, to: [], mode: 'insert', scope: 'lanes', ids: 'n' }
      : what === 'razor' ? { type: 'razor', clips: [clip.id], at: ticks(clip.start + (roll.b % 9) * Math.floor(clip.duration / 9)), ids: 'n' }
        : { type: 'trim', clip: clip.id, edge: what, by, ripple: null }
    const applied = applyEdit(project, edit)
    if (!applied.ok) return
    const now = new Map(applied.value.project.lanes.flatMap((lane) => lane.clips.map((one) => [one.id, one])))
    const bound = clips.filter((one) => one === clip || (clip.link !== null && one.link === clip.link))
    if (edit.type === 'razor') {
      expect(bound.map(({ id }) => now.get(id)!).filter((one) => one.start < edit.at && one.start + one.duration > edit.at)).toEqual([])
      return
    }
    const edge = (one: typeof clip) => (what === 'end' ? one.start + one.duration : one.start)
    expect(new Set(bound.map((one) => edge(now.get(one.id)!) - edge(one))).size).toBe(1)
  }), { numRuns: numRuns * 3 })
}, 3_600_000)

test('undo to the start equals the start, redo to the end equals the end', () => {
  fc.assert(fc.property(sequences, ([start, rolls]) => {
    const { editing } = run(start, rolls)
    let now = editing
    while (now.done.length > 0) now = unwrap(throwing(undo(now))).editing
    expect(now.project).toEqual(start)
    while (now.undone.length > 0) now = unwrap(throwing(redo(now))).editing
    expect(now.project).toEqual(editing.project)
  }), { numRuns })
}, 3_600_000)

test('the edits as sent, replayed elsewhere, give the same composition', () => {
  fc.assert(fc.property(sequences, ([start, rolls]) => {
    const { editing, log } = run(start, rolls)
    const sent = log.map((edit) => editSchema.parse(JSON.parse(JSON.stringify(edit))))
    const copy = sent.reduce((project, edit) => unwrap(throwing(applyEdit(project, edit))).project, start)
    expect(copy).toEqual(editing.project)
  }), { numRuns: Math.ceil(numRuns / 3) })
}, 3_600_000)

test('every inverse leads back to exactly the state before, also when it was sent', () => {
  fc.assert(fc.property(beginnings, fc.array(dice, { maxLength: 15 }), dice, (start, rolls, last) => {
    const { project } = run(start, rolls).editing
    const applied = applyEdit(project, editOf(project, last, 999))
    if (!applied.ok) return
    const inverse = editSchema.parse(JSON.parse(JSON.stringify(applied.value.inverse)))
    const back = unwrap(throwing(applyEdit(applied.value.project, inverse)))
    expect(back.project).toEqual(project)
    expect(unwrap(throwing(applyEdit(back.project, back.inverse))).project).toEqual(applied.value.project)
    expect(unwrap(throwing(replayed(project, difference(project, applied.value.project))))).toEqual(applied.value.project)
  }), { numRuns })
})

test('an inverse out of turn is refused, or leaves a sound composition all the same', () => {
  fc.assert(fc.property(sequences, fc.nat(50), fc.nat(50), ([start, rolls], a, b) => {
    const { editing: { done, project }, states } = run(start, rolls)
    const inverse = done[a % Math.max(1, done.length)]?.inverses[0]
    if (inverse === undefined) return
    for (const state of [project, states[b % states.length]!]) {
      const applied = applyEdit(state, inverse)
      expect(applied.ok ? violations(applied.value.project) : applied.error.reason).toEqual(applied.ok ? [] : 'stale')
    }
  }), { numRuns })
}, 3_600_000)

test('a gesture is one step, and Escape goes back to where it began', () => {
  fc.assert(fc.property(beginnings, fc.array(dice, { minLength: 1, maxLength: 8 }), fc.array(dice, { maxLength: 8 }), (start, before, gesture) => {
    const began = run(start, before).editing
    const mark = began
    let now = began
    for (const [n, roll] of gesture.entries()) {
      const done = act(now, editOf(now.project, roll, 100 + n))
      if (done.ok) now = done.value.editing
    }
    const bailed = unwrap(throwing(bailTo(now, mark)))
    expect(bailed.editing).toEqual(began)
    expect(unwrap(throwing(applyAll(now.project, bailed.edits))).project).toEqual(began.project)
    const squashed = squashTo(now, mark)
    expect(squashed.done.length - began.done.length).toBeLessThanOrEqual(1)
    if (squashed.done.length > began.done.length) expect(unwrap(throwing(undo(squashed))).editing.project).toEqual(began.project)
  }), { numRuns })
})

function throwing<T>(result: { ok: true; value: T } | { ok: false; error: { message: string; reason: string } }): { ok: true; value: T } {
  if (result.ok) return result
  throw new Error(`${result.error.reason}: ${result.error.message}`)
}
