import type { Sharp } from 'sharp'

/** Luma of a picture, row by row, 0 to 255. */
export interface Luma {
  readonly width: number
  readonly height: number
  readonly data: Float64Array
}

/** The luma of a picture, of ITU-R BT.709 on gamma-coded values. */
export async function lumaOf(picture: Sharp): Promise<Luma> {
  const { data, info } = await picture.clone().flatten({ background: '#000' }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const luma = new Float64Array(info.width * info.height)
  for (let index = 0; index < luma.length; index += 1) {
    const at = index * info.channels
    luma[index] = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0)
  }
  return { width: info.width, height: info.height, data: luma }
}

const RADIUS = 5
const SIGMA = 1.5
const WEIGHTS = (() => {
  const raw = Array.from({ length: 2 * RADIUS + 1 }, (_, index) => Math.exp(-((index - RADIUS) ** 2) / (2 * SIGMA ** 2)))
  const sum = raw.reduce((all, weight) => all + weight)
  return raw.map((weight) => weight / sum)
})()
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/**
 * How alike two pictures of one size are, 1 when they are the same: the mean structural similarity with a Gaussian window of 11 × 11,
 * σ 1.5, K₁ 0.01, K₂ 0.03, over all places where the window lies within the picture. Wang, Bovik, Sheikh, Simoncelli, Image quality
 * assessment, IEEE Transactions on Image Processing 13(4), 2004.
 */
export function ssim(a: Luma, b: Luma): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width}×${a.height} is not ${b.width}×${b.height}`)
  const blurred = (value: (index: number) => number): Float64Array => blur(Float64Array.from(a.data, (_, index) => value(index)), a.width, a.height)
  const x = (index: number): number => a.data[index] ?? 0
  const y = (index: number): number => b.data[index] ?? 0
  const [mx, my] = [blurred(x), blurred(y)]
  const [xx, yy, xy] = [blurred((index) => x(index) ** 2), blurred((index) => y(index) ** 2), blurred((index) => x(index) * y(index))]
  let sum = 0
  let places = 0
  for (let row = RADIUS; row < a.height - RADIUS; row += 1) {
    for (let column = RADIUS; column < a.width - RADIUS; column += 1) {
      const at = row * a.width + column
      const [p, q] = [mx[at] ?? 0, my[at] ?? 0]
      const [vp, vq, cov] = [(xx[at] ?? 0) - p * p, (yy[at] ?? 0) - q * q, (xy[at] ?? 0) - p * q]
      sum += ((2 * p * q + C1) * (2 * cov + C2)) / ((p * p + q * q + C1) * (vp + vq + C2))
      places += 1
    }
  }
  return sum / places
}

/** A Gaussian blur where the window lies within the picture; 0 elsewhere. */
function blur(values: Float64Array, width: number, height: number): Float64Array {
  const along = convolve(values, width, height, 1, RADIUS, 0)
  return convolve(along, width, height, width, RADIUS, RADIUS)
}

function convolve(values: Float64Array, width: number, height: number, stride: number, sides: number, ends: number): Float64Array {
  const result = new Float64Array(values.length)
  for (let row = ends; row < height - ends; row += 1) {
    for (let column = sides; column < width - sides; column += 1) {
      const at = row * width + column
      let sum = 0
      for (let tap = -RADIUS; tap <= RADIUS; tap += 1) sum += (values[at + tap * stride] ?? 0) * (WEIGHTS[tap + RADIUS] ?? 0)
      result[at] = sum
    }
  }
  return result
}
