import { at, toByte } from './numbers.ts'
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
export function blurFrame(frame: ImageFrame, radius: number, sigma: number): ImageFrame {
  return { ...frame, data: Uint8Array.from(blurLevels(frame, radius, sigma), toByte) }
}

/** ComfyUI's unsharp mask: `image * (1 + 10 * alpha) - 10 * alpha * blur`. */
export function sharpenFrame(frame: ImageFrame, radius: number, sigma: number, alpha: number): ImageFrame {
  const blurred = blurLevels(frame, radius, sigma)
  const gain = 10 * alpha
  return { ...frame, data: frame.data.map((level, i) => toByte(level * (1 + gain) - gain * at(blurred, i))) }
}

function blurLevels(frame: ImageFrame, radius: number, sigma: number): Float32Array {
  const weights = gaussianWeights(radius, sigma)
  const { width, height, channels } = frame
  const across = convolve(frame.data, { lines: height, length: width, lineStride: width * channels, stride: channels, channels }, weights)
  return convolve(across, { lines: width, length: height, lineStride: channels, stride: width * channels, channels }, weights)
}

/** How the lines of one direction lie in memory, in elements. */
interface Lines {
  readonly lines: number
  readonly length: number
  readonly lineStride: number
  readonly stride: number
  readonly channels: number
}

function convolve(source: Uint8Array | Float32Array, layout: Lines, weights: Float64Array): Float32Array {
  const out = new Float32Array(source.length)
  const radius = (weights.length - 1) / 2
  const { lines, length, lineStride, stride, channels } = layout
  const taps = Int32Array.from({ length: length + 2 * radius }, (_, i) => mirror(i - radius, length) * stride)
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      for (let c = 0; c < channels; c++) {
        let sum = 0
        for (let k = 0; k < weights.length; k++) sum += at(weights, k) * at(source, line * lineStride + at(taps, i + k) + c)
        out[line * lineStride + i * stride + c] = sum
      }
    }
  }
  return out
}

/** An index reflected at the edges without repeating them (`reflect` padding); PyTorch refuses a radius beyond the size, this folds on. */
function mirror(index: number, length: number): number {
  if (length === 1) return 0
  const period = 2 * (length - 1)
  const folded = ((index % period) + period) % period
  return folded < length ? folded : period - folded
}
