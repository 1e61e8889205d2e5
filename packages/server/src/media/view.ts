import type { Contents, MediaInfo } from '@lemouf/core/protocol'
import type { MediaRow } from '../store/schema.ts'

/** Addresses of what can be shown of a medium, as far as its kind and contents allow. */
export function addressesOf({ id, kind }: Pick<MediaRow, 'id' | 'kind'>, contents: Contents | null): Pick<MediaInfo, 'url' | 'thumb' | 'filmstrip' | 'peaks'> {
  const url = `/lemouf/media/${id}`
  const seen = contents === null ? kind === 'video' : contents.video !== null
  // Of a film that was not looked at yet nobody knows whether it sounds.
  const heard = contents === null ? kind === 'audio' : contents.audio !== null
  return {
    url,
    thumb: kind === 'image' || kind === 'video' || kind === 'audio' ? `${url}/thumb` : null,
    filmstrip: seen ? `${url}/filmstrip` : null,
    peaks: heard ? `${url}/peaks` : null,
  }
}

/** A medium as clients see it. */
export function mediaInfoOf(row: MediaRow, { isThere, contents }: { isThere: boolean; contents: Contents | null }): MediaInfo {
  const { id, kind, hash, mime, bytes, filename, createdAt } = row
  return { media: id, kind, hash, mime, bytes, filename, created_at: createdAt, missing: !isThere, ...addressesOf(row, contents), contents }
}
