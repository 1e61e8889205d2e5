import { unwrap } from '@lemouf/core/result'
import type { CompositionFile } from '@lemouf/core/protocol'
import { parseProject, type Media, type Project } from '@lemouf/core/timeline'
import type { MediaRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'

/** A composition as a file to be opened elsewhere: its document, and the hash of each medium that it shows. */
export async function fileOf(store: Store, project: Project): Promise<CompositionFile> {
  const rows = await store.library.rows(project.media.flatMap((media) => storedId(media) ?? []))
  const media = [...rows.values()].map(({ id, hash, kind, mime, bytes, filename }) => ({ id, hash, kind, mime, bytes, filename }))
  return { format: 'lemouf.composition', version: 1, exported_at: Date.now(), document: structuredClone(project) as unknown as CompositionFile['document'], media }
}

const storedId = ({ source }: Media): string | undefined => (source.type === 'missing' ? undefined : source.id)

/**
 * The document of a file, its media found by their hash. What is not here is missing and can be relinked; sentences say so, and what
 * was mended. Error: `project_malformed`.
 */
export async function projectOfFile(store: Store, { document, media }: CompositionFile): Promise<{ readonly project: Project; readonly notes: readonly string[] }> {
  const { project, mended } = unwrap(parseProject(document))
  const listed = new Map(media.map((one) => [one.id, one]))
  const notes: string[] = [...mended]
  const found = await Promise.all(project.media.map(async (medium) => {
    const id = storedId(medium)
    if (id === undefined) return medium
    const wanted = listed.get(id)
    const row = wanted === undefined ? await store.getMedia(id) : await rowWith(store, wanted)
    if (row === undefined) notes.push(`“${wanted?.filename ?? medium.name}” is not in the media store. Add the file and relink it.`)
    return linked(medium, row, wanted?.filename ?? medium.name)
  }))
  return { project: { ...project, media: found }, notes }
}

/** The very medium where it is here, else another one with its bytes. */
async function rowWith(store: Store, { id, hash }: { readonly id: string; readonly hash: string }): Promise<MediaRow | undefined> {
  const row = await store.getMedia(id)
  return row?.hash === hash ? row : store.findMediaByHash(hash)
}

function linked(medium: Media, row: MediaRow | undefined, was: string): Media {
  if (medium.source.type === 'missing') return medium
  return { ...medium, source: row === undefined ? { type: 'missing', was } : { ...medium.source, id: row.id } }
}
