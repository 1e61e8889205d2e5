import sharp from 'sharp'
import { NodeError } from '../nodes/node.ts'
import { channelOf, firstFrame, invertMask, maskToFrame, withAlpha } from './image.ts'
import { clamp } from './numbers.ts'
import { insertPngText } from './png-text.ts'
import type { ImageBatch, ImageFrame, MaskBatch, MaskFrame } from './types.ts'

/** Formats that may be opened as pictures; SVG is a program more than a picture and stays out. */
const PICTURE_FORMATS = new Set(['png', 'jpeg', 'webp', 'gif', 'tiff', 'heif', 'avif'])
/** Bytes of one loaded file's frames together: 1 GiB as RGBA. */
const MAX_PIXELS = 268_435_456

/** Frames with alpha of a file's pages; frames of another size than the first are left out, as ComfyUI does. */
export interface Picture {
  readonly frames: ImageBatch
  readonly hasAlpha: boolean
}

/** Decodes a picture file: upright by its EXIF orientation, in sRGB, 8 bit, every page of an animation. Errors: {@link NodeError} for anything else. */
export async function decodePicture(path: string, shownName: string): Promise<Picture> {
  try {
    const options = { failOn: 'error', limitInputPixels: MAX_PIXELS } as const
    const metadata = await sharp(path, options).metadata()
    if (!PICTURE_FORMATS.has(metadata.format)) throw new NodeError(`${shownName} is not a picture this engine reads (PNG, JPEG, WebP, GIF, TIFF, AVIF). Convert it first.`)
    const pages = metadata.pages ?? 1
    const image = sharp(path, { ...options, animated: pages > 1 && metadata.format !== 'heif' })
    const upright = pages > 1 ? image : image.autoOrient()
    const { data, info } = await upright.toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    return { frames: cutPages(data, info.width, info.pageHeight ?? info.height), hasAlpha: metadata.hasAlpha }
  } catch (cause) {
    if (cause instanceof NodeError) throw cause
    throw new NodeError(`${shownName} cannot be read as a picture; it may be damaged or too large. Upload it again.`, { cause })
  }
}

function cutPages(data: Buffer, width: number, height: number): ImageBatch {
  const bytes = width * height * 4
  return Array.from({ length: data.length / bytes }, (_, page) => {
    return { width, height, channels: 4, data: new Uint8Array(data.subarray(page * bytes, (page + 1) * bytes)) }
  })
}

/** A mask as ComfyUI's LoadImage makes it: what is transparent is masked; a picture without alpha gives an empty 64×64 mask. */
export function maskOfPicture(picture: Picture): MaskBatch {
  if (!picture.hasAlpha) return [{ width: 64, height: 64, data: new Uint8Array(64 * 64) }]
  return picture.frames.map((frame) => invertMask(channelOf(frame, 3)))
}

const toSharp = ({ data, width, height, channels }: ImageFrame) => sharp(data, { raw: { width, height, channels } })

/** PNG bytes, the same for the same pixels, with text chunks (see {@link insertPngText}). `level` 0..9 is zlib's effort. */
export async function encodePng(frame: ImageFrame, text: Readonly<Record<string, string>> = {}, level = 4): Promise<Uint8Array> {
  return insertPngText(await toSharp(frame).png({ compressionLevel: level, adaptiveFiltering: false }).toBuffer(), text)
}

/** A mask as a grey PNG, white where it is set. */
export const encodeMaskPng = (mask: MaskFrame, text: Readonly<Record<string, string>> = {}): Promise<Uint8Array> => encodePng(maskToFrame(mask), text)

/** A JPEG of at most `side` pixels each way, for live previews. */
export async function encodePreview(frame: ImageFrame, side = 256): Promise<Uint8Array> {
  return toSharp(frame).resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten().jpeg({ quality: 80 }).toBuffer()
}

export interface WebpOptions {
  readonly fps: number
  readonly lossless: boolean
  /** 0..100. */
  readonly quality: number
  /** 0 (fast) .. 6 (small). */
  readonly effort: number
  /** EXIF texts, where ComfyUI looks for prompt (Model) and workflow (Make). */
  readonly exif: Readonly<Record<string, string>>
}

/** An animated WebP of the batch, played endlessly; each frame shows for whole milliseconds, as ComfyUI cuts them. */
export async function encodeAnimatedWebp(batch: ImageBatch, options: WebpOptions): Promise<Uint8Array> {
  const frames = batch.map(withAlpha)
  const { width, height } = firstFrame(frames)
  const raw = { width, height: height * frames.length, channels: 4, pageHeight: height } as const
  const { fps, lossless, quality, effort, exif } = options
  return sharp(Buffer.concat(frames.map((frame) => frame.data)), { raw })
    .withExif({ IFD0: exif })
    .webp({ loop: 0, delay: frames.map(() => clamp(Math.floor(1000 / fps), 1, 65_535)), lossless, quality: Math.max(1, quality), effort })
    .toBuffer()
}
