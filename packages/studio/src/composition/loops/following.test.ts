import { clipOf, ticks, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Editor, type Deed } from '../document/editor.ts'
import { createFollowing } from './following.ts'
import { KnownLoops } from './known-loops.ts'
import { backEdits, joined, type Taken } from './taken.ts'
import { composed, PlayedLoop } from './testing.ts'

function opened(loop: PlayedLoop, project: Project) {
  const editor = new Editor(project)
  const known = new KnownLoops(loop.call)
  const said: string[] = []
  let given: readonly Taken[] = []
  const deeds: Deed[] = []
  editor.onDone((deed) => deeds.push(deed))
  const following = createFollowing({
    editor, call: loop.call, readCycle: (id, cycle) => known.readCycle(id, cycle),
    onTaken: (now) => {
      said.push(...now.map(({ clip }) => clip.id))
      given = joined(given, now)
    },
    onRefused: (message) => said.push(message),
  })
  const retries = (): (number | undefined)[] => editor.project.value.lanes.flatMap(({ clips }) => clips.map(({ choice }) => choice?.retry))
  const takeBack = (): boolean => editor.apply(...backEdits(editor.project.value, given))
  return { editor, said, deeds, retries, takeBack, catchUp: () => following.catchUp(loop.id), look: () => following.look(editor.project.value) }
}

/** A loop whose cycles each have two retries, the first approved. */
function played(cycles = 2): PlayedLoop {
  const loop = new PlayedLoop()
  for (let cycle = 0; cycle < cycles; cycle++) {
    for (const retry of [0, 1]) loop.returns(cycle, retry)
    loop.decides(cycle, 0, 'approve')
  }
  return loop
}

test('what was approved while nobody looked is taken when the composition is opened, as one step', async () => {
  const loop = played()
  const project = composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }, { cycle: 1, retry: 0, chosenAt: loop.seq }])
  loop.decides(0, 1, 'approve')
  const { catchUp, retries, said, deeds } = opened(loop, project)
  await catchUp()
  expect([retries(), said, deeds.length]).toEqual([[1, 0], ['c0'], 1])
  await catchUp()
  expect(deeds).toHaveLength(1)
})

test('a choice that was made later than an approval stays, whenever the approval is heard of', async () => {
  const loop = played()
  const before = loop.seq
  loop.decides(0, 1, 'approve')
  // This person saw the approval, and went back to the first try.
  const { catchUp, retries } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }, { cycle: 0, retry: 0, chosenAt: before }]))
  await catchUp()
  expect(retries()).toEqual([0, 1])
  // A judgement of another retry of the cycle is no news of the approved one.
  loop.returns(0, 2)
  loop.decides(0, 2, 'reject')
  await catchUp()
  expect(retries()).toEqual([0, 1])
})

test('what is chosen by hand while the news is being read stays', async () => {
  const loop = played()
  const { editor, catchUp, retries } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }]))
  loop.decides(0, 1, 'approve')
  const reading = catchUp()
  const { clip } = clipOf(editor.project.value, 'c0')!
  editor.apply({ type: 'retry', clip: 'c0', retry: 0, media: editor.project.value.media.find(({ id }) => id === clip.media)!, chosenAt: loop.seq })
  await reading
  expect(retries()).toEqual([0])
})

test('what comes by itself is beside what a person did: they can do again what they undid, and undo what they did', async () => {
  const loop = played()
  const { editor, catchUp, retries, deeds } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }]))
  for (const name of ['one', 'two', 'three']) editor.apply({ type: 'rename', name })
  editor.undo()
  loop.decides(0, 1, 'approve')
  await catchUp()
  expect([retries(), editor.canRedo.value, deeds.at(-1)?.step]).toEqual([[1], true, 'follow'])
  editor.redo()
  expect([editor.project.value.name, retries()]).toEqual(['three', [1]])
  editor.undo()
  editor.undo()
  expect([editor.project.value.name, retries()]).toEqual(['one', [1]])
})

test('what was taken can be taken back as one step, also where it was taken twice, unless something else was chosen since', async () => {
  const loop = played()
  const { editor, catchUp, retries, takeBack } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }, { cycle: 1, retry: 0, chosenAt: loop.seq }]))
  loop.decides(0, 1, 'approve')
  loop.decides(1, 1, 'approve')
  await catchUp()
  loop.returns(0, 2)
  loop.decides(0, 2, 'approve')
  await catchUp()
  expect(retries()).toEqual([2, 1])
  takeBack()
  expect(retries()).toEqual([0, 0])
  editor.undo()
  expect(retries()).toEqual([2, 1])
  const { clip } = clipOf(editor.project.value, 'c1')!
  editor.apply({ type: 'retry', clip: 'c1', retry: 3, media: { ...editor.project.value.media.find(({ id }) => id === clip.media)!, id: 'own' }, chosenAt: loop.seq + 1 })
  takeBack()
  expect(retries()).toEqual([0, 3])
})

test('what is taken back stays taken back, until something newer is approved', async () => {
  const loop = played()
  const { editor, catchUp, retries, takeBack } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }]))
  loop.decides(0, 1, 'approve')
  await catchUp()
  takeBack()
  await catchUp()
  expect(retries()).toEqual([0])
  // So it is after a reload, in another browser, and in a copy: the document knows it.
  const reopened = opened(loop, editor.project.value)
  await reopened.catchUp()
  expect(reopened.retries()).toEqual([0])
  loop.returns(0, 2)
  loop.decides(0, 2, 'approve')
  await reopened.catchUp()
  expect(reopened.retries()).toEqual([2])
})

