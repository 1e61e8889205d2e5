import type { Project } from '@lemouf/core/timeline'
import { storeIdOf } from '../../media-place.ts'
import { placeKey, type Resource } from './resource.ts'

/** How many times what is in the library is on the timeline. */
export interface Uses {
  readonly of: (resource: Pick<Resource, 'medium' | 'storeId' | 'madeBy'>) => number
}

/** Counts a composition's clips. Picture and sound that are linked count once. */
export function usesIn(project: Pick<Project, 'lanes' | 'media'>): Uses {
  const byMedium = countsOf(project)
  const [byStore, byPlace] = [new Map<string, number>(), new Map<string, number>()]
  const add = (counts: Map<string, number>, key: string, more: number): void => void counts.set(key, (counts.get(key) ?? 0) + more)
  for (const medium of project.media) {
    const count = byMedium.get(medium.id) ?? 0
    const storeId = storeIdOf(medium)
    if (storeId !== undefined) add(byStore, storeId, count)
    const { source } = medium
    if (source.type === 'loop') add(byPlace, `${source.loop}/${source.cycle}/${source.retry}/${source.output}`, count)
  }
  return {
    of: ({ medium, storeId, madeBy }) => {
      if (medium !== undefined) return byMedium.get(medium.id) ?? 0
      const here = storeId === undefined ? undefined : byStore.get(storeId)
      return here ?? (madeBy === undefined ? 0 : (byPlace.get(placeKey(madeBy)) ?? 0))
    },
  }
}

function countsOf({ lanes }: Pick<Project, 'lanes'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const counted = new Set<string>()
  for (const { clips } of lanes) {
    for (const { media, link } of clips) {
      const both = link === null ? undefined : `${link} ${media}`
      if (both !== undefined && counted.has(both)) continue
      if (both !== undefined) counted.add(both)
      counts.set(media, (counts.get(media) ?? 0) + 1)
    }
  }
  return counts
}

/** Ids of the composition's media that are a resource: that with its id, or those that have its bytes or were made in its place. */
export function mediaIdsOf({ media }: Pick<Project, 'media'>, { medium, storeId, madeBy }: Pick<Resource, 'medium' | 'storeId' | 'madeBy'>): readonly string[] {
  if (medium !== undefined) return [medium.id]
  const here = media.filter((one) => storeId !== undefined && storeIdOf(one) === storeId)
  const made = madeBy === undefined ? [] : media.filter(({ source }) => source.type === 'loop' && `${source.loop}/${source.cycle}/${source.retry}/${source.output}` === placeKey(madeBy))
  return [...new Set([...here, ...made].map(({ id }) => id))]
}

/** The clips that show or sound some media, the earliest first. */
export function clipsOf({ lanes }: Pick<Project, 'lanes'>, media: ReadonlySet<string>): readonly { readonly id: string; readonly lane: string; readonly start: number }[] {
  return lanes.flatMap(({ id: lane, clips }) => clips.filter((clip) => media.has(clip.media)).map(({ id, start }) => ({ id, lane, start }))).sort((a, b) => a.start - b.start)
}

/** The composition's media that no clip shows. */
export function unusedIn(project: Pick<Project, 'lanes' | 'media'>): readonly string[] {
  const counts = countsOf(project)
  return project.media.flatMap(({ id }) => (counts.has(id) ? [] : [id]))
}
