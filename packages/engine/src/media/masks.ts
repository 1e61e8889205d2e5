import { at, toByte } from './numbers.ts'
import type { Pace } from './pace.ts'
import type { MaskFrame } from './types.ts'

export const MASK_OPERATIONS = ['multiply', 'add', 'subtract', 'and', 'or', 'xor'] as const
export type MaskOperation = (typeof MASK_OPERATIONS)[number]

const COMBINE: Record<MaskOperation, (destination: number, source: number) => number> = {
  multiply: (a, b) => toByte((a * b) / 255),
  add: (a, b) => Math.min(255, a + b),
  subtract: (a, b) => Math.max(0, a - b),
  and: (a, b) => (isSet(a) && isSet(b) ? 255 : 0),
  or: (a, b) => (isSet(a) || isSet(b) ? 255 : 0),
  xor: (a, b) => (isSet(a) === isSet(b) ? 0 : 255),
}

/** ComfyUI rounds a mask to 0 or 1 before its logic; exactly a half cannot occur in 8 bit. */
const isSet = (level: number): boolean => level >= 128

/** `source` combined into `destination` with its corner at `x`, `y`; the rest of the destination is kept. */
export function combineMasks(destination: MaskFrame, source: MaskFrame, corner: { x: number; y: number }, operation: MaskOperation): MaskFrame {
  const combine = COMBINE[operation]
  const data = Uint8Array.from(destination.data)
  const width = Math.min(source.width, destination.width - corner.x)
  const height = Math.min(source.height, destination.height - corner.y)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (corner.y + y) * destination.width + corner.x + x
      data[to] = combine(at(data, to), at(source.data, y * source.width + x))
    }
  }
  return { ...destination, data }
}

/**
 * One pixel of growth a step (of shrinking, when `steps` is negative): the brightest (darkest) of the neighbours,
 * the four of them when `tapered`, else all eight. Edges are mirrored, as scipy's grey dilation has it.
 */
export async function growMask(mask: MaskFrame, steps: number, tapered: boolean, pace: Pace): Promise<MaskFrame> {
  let data = mask.data
  for (let step = 0; step < Math.abs(steps); step++) {
    const next = growOnce({ ...mask, data }, tapered, steps < 0)
    if (Buffer.compare(next, data) === 0) break
    data = next
    await pace()
  }
  return { ...mask, data }
}

function growOnce(mask: MaskFrame, tapered: boolean, shrink: boolean): Uint8Array {
  const { width, height, data } = mask
  const out = new Uint8Array(data.length)
  const pick = shrink ? (a: number, b: number): number => (a < b ? a : b) : (a: number, b: number): number => (a > b ? a : b)
  for (let y = 0; y < height; y++) {
    const up = Math.max(0, y - 1) * width
    const here = y * width
    const down = Math.min(height - 1, y + 1) * width
    /** The pick of a column's three, or of the middle one alone. */
    const column = (x: number, whole: boolean): number => (whole ? pick(pick(at(data, up + x), at(data, down + x)), at(data, here + x)) : at(data, here + x))
    for (let x = 0; x < width; x++) {
      const sides = pick(column(Math.max(0, x - 1), !tapered), column(Math.min(width - 1, x + 1), !tapered))
      out[here + x] = pick(column(x, true), sides)
    }
  }
  return out
}

/** A mask whose border fades in over so many pixels a side. The last row and column fade as ComfyUI's do: one pixel off, and the outermost by the full width. */
export function featherMask(mask: MaskFrame, sides: { left: number; top: number; right: number; bottom: number }): MaskFrame {
  const { width, height } = mask
  const columns = fade(width, Math.min(sides.left, width), Math.min(sides.right, width))
  const rows = fade(height, Math.min(sides.top, height), Math.min(sides.bottom, height))
  return { width, height, data: mask.data.map((level, i) => toByte(level * at(columns, i % width) * at(rows, Math.floor(i / width)))) }
}

/**
 * Factors along one direction. ComfyUI counts the far side with `-x` from 0, so its first step falls on position 0
 * and the far edge itself gets the second step; a prompt must look the same here.
 */
function fade(length: number, near: number, far: number): Float64Array {
  const factors = new Float64Array(length).fill(1)
  const scale = (position: number, rate: number): void => {
    factors[position] = at(factors, position) * rate
  }
  for (let i = 0; i < near; i++) scale(i, (i + 1) / near)
  for (let i = 0; i < far; i++) scale(i === 0 ? 0 : length - i, (i + 1) / far)
  return factors
}

/** White outside the box, fading to black inside it over `feathering` pixels from the sides that were padded: ComfyUI's outpainting mask. */
export function outpaintMask(
  inner: { width: number; height: number },
  sides: { left: number; top: number; right: number; bottom: number },
  feathering: number,
): MaskFrame {
  const width = inner.width + sides.left + sides.right
  const height = inner.height + sides.top + sides.bottom
  const data = new Uint8Array(width * height).fill(255)
  const feathers = feathering > 0 && feathering * 2 < inner.height && feathering * 2 < inner.width
  for (let y = 0; y < inner.height; y++) {
    for (let x = 0; x < inner.width; x++) {
      const distance = Math.min(
        sides.top > 0 ? y : inner.height,
        sides.bottom > 0 ? inner.height - y : inner.height,
        sides.left > 0 ? x : inner.width,
        sides.right > 0 ? inner.width - x : inner.width,
      )
      const share = feathers && distance < feathering ? (feathering - distance) / feathering : 0
      data[(sides.top + y) * width + sides.left + x] = toByte(255 * share * share)
    }
  }
  return { width, height, data }
}