test('what is taken back stays so in what is cut and copied of it', async () => {
  const loop = played()
  const { editor, catchUp, retries, takeBack } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }]))
  loop.decides(0, 1, 'approve')
  await catchUp()
  takeBack()
  const { duration } = clipOf(editor.project.value, 'c0')!.clip
  editor.apply({ type: 'razor', clips: ['c0'], at: ticks(duration / 2), ids: 'cut' })
  editor.apply({ type: 'duplicate', clips: ['c0'], mode: 'insert', scope: 'lanes', ids: 'copy' })
  expect(opened(loop, editor.project.value).look()).toEqual([loop.id])
  await opened(loop, editor.project.value).catchUp()
  await catchUp()
  expect(retries()).toEqual([0, 0, 0])
})

test('what another window took, and its person took back, is not taken again by this one', async () => {
  const loop = played()
  const { editor, catchUp, retries, takeBack } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }]))
  const other = opened(loop, editor.project.value)
  loop.decides(0, 1, 'approve')
  other.look()
  await catchUp()
  other.editor.replace(editor.editing)
  other.look()
  takeBack()
  other.editor.replace(editor.editing)
  other.look()
  await other.catchUp()
  expect([retries(), other.retries()]).toEqual([[0], [0]])
})

test('clips that do not follow, and those on locked lanes, stay as they are', async () => {
  const loop = played()
  const { editor, catchUp, retries } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }, { cycle: 1, retry: 0, chosenAt: loop.seq }], false))
  editor.apply({ type: 'follow', clips: ['c1'], follow: true })
  loop.decides(0, 1, 'approve')
  loop.decides(1, 1, 'approve')
  await catchUp()
  expect(retries()).toEqual([0, 1])
  editor.apply({ type: 'settings', set: { follow: true } }, { type: 'setLane', lane: 'V1', set: { locked: true } })
  await catchUp()
  expect(retries()).toEqual([0, 1])
})

test('nothing is let go of that a person holds: news waits for the end of a drag', async () => {
  const loop = played()
  const { editor, catchUp, retries } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }]))
  loop.decides(0, 1, 'approve')
  const drag = editor.begin()
  drag.revise([{ type: 'look', clips: ['c0'], set: { opacity: 0.5 } }])
  const reading = catchUp()
  await new Promise((resolve) => { setTimeout(resolve) })
  expect([retries(), editor.busy.value]).toEqual([[0], true])
  drag.commit()
  await reading
  expect([retries(), clipOf(editor.project.value, 'c0')?.clip]).toMatchObject([[1], { look: { opacity: 0.5 } }])
})

test('two windows that both follow come to the same composition', async () => {
  const loop = played()
  const project = composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }])
  loop.decides(0, 1, 'approve')
  const [one, other] = [opened(loop, project), opened(loop, project)]
  await Promise.all([one.catchUp(), other.catchUp()])
  // What the other did, done on top of what one did, changes nothing.
  const once = one.editor.project.value
  for (const { edits } of other.deeds) one.editor.apply(...edits)
  expect(one.editor.project.value).toEqual(once)
})

test('whatever is decided and heard of in whatever portions, a following clip shows the approved retry unless its own choice is later', async () => {
  const step = fc.record({ retry: fc.nat(3), what: fc.constantFrom('approve', 'reject', 'choose', 'look'), cycle: fc.nat(1) } as const)
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const loop = new PlayedLoop()
    for (const cycle of [0, 1]) for (const retry of [0, 1, 2, 3]) loop.returns(cycle, retry)
    const { editor, catchUp } = opened(loop, composed([{ cycle: 0, retry: 0, chosenAt: loop.seq }, { cycle: 1, retry: 0, chosenAt: loop.seq }]))
    const chosen = new Map([[0, { retry: 0, seq: loop.seq }], [1, { retry: 0, seq: loop.seq }]])
    const approvedAt = new Map<number, { retry: number; seq: number }>()
    for (const { what, cycle, retry } of steps) {
      if (what === 'look') await catchUp()
      else if (what === 'choose') {
        await catchUp()
        const { media } = clipOf(editor.project.value, `c${cycle}`)!.clip
        editor.apply({ type: 'retry', clip: `c${cycle}`, retry, media: { ...editor.project.value.media.find(({ id }) => id === media)!, id: `own ${cycle} ${retry}` }, chosenAt: loop.seq })
        chosen.set(cycle, { retry, seq: loop.seq })
      } else {
        loop.decides(cycle, retry, what)
        if (what === 'approve') approvedAt.set(cycle, { retry, seq: loop.seq })
        else if (approvedAt.get(cycle)?.retry === retry) approvedAt.delete(cycle)
      }
    }
    await catchUp()
    for (const cycle of [0, 1]) {
      const [own, approved] = [chosen.get(cycle)!, approvedAt.get(cycle)]
      const shown = clipOf(editor.project.value, `c${cycle}`)!.clip.choice!
      if (approved !== undefined && approved.seq > own.seq) expect(shown.retry).toBe(approved.retry)
      else if (approved === undefined) expect(shown.chosenAt).toBeGreaterThanOrEqual(own.seq)
      else expect(shown).toMatchObject({ retry: own.retry })
    }
  }), { numRuns: 60 })
})
