import { addRow, at, clamp, roundHalfEven, toByte } from './numbers.ts'
import type { Pace } from './pace.ts'
import { cropRaster, type Raster } from './raster.ts'
import type { ImageFrame, MaskFrame } from './types.ts'
import type { Size } from './image.ts'

export const UPSCALE_METHODS = ['nearest-exact', 'bilinear', 'area', 'bicubic', 'lanczos'] as const
export type UpscaleMethod = (typeof UPSCALE_METHODS)[number]
export const CROP_METHODS = ['disabled', 'center'] as const
export type CropMethod = (typeof CROP_METHODS)[number]

/**
 * Scales a frame as ComfyUI's `common_upscale`: PyTorch's `interpolate` without antialiasing for nearest-exact, bilinear,
 * bicubic (a = -0.75) and area (adaptive mean), Pillow's antialiased filter for lanczos.
 * Differs by rounding only, since levels are 8 bit between nodes (bicubic cannot overshoot here); lanczos scales alpha apart from colour.
 */
export async function resizeFrame(frame: ImageFrame, size: Size, method: UpscaleMethod, pace: Pace, crop: CropMethod = 'disabled'): Promise<ImageFrame> {
  const { width, height, data } = await resizeRaster(frame, size, method, pace, crop)
  return { width, height, channels: frame.channels, data }
}

/** {@link resizeFrame} for a mask. */
export async function resizeMask(mask: MaskFrame, size: Size, method: UpscaleMethod, pace: Pace): Promise<MaskFrame> {
  const { width, height, data } = await resizeRaster({ ...mask, channels: 1 }, size, method, pace, 'disabled')
  return { width, height, data }
}

async function resizeRaster(raster: Raster, size: Size, method: UpscaleMethod, pace: Pace, crop: CropMethod): Promise<Raster> {
  const source = crop === 'center' ? cropToAspect(raster, size) : raster
  if (source.width === size.width && source.height === size.height) return source
  const across = await scaleColumns(source, TAPS[method](source.width, size.width), pace)
  return scaleRows({ ...source, width: size.width }, across, TAPS[method](source.height, size.height), pace)
}

/** ComfyUI's centre crop: the largest part of the target's aspect, in whole pixels from both sides. */
function cropToAspect(raster: Raster, size: Size): Raster {
  const { width, height } = raster
  const aspect = width / height
  const target = size.width / size.height
  const x = aspect > target ? roundHalfEven((width - (width * target) / aspect) / 2) : 0
  const y = aspect < target ? roundHalfEven((height - (height * aspect) / target) / 2) : 0
  return cropRaster(raster, { x, y, width: width - 2 * x, height: height - 2 * y })
}

/** For every output position, the source positions that make it and their weights (which sum to 1). */
interface Taps {
  readonly count: number
  /** `count` positions an output, then the next output's. */
  readonly positions: Int32Array
  readonly weights: Float64Array
}

type TapMaker = (from: number, to: number) => Taps

const TAPS: Record<UpscaleMethod, TapMaker> = {
  'nearest-exact': (from, to) => makeTaps(to, 1, (i) => [[Math.min(from - 1, Math.floor(((i + 0.5) * from) / to)), 1]]),
  bilinear: (from, to) =>
    makeTaps(to, 2, (i) => {
      const x = Math.max(0, ((i + 0.5) * from) / to - 0.5)
      const left = Math.floor(x)
      return [
        [left, 1 - (x - left)],
        [Math.min(left + 1, from - 1), x - left],
      ]
    }),
  bicubic: (from, to) =>
    makeTaps(to, 4, (i) => {
      const x = ((i + 0.5) * from) / to - 0.5
      const left = Math.floor(x)
      return [-1, 0, 1, 2].map((step) => [clamp(left + step, 0, from - 1), cubic(Math.abs(x - left - step))])
    }),
  area: (from, to) =>
    makeTaps(to, Math.ceil(from / to) + 1, (i) => {
      const start = Math.floor((i * from) / to)
      const end = Math.ceil(((i + 1) * from) / to)
      return Array.from({ length: end - start }, (_, k) => [start + k, 1 / (end - start)])
    }),
  lanczos: (from, to) => {
    const stretch = Math.max(1, from / to)
    return makeTaps(to, Math.ceil(6 * stretch) + 2, (i) => {
      const centre = ((i + 0.5) * from) / to
      const start = Math.max(0, Math.floor(centre - 3 * stretch + 0.5))
      const end = Math.min(from, Math.floor(centre + 3 * stretch + 0.5))
      const taps = Array.from({ length: end - start }, (_, k): [number, number] => [start + k, lanczos((start + k + 0.5 - centre) / stretch)])
      const sum = taps.reduce((total, [, weight]) => total + weight, 0)
      return taps.map(([position, weight]) => [position, weight / sum])
    })
  },
}

function makeTaps(outputs: number, count: number, tapsOf: (output: number) => number[][]): Taps {
  const positions = new Int32Array(outputs * count)
  const weights = new Float64Array(outputs * count)
  for (let i = 0; i < outputs; i++) {
    for (const [k, tap] of tapsOf(i).entries()) {
      positions[i * count + k] = at(tap, 0)
      weights[i * count + k] = at(tap, 1)
    }
  }
  return { count, positions, weights }
}

/** Keys' cubic convolution kernel with a = -0.75, as PyTorch has it. */
function cubic(x: number): number {
  const a = -0.75
  if (x <= 1) return ((a + 2) * x - (a + 3)) * x * x + 1
  if (x < 2) return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a
  return 0
}

function lanczos(x: number): number {
  if (x === 0) return 1
  if (x <= -3 || x >= 3) return 0
  const angle = x * Math.PI
  return ((Math.sin(angle) / angle) * Math.sin(angle / 3)) / (angle / 3)
}

async function scaleColumns(raster: Raster, taps: Taps, pace: Pace): Promise<Float32Array> {
  const { height, channels, data } = raster
  const { count, positions, weights } = taps
  const width = positions.length / count
  const out = new Float32Array(width * height * channels)
  for (let y = 0; y < height; y++) {
    const row = y * raster.width * channels
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * channels
      for (let k = x * count; k < (x + 1) * count; k++) {
        const weight = weights[k] as number
        const from = row + (positions[k] as number) * channels
        for (let c = 0; c < channels; c++) out[to + c] = (out[to + c] as number) + weight * (data[from + c] as number)
      }
    }
    await pace()
  }
  return out
}

async function scaleRows(raster: Raster, levels: Float32Array, taps: Taps, pace: Pace): Promise<Raster> {
  const { width, channels } = raster
  const height = taps.positions.length / taps.count
  const stride = width * channels
  const out = new Uint8Array(stride * height)
  const sum = new Float32Array(stride)
  for (let y = 0; y < height; y++) {
    sum.fill(0)
    for (let k = y * taps.count; k < (y + 1) * taps.count; k++) {
      const weight = at(taps.weights, k)
      const from = at(taps.positions, k) * stride
      if (weight !== 0) addRow(sum, levels.subarray(from, from + stride), weight)
    }
    for (let i = 0; i < stride; i++) out[y * stride + i] = toByte(sum[i] as number)
    await pace()
  }
  return { width, height, channels, data: out }
}
