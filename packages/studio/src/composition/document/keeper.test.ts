import { AppError } from '@lemouf/core/error'
import type { Client, LogEntry } from '@lemouf/core/protocol'
import { applyEdit, emptyProject, serialise, type Edit, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { beginnings, dice, editOf } from '../../../../core/src/timeline/testing-edits.ts'
import { tl } from '../../../../core/src/timeline/testing.ts'
import { Editor } from './editor.ts'
import { freshName } from './identity.ts'
import { openJournal } from './journal.ts'
import { Keeper } from './keeper.ts'
import { historyOf, type Unsent } from './steps.ts'

/** What the server of compositions does, in memory; the test says when it is away, and what is lost on the way. */
class Server {
  project: Project
  readonly log: LogEntry[] = []
  readonly last = new Map<string, { sequence: number; revision: number; gesture: string }>()
  /** What happens to the next requests. */
  readonly faults: ('unheard' | 'unanswered' | 'refused')[] = []
  requests = 0
  isForgetful = false

  constructor(project: Project) {
    this.project = project
  }
  get revision(): number {
    return this.log.length + 1
  }
  readonly call = (async (name: string, input: { body: never; query: { after: number; client?: string } }): Promise<unknown> => {
    await Promise.resolve()
    if (name === 'getComposition') return { document: structuredClone(this.project), revision: this.revision, sequence: this.last.get(input.query.client ?? '')?.sequence ?? 0 }
    if (name === 'getCompositionEdits') return { entries: this.log.slice(input.query.after - 1), next: null }
    const fault = this.faults.shift()
    this.requests++
    if (fault === 'unheard') throw new AppError('engine_unavailable', 'away', { cause: 'away' })
    if (fault === 'refused') throw new AppError('edit_refused', 'not that one')
    const answer = this.edit(input.body)
    if (fault === 'unanswered') throw new AppError('engine_unavailable', 'away', { cause: 'away' })
    return answer
  }) as unknown as Client

  edit(body: { base_revision: number; edits: Edit[]; client: string; sequence: number; gesture: string; step: LogEntry['step'] }): unknown {
    const last = this.last.get(body.client)
    if (last !== undefined && last.sequence === body.sequence && last.gesture === body.gesture) return { revision: last.revision, updated_at: 1, repeated: true }
    if (last !== undefined && last.sequence >= body.sequence) throw new AppError('sequence_taken', 'taken')
    if (body.base_revision !== this.revision) {
      const since = this.isForgetful ? null : this.log.slice(body.base_revision - 1)
      throw new AppError('composition_stale', 'stale', { details: JSON.parse(JSON.stringify({ composition_id: 'c', revision: this.revision, since })) })
    }
    const inverses: Edit[] = []
    const next = body.edits.reduce((project, edit) => {
      const applied = applyEdit(project, edit)
      if (!applied.ok) throw new AppError('edit_refused', applied.error.message)
      inverses.unshift(applied.value.inverse)
      return applied.value.project
    }, this.project)
    if (next === this.project) return { revision: this.revision, updated_at: 1, repeated: false }
    this.project = next
    const { edits, client, sequence, gesture, step } = body
    this.log.push({ revision: this.revision + 1, type: 'compositionEdited', at: 1, by: 'person', client, sequence, gesture, step, edits, inverses })
    this.last.set(client, { sequence, revision: this.revision, gesture })
    return { revision: this.revision, updated_at: 1, repeated: false }
  }
}

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null, get length() { return kept.size },
  }
}

function windowOf(server: Server, client: string, { unsent = [], kept = storage() }: { unsent?: readonly Unsent[]; kept?: ReturnType<typeof storage> } = {}) {
  const editor = new Editor(server.project)
  const journal = openJournal('c', () => kept)
  const beginning = { client, revision: server.revision, sequence: server.last.get(client)?.sequence ?? 0 }
  const keeper = new Keeper(editor, beginning, unsent, { call: server.call, journal, pause: () => Promise.resolve(), rename: freshName })
  return { client, editor, keeper, journal, kept }
}
type Opened = ReturnType<typeof windowOf>

/** Until nobody has anything to say any more. */
async function calm(server: Server, windows: readonly Opened[]): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const { keeper } of windows) {
      keeper.catchUp()
      for (let turn = 0; turn < 400; turn++) await Promise.resolve()
      await keeper.settled()
    }
  }
  expect(server.faults).toEqual([])
}

