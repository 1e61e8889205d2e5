import { open } from 'node:fs/promises'
import { parseJson } from '@lemouf/core/json'
import type { MediaKind } from '@lemouf/core/loop'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'

/** What a file is by its bytes. */
export interface Content {
  readonly kind: MediaKind
  readonly mime: string
  /** Without a dot. */
  readonly ext: string
  /** Pixels as shown, orientation applied; images only. */
  readonly width: number | null
  readonly height: number | null
  /** Why a file that begins like an image is none. */
  readonly problem?: string
}

/** Images that browsers or thumbnails can show. SVG is not one: it is a program. */
const IMAGES = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'])

const UNKNOWN: Content = { kind: 'file', mime: 'application/octet-stream', ext: 'bin', width: null, height: null }

/** Looks at a file's bytes; neither its name nor what a sender declared has a say. */
export async function inspectFile(path: string): Promise<Content> {
  const type = await fileTypeFromFile(path)
  if (type === undefined) return inspectText(path)
  if (IMAGES.has(type.mime)) return inspectImage(path, type)
  const kind = kindOf(type.mime)
  return kind === undefined ? UNKNOWN : { ...UNKNOWN, ...type, kind }
}

function kindOf(mime: string): MediaKind | undefined {
  if (mime.startsWith('audio/')) return 'audio'
  if (mime.startsWith('video/')) return 'video'
  return mime === 'model/gltf-binary' ? 'model' : undefined
}

async function inspectImage(path: string, type: { mime: string; ext: string }): Promise<Content> {
  try {
    const { autoOrient } = await sharp(path).metadata()
    return { kind: 'image', mime: type.mime, ext: type.ext, width: autoOrient.width, height: autoOrient.height }
  } catch (cause) {
    return { ...UNKNOWN, problem: cause instanceof Error ? cause.message : String(cause) }
  }
}

/** Text is told by its first 64 KB; JSON is read whole, within the limits of {@link parseJson}. */
async function inspectText(path: string): Promise<Content> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), { position: 0 })
    if (size === 0 || !isText(buffer.subarray(0, bytesRead), bytesRead === size)) return UNKNOWN
    if (!/^\s*[[{]/.test(buffer.toString('utf8', 0, bytesRead)) || size > 10 * 2 ** 20) return { ...UNKNOWN, mime: 'text/plain', ext: 'txt' }
    const whole = await file.readFile({ encoding: 'utf8' })
    return parseJson(whole).ok ? { ...UNKNOWN, mime: 'application/json', ext: 'json' } : { ...UNKNOWN, mime: 'text/plain', ext: 'txt' }
  } finally {
    await file.close()
  }
}

/** UTF-8 without control characters; `whole`: the bytes do not stop within a character. */
function isText(bytes: Uint8Array, whole: boolean): boolean {
  try {
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\0-\x08\x0b\x0e-\x1f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole }))
  } catch (cause) {
    if (cause instanceof TypeError) return false
    throw cause
  }
}
