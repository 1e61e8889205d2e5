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

/** Pixels along a side of the window, and from one window to the next. */
const WINDOW = 8
const STEP = 4
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2

/**
 * How alike two pictures of one size are, 1 when they are the same: the mean structural similarity over windows of 8 × 8 pixels, every
 * four pixels, with K₁ 0.01 and K₂ 0.03. Wang, Bovik, Sheikh, Simoncelli, Image quality assessment, IEEE Transactions on Image
 * Processing 13(4), 2004; the window is that of Wang and Bovik, A universal image quality index, IEEE Signal Processing Letters 9(3), 2002.
 */
export function ssim(a: Luma, b: Luma): number {
  if (a.width !== b.width || a.height !== b.height) throw new Error(`${a.width}×${a.height} is not ${b.width}×${b.height}`)
  let sum = 0
  let windows = 0
  for (let top = 0; top + WINDOW <= a.height; top += STEP) {
    for (let left = 0; left + WINDOW <= a.width; left += STEP) {
      sum += similarity(a, b, left, top)
      windows += 1
    }
  }
  return sum / windows
}

/** Of one window. */
function similarity(a: Luma, b: Luma, left: number, top: number): number {
  let [x, y, xx, yy, xy] = [0, 0, 0, 0, 0]
  for (let row = top; row < top + WINDOW; row += 1) {
    for (let at = row * a.width + left; at < row * a.width + left + WINDOW; at += 1) {
      const [p, q] = [a.data[at] ?? 0, b.data[at] ?? 0]
      x += p
      y += q
      xx += p * p
      yy += q * q
      xy += p * q
    }
  }
  const count = WINDOW * WINDOW
  const [mx, my] = [x / count, y / count]
  const [vx, vy, covariance] = [xx / count - mx * mx, yy / count - my * my, xy / count - mx * my]
  return ((2 * mx * my + C1) * (2 * covariance + C2)) / ((mx * mx + my * my + C1) * (vx + vy + C2))
}
