import { endOf, isWithinSource, type Clip } from './clip.ts'
import type { Lane } from './lane.ts'
import { suits } from './media.ts'
import { mediaOf, type Project } from './project.ts'
import { LATEST_POSITION } from './time.ts'

/**
 * What is wrong with a composition, in sentences; nothing after any edit. The edits establish this and the views rely on it:
 * ids occur once, clips of a lane are of its kind and in order and do not overlap, every clip has its medium and reads within it.
 */
export function violations(project: Project): readonly string[] {
  return [
    ...repeated('clip', project.lanes.flatMap((lane) => lane.clips.map(({ id }) => id))),
    ...unordered('media', project.media, (a, b) => a.id < b.id),
    ...frameViolations(project),
    ...project.lanes.flatMap((lane) => laneViolations(project, lane)),
  ]
}

/** What is wrong with a composition apart from its clips and media. */
export function frameViolations(project: Project): readonly string[] {
  const untidy = project.lanes.filter((lane) => project.settings.tidyLanes && lane.passing && lane.clips.length === 0)
  return [
    ...repeated('lane', project.lanes.map(({ id }) => id)),
    ...repeated('marker', project.markers.map(({ id }) => id)),
    ...unordered('guides', project.guides, (a, b) => a.id < b.id),
    ...unordered('markers', project.markers, (a, b) => a.at < b.at || (a.at === b.at && a.id < b.id)),
    ...untidy.map(({ id }) => `lane ${id} was made by a drop and is empty`),
  ]
}

/** What is wrong with the clips of a lane; that their ids occur once is for the whole composition to know. */
export function laneViolations(project: Project, lane: Lane): readonly string[] {
  const wrong: string[] = []
  let end = 0
  for (const clip of lane.clips) {
    if (clip.start < end) wrong.push(`clip ${clip.id} begins before the one in front of it ends`)
    if (clip.kind !== lane.kind) wrong.push(`clip ${clip.id} is of another kind than lane ${lane.id}`)
    wrong.push(...clipViolations(project, clip))
    end = endOf(clip)
  }
  if (end > LATEST_POSITION) wrong.push(`lane ${lane.id} goes on for longer than a composition may`)
  return wrong
}

/** What is wrong with a clip by itself. */
export function clipViolations(project: Project, clip: Clip): readonly string[] {
  const wrong: string[] = []
  if (clip.start < 0 || clip.in < 0) wrong.push(`clip ${clip.id} begins before zero`)
  if (clip.duration <= 0) wrong.push(`clip ${clip.id} has no length`)
  if (clip.fadeIn.duration + clip.fadeOut.duration > clip.duration) wrong.push(`the fades of clip ${clip.id} are longer than itself`)
  const media = mediaOf(project, clip.media)
  if (media === undefined) wrong.push(`clip ${clip.id} shows a medium that is not there`)
  else if (!suits(media, clip.kind)) wrong.push(`clip ${clip.id} takes from its medium what that has not`)
  else if (!isWithinSource(clip, media)) wrong.push(`clip ${clip.id} reads beyond its source`)
  return wrong
}

function repeated(what: string, ids: readonly string[]): readonly string[] {
  if (new Set(ids).size === ids.length) return []
  return [...Map.groupBy(ids, (id) => id)].filter(([, same]) => same.length > 1).map(([id]) => `${what} ${id} is there twice`)
}

function unordered<T>(what: string, items: readonly T[], before: (a: T, b: T) => boolean): readonly string[] {
  const fault = items.findIndex((item, index) => { const next = items[index + 1]; return next !== undefined && !before(item, next) })
  return fault < 0 ? [] : [`${what} are not in order from the ${fault + 1}. on`]
}
