import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Layer, Scene, Size } from '@lemouf/core/timeline'
import { toSeconds } from '@lemouf/core/timeline'
import sharp, { type OverlayOptions, type Sharp } from 'sharp'

const run = promisify(execFile)

/** Where the bytes of media are, by the name they were uploaded with. */
export type Files = Readonly<Record<string, string>>

/**
 * What a scene looks like, worked out without a browser: sharp decodes, resizes and composes, and each pixel is looked for in its
 * picture by turning it back. Transform, opacity and fades only: effects are left out.
 */
export async function referenceFrame({ layers }: Scene, frame: Size, files: Files): Promise<Sharp> {
  const overlays: OverlayOptions[] = []
  for (const layer of layers) overlays.push({ input: await placed(layer, frame, files), raw: { ...frame, channels: 4 } })
  const black = sharp({ create: { ...frame, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 1 } } })
  return sharp(await black.composite(overlays).removeAlpha().png().toBuffer())
}

/** One picture alone on a transparent frame. */
async function placed(layer: Layer, frame: Size, files: Files): Promise<Buffer> {
  const { placement, opacity } = layer
  const source = await pictureOf(layer, files)
  const { width, height } = await source.metadata()
  // Shrunk by Lanczos as far as it is smaller, and enlarged by Mitchell's cubic where its pixels are looked for.
  const size = { width: Math.max(1, Math.min(width, Math.round(placement.width))), height: Math.max(1, Math.min(height, Math.round(placement.height))) }
  const isLarger = placement.width > width + 1 || placement.height > height + 1
  const pixels = await source.resize({ ...size, fit: 'fill', kernel: 'lanczos3' }).ensureAlpha().raw().toBuffer()
  const result = Buffer.alloc(frame.width * frame.height * 4)
  const back = inverseOf(placement, size)
  for (let y = 0; y < frame.height; y += 1) {
    for (let x = 0; x < frame.width; x += 1) {
      const u = back.u(x + 0.5, y + 0.5)
      const v = back.v(x + 0.5, y + 0.5)
      const covered = coverage(back, x, y, u, v, size)
      if (covered === 0) continue
      const at = (y * frame.width + x) * 4
      if (isLarger) enlarged(pixels, size, u - 0.5, v - 0.5, result, at)
      else between(pixels, size, u - 0.5, v - 0.5, result, at)
      result[at + 3] = Math.round((result[at + 3] ?? 0) * covered * opacity)
    }
  }
  return result
}

/** Where in the pixels of a picture a point of the frame lies. */
interface Inverse {
  readonly u: (x: number, y: number) => number
  readonly v: (x: number, y: number) => number
}

function inverseOf({ x: cx, y: cy, width, height, rotation }: Layer['placement'], size: Size): Inverse {
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return {
    u: (x, y) => (((x - cx) * cos + (y - cy) * sin) / width + 0.5) * size.width,
    v: (x, y) => (((y - cy) * cos - (x - cx) * sin) / height + 0.5) * size.height,
  }
}

const FINENESS = 4

/** How much of a pixel of the frame a picture covers, by 16 points in it where that is not plain. */
function coverage(back: Inverse, x: number, y: number, u: number, v: number, { width, height }: Size): number {
  const margin = 2 * Math.max(1, Math.hypot(back.u(1, 0) - back.u(0, 0), back.v(1, 0) - back.v(0, 0)))
  if (u > margin && v > margin && u < width - margin && v < height - margin) return 1
  if (u < -margin || v < -margin || u > width + margin || v > height + margin) return 0
  let inside = 0
  for (let part = 0; part < FINENESS ** 2; part += 1) {
    const [px, py] = [x + ((part % FINENESS) + 0.5) / FINENESS, y + (Math.floor(part / FINENESS) + 0.5) / FINENESS]
    const [p, q] = [back.u(px, py), back.v(px, py)]
    if (p >= 0 && q >= 0 && p <= width && q <= height) inside += 1
  }
  return inside / FINENESS ** 2
}

/** The colour at a place between pixels, weighted of the four around it: moved by less than a pixel. */
function between(pixels: Buffer, { width, height }: Size, u: number, v: number, into: Buffer, at: number): void {
  const left = Math.floor(u)
  const top = Math.floor(v)
  const fx = u - left
  const fy = v - top
  const x0 = Math.min(width - 1, Math.max(0, left))
  const x1 = Math.min(width - 1, Math.max(0, left + 1))
  const upper = Math.min(height - 1, Math.max(0, top)) * width
  const lower = Math.min(height - 1, Math.max(0, top + 1)) * width
  for (let channel = 0; channel < 4; channel += 1) {
    const above = (pixels[(upper + x0) * 4 + channel] ?? 0) * (1 - fx) + (pixels[(upper + x1) * 4 + channel] ?? 0) * fx
    const below = (pixels[(lower + x0) * 4 + channel] ?? 0) * (1 - fx) + (pixels[(lower + x1) * 4 + channel] ?? 0) * fx
    into[at + channel] = Math.round(above * (1 - fy) + below * fy)
  }
}

/** Mitchell and Netravali's cubic, B = C = 1/3: Reconstruction filters in computer graphics, SIGGRAPH 1988. */
function mitchell(distance: number): number {
  const x = Math.abs(distance)
  if (x < 1) return (7 * x ** 3 - 12 * x ** 2 + 16 / 3) / 6
  return x < 2 ? ((-7 / 3) * x ** 3 + 12 * x ** 2 - 20 * x + 32 / 3) / 6 : 0
}

/** The colour at a place between pixels, weighted of the sixteen around it. */
function enlarged(pixels: Buffer, { width, height }: Size, u: number, v: number, into: Buffer, at: number): void {
  const left = Math.floor(u)
  const top = Math.floor(v)
  const across = [-1, 0, 1, 2].map((i) => mitchell(u - left - i))
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (let j = -1; j <= 2; j += 1) {
    const row = Math.min(height - 1, Math.max(0, top + j)) * width
    const down = mitchell(v - top - j)
    for (let i = -1; i <= 2; i += 1) {
      const from = (row + Math.min(width - 1, Math.max(0, left + i))) * 4
      const weight = down * (across[i + 1] ?? 0)
      red += weight * (pixels[from] ?? 0)
      green += weight * (pixels[from + 1] ?? 0)
      blue += weight * (pixels[from + 2] ?? 0)
      alpha += weight * (pixels[from + 3] ?? 0)
    }
  }
  const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)))
  into[at] = byte(red)
  into[at + 1] = byte(green)
  into[at + 2] = byte(blue)
  into[at + 3] = byte(alpha)
}

/** A still as it is, of a film the frame that is seen at the moment. */
async function pictureOf({ media, source }: Layer, files: Files): Promise<Sharp> {
  const path = files[media.name]
  if (path === undefined) throw new Error(`${media.name} is none of the files`)
  if (media.kind !== 'video') return sharp(path)
  if (media.fps === null) throw new Error(`${media.name} has no frames of equal length`)
  const frame = Math.floor((toSeconds(source) * media.fps.num) / media.fps.den)
  // Untagged films of 720 lines and more are BT.709 to browsers; ffmpeg would take them for BT.601.
  const filter = `select=eq(n\\,${frame}),scale=in_color_matrix=bt709:flags=bicubic+full_chroma_int+accurate_rnd`
  const { stdout } = await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-loglevel', 'error', '-i', path, '-vf', filter, '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png', '-'], { encoding: 'buffer', maxBuffer: 2 ** 26 })
  return sharp(stdout)
}
