import type { MediaStore } from '../media/media-store.ts'
import type { AddedMedia } from '../store/library-store.ts'
import type { Store } from '../store/store.ts'
import type { ReferenceSource } from './references.ts'

/** An id alone: not a part of a longer hash. */
const MEDIA_ID = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/g

/** Which of these media are named anywhere. Rather one too many: what looks like an id counts, and so does what only the history of a loop names. */
export async function referredTo(ids: ReadonlySet<string>, sources: readonly ReferenceSource[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const source of sources) {
    for await (const text of source()) {
      for (const [id] of text.matchAll(MEDIA_ID)) if (ids.has(id)) found.add(id)
    }
  }
  return found
}

/** What people added and nothing refers to, the oldest first. */
export async function unusedMedia(store: Store, sources: readonly ReferenceSource[]): Promise<readonly AddedMedia[]> {
  const added = await store.library.added()
  const used = await referredTo(new Set(added.map(({ id }) => id)), sources)
  return added.filter(({ id }) => !used.has(id))
}

/** Removes those of the named media that people added and nothing refers to. */
export async function removeUnused(parts: { store: Store; media: MediaStore }, sources: readonly ReferenceSource[], ids: readonly string[]): Promise<{ removed: string[]; kept: string[]; freed_bytes: number }> {
  const asked = new Set(ids)
  const unused = (await unusedMedia(parts.store, sources)).filter(({ id }) => asked.has(id))
  let freed = 0
  for (const row of unused) freed += await parts.media.remove(row)
  const removed = unused.map(({ id }) => id)
  return { removed, kept: [...asked].filter((id) => !removed.includes(id)), freed_bytes: freed }
}
