import { mediaSchema, type Media, type MediaSource } from '../timeline/index.ts'
import type { MediaInfo } from './media.ts'

/**
 * A medium of the server as a composition knows it, under the name that people see. Undefined for what is neither picture, film nor
 * sound, or whose size or length is not known.
 */
export function mediumOf({ kind, contents }: Pick<MediaInfo, 'kind' | 'contents'>, name: string, source: Exclude<MediaSource, { type: 'missing' }>): Media | undefined {
  const read = mediaSchema.safeParse({ id: source.id, name, source, ...shapeOf(kind, contents) })
  return read.success ? read.data : undefined
}

function shapeOf(kind: MediaInfo['kind'], contents: MediaInfo['contents']): object {
  if (contents === null) return {}
  const { duration, video, audio, image } = contents
  if (kind === 'image') return { kind, size: image }
  if (video !== null) return { kind: 'video', size: video, duration, fps: video.fps, hasAudio: audio !== null }
  return audio === null ? {} : { kind: 'audio', duration }
}