const marker = (id: string): Edit => ({ type: 'putMarker', marker: { id, at: 0, name: id, colour: null } as never })
const markers = ({ markers: all }: Project): string[] => all.map(({ id }) => id).toSorted()
const empty = () => emptyProject('c', 'film')

test('what is done reaches the server one request at a time, and the journal is empty after it', async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  one.editor.apply(marker('a'), marker('b'))
  one.editor.apply(marker('c'))
  expect([one.keeper.standing.value.unsent, one.journal.read('one').map(({ edits }) => edits.length)]).toEqual([2, [2, 1]])
  await calm(server, [one])
  expect([server.log.map(({ sequence, edits }) => [sequence, edits.length]), one.keeper.standing.value.unsent, one.journal.clients()]).toEqual([[[1, 2], [2, 1]], 0, []])
})

test('who leaves can wait until all has arrived, or until it is known that nothing does', async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  const drag = one.editor.begin()
  drag.revise([marker('a')])
  one.editor.apply()
  one.editor.apply(marker('b'))
  await one.keeper.settled()
  expect([server.log.length, one.journal.clients(), one.editor.busy.value]).toEqual([2, [], false])
  server.faults.push('unheard')
  one.editor.apply(marker('c'))
  await one.keeper.settled()
  one.keeper.stop()
  expect(one.journal.read('one').length).toBe(1)
})

test('what gets no answer is sent again as it was, and done once', async () => {
  const server = new Server(empty())
  server.faults.push('unheard', 'unanswered', 'unheard')
  const one = windowOf(server, 'one')
  one.editor.apply(marker('a'))
  await calm(server, [one])
  expect([server.log.length, server.requests, markers(server.project), one.keeper.standing.value.trouble]).toEqual([1, 4, ['a'], undefined])
})

test('who was too slow keeps its edit, its steps and their order, and sends it as a new request', async () => {
  const server = new Server(empty())
  const [slow, quick] = [windowOf(server, 'slow'), windowOf(server, 'quick')]
  slow.editor.apply(marker('a'))
  await calm(server, [slow])
  quick.editor.apply(marker('b'))
  slow.editor.apply(marker('c'), marker('d'))
  await calm(server, [quick, slow])
  expect(markers(slow.editor.project.value)).toEqual(['a', 'b', 'c', 'd'])
  expect([slow.editor.editing.done.length, slow.keeper.standing.value.othersAt]).toEqual([2, 1])
  slow.editor.undo()
  expect(markers(slow.editor.project.value)).toEqual(['a', 'b'])
  slow.editor.redo()
  slow.editor.undo()
  slow.editor.undo()
  await calm(server, [quick, slow])
  expect([markers(server.project), markers(quick.editor.project.value)]).toEqual([['b'], ['b']])
})

test('what others do waits for the end of a gesture', async () => {
  const server = new Server(empty())
  const [here, there] = [windowOf(server, 'here'), windowOf(server, 'there')]
  const drag = here.editor.begin()
  drag.revise([marker('mine')])
  there.editor.apply(marker('theirs'))
  await calm(server, [there])
  here.keeper.catchUp()
  for (let turn = 0; turn < 100; turn++) await Promise.resolve()
  expect(markers(here.editor.project.value)).toEqual(['mine'])
  drag.commit()
  await calm(server, [here, there])
  expect([markers(here.editor.project.value), here.editor.editing.done.length]).toEqual([['mine', 'theirs'], 1])
})

test('what the server refuses is taken back and said, and what took it back vanishes with it', async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  one.editor.apply(marker('a'))
  await calm(server, [one])
  server.faults.push('refused')
  one.editor.apply(marker('b'))
  one.editor.undo()
  one.editor.redo()
  one.editor.apply(marker('c'))
  await calm(server, [one])
  expect([markers(one.editor.project.value), markers(server.project), one.keeper.standing.value.lost.map(({ message }) => message)]).toEqual([['a', 'c'], ['a', 'c'], ['not that one']])
  expect(one.editor.editing.done.length).toBe(2)
})

