import { at, clamp, toByte } from './numbers.ts'
import type { Pace } from './pace.ts'
import type { ImageFrame } from './types.ts'

export const DITHERS = ['none', 'floyd-steinberg', 'bayer-2', 'bayer-4', 'bayer-8', 'bayer-16'] as const
export type Dither = (typeof DITHERS)[number]

/**
 * The frame in at most `colors` (1..256) colours of its own, chosen by median cut as Pillow does.
 * The palette can differ from Pillow's in ties; the dithers are the same (error diffusion; ordered by a Bayer matrix spread over the palette).
 */
export async function quantizeFrame(frame: ImageFrame, colors: number, dither: Dither, pace: Pace): Promise<ImageFrame> {
  const palette = medianCut(frame, colors)
  await pace()
  const data = await (dither === 'floyd-steinberg' ? diffuse(frame, palette, pace) : ordered(frame, palette, dither, pace))
  return { ...frame, data }
}

interface ColourBox {
  /** Distinct colours, packed as 0xRRGGBB, with how many pixels have each. */
  readonly entries: readonly (readonly [colour: number, count: number])[]
  readonly pixels: number
  readonly axis: 0 | 1 | 2
  readonly extent: number
}

const component = (colour: number, axis: number): number => (colour >> (16 - 8 * axis)) & 255

function medianCut(frame: ImageFrame, colors: number): Uint8Array {
  const counts = new Map<number, number>()
  for (let i = 0; i < frame.data.length; i += frame.channels) {
    const colour = (at(frame.data, i) << 16) | (at(frame.data, i + 1) << 8) | at(frame.data, i + 2)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const boxes = [boxOf([...counts])]
  while (boxes.length < colors) {
    const largest = boxes.reduce((best, box, i) => (volume(box) > volume(boxes[best] as ColourBox) ? i : best), 0)
    const box = boxes[largest] as ColourBox
    if (box.extent === 0) break
    boxes.splice(largest, 1, ...splitBox(box))
  }
  return Uint8Array.from(boxes.flatMap(meanColour))
}

/** Pixels times extent: what is split next is large in both. */
const volume = (box: ColourBox): number => box.pixels * box.extent

function boxOf(entries: ColourBox['entries']): ColourBox {
  const extents = [0, 1, 2].map((axis) => {
    let low = 255
    let high = 0
    for (const [colour] of entries) {
      low = Math.min(low, component(colour, axis))
      high = Math.max(high, component(colour, axis))
    }
    return high - low
  })
  const extent = Math.max(...extents)
  return { entries, pixels: entries.reduce((sum, [, count]) => sum + count, 0), axis: extents.indexOf(extent) as 0 | 1 | 2, extent }
}

/** Halves of about as many pixels along the longest axis; both hold at least one colour. */
function splitBox(box: ColourBox): [ColourBox, ColourBox] {
  const sorted = [...box.entries].sort(([a], [b]) => component(a, box.axis) - component(b, box.axis) || a - b)
  let seen = 0
  let cut = 1
  for (const [i, [, count]] of sorted.entries()) {
    seen += count
    cut = i + 1
    if (seen * 2 >= box.pixels) break
  }
  cut = clamp(cut, 1, sorted.length - 1)
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))]
}

function meanColour(box: ColourBox): number[] {
  return [0, 1, 2].map((axis) => toByte(box.entries.reduce((sum, [colour, count]) => sum + component(colour, axis) * count, 0) / box.pixels))
}

/** The nearest palette entry of a colour; every entry has three bytes. Looks each colour up once. */
function paletteSearch(palette: Uint8Array): (r: number, g: number, b: number) => number {
  const known = new Map<number, number>()
  return (r, g, b) => {
    const key = (r << 16) | (g << 8) | b
    const found = known.get(key)
    if (found !== undefined) return found
    let best = 0
    let bestDistance = Infinity
    for (let i = 0; i < palette.length; i += 3) {
      const distance = (at(palette, i) - r) ** 2 + (at(palette, i + 1) - g) ** 2 + (at(palette, i + 2) - b) ** 2
      if (distance < bestDistance) [best, bestDistance] = [i, distance]
    }
    known.set(key, best)
    return best
  }
}

async function ordered(frame: ImageFrame, palette: Uint8Array, dither: Dither, pace: Pace): Promise<Uint8Array> {
  const search = paletteSearch(palette)
  const order = dither === 'none' ? 0 : Number(dither.slice('bayer-'.length))
  const offsets = order === 0 ? undefined : bayerOffsets(order, palette.length / 3)
  const data = Uint8Array.from(frame.data)
  for (let i = 0, pixel = 0; i < data.length; i += frame.channels, pixel++) {
    const x = pixel % frame.width
    const y = (pixel - x) / frame.width
    if (x === 0) await pace()
    const lift = offsets === undefined ? 0 : at(offsets, (y % order) * order + (x % order))
    const entry = search(toByte(at(data, i) + lift), toByte(at(data, i + 1) + lift), toByte(at(data, i + 2) + lift))
    for (let c = 0; c < 3; c++) data[i + c] = at(palette, entry + c)
  }
  return data
}

/** The Bayer matrix of a side of `order`, centred on zero and spread over twice the distance between palette colours. */
function bayerOffsets(order: number, colors: number): Float64Array {
  const spread = (2 * 256) / colors
  return Float64Array.from({ length: order * order }, (_, i) => {
    const x = i % order
    const y = Math.floor(i / order)
    return spread * ((bayerRank(x, y, order) + 0.5) / (order * order) - 0.5) + 0.5
  })
}

/** The rank of a cell in the recursive matrix [[0, 2], [3, 1]]. */
function bayerRank(x: number, y: number, order: number): number {
  let rank = 0
  for (let bit = 1; bit < order; bit *= 2) {
    const right = Math.floor(x / bit) % 2
    const down = Math.floor(y / bit) % 2
    rank = rank * 4 + (right === down ? right : 2 + down)
  }
  return rank
}

async function diffuse(frame: ImageFrame, palette: Uint8Array, pace: Pace): Promise<Uint8Array> {
  const search = paletteSearch(palette)
  const { width, height, channels } = frame
  const data = Uint8Array.from(frame.data)
  const errors = new Float32Array((width + 2) * (height + 1) * 3)
  const spread = (index: number, error: number, share: number): void => {
    errors[index] = at(errors, index) + (error * share) / 16
  }
  for (let y = 0; y < height; y++) {
    await pace()
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * channels
      const e = (y * (width + 2) + x + 1) * 3
      const wanted = [0, 1, 2].map((c) => toByte(at(data, i + c) + at(errors, e + c)))
      const entry = search(at(wanted, 0), at(wanted, 1), at(wanted, 2))
      for (let c = 0; c < 3; c++) {
        const error = at(wanted, c) - at(palette, entry + c)
        const below = e + (width + 2) * 3 + c
        spread(e + 3 + c, error, 7)
        spread(below - 3, error, 3)
        spread(below, error, 5)
        spread(below + 3, error, 1)
        data[i + c] = at(palette, entry + c)
      }
    }
  }
  return data
}
