import sharp from 'sharp'
import { makePace } from '../pace.ts'
import type { ImageFrame } from '../types.ts'
import { toMotif, type Brief, type Motif } from './brief.ts'
import { botanical } from './botanical.ts'
import { flow } from './flow.ts'
import { geometric } from './geometric.ts'
import { landscape } from './landscape.ts'
import { mosaic } from './mosaic.ts'
import { nebula } from './nebula.ts'
import { cellValue, hashText } from './random.ts'
import { portrait } from './portrait.ts'
import type { Painting } from './painting.ts'

const PAINTERS = {
  landscape,
  aurora: (motif: Motif) => landscape({ ...motif, time: 'night', place: motif.place === 'mountain' ? 'mountain' : 'forest' }, { aurora: true }),
  nebula,
  mosaic,
  flow,
  geometric,
  botanical,
  portrait,
} as const satisfies Record<string, (motif: Motif) => Painting>

export type Style = keyof typeof PAINTERS
export const STYLES = Object.keys(PAINTERS) as readonly Style[]

/** What a painter reports while it works. */
export interface Watcher {
  readonly signal: AbortSignal
  /** Done of the whole, 0..1. */
  progress(share: number): void
  /** The picture so far, coarse or in part. */
  preview(frame: ImageFrame): Promise<void> | void
}

/**
 * Paints a brief in a style. The same brief and style give the same bytes: pixels are computed from integers and exact
 * floating-point operations; shapes are drawn by the librsvg of one sharp release.
 * Lets other work run between rows, and throws the signal's reason when aborted.
 */
export async function paintPicture(brief: Brief, style: Style, watcher: Watcher): Promise<ImageFrame> {
  const motif = toMotif(brief, style)
  const painting = PAINTERS[style](motif)
  const finish = makeFinish(motif.key, painting.kind === 'pixels' ? 0.34 : 0.1)
  return painting.kind === 'pixels' ? paintPixels(painting, brief, watcher, finish) : paintShapes(painting, brief, watcher, finish)
}

/** Grain and a slight vignette in place, and the level that a byte rounds to. */
type Finish = (colour: Float64Array, x: number, y: number, size: { width: number; height: number }, data: Uint8Array, offset: number) => void

function makeFinish(seed: string, darkening: number): Finish {
  const salt = hashText(seed)
  return (colour, x, y, { width, height }, data, offset) => {
    const dx = (x + 0.5) / width - 0.5
    const dy = (y + 0.5) / height - 0.5
    const vignette = 1 - darkening * (dx * dx + dy * dy) * (dx * dx + dy * dy) * 4
    const grain = (cellValue(x, y, salt) + cellValue(x, y, salt + 1) - 1) * 0.016
    for (let c = 0; c < 3; c++) {
      const level = ((colour[c] as number) * vignette + grain) * 255 + 0.5
      data[offset + c] = level < 0 ? 0 : level > 255 ? 255 : Math.floor(level)
    }
  }
}

/** Coarse to fine: small versions first, which are the previews, then the picture itself. */
async function paintPixels(painting: Extract<Painting, { kind: 'pixels' }>, brief: Brief, watcher: Watcher, finish: Finish): Promise<ImageFrame> {
  const { width, height } = brief
  const sides = [64, 128, 256].filter((side) => side * 1.5 < Math.max(width, height))
  for (const [i, side] of sides.entries()) {
    const scale = side / Math.max(width, height)
    const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
    await watcher.preview(await shadePixels(painting, small, watcher, finish, [i * 0.05, 0.05]))
  }
  return shadePixels(painting, brief, watcher, finish, [sides.length * 0.05, 1 - sides.length * 0.05])
}

async function shadePixels(
  painting: Extract<Painting, { kind: 'pixels' }>,
  size: { width: number; height: number },
  watcher: Watcher,
  finish: Finish,
  [from, span]: readonly [number, number],
): Promise<ImageFrame> {
  const { width, height } = size
  const shade = painting.prepare(width, height)
  const data = new Uint8Array(width * height * 3)
  const colour = new Float64Array(3)
  const pace = makePace(watcher.signal)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      shade(x, y, colour)
      finish(colour, x, y, size, data, (y * width + x) * 3)
    }
    const pause = pace()
    if (pause === undefined) continue
    await pause
    watcher.progress(from + (span * (y + 1)) / height)
  }
  return { width, height, channels: 3, data }
}

async function paintShapes(painting: Extract<Painting, { kind: 'shapes' }>, brief: Brief, watcher: Watcher, finish: Finish): Promise<ImageFrame> {
  const { width, height } = brief
  const scale = Math.min(1, 256 / Math.max(width, height))
  const small = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  for (let i = 1; i < painting.layers.length; i++) {
    await watcher.preview(await drawShapes(painting, i, small, finish))
    watcher.signal.throwIfAborted()
    watcher.progress((0.6 * i) / painting.layers.length)
  }
  const frame = await drawShapes(painting, painting.layers.length, brief, finish)
  watcher.signal.throwIfAborted()
  return frame
}

/** The first layers of a drawing as an SVG document, and that as pixels. */
async function drawShapes(painting: Extract<Painting, { kind: 'shapes' }>, count: number, size: { width: number; height: number }, finish: Finish): Promise<ImageFrame> {
  const { width, height } = size
  const box = Math.round((1000 * width) / height)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${box} 1000" preserveAspectRatio="none"><defs>${painting.defs}</defs>${painting.layers.slice(0, count).join('')}</svg>`
  const { data: levels } = await sharp(Buffer.from(svg), { limitInputPixels: 268_435_456 }).flatten().removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const data = new Uint8Array(width * height * 3)
  const colour = new Float64Array(3)
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) colour[c] = (levels[i * 3 + c] as number) / 255
    finish(colour, i % width, Math.floor(i / width), size, data, i * 3)
  }
  return { width, height, channels: 3, data }
}
