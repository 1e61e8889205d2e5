import { addRow, at, toByte } from './numbers.ts'
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
  return { ...frame, data: Uint8Array.from(await blurLevels(frame, gaussianWeights(radius, sigma), pace), toByte) }
}

/** ComfyUI's unsharp mask: `image * (1 + 10 * alpha) - 10 * alpha * blur`. */
export async function sharpenFrame(frame: ImageFrame, radius: number, sigma: number, alpha: number, pace: Pace): Promise<ImageFrame> {
  const blurred = await blurLevels(frame, gaussianWeights(radius, sigma), pace)
  const gain = 10 * alpha
  return { ...frame, data: frame.data.map((level, i) => toByte(level * (1 + gain) - gain * at(blurred, i))) }
}

async function blurLevels(frame: ImageFrame, weights: Float64Array, pace: Pace): Promise<Float32Array> {
  const { width, height, channels, data } = frame
  const radius = (weights.length - 1) / 2
  const stride = width * channels
  const across = new Float32Array(data.length)
  const padded = new Float32Array((width + 2 * radius) * channels)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width + 2 * radius; x++) {
      const from = y * stride + mirror(x - radius, width) * channels
      for (let c = 0; c < channels; c++) padded[x * channels + c] = data[from + c] as number
    }
    const row = across.subarray(y * stride, (y + 1) * stride)
    for (const [k, weight] of weights.entries()) addRow(row, padded.subarray(k * channels, k * channels + stride), weight)
    await pace()
  }
  const down = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = down.subarray(y * stride, (y + 1) * stride)
    for (const [k, weight] of weights.entries()) {
      const from = mirror(y + k - radius, height) * stride
      addRow(row, across.subarray(from, from + stride), weight)
    }
    await pace()
  }
  return down
}

/** An index reflected at the edges without repeating them (`reflect` padding); PyTorch refuses a radius beyond the size, this folds on. */
function mirror(index: number, length: number): number {
  if (length === 1) return 0
  const period = 2 * (length - 1)
  const folded = ((index % period) + period) % period
  return folded < length ? folded : period - folded
}
