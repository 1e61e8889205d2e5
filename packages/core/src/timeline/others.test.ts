import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from './apply.ts'
import { editSchema, type Edit } from './edit.ts'
import { clipOf } from './find.ts'
import { act, receive, startEditing, undo } from './history.ts'
import type { Project } from './project.ts'
import { after, at, show, slippedApart, tl } from './testing.ts'
import { beginnings, dice, editOf, LONG_RUN, type Dice } from './testing-edits.ts'
import { violations } from './violations.ts'

const BASE = "V1 a[0-5] b[6-9] | A1 a'[0-5]"

/** The composition after my edit, theirs, and my undo; or why that was refused. */
function undone(mine: Edit, theirs: Edit, start: Project = tl(BASE)): Project | string {
  const acted = act(startEditing(start), mine)
  if (!acted.ok) throw new Error(acted.error.message)
  const received = receive(acted.value.editing, theirs)
  if (!received.ok) throw new Error(received.error.message)
  const back = undo(received.value)
  return back.ok ? back.value.editing.project : back.error.reason
}

const faded = (opacity: number, clip = 'a'): Edit => ({ type: 'look', clips: [clip], set: { opacity } })
const move = (clip: string, by: number): Edit => ({ type: 'move', clips: [clip], by: at(by), to: [], mode: 'fit', scope: 'lanes', ids: 'q' })
const marker = (id: string, seconds: number): Edit => ({ type: 'putMarker', marker: { id, at: at(seconds), name: '', colour: null } })

describe('an undo takes back what is its own', () => {
  test.each<[string, Edit, Edit]>([
    ['blur', faded(0.5), { type: 'look', clips: ['a'], set: { blur: 0.3 } }],
    ['fade', faded(0.5), { type: 'fade', clips: ['a'], in: { duration: at(1), shape: 'linear' } }],
    ['trim', faded(0.5), { type: 'trim', clip: 'a', edge: 'end', by: at(-2), ripple: null }],
    ['move', faded(0.5), move('a', 20)],
    ['place on another lane', faded(0.5, 'b'), { type: 'move', clips: ['b'], by: at(0), to: [{ clip: 'b', target: { newLane: 'V2', at: 'top' } }], mode: 'fit', scope: 'lanes', ids: 'q' }],
    ['medium', faded(0.5, 'b'), { type: 'replace', clips: ['b'], media: { id: 'N', name: 'N', kind: 'image', source: { type: 'store', id: 'N' }, size: { width: 1, height: 1 } } }],
    ['opacity', move('b', 3), faded(0.5, 'b')],
    ['frame rate', { type: 'format', set: { width: 640 } }, { type: 'format', set: { fps: { num: 30, den: 1 } } }],
    ['settings', { type: 'settings', set: { tidyLanes: false } }, { type: 'settings', set: { follow: true } }],
    ['lane', { type: 'setLane', lane: 'V1', set: { hidden: true } }, { type: 'setLane', lane: 'V1', set: { locked: true, name: 'B-roll' } }],
    ['empty lane', { type: 'addLane', lane: 'mine', kind: 'video', at: 'top' }, { type: 'addLane', lane: 'theirs', kind: 'video', at: 1, name: 'theirs' }],
  ])('and leaves their %s', (_what, mine, theirs) => {
    const start = tl(BASE)
    // What they did by itself is what remains; their edit may stand on mine where that changes nothing in it.
    const project = undone(mine, theirs, start)
    expect(typeof project === 'string' ? project : Object.fromEntries(said(project))).toEqual(Object.fromEntries(said(after(start, theirs))))
  })

  test.each<[string, Edit, Edit]>([
    ['opacity', faded(0.5), faded(0.2)],
    ['name', { type: 'rename', name: 'mine' }, { type: 'rename', name: 'theirs' }],
    ['size', { type: 'format', set: { width: 640 } }, { type: 'format', set: { height: 480 } }],
    ['marker', marker('m', 1), marker('m', 3)],
    ['edge', { type: 'trim', clip: 'b', edge: 'end', by: at(-1), ripple: null }, { type: 'trim', clip: 'b', edge: 'start', by: at(1), ripple: null }],
    ['new lane', { type: 'addLane', lane: 'V9', kind: 'video', at: 'top' }, { type: 'setLane', lane: 'V9', set: { name: 'theirs' } }],
    ['copy', { type: 'duplicate', clips: ['b'], mode: 'fit', scope: 'lanes', ids: 'n' }, faded(0.1, 'n.1')],
  ])('and is refused where they have changed the same %s', (_what, mine, theirs) => {
    expect(undone(mine, theirs)).toBe('stale')
  })

  test('does not bring a picture back beside the sound that they have moved', () => {
    const covered = tl("V1 a[0-5] | V2 x[20-25] | A1 a'[0-5]")
    const over: Edit = { type: 'move', clips: ['x'], by: at(-20), to: [{ clip: 'x', target: { lane: 'V1' } }], mode: 'overwrite', scope: 'lanes', ids: 'n' }
    expect(undone(over, move("a'", 5), covered)).toBe('stale')
  })

  test('moves along what they put behind what it pulls back', () => {
    const long = tl('V1 a[0-1] b[1-2] c[2-3] d[3-4] e[4-5] | V2 x[20-21]')
    const trim: Edit = { type: 'trim', clip: 'a', edge: 'end', by: at(2), ripple: 'lanes' }
    const behind: Edit = { type: 'move', clips: ['x'], by: at(-13), to: [{ clip: 'x', target: { lane: 'V1' } }], mode: 'fit', scope: 'lanes', ids: 'n' }
    const back = undone(trim, behind, long)
    expect(typeof back === 'string' ? back : show(back)).toBe('V1 a[0-1] b[1-2] c[2-3] d[3-4] e[4-5] x[5-6] | V2')
    const linked = after(long, { type: 'link', clips: ['x', 'e'], link: 'xe' }, { type: 'unlink', clips: ['e'] })
    expect(typeof undone(trim, { type: 'link', clips: ['x', 'e'], link: 'xe' }, linked)).toBe('string')
  })

  test('is small', () => {
    const start = tl(BASE)
    const applied = applyEdit(start, faded(0.5))
    expect(applied.ok ? JSON.stringify(applied.value.inverse).length : Infinity).toBeLessThan(150)
  })
})

