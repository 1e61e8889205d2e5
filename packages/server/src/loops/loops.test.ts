import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoopState } from '@lemouf/core/loop'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { Loops } from './loops.ts'

let root: string
let store: Store
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-loops-'))
  store = await openStore(root)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

const by = { by: 'tester' }
const configure = (totalCycles: number) => ({ type: 'configure', config: { totalCycles } }) as const

test('a state read while a command writes is that of one moment, and is not kept instead of the newer', async () => {
  await new Loops(store).execute('one', { type: 'create' }, by)
  const fresh = new Loops(store)
  const readAttempts = store.readAllAttempts.bind(store)
  let reading: Promise<LoopState> | undefined
  // The read begins when the command has read too, and ends after it wrote.
  vi.spyOn(store, 'readAllAttempts').mockImplementation((loopId) => {
    const attempts = readAttempts(loopId)
    reading ??= fresh.state(loopId)
    return attempts
  })
  const { state: written } = await fresh.execute('one', configure(3), by)
  await reading
  expect(await fresh.state('one')).toEqual(written)
})

test('of several commands all are kept, or none', async () => {
  const loops = new Loops(store)
  await expect(loops.execute('one', [{ type: 'create' }, configure(3), { type: 'step' }], by)).rejects.toMatchObject({ code: 'loop_has_no_workflow' })
  await expect(loops.state('one')).rejects.toMatchObject({ code: 'loop_not_found' })
  await loops.execute('one', [{ type: 'create' }, configure(3)], by)
  expect((await new Loops(store).state('one')).config.totalCycles).toBe(3)
})
