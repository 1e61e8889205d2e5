import { AppError } from '@lemouf/core/error'
import { isMedia, type Attempt } from '@lemouf/core/loop'
import type { Resource } from '@lemouf/core/pipeline'
import { mediumOf, type Contents } from '@lemouf/core/protocol'
import type { Media } from '@lemouf/core/timeline'
import type { MediaDesk } from '../media/media-desk.ts'
import type { MediaRow } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Footage } from './assembly.ts'

/** What could be taken, in the order it was listed, and sentences about what could not. */
export interface Gathered {
  readonly footage: readonly Footage[]
  readonly notes: readonly string[]
}

interface Parts {
  readonly store: Store
  readonly desk: MediaDesk
}

/** A medium that something lists, and the attempt that made it. */
interface Listed {
  readonly name: string
  readonly media: string | undefined
  readonly from: { readonly loop: string; readonly cycle: number; readonly retry: number; readonly output: number } | undefined
}

/** What a loop approved, by cycle, retry and output. Error: `ffmpeg_missing`. */
export async function footageOfLoop(parts: Parts, loopId: string): Promise<Gathered> {
  const attempts = await parts.store.library.approvedAttempts(loopId)
  return gather(parts, attempts.flatMap((attempt) => listedBy(loopId, attempt)))
}

function listedBy(loop: string, { cycle, retry, outputs }: Attempt): readonly Listed[] {
  return outputs.flatMap((output, index) => (isMedia(output) ? [{ name: output.filename, media: output.media, from: { loop, cycle, retry, output: index } }] : []))
}

/** What a pipeline's composition step lists, in its order; texts and data are no footage. Error: `ffmpeg_missing`. */
export function footageOfResources(parts: Parts, resources: readonly Resource[]): Promise<Gathered> {
  const listed = resources.filter(({ kind }) => kind !== 'text' && kind !== 'json').map(({ name, media, from }) => ({
    name, media, from: from === undefined ? undefined : { loop: from.loopId, cycle: from.cycle, retry: from.retry, output: from.output },
  }))
  return gather(parts, listed)
}

async function gather(parts: Parts, listed: readonly Listed[]): Promise<Gathered> {
  const rows = await parts.store.library.rows([...new Set(listed.flatMap(({ media }) => media ?? []))])
  const seqs = await seqsOf(parts.store, listed)
  const taken = await Promise.all(listed.map((one) => take(parts, one, { row: rows.get(one.media ?? ''), seqs })))
  return { footage: taken.filter((one) => typeof one !== 'string'), notes: taken.filter((one) => typeof one === 'string') }
}

/** How far each loop is: a choice made now knows all of it. */
async function seqsOf(store: Store, listed: readonly Listed[]): Promise<ReadonlyMap<string, number>> {
  const loops = [...new Set(listed.flatMap(({ from }) => from?.loop ?? []))]
  return new Map(await Promise.all(loops.map(async (loop) => [loop, (await store.readSummary(loop))?.seq ?? 0] as const)))
}

/** The footage, or a sentence about why there is none. */
async function take({ desk }: Parts, { name, from }: Listed, { row, seqs }: { row: MediaRow | undefined; seqs: ReadonlyMap<string, number> }): Promise<Footage | string> {
  if (row === undefined) return `“${name}” is not in the media store and was left out. Add it to the library.`
  const contents = await contentsOf(desk, row)
  const media = contents === undefined ? undefined : mediumOfRow(row, contents, name, from)
  if (media === undefined) return `“${name}” cannot be shown or played and was left out.`
  return { media, choice: from === undefined ? undefined : { loop: from.loop, cycle: from.cycle, retry: from.retry, chosenAt: seqs.get(from.loop) ?? 0, follow: null, wanted: null } }
}

/** Undefined for bytes that are gone. */
async function contentsOf(desk: MediaDesk, row: MediaRow): Promise<Contents | null | undefined> {
  try {
    return await desk.contents(row)
  } catch (error) {
    if (error instanceof AppError && error.code === 'media_not_found') return undefined
    throw error
  }
}

/** As the store has it; stills whose contents were never looked into have the size that the store has noted. */
function mediumOfRow(row: MediaRow, contents: Contents | null, name: string, from: Listed['from']): Media | undefined {
  const { id, kind, width, height } = row
  const known = contents ?? (kind === 'image' && width !== null && height !== null ? { ...NOTHING, image: { width, height, frames: 1, alpha: false } } : null)
  return mediumOf({ kind, contents: known }, name, from === undefined ? { type: 'store', id } : { type: 'loop', id, ...from })
}
const NOTHING: Contents = { duration: null, clock_start: 0, video: null, audio: null, image: null, content_type: null, playable: false, problem: null }
