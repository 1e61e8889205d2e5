import { at, toByte } from './numbers.ts'
import type { ImageFrame } from './types.ts'

export interface ColourAdjustment {
  /** Factors; 1 changes nothing. */
  readonly brightness: number
  readonly contrast: number
  readonly saturation: number
  /** Degrees. */
  readonly hue: number
}

/**
 * Brightness, contrast about mid-grey, then saturation and a turn of hue by the matrices of the CSS filter functions
 * `saturate()` and `hue-rotate()` (W3C Filter Effects 1). Alpha is kept.
 */
export function adjustColour(frame: ImageFrame, adjustment: ColourAdjustment): ImageFrame {
  const { brightness, contrast, saturation, hue } = adjustment
  const matrix = multiply(hueMatrix((hue * Math.PI) / 180), saturationMatrix(saturation))
  const table = Float64Array.from({ length: 256 }, (_, level) => Math.min(1, Math.max(0, ((level / 255) * brightness - 0.5) * contrast + 0.5)) * 255)
  const data = Uint8Array.from(frame.data)
  for (let i = 0; i < data.length; i += frame.channels) {
    const [r, g, b] = [at(table, at(data, i)), at(table, at(data, i + 1)), at(table, at(data, i + 2))]
    for (let c = 0; c < 3; c++) data[i + c] = toByte(at(matrix, c * 3) * r + at(matrix, c * 3 + 1) * g + at(matrix, c * 3 + 2) * b)
  }
  return { ...frame, data }
}

/** Rec. 709 luma, as the filter functions round it. */
const LUMA = [0.213, 0.715, 0.072] as const

/** Row by row: a grey of the pixel's luma, moved towards the pixel by the factor. */
const saturationMatrix = (factor: number): number[] => [0, 1, 2].flatMap((row) => LUMA.map((luma, column) => luma + factor * ((row === column ? 1 : 0) - luma)))

function hueMatrix(angle: number): number[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const across = [-0.213, -0.715, 0.928, 0.143, 0.14, -0.283, -0.787, 0.715, 0.072]
  return [0, 1, 2].flatMap((row) => LUMA.map((luma, column) => luma + cos * ((row === column ? 1 : 0) - luma) + sin * at(across, row * 3 + column)))
}

const multiply = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: 9 }, (_, i) => [0, 1, 2].reduce((sum, k) => sum + at(a, i - (i % 3) + k) * at(b, k * 3 + (i % 3)), 0))
