import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoopState, Output } from '@lemouf/core/loop'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loopOf } from '../../../core/src/loop/testing.ts'
import { openMediaStore, type MediaStore } from '../media/media-store.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { exportApproved } from './export.ts'

let root: string
let store: Store
let media: MediaStore
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-export-'))
  store = await openStore(root)
  media = await openMediaStore(root, store)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

async function approvedLoop(filename = 'a.png'): Promise<LoopState> {
  const stored = await media.put(Buffer.from('picture'), { filename, maxBytes: 100 })
  if (!stored.ok) throw stored.error
  const output: Output = { kind: 'image', media: stored.value.id, filename, subfolder: '', folder: 'output', mime: 'image/png', bytes: 7 }
  const loop = loopOf(1).do({ type: 'step' }).returns(0, 0, [output, { kind: 'text', text: 'said' }])
  return loop.do({ type: 'decide', cycle: 0, retry: 0, decision: 'approve' }).state
}

test('exports at the same moment have files of their own', async () => {
  const state = await approvedLoop()
  const exports = await Promise.all(Array.from({ length: 8 }, () => exportApproved(state, media, root)))
  const names = exports.flatMap(({ files }) => files)
  expect(new Set(names).size).toBe(8 * 3)
  expect((await readdir(join(root, exports[0]!.folder))).sort()).toEqual(names.sort())
})

test.each([['x.tar.GZ', 'GZ'], ['no-ending', 'bin'], ['dot.', 'bin'], ['a.日本', 'bin'], ['a.png/../../up', 'bin'], [`a.${'x'.repeat(300)}`, 'bin']])(
  'a file called %s is exported under a name that can be asked for',
  async (filename, ending) => {
    const { folder, files: [name] } = await exportApproved(await approvedLoop(filename), media, root)
    expect(name).toMatch(new RegExp(`^cycle_0000_r00_i00_\\d+_0\\.${ending}$`))
    expect(await readFile(join(root, folder, name!), 'utf8')).toBe('picture')
  },
)

test('a medium whose file is gone is said so, and leaves no half file', async () => {
  const state = await approvedLoop()
  await rm(join(root, 'media'), { recursive: true })
  await expect(exportApproved(state, media, root)).rejects.toMatchObject({ code: 'media_not_found' })
  expect(await readdir(join(root, 'output', 'lemouf', 'paper'))).toEqual([])
})
