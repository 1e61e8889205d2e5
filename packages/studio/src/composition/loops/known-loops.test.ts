import { AppError } from '@lemouf/core/error'
import { expect, test } from 'vitest'
import { cyclesOf, KnownLoops } from './known-loops.ts'
import { composed, PlayedLoop } from './testing.ts'

async function opened() {
  const loop = new PlayedLoop()
  loop.returns(0, 0)
  loop.returns(3, 0)
  const known = new KnownLoops(loop.call)
  const project = composed([{ cycle: 0, retry: 0, chosenAt: 1 }, { cycle: 3, retry: 0, chosenAt: 1 }])
  const [clip] = project.lanes.flatMap(({ clips }) => clips)
  known.want(cyclesOf(project))
  await known.read(loop.id)
  return { loop, known, clip: clip!, retries: () => known.entriesOf(clip!).map(({ retry_index, decision }) => `${retry_index} ${decision}`) }
}

test('a loop is read once, and kept by its news, in whatever order that comes', async () => {
  const { loop, known, retries } = await opened()
  expect(retries()).toEqual(['0 null'])
  const [rejected, again] = [loop.decides(0, 0, 'reject'), loop.returns(0, 1)]
  known.heard(again)
  known.heard(rejected)
  expect([retries(), known.known.value.get('portraits')?.summary?.seq]).toEqual([['0 reject', '1 null'], loop.seq])
  expect(loop.asked).toEqual(['getLoop', 'getManifest'])
})

test('of a loop begun anew nothing is left of before', async () => {
  const { loop, known, retries } = await opened()
  loop.entries = []
  const fresh = loop.returns(3, 0)
  known.heard({ ...fresh, entries: [], reset: true })
  await known.read(loop.id)
  expect(retries()).toEqual([])
})

test('how far a running retry is, is known while it runs, and draws anew', async () => {
  const { loop, known } = await opened()
  known.heard(loop.returns(0, 1, { status: 'running' }))
  const before = known.version.value
  known.progressed({ loop_id: loop.id, cycle_index: 0, retry_index: 1, done: 0.5 })
  expect([known.shareOf(loop.id, 0, 1), known.version.value > before]).toEqual([0.5, true])
  known.heard(loop.returns(0, 1))
  expect(known.shareOf(loop.id, 0, 1)).toBeUndefined()
  // Of what no clip shows nothing is kept.
  known.progressed({ loop_id: loop.id, cycle_index: 7, retry_index: 0, done: 0.5 })
  expect(known.shareOf(loop.id, 7, 0)).toBeUndefined()
})

test('a loop that cannot be read is said to be so, and not asked for over and over', async () => {
  let asked = 0
  const known = new KnownLoops(() => {
    asked++
    return Promise.reject(new AppError('loop_not_found', 'There is no loop other.'))
  })
  known.want(new Map([['other', new Set([0])]]))
  await known.read('other')
  known.want(new Map([['other', new Set([0])]]))
  expect([known.known.value.get('other')?.unread, asked]).toEqual([expect.stringContaining('other'), 1])
})
