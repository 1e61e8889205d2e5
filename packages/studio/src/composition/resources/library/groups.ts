import type { LibraryItem, MediaInfo } from '@lemouf/core/protocol'
import type { Media } from '@lemouf/core/timeline'
import { storeIdOf } from '../../media-place.ts'
import { isShowable, lengthIn, placeKey, resourceOf, type MadeBy, type Resource, type ResourceKind } from './resource.ts'

/** Resources of one origin, under a heading. */
export interface Group {
  readonly id: 'composition' | 'results' | 'pipeline' | 'added'
  readonly resources: readonly Resource[]
}

/** What the library is put together from. Each list as the server gave it, in whatever order its pages came. */
export interface Lists {
  /** In the order of the server's list where that means something: with its place in it. */
  readonly results: readonly LibraryItem[]
  readonly pipeline: readonly { readonly item: LibraryItem; readonly at: number }[]
  readonly added: readonly LibraryItem[]
  /** The composition's own. */
  readonly media: readonly Media[]
  /** What is known of a medium of the store that no list has; `gone` where the store does not know it. */
  readonly info: (storeId: string) => MediaInfo | 'gone' | undefined
  /** Loop whose results are listed. */
  readonly loop: string | undefined
}

/**
 * All resources, each in every place that it comes from: what the composition has by name, results by cycle, retry and output, the
 * pipeline's as they are listed there, what was added by time. The same lists give the same groups, in whatever order they came.
 */
export function groupsOf(lists: Lists): readonly Group[] {
  const groups: readonly Group[] = [
    { id: 'composition', resources: ownOf(lists) },
    { id: 'results', resources: resultsOf(lists) },
    { id: 'pipeline', resources: pipelineOf(lists) },
    { id: 'added', resources: addedOf(lists) },
  ]
  return groups.filter(({ resources }) => resources.length > 0)
}

function resultsOf({ results, loop }: Lists): readonly Resource[] {
  const found = results.flatMap((item) => item.origins.flatMap((origin) => (origin.type === 'loop' && origin.loop_id === loop ? (resourceOf(item, 'results', origin) ?? []) : [])))
  return onceEach(found).toSorted((a, b) => inPlaceOrder(a.madeBy, b.madeBy) || byKey(a, b))
}

function pipelineOf({ pipeline }: Lists): readonly Resource[] {
  const listed = pipeline.toSorted((a, b) => a.at - b.at || (a.item.id < b.item.id ? -1 : 1))
  return onceEach(listed.flatMap(({ item }) => resourceOf(item, 'pipeline', item.origins.find(({ type }) => type === 'pipeline')) ?? []))
}

function addedOf({ added }: Lists): readonly Resource[] {
  const found = added.flatMap((item) => {
    const origin = item.origins.find(({ type }) => type === 'upload')
    return origin === undefined ? [] : (resourceOf(item, 'added', origin) ?? [])
  })
  return onceEach(found).toSorted((a, b) => (a.addedAt ?? 0) - (b.addedAt ?? 0) || byKey(a, b))
}

function ownOf({ media, results, pipeline, added, info }: Lists): readonly Resource[] {
  const items = [...results, ...pipeline.map(({ item }) => item), ...added]
  const byId = new Map(items.flatMap((item) => (item.media === null ? [] : [[item.media, item] as const])))
  // What has the same bytes is one item under the id of one of them: the others are found by what made them.
  const byPlace = new Map(items.flatMap((item) => item.origins.flatMap((origin) => (origin.type === 'loop' ? [[placeKey(origin), { item, origin }] as const] : []))))
  return media.map((medium) => {
    const storeId = storeIdOf(medium)
    const madeBy = madeByOf(medium)
    const made = madeBy === undefined ? undefined : byPlace.get(placeKey(madeBy))
    const item = (storeId === undefined ? undefined : byId.get(storeId)) ?? made?.item
    const there = item === undefined && storeId !== undefined ? info(storeId) : undefined
    const known = item === undefined ? resourceOfInfo(there) : resourceOf(item, 'composition', undefined)
    return { ...(known ?? nothingOf(medium, there === 'gone')), key: `composition ${medium.id}`, kind: medium.kind, name: medium.name, storeId, medium, madeBy: made?.origin ?? madeBy, addedAt: undefined }
  }).toSorted((a, b) => byName(a, b) || byKey(a, b))
}

