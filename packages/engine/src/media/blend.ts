import { at, toByte } from './numbers.ts'
import type { ImageFrame, MaskFrame } from './types.ts'

export const BLEND_MODES = ['normal', 'multiply', 'screen', 'overlay', 'soft_light', 'difference'] as const
export type BlendMode = (typeof BLEND_MODES)[number]

/** ComfyUI's blend formulas on levels of 0..1: `a` is the base (image1), `b` what is laid over it (image2). */
const FORMULAS: Record<BlendMode, (a: number, b: number) => number> = {
  normal: (_a, b) => b,
  multiply: (a, b) => a * b,
  screen: (a, b) => 1 - (1 - a) * (1 - b),
  overlay: (a, b) => (a <= 0.5 ? 2 * a * b : 1 - 2 * (1 - a) * (1 - b)),
  soft_light: (a, b) => (b <= 0.5 ? a - (1 - 2 * b) * a * (1 - a) : a + (2 * b - 1) * (softLightLift(a) - a)),
  difference: (a, b) => a - b,
}

const softLightLift = (a: number): number => (a <= 0.25 ? ((16 * a - 12) * a + 4) * a : Math.sqrt(a))

/**
 * Two frames of one size and channel count blended, then mixed into the base by `factor` (0..1).
 * `difference` is `a - b` held at zero, as ComfyUI computes it, not the absolute difference.
 */
export function blendFrames(base: ImageFrame, over: ImageFrame, mode: BlendMode, factor: number): ImageFrame {
  const table = blendTable(mode, factor)
  const data = new Uint8Array(base.data.length)
  for (let i = 0; i < data.length; i++) data[i] = at(table, (at(base.data, i) << 8) | at(over.data, i))
  return { ...base, data }
}

/** The result for every pair of levels: 64 KiB, and each pixel one look-up. */
function blendTable(mode: BlendMode, factor: number): Uint8Array {
  const formula = FORMULAS[mode]
  const table = new Uint8Array(65_536)
  for (let a = 0; a < 256; a++) {
    for (let b = 0; b < 256; b++) table[(a << 8) | b] = toByte(a * (1 - factor) + 255 * formula(a / 255, b / 255) * factor)
  }
  return table
}

/**
 * `source` laid over `destination` with its corner at `x`, `y`, by `mask` (of the source's size; 255 shows the source).
 * What would fall outside the destination is left out.
 */
export function compositeFrame(destination: ImageFrame, source: ImageFrame, corner: { x: number; y: number }, mask?: MaskFrame): ImageFrame {
  const { channels } = destination
  const data = Uint8Array.from(destination.data)
  const width = Math.min(source.width, destination.width - corner.x)
  const height = Math.min(source.height, destination.height - corner.y)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * source.width + x
      const share = mask === undefined ? 1 : at(mask.data, pixel) / 255
      const to = ((corner.y + y) * destination.width + corner.x + x) * channels
      for (let c = 0; c < channels; c++) data[to + c] = toByte(share * at(source.data, pixel * channels + c) + (1 - share) * at(data, to + c))
    }
  }
  return { ...destination, data }
}
