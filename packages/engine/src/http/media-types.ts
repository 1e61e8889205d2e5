import { extname } from 'node:path'

/** Media that a browser may show in the page: none of them can carry a script. */
const INLINE: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mov': 'video/quicktime',
  '.mkv': 'video/x-matroska',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.ogg': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.m4a': 'audio/mp4',
  '.aac': 'audio/aac',
}

/** The headers under which a file goes out: known media inline, anything else as a download of bytes; never sniffed. */
export function fileHeaders(filename: string, type = INLINE[extname(filename).toLowerCase()]): Readonly<Record<string, string>> {
  const ascii = filename.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const names = `filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename).replaceAll(/['()*]/g, percent)}`
  return {
    'content-type': type ?? 'application/octet-stream',
    'content-disposition': type === undefined ? `attachment; ${names}` : `inline; ${names}`,
    'x-content-type-options': 'nosniff',
  }
}

const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
