import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('a state read while a command writes is the one before or the one after, and is not kept instead of the newer', async () => {
  await new Loops(store).execute('one', { type: 'create' }, by)
  for (let round = 1; round <= 20; round++) {
    const fresh = new Loops(store)
    const reading = fresh.state('one')
    const { state: written } = await fresh.execute('one', configure(round), by)
    expect([written.seq, written.seq - 1]).toContain((await reading).seq)
    expect(await fresh.state('one')).toEqual(written)
  }
})

test('of several commands all are kept, or none', async () => {
  const loops = new Loops(store)
  await expect(loops.execute('one', [{ type: 'create' }, configure(3), { type: 'step' }], by)).rejects.toMatchObject({ code: 'loop_has_no_workflow' })
  await expect(loops.state('one')).rejects.toMatchObject({ code: 'loop_not_found' })
  await loops.execute('one', [{ type: 'create' }, configure(3)], by)
  expect((await new Loops(store).state('one')).config.totalCycles).toBe(3)
})
