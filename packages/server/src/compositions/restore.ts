import { isDeepStrictEqual } from 'node:util'
import { difference, type Clip, type Edit, type Lane, type Project } from '@lemouf/core/timeline'

/** The edit that makes one document of another; none where they are equal. */
export function editsTo(from: Project, to: Project): readonly Edit[] {
  const patch = difference(from, sharing(from, to))
  return Object.keys(patch).length === 0 ? [] : [{ type: 'restore', patch }]
}

/** A document with the objects of another wherever they are equal: a difference is found by comparing objects. */
function sharing(from: Project, to: Project): Project {
  const clips = new Map(from.lanes.flatMap((lane) => lane.clips.map((clip) => [clip.id, clip] as const)))
  return {
    ...to,
    format: same(from.format, to.format),
    settings: same(from.settings, to.settings),
    markers: items(from.markers, to.markers),
    guides: items(from.guides, to.guides),
    media: items(from.media, to.media),
    lanes: to.lanes.map((lane) => sharedLane(from, lane, clips)),
  }
}

function sharedLane(from: Project, lane: Lane, known: ReadonlyMap<string, Clip>): Lane {
  const clips = lane.clips.map((clip) => same(known.get(clip.id) ?? clip, clip))
  const old = from.lanes.find(({ id }) => id === lane.id)?.clips
  return { ...lane, clips: old !== undefined && isSameList(old, clips) ? old : clips }
}

function items<T extends { readonly id: string }>(from: readonly T[], to: readonly T[]): readonly T[] {
  const known = new Map(from.map((item) => [item.id, item]))
  const shared = to.map((item) => same(known.get(item.id) ?? item, item))
  return isSameList(from, shared) ? from : shared
}

const same = <T>(a: T, b: T): T => (isDeepStrictEqual(a, b) ? a : b)
const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((item, index) => item === b[index])