test('too far behind it loads anew, and still does its own and can undo it', async () => {
  const server = new Server(empty())
  const [slow, quick] = [windowOf(server, 'slow'), windowOf(server, 'quick')]
  slow.editor.apply(marker('a'))
  await calm(server, [slow])
  server.isForgetful = true
  quick.keeper.catchUp()
  await calm(server, [quick])
  quick.editor.apply(marker('b'))
  slow.editor.apply(marker('c'))
  for (let turn = 0; turn < 400; turn++) await Promise.resolve()
  expect([markers(slow.editor.project.value), markers(server.project)]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c']])
  slow.editor.undo()
  slow.editor.undo()
  expect(markers(slow.editor.project.value)).toEqual(['b'])
})

test('what a crash left unsent is sent on opening, once, whether the server had heard of it or not', async () => {
  for (const fault of ['unheard', 'unanswered'] as const) {
    const server = new Server(empty())
    const crashed = windowOf(server, 'one')
    server.faults.push(fault, ...Array.from({ length: 50 }, () => 'unheard' as const))
    crashed.editor.apply(marker('a'))
    crashed.editor.apply(marker('b'))
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    crashed.keeper.stop()
    server.faults.length = 0
    const stored = server.last.get('one')?.sequence ?? 0
    const left = crashed.journal.read('one').filter(({ sequence = Infinity }) => sequence > stored)
    expect(left.length).toBe(fault === 'unheard' ? 2 : 1)
    const again = windowOf(server, 'one', { unsent: left, kept: crashed.kept })
    await calm(server, [again])
    expect([markers(server.project), server.log.length, again.journal.clients()]).toEqual([['a', 'b'], 2, []])
  }
})

test('a request of before the reload that arrives after it is not done twice', async () => {
  const server = new Server(empty())
  const again = windowOf(server, 'one', { unsent: [{ edits: [marker('a')], step: 'do', gesture: 'g', sequence: 1 }] })
  server.edit({ base_revision: 1, edits: [marker('a')], client: 'one', sequence: 1, gesture: 'g', step: 'do' })
  again.editor.apply(marker('b'))
  await calm(server, [again])
  expect([markers(server.project), markers(again.editor.project.value), server.log.length]).toEqual([['a', 'b'], ['a', 'b'], 2])
})

test('of two windows that take themselves for one, the second becomes another, and nothing of either is lost', async () => {
  const server = new Server(empty())
  const kept = storage()
  const [one, two] = [windowOf(server, 'same', { kept }), windowOf(server, 'same', { kept })]
  one.editor.apply(marker('a'))
  await one.keeper.settled()
  two.editor.apply(marker('b'))
  two.editor.apply(marker('c'))
  await calm(server, [one, two])
  expect([markers(server.project), markers(one.editor.project.value), markers(two.editor.project.value)]).toEqual([['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']])
  expect([new Set(server.log.map(({ client }) => client)).size, one.journal.clients(), two.keeper.standing.value.lost]).toEqual([2, [], []])
  // Each undoes its own.
  two.editor.undo()
  two.editor.undo()
  one.editor.undo()
  await calm(server, [one, two])
  expect(markers(server.project)).toEqual([])
})

test('what another window found left behind and sent is not sent again by the one that thaws', async () => {
  const server = new Server(empty())
  const frozen = windowOf(server, 'frozen')
  frozen.keeper.hear({ composition: { composition_id: 'c' } as never, entries: null })
  frozen.editor.apply(marker('a'), marker('b'))
  const left = frozen.journal.read('frozen').map(({ edits, gesture }): Unsent => ({ edits, gesture, step: 'do' }))
  const drag = frozen.editor.begin()
  const other = windowOf(server, 'other', { unsent: left })
  await other.keeper.settled()
  drag.bail()
  await calm(server, [frozen, other])
  expect([markers(server.project), server.log.length, frozen.keeper.standing.value.lost]).toEqual([['a', 'b'], 1, []])
  frozen.editor.undo()
  await calm(server, [frozen, other])
  expect(markers(server.project)).toEqual([])
})

test('a step of thousands of edits is one step, its undo and redo as well, also after a reload', { timeout: 120_000 }, async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  one.editor.apply(marker('before'))
  one.editor.apply(...Array.from({ length: 1001 }, (_unused, n) => marker(`m${n}`)))
  one.editor.undo()
  one.editor.redo()
  one.editor.undo()
  await calm(server, [one])
  expect(server.log.map(({ step, edits }) => [step, edits.length])).toEqual([['do', 1], ['do', 1001], ['undo', 1001], ['redo', 1001], ['undo', 1001]])
  const { done, undone } = historyOf(server.log, 'one')
  expect([done.map(({ edits }) => edits.length), undone.map(({ edits }) => edits.length)]).toEqual([[1], [1001]])
})

