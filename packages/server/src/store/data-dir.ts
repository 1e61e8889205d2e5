import { join } from 'node:path'

/** Where things lie in a data folder. `media` and `database` are the data; `cache` can be deleted at any time. */
export interface DataDir {
  readonly root: string
  readonly database: string
  readonly lock: string
  /** Who holds the lock, for people and for programs that look for a running server. */
  readonly holder: string
  readonly media: string
  /** Uploads under way. On the same file system as the media, so that a rename completes them. */
  readonly uploads: string
  /** Uploads that may be gone on with after a break, also after a restart. On that file system too. */
  readonly resumable: string
  readonly thumbs: string
  readonly filmstrips: string
  readonly peaks: string
  readonly proxies: string
}

export function dataDir(root: string): DataDir {
  return {
    root,
    database: join(root, 'lemouf.db'),
    lock: join(root, 'lock.db'),
    holder: join(root, 'holder.json'),
    media: join(root, 'media'),
    uploads: join(root, 'media', 'uploads'),
    resumable: join(root, 'media', 'resumable'),
    thumbs: join(root, 'cache', 'thumbs'),
    filmstrips: join(root, 'cache', 'filmstrips'),
    peaks: join(root, 'cache', 'peaks'),
    proxies: join(root, 'cache', 'proxies'),
  }
}

/** What is made of a medium's bytes and can be made again: by the hash of the bytes, a folder of sheets, and files. */
export const derivedOf = (dir: DataDir, hash: string): { readonly sheets: string; readonly peaks: string; readonly proxy: string } => ({
  sheets: join(dir.filmstrips, hash.slice(0, 2), hash),
  peaks: join(dir.peaks, hash.slice(0, 2), `${hash}.peaks`),
  proxy: join(dir.proxies, hash.slice(0, 2), `${hash}.mp4`),
})

/** The file of a medium, by the SHA-256 of its bytes in hex: `media/ab/abcd…`. */
export const mediaFile = (dir: DataDir, hash: string): string => join(dir.media, hash.slice(0, 2), hash)