test('undo after somebody else’s edit keeps what that did, or is refused', () => {
  fc.assert(fc.property(beginnings, fc.array(dice, { maxLength: 12 }), dice, fc.array(dice, { minLength: 1, maxLength: 3 }), (start, before, mine, theirs) => {
    const began = startEditing(done(start, before, 'b'))
    const acted = act(began, editOf(began.project, mine, 500))
    if (!acted.ok || acted.value.edits.length === 0) return
    const { editing } = acted.value
    const then = done(editing.project, theirs, 't')
    const back = undo({ ...editing, project: then })
    if (!back.ok) {
      expect(back.error.reason).toBe('stale')
      return
    }
    const { project } = back.value.editing
    expect(violations(project)).toEqual([])
    expect(slippedApart(then, project), `out of sync by taking back ${JSON.stringify(acted.value.edits)}`).toBeLessThan(0.001)
    expect(lost(editing.project, then, project)).toEqual([])
  }), { numRuns: LONG_RUN ? 50_000 : 1000 })
}, 3_600_000)

function done(start: Project, rolls: readonly Dice[], prefix: string): Project {
  return rolls.reduce((now, roll, n) => {
    const edit = editOf(now, roll, n)
    const applied = applyEdit(now, 'ids' in edit ? { ...edit, ids: `${prefix}${edit.ids}` } : edit)
    return applied.ok ? applied.value.project : now
  }, start)
}

/** What others have changed and is no longer as they left it. What lies behind a ripple may be moved along by what takes that back. */
function lost(before: Project, theirs: Project, now: Project): readonly string[] {
  const [was, set, is] = [said(before), said(theirs), said(now)]
  const changed = [...new Set([...was.keys(), ...set.keys()])].filter((key) => was.get(key) !== set.get(key) && !key.endsWith(' start'))
  const moved = [...set.keys()].filter((key) => key.endsWith(' start') && was.has(key) && was.get(key) !== set.get(key) && is.get(key) === was.get(key))
  return [...changed.filter((key) => set.get(key) !== is.get(key)), ...moved]
}

/** Everything that a composition says, by the name of what it is said of. */
function said(project: Project): ReadonlyMap<string, string> {
  const all = new Map<string, string>()
  const say = (of: string, value: object): void => {
    for (const [key, field] of Object.entries(value) as [string, unknown][]) {
      if (key === 'look' || key === 'transform') say(`${of} ${key}`, field as object)
      else if (key !== 'clips') all.set(`${of} ${key}`, JSON.stringify(field))
    }
  }
  say('composition', { name: project.name })
  say('format', project.format)
  say('settings', project.settings)
  for (const item of [...project.markers, ...project.guides]) say(`item ${item.id}`, { all: item })
  for (const lane of project.lanes) {
    say(`lane ${lane.id}`, lane)
    for (const clip of lane.clips) say(`clip ${clip.id}`, { ...clip, lane: lane.id })
  }
  return all
}

test('a clip that they have taken away stays away', () => {
  const project = undone(faded(0.5, 'b'), { type: 'trim', clip: 'a', edge: 'end', by: at(-1), ripple: null })
  expect(typeof project === 'string' ? project : clipOf(project, 'a')?.clip.duration).toBe(at(4))
  expect(undone(faded(0.5, 'b'), { type: 'lift', clips: ['b'] })).toBe('stale')
})

test('what an earlier version of the program wrote is still done: whole clips, lanes and formats, nothing expected', () => {
  const start = tl(BASE)
  const next = after(start, faded(0.5), { type: 'setLane', lane: 'V1', set: { muted: true } }, { type: 'format', set: { width: 640 } }, { type: 'rename', name: 'cut' }, marker('m', 1))
  const [a, { clips: _clips, ...head }] = [clipOf(next, 'a')?.clip, next.lanes[0]!]
  const lanes = { put: [head], order: null }
  const patch = { name: 'cut', format: next.format, markers: { remove: [], put: next.markers }, lanes, clips: [{ lane: 'V1', remove: ['a'], put: [a], shift: null }] }
  const read = editSchema.parse(JSON.parse(JSON.stringify({ type: 'restore', patch })))
  expect(after(start, read)).toEqual(next)
  const gone = { lanes: { put: [], order: ['V1'] }, clips: [{ lane: 'A1', remove: ["a'"], put: [], shift: null }] }
  expect(show(after(start, editSchema.parse({ type: 'restore', patch: gone })))).toBe('V1 a[0-5] b[6-9]')
})
