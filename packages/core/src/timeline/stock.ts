import type { Media } from './media.ts'
import { inIdOrder, mediaOf, type Project } from './project.ts'

/** Media with others put among them, in the order of their ids; one with the same id is replaced. */
export function withMedia(media: readonly Media[], put: readonly Media[], remove: ReadonlySet<string> = new Set()): readonly Media[] {
  const arriving = new Map(put.map((one) => [one.id, one]))
  const staying = media.filter(({ id }) => !remove.has(id) && !arriving.has(id))
  return inIdOrder([...staying, ...arriving.values()])
}

/** The composition with the media that it has not yet. One that it has stays as it is: it may have been relinked meanwhile. */
export function stocked(project: Project, media: readonly Media[]): Project {
  const missing = media.filter(({ id }) => mediaOf(project, id) === undefined)
  return missing.length === 0 ? project : { ...project, media: withMedia(project.media, missing) }
}
