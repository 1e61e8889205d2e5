import { unwrap } from '@lemouf/core/result'
import type { CompositionFile } from '@lemouf/core/protocol'
import { isMedia } from '@lemouf/core/loop'
import { follows, parseProject, type Choice, type Clip, type Media, type Project } from '@lemouf/core/timeline'
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
 * The document of a file, its media found by their hash. What is not here is missing and can be relinked. A loop of the same name may be
 * another one here: what it did not make follows it no longer. Sentences say so, and what was mended. Error: `project_malformed`.
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
  return withoutStrangers(store, { ...project, media: found }, notes)
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

/** Has clips follow only loops of this program that made what they show. */
async function withoutStrangers(store: Store, project: Project, notes: readonly string[]): Promise<{ readonly project: Project; readonly notes: readonly string[] }> {
  const made = await madeHere(store, project)
  const isStranger = ({ choice, media }: Clip): boolean => choice !== null && !made.has(madeKey(choice, media))
  const following = project.lanes.flatMap((lane) => lane.clips.filter((clip) => isStranger(clip) && follows(project, lane, clip)))
  const lanes = project.lanes.map((lane) => ({ ...lane, clips: lane.clips.map((clip) => (isStranger(clip) && clip.choice !== null ? { ...clip, choice: { ...clip.choice, follow: false } } : clip)) }))
  const note = `${following.length === 1 ? 'A clip was' : `${following.length} clips were`} made by loops that are not here. What is approved in a loop of the same name is not taken by itself.`
  return { project: { ...project, lanes }, notes: following.length === 0 ? notes : [...notes, note] }
}

/** What the loops of this program made of what clips show, by place and medium of the document. */
async function madeHere(store: Store, { lanes, media }: Project): Promise<ReadonlySet<string>> {
  const ids = new Map(media.map((medium) => [medium.id, storedId(medium)]))
  const shown = lanes.flatMap(({ clips }) => clips.flatMap(({ choice, media: id }) => (choice === null ? [] : [{ choice, id, key: madeKey(choice, id) }])))
  const outputs = new Map<string, ReadonlySet<string>>()
  for (const loop of new Set(shown.map(({ choice }) => choice.loop))) {
    for (const { cycle, retry, outputs: made } of await store.readAllAttempts(loop)) outputs.set(placeKey({ loop, cycle, retry }), new Set(made.filter(isMedia).map((one) => one.media)))
  }
  return new Set(shown.filter(({ choice, id }) => outputs.get(placeKey(choice))?.has(ids.get(id) ?? '') === true).map(({ key }) => key))
}

const placeKey = ({ loop, cycle, retry }: Pick<Choice, 'loop' | 'cycle' | 'retry'>): string => JSON.stringify([loop, cycle, retry])
const madeKey = (choice: Choice, media: string): string => JSON.stringify([choice.loop, choice.cycle, choice.retry, media])