function resourceOfInfo(info: MediaInfo | 'gone' | undefined): Resource | undefined {
  if (info === undefined || info === 'gone' || !isShowable(info.kind)) return undefined
  const { media, kind, filename, bytes, hash, contents, url, thumb, filmstrip, peaks, missing } = info
  return { key: media, kind, name: filename, storeId: media, hash, bytes, contents, url, thumb, filmstrip, peaks, missing, madeBy: undefined, medium: undefined, addedAt: undefined }
}

/** A medium of which nothing is known but what the composition says. */
function nothingOf(medium: Media, isGone: boolean): Resource {
  const storeId = storeIdOf(medium)
  return {
    key: medium.id, kind: medium.kind, name: medium.name, storeId, hash: undefined, bytes: null, contents: null, url: null, thumb: null, filmstrip: null, peaks: null,
    missing: isGone || storeId === undefined, madeBy: undefined, medium, addedAt: undefined,
  }
}

function madeByOf({ source }: Media): MadeBy | undefined {
  return source.type === 'loop' ? { loop_id: source.loop, cycle_index: source.cycle, retry_index: source.retry, output_index: source.output, decision: undefined } : undefined
}

const onceEach = (resources: readonly Resource[]): readonly Resource[] => [...new Map(resources.map((one) => [one.key, one])).values()]

type Order = (a: Resource, b: Resource) => number
const byKey: Order = (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
/** Numbers in names count as numbers: 2 comes before 10. The same in every language, so that two windows show the same order. */
const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const byName: Order = (a, b) => names.compare(a.name, b.name)
const inPlaceOrder = (a: MadeBy | undefined, b: MadeBy | undefined): number =>
  (a?.cycle_index ?? 0) - (b?.cycle_index ?? 0) || (a?.retry_index ?? 0) - (b?.retry_index ?? 0) || (a?.output_index ?? 0) - (b?.output_index ?? 0)

/** Whether everything that the composition has stands among results, resources or additions as well, and nothing of it is missing. */
export function standsElsewhere(groups: readonly Group[]): boolean {
  const others = groups.filter(({ id }) => id !== 'composition').flatMap(({ resources }) => resources)
  const known = new Set(others.flatMap(({ storeId, hash, madeBy }) => [storeId, hash, madeBy === undefined ? undefined : placeKey(madeBy)].filter((one) => one !== undefined)))
  const own = groups.find(({ id }) => id === 'composition')?.resources ?? []
  return own.every(({ storeId, hash, madeBy, missing }) => !missing && [storeId, hash, madeBy && placeKey(madeBy)].some((one) => one !== undefined && known.has(one)))
}

export const SORTS = ['listed', 'name', 'newest', 'length', 'size'] as const
export type Sort = (typeof SORTS)[number]

/** What a person wants to see of the library. */
export interface Wish {
  /** Words that all have to be found, whatever their accents. */
  readonly search: string
  readonly kind: 'all' | ResourceKind
  readonly sort: Sort
  /** More words by which a resource is found, such as its cycle as it is written. */
  readonly words: (resource: Resource) => string
}

/** Of the groups what a person wants to see, as they want it ordered; groups with nothing to see are left out. */
export function wished(groups: readonly Group[], { search, kind, sort, words }: Wish): readonly Group[] {
  const wanted = plain(search).split(/\s+/).filter((word) => word !== '')
  const isWanted = (resource: Resource): boolean => {
    if (kind !== 'all' && resource.kind !== kind) return false
    if (wanted.length === 0) return true
    const said = plain(`${resource.name} ${words(resource)}`)
    return wanted.every((word) => said.includes(word))
  }
  const order = ORDERS[sort]
  return groups.flatMap(({ id, resources }) => {
    const seen = resources.filter(isWanted)
    return seen.length === 0 ? [] : [{ id, resources: order === undefined ? seen : seen.toSorted(order) }]
  })
}

/** Sorting is stable: what is alike stays as it is listed. What is not known comes last. */
const ORDERS: Readonly<Record<Sort, Order | undefined>> = {
  listed: undefined,
  name: byName,
  newest: (a, b) => (b.addedAt ?? 0) - (a.addedAt ?? 0) || inPlaceOrder(b.madeBy, a.madeBy),
  length: (a, b) => (lengthIn(b) ?? -1) - (lengthIn(a) ?? -1),
  size: (a, b) => (b.bytes ?? -1) - (a.bytes ?? -1),
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
