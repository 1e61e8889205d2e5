import type { Attempt, MediaKind } from '@lemouf/core/loop'
import { decisionOf, isMedia } from '@lemouf/core/loop'
import type { Resource } from '@lemouf/core/pipeline'
import type { Contents, LibraryItem, LibraryQuery } from '@lemouf/core/protocol'
import { CONTENTS_VERSION } from '../media/contents.ts'
import type { MediaStore } from '../media/media-store.ts'
import { addressesOf } from '../media/view.ts'
import type { Store } from '../store/store.ts'
import type { MediaRow } from '../store/schema.ts'
import { merge, type Entry, type Finding } from './merge.ts'

/** A composition step's resources, of a pipeline that is there. */
export interface GivenResources {
  readonly pipelineId: string
  readonly nodeId: string
  readonly resources: readonly Resource[]
}

interface Parts {
  readonly store: Store
  readonly media: MediaStore
}

/**
 * What a composition can be made of, in an order that depends on nothing else: the results of a loop by cycle, retry and output, the resources of
 * a pipeline's composition step as they are listed there, then what people added, the oldest first. What has the same bytes is one.
 */
export async function listLibrary(parts: Parts, query: LibraryQuery, given: GivenResources | undefined): Promise<{ items: LibraryItem[]; total: number; next: number | null }> {
  const { store } = parts
  const found = [
    ...(query.loop_id === undefined ? [] : await resultsOf(store, query.loop_id, query)),
    ...(given === undefined ? [] : given.resources.flatMap((resource) => findingOfResource(resource, given))),
    ...(query.uploads === 'none' ? [] : await uploadsIn(store)),
  ]
  const rows = await store.library.rows([...new Set(found.flatMap(({ media }) => media ?? []))])
  const entries = merge(found.map((finding) => asStored(finding, rows))).filter(({ kind }) => query.kind === undefined || kind === query.kind)
  const page = entries.slice(query.from, query.from + query.limit)
  const next = query.from + page.length
  return { items: await itemsOf(parts, page, rows), total: entries.length, next: next < entries.length ? next : null }
}

async function resultsOf(store: Store, loopId: string, { results, cycle_index: cycle }: LibraryQuery): Promise<readonly Finding[]> {
  const attempts = results === 'all' ? await allAttempts(store, loopId, cycle) : await store.library.approvedAttempts(loopId, cycle)
  return attempts.flatMap((attempt) => findingsOfAttempt(loopId, attempt))
}

async function allAttempts(store: Store, loopId: string, cycle: number | undefined): Promise<readonly Attempt[]> {
  return cycle === undefined ? store.readAllAttempts(loopId) : (await store.readAttempts({ loopId, fromCycle: cycle, limit: 1 })).attempts.filter((attempt) => attempt.cycle === cycle)
}

function findingsOfAttempt(loopId: string, attempt: Attempt): readonly Finding[] {
  const { cycle, retry, outputs } = attempt
  return outputs.flatMap((output, index) =>
    isMedia(output)
      ? [{
          kind: output.kind, name: output.filename, media: output.media, hash: undefined, src: undefined, mime: output.mime, bytes: output.bytes,
          origin: { type: 'loop' as const, loop_id: loopId, cycle_index: cycle, retry_index: retry, output_index: index, decision: decisionOf(attempt) ?? null },
        }]
      : [])
}

function findingOfResource({ id, kind, name, media, src, mime, bytes, from }: Resource, { pipelineId, nodeId }: GivenResources): readonly Finding[] {
  // Texts and data are read where a composition is begun; they are no media.
  if (kind === 'text' || kind === 'json') return []
  const made = from === undefined ? undefined : { type: 'loop' as const, loop_id: from.loopId, cycle_index: from.cycle, retry_index: from.retry, output_index: from.output, decision: 'approve' as const }
  const listed = { type: 'pipeline' as const, pipeline_id: pipelineId, node_id: nodeId, resource_id: id }
  const finding = { kind: kind satisfies MediaKind, name, media, hash: undefined, src: media === undefined ? src : undefined, mime, bytes }
  return made === undefined ? [{ ...finding, origin: listed }] : [{ ...finding, origin: made }, { ...finding, origin: listed }]
}

async function uploadsIn(store: Store): Promise<readonly Finding[]> {
  const added = await store.library.added()
  return added.map(({ id, hash, kind, filename, mime, bytes, addedAt }) => ({ kind, name: filename, media: id, hash, src: undefined, mime, bytes, origin: { type: 'upload', added_at: addedAt } }))
}

/** What the store knows of a medium counts, whatever a list says of it. */
function asStored(finding: Finding, rows: ReadonlyMap<string, MediaRow>): Finding {
  const row = finding.media === undefined ? undefined : rows.get(finding.media)
  return row === undefined ? finding : { ...finding, kind: row.kind, hash: row.hash, mime: row.mime, bytes: row.bytes }
}

async function itemsOf({ store, media }: Parts, page: readonly Entry[], rows: ReadonlyMap<string, MediaRow>): Promise<LibraryItem[]> {
  const known = await store.library.contents(page.flatMap(({ hash }) => hash ?? []), CONTENTS_VERSION)
  const there = await Promise.all(page.map(async ({ hash }) => hash !== undefined && (await media.isThere({ hash }))))
  return page.map((entry, index) => {
    const row = entry.media === undefined ? undefined : rows.get(entry.media)
    const contents = entry.hash === undefined ? null : ((known.get(entry.hash) as Contents | undefined) ?? null)
    return itemOf(entry, { row, contents, isThere: there[index] === true })
  })
}

function itemOf({ id, kind, name, media, src, mime, bytes, origins }: Entry, { row, contents, isThere }: { row: MediaRow | undefined; contents: Contents | null; isThere: boolean }): LibraryItem {
  const elsewhere = { url: src ?? null, thumb: null, filmstrip: null, peaks: null }
  return {
    id, kind, name, contents,
    media: media ?? null,
    mime: mime ?? null,
    bytes: bytes ?? null,
    missing: media === undefined ? src === undefined : !isThere,
    ...(row === undefined ? elsewhere : addressesOf(row, contents)),
    origins: [...origins],
  }
}