test('requests of one gesture are one step of the history, whether done, taken back or done again', () => {
  const entry = (step: 'do' | 'undo' | 'redo', gesture: string, name: string): LogEntry =>
    ({ revision: 1, type: 'compositionEdited', at: 1, by: 'p', client: 'w', sequence: 1, gesture, step, edits: [marker(name)], inverses: [marker(`un${name}`)] })
  const done = [entry('do', 'g', 'z'), entry('do', 'h', 'a'), entry('do', 'h', 'b')]
  expect(historyOf([...done, entry('undo', 'u', 'unb'), entry('undo', 'u', 'una')], 'w')).toMatchObject({ done: [{ edits: [marker('z')] }], undone: [{ edits: [marker('a'), marker('b')] }] })
  const redone = historyOf([...done, entry('undo', 'u', 'unb'), entry('undo', 'u', 'una'), entry('redo', 'r', 'a'), entry('redo', 'r', 'b')], 'w')
  expect(redone).toEqual({ done: [{ edits: [marker('z')], inverses: [marker('unz')] }, { edits: [marker('a'), marker('b')], inverses: [marker('unb'), marker('una')] }], undone: [] })
})

test('what does not get through though the server answers is said, and can be taken back; what came after it arrives', async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  one.editor.apply(marker('before'))
  await calm(server, [one])
  server.faults.push(...Array.from({ length: 5 }, () => 'unheard' as const))
  one.editor.apply(marker('a'))
  for (let turn = 0; turn < 200; turn++) await Promise.resolve()
  expect([markers(server.project), one.keeper.standing.value.stuck]).toEqual([['a', 'before'], undefined])
  server.faults.push(...Array.from({ length: 5000 }, () => 'unheard' as const))
  one.editor.apply(marker('stuck'))
  one.editor.undo()
  one.editor.redo()
  one.editor.apply(marker('after'))
  for (let turn = 0; turn < 500; turn++) await Promise.resolve()
  expect([markers(one.editor.project.value), one.keeper.standing.value]).toMatchObject([['a', 'after', 'before', 'stuck'], { stuck: { error: { code: 'engine_unavailable' } }, unsent: 4 }])
  one.keeper.takeBack()
  for (let turn = 0; turn < 100; turn++) await Promise.resolve()
  server.faults.length = 0
  await calm(server, [one])
  expect([markers(server.project), markers(one.editor.project.value), one.keeper.standing.value]).toMatchObject([['a', 'after', 'before'], ['a', 'after', 'before'], { stuck: undefined, trouble: undefined, unsent: 0, lost: [] }])
  one.editor.undo()
  expect(markers(one.editor.project.value)).toEqual(['a', 'before'])
})

test('what was stored though nothing was heard of it is no reason to send it again', async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  server.faults.push('unanswered', ...Array.from({ length: 4 }, () => 'unheard' as const))
  one.editor.apply(marker('a'))
  for (let turn = 0; turn < 200; turn++) await Promise.resolve()
  expect([server.log.length, server.requests, one.keeper.standing.value]).toMatchObject([1, 5, { unsent: 0, stuck: undefined, trouble: undefined }])
  one.editor.undo()
  await calm(server, [one])
  expect(markers(server.project)).toEqual([])
})

test('what the browser has no room for is counted until it is sent', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const server = new Server(empty())
  const full = Object.assign(storage(), { setItem: () => { throw new Error('quota') } })
  const one = windowOf(server, 'one', { kept: full })
  one.editor.apply(marker('a'))
  one.editor.apply(marker('b'))
  expect([one.keeper.standing.value.unsent, one.keeper.standing.value.unkept]).toEqual([2, 2])
  await calm(server, [one])
  expect(one.keeper.standing.value.unkept).toBe(0)
  warn.mockRestore()
})

test('a step that others have changed since is said not to be undone, and the next undo goes on before it', async () => {
  const server = new Server(tl('V1 a[0-2]'))
  const [one, two] = [windowOf(server, 'one'), windowOf(server, 'two')]
  one.editor.apply(marker('m'))
  one.editor.apply({ type: 'addLane', lane: 'own', kind: 'video', at: 'top' })
  await calm(server, [one, two])
  two.editor.apply({ type: 'removeLane', lane: 'own' })
  await calm(server, [two, one])
  expect(one.editor.project.value.lanes.map(({ id }) => id)).not.toContain('own')
  one.editor.undo()
  expect([one.editor.refusal.value === undefined, one.editor.canPassOver.value, markers(one.editor.project.value)]).toEqual([false, true, ['m']])
  one.editor.undo()
  two.editor.apply(marker('theirs'))
  await calm(server, [one, two])
  expect([markers(server.project), markers(one.editor.project.value), one.keeper.standing.value.lost, one.keeper.standing.value.unsent]).toEqual([['theirs'], ['theirs'], [], 0])
  expect(one.editor.canUndo.value).toBe(false)
  // After a reload as well.
  const { done, undone } = historyOf(server.log, 'one')
  expect([done.length, undone.length]).toEqual([0, 1])
})

