import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '@lemouf/core/result'
import { dataDir } from '../store/data-dir.ts'
import { openStore } from '../store/open-store.ts'
import type { MediaRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { MediaDesk } from './media-desk.ts'
import { openMediaStore, type MediaFacts, type MediaStore } from './media-store.ts'

/** Media on a folder of their own, for tests. */
export interface TestDesk {
  readonly root: string
  readonly store: Store
  readonly media: MediaStore
  readonly desk: MediaDesk
  /** Takes a file in, or bytes. */
  add(file: string | Uint8Array, facts?: Partial<MediaFacts>): Promise<MediaRow>
  close(): Promise<void>
}

export async function openTestDesk(): Promise<TestDesk> {
  const root = await mkdtemp(join(tmpdir(), 'lemouf-desk-'))
  const store = await openStore(root)
  const media = await openMediaStore(root, store)
  const desk = new MediaDesk(dataDir(root), store, media)
  return {
    root, store, media, desk,
    add: async (file, facts = {}) => unwrap(await media.put(typeof file === 'string' ? await readFile(file) : file, { filename: 'a', maxBytes: 2 ** 30, ...facts })),
    close: async () => {
      await desk.close()
      await store.close()
      await rm(root, { recursive: true })
    },
  }
}
