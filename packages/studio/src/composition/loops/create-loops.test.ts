import { clipOf } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { Editor } from '../document/editor.ts'
import { clipMenuItems } from './clip-menu.ts'
import { createLoops } from './create-loops.ts'
import { cyclesOf, KnownLoops } from './known-loops.ts'
import { createFollowing } from './following.ts'
import { composed, mediaId, PlayedLoop } from './testing.ts'

async function opened(loop: PlayedLoop, ...choices: Parameters<typeof composed>[0]) {
  const editor = new Editor(composed(choices, false))
  const known = new KnownLoops(loop.call)
  known.want(cyclesOf(editor.project.value))
  await known.read(loop.id)
  const shown = (id = 'c0') => {
    const { choice, media } = clipOf(editor.project.value, id)!.clip
    return [choice?.retry, media, choice?.chosenAt]
  }
  return { editor, known, loops: createLoops(editor, known, loop.call), shown }
}

function played(): PlayedLoop {
  const loop = new PlayedLoop()
  for (const retry of [0, 1, 2]) loop.returns(0, retry, retry === 1 ? { status: 'failed' } : {})
  loop.decides(0, 0, 'approve')
  return loop
}

test('a step goes to the next retry that has something to show, and knows how far the loop was', async () => {
  const loop = played()
  const { loops, shown, editor } = await opened(loop, { cycle: 0, retry: 0, chosenAt: 1 })
  await loops.step(['c0'], 1)
  expect(shown()).toEqual([2, mediaId(0, 2), loop.seq])
  await loops.step(['c0'], 1)
  expect([shown()[0], loops.notice.value?.tone]).toEqual([2, 'info'])
  await loops.step(['c0'], -1)
  editor.undo()
  expect(shown()[0]).toBe(2)
})

test('what is sent back is rejected where it was made; where somebody was quicker, that is said', async () => {
  const loop = played()
  const { loops, known } = await opened(loop, { cycle: 0, retry: 0, chosenAt: 1 })
  loop.decides(0, 0, 'discard')
  expect(await loops.sendBack('c0', { reason: 'too pale' }, true)).toBe(false)
  expect(loops.notice.value).toEqual({ tone: 'error', message: 'It was decided in the meantime.' })
  // It was read again with the refusal.
  expect(await loops.sendBack('c0', { reason: 'too pale' }, true)).toBe(true)
  expect(known.known.value.get('portraits')?.cycles[0]?.[0]?.decision).toBe('reject')
})

test('what is sent back comes back to its place, unless it is told not to', async () => {
  const loop = played()
  const { loops, editor, known } = await opened(loop, { cycle: 0, retry: 0, chosenAt: loop.seq })
  const follow = () => clipOf(editor.project.value, 'c0')!.clip.choice?.follow
  await loops.sendBack('c0', {}, false)
  expect(follow()).toBeNull()
  loop.decides(0, 0, 'approve')
  await known.readCycle('portraits', 0)
  await loops.sendBack('c0', {}, true)
  expect([follow(), loops.notice.value]).toEqual([true, undefined])
  const following = createFollowing({ editor, call: loop.call, readCycle: (id, cycle) => known.readCycle(id, cycle), onTaken: () => {}, onRefused: (message) => { throw new Error(message) } })
  loop.returns(0, 3)
  loop.decides(0, 3, 'approve')
  await following.catchUp('portraits')
  expect(clipOf(editor.project.value, 'c0')!.clip.choice).toMatchObject({ retry: 3 })
})

test('an approval from here holds in the loop and shows the retry here, as a choice that knows of it', async () => {
  const loop = played()
  const { loops, shown } = await opened(loop, { cycle: 0, retry: 0, chosenAt: 1 })
  expect(await loops.approve('c0', 2)).toBe(true)
  expect([loop.entries.map(({ decision }) => decision), shown()]).toEqual([['discard', null, 'approve'], [2, mediaId(0, 2), loop.seq]])
})

test('all clips that show what was turned down are given what is approved, in one step', async () => {
  const loop = played()
  for (const retry of [0, 1]) loop.returns(1, retry)
  loop.decides(1, 1, 'approve')
  loop.decides(0, 2, 'approve')
  const { loops, shown, editor } = await opened(loop, { cycle: 0, retry: 0, chosenAt: 1 }, { cycle: 1, retry: 0, chosenAt: 1 }, { cycle: 0, retry: 0, chosenAt: 1 })
  expect(loops.outdated().map(({ id }) => id)).toEqual(['c0', 'c2'])
  await loops.swapOutdated()
  expect([shown('c0')[0], shown('c1')[0], shown('c2')[0], loops.outdated()]).toEqual([2, 0, 2, []])
  editor.undo()
  expect([shown('c0')[0], shown('c2')[0]]).toEqual([0, 0])
})

test('the menu of a clip says why something cannot be done', async () => {
  const { loops, editor } = await opened(played(), { cycle: 0, retry: 0, chosenAt: 1 })
  const items = clipMenuItems(loops, editor.project.value, ['c0'])
  expect(items.map(({ disabled }) => disabled === undefined)).toEqual([false, true, true, true])
  items.at(-1)?.act()
  expect(loops.sendingBack.value).toBe('c0')
})