test('what the server did for this window can be undone here', async () => {
  const server = new Server(empty())
  const one = windowOf(server, 'one')
  await one.keeper.order(() => {
    server.edit({ base_revision: server.revision, edits: [marker('restored')], client: 'server', sequence: 1, gesture: 'r', step: 'do' })
    return Promise.resolve(server.revision)
  })
  await calm(server, [one])
  expect([markers(one.editor.project.value), one.keeper.standing.value.othersAt]).toEqual([['restored'], undefined])
  one.editor.undo()
  await calm(server, [one])
  expect(markers(server.project)).toEqual([])
})

test('the history of a window is put together again from what the server has', async () => {
  const server = new Server(tl('V1 a[0-2] b[4-6]'))
  const one = windowOf(server, 'one')
  one.editor.apply(marker('a'), marker('b'))
  one.editor.apply({ type: 'lift', clips: ['a'] })
  one.editor.undo()
  windowOf(server, 'two')
  await calm(server, [one])
  expect(historyOf(server.log, 'one').done.map(({ edits }) => edits.length)).toEqual([2])
  const { done, undone } = historyOf(server.log, 'one')
  const again = new Editor(server.project)
  again.replace({ project: server.project, done, undone, received: 0 })
  again.redo()
  expect(again.project.value.lanes[0]?.clips.map(({ id }) => id)).toEqual(['b'])
  again.undo()
  again.undo()
  expect([again.project.value.markers, again.canUndo.value]).toEqual([[], false])
})

test('what came by itself is no step of undo, neither here nor after a reload, and is done again like the rest', async () => {
  const server = new Server(empty())
  const [one, two] = [windowOf(server, 'one'), windowOf(server, 'two')]
  server.faults.push('unanswered')
  one.editor.follow(marker('by itself'))
  one.editor.apply(marker('a'))
  one.editor.undo()
  two.editor.apply(marker('b'))
  expect(one.editor.follow(marker('again by itself')).ok).toBe(true)
  expect([one.editor.canUndo.value, one.editor.canRedo.value]).toEqual([false, true])
  await calm(server, [one, two])
  expect(markers(server.project)).toEqual(['again by itself', 'b', 'by itself'])
  expect([one.editor.canUndo.value, one.editor.canRedo.value]).toEqual([false, true])
  const { done, undone } = historyOf(server.log, 'one')
  expect([done.length, undone.length]).toEqual([0, 1])
})

test('whatever windows do and whatever is lost on the way, all end with the document of the server', async () => {
  const deed = fc.record({ who: fc.nat(2), what: fc.constantFrom('edit', 'edit', 'edit', 'undo', 'redo', 'follow'), roll: dice, fault: fc.option(fc.constantFrom('unheard', 'unanswered', 'refused'), { freq: 6 }), turns: fc.nat(30) })
  await fc.assert(fc.asyncProperty(beginnings, fc.array(deed, { maxLength: 30 }), fc.boolean(), async (project, deeds, isForgetful) => {
    const server = new Server({ ...project, id: 'c' })
    server.isForgetful = isForgetful
    const windows = ['one', 'two', 'three'].map((client) => windowOf(server, client))
    for (const [n, { who, what, roll, fault, turns }] of deeds.entries()) {
      const { editor, keeper } = windows[who] ?? windows[0]!
      if (fault !== null) server.faults.push(fault)
      if (what === 'edit') editor.apply(editOf(editor.project.value, roll, n))
      else if (what === 'follow') editor.follow(editOf(editor.project.value, roll, n))
      else editor[what]()
      if (roll.flag) keeper.catchUp()
      for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    }
    server.faults.length = 0
    await calm(server, windows)
    const expected = serialise(server.project)
    for (const { editor, keeper } of windows) expect([serialise(editor.project.value), keeper.standing.value.unsent]).toEqual([expected, 0])
  }), { numRuns: 150 })
})
