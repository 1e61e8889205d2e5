import { addRow, at, toBytes } from './numbers.ts'
import type { Pace } from './pace.ts'
import type { ImageFrame } from './types.ts'

/**
 * ComfyUI's blur kernel in one direction: `2 * radius + 1` weights of a Gaussian whose `sigma` is measured in radii.
 * The two-dimensional kernel ComfyUI convolves with is the product of this one with itself.
 */
export function gaussianWeights(radius: number, sigma: number): Float64Array {
  const weights = Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-(((i - radius) / radius) ** 2) / (2 * sigma * sigma)))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** The frame convolved with {@link gaussianWeights}, edges mirrored. Levels stay real between the two passes. */
export async function blurFrame(frame: ImageFrame, radius: number, sigma: number, pace: Pace): Promise<ImageFrame> {
  return { ...frame, data: toBytes(await blurLevels(frame, gaussianWeights(radius, sigma), pace)) }
}

/** ComfyUI's unsharp mask: `image * (1 + 10 * alpha) - 10 * alpha * blur`. */
export async function sharpenFrame(frame: ImageFrame, radius: number, sigma: number, alpha: number, pace: Pace): Promise<ImageFrame> {
  const levels = await blurLevels(frame, gaussianWeights(radius, sigma), pace)
  const gain = 10 * alpha
  for (let i = 0; i < levels.length; i++) levels[i] = at(frame.data, i) * (1 + gain) - gain * at(levels, i)
  return { ...frame, data: toBytes(levels) }
}

async function blurLevels(frame: ImageFrame, weights: Float64Array, pace: Pace): Promise<Float32Array> {
  const { width, height, channels, data } = frame
  const radius = (weights.length - 1) / 2
  const stride = width * channels
  const across = new Float32Array(data.length)
  const line = new Float32Array((width + 2 * radius) * channels)
  for (let y = 0; y < height; y++) {
    mirrorInto(line, data.subarray(y * stride, (y + 1) * stride), channels, radius)
    const row = across.subarray(y * stride, (y + 1) * stride)
    weighRows(row, line, weights, (k) => k * channels)
    await pace()
  }
  const down = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    weighRows(down.subarray(y * stride, (y + 1) * stride), across, weights, (k) => mirror(y + k - radius, height) * stride)
    await pace()
  }
  return down
}

/** A row of pixels with `radius` mirrored ones on both sides. */
function mirrorInto(line: Float32Array, row: Uint8Array, channels: number, radius: number): void {
  const width = row.length / channels
  for (let x = 0; x < width + 2 * radius; x++) {
    const from = mirror(x - radius, width) * channels
    for (let c = 0; c < channels; c++) line[x * channels + c] = row[from + c] as number
  }
}

/** The sum of rows of `source`, each from where `start` says and as strong as its weight. */
function weighRows(sum: Float32Array, source: Float32Array, weights: Float64Array, start: (k: number) => number): void {
  for (let k = 0; k < weights.length; k++) {
    const from = start(k)
    addRow(sum, source.subarray(from, from + sum.length), weights[k] as number)
  }
}

/** An index reflected at the edges without repeating them (`reflect` padding); PyTorch refuses a radius beyond the size, this folds on. */
function mirror(index: number, length: number): number {
  if (length === 1) return 0
  const period = 2 * (length - 1)
  const folded = ((index % period) + period) % period
  return folded < length ? folded : period - folded
}
