/** The element at an index the caller knows to lie inside; typed arrays answer `undefined` only outside. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] as number

export const clamp = (value: number, low: number, high: number): number => (value < low ? low : value > high ? high : value)

/** A level of 0..255 from a real number: rounded, and held in range. */
export const toByte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.floor(value + 0.5))

/** {@link toByte} of each; many times faster than `Uint8Array.from`. */
export function toBytes(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = toByte(values[i] as number)
  return bytes
}

/** Python's `round`, which ComfyUI sizes images with: a half goes to the even neighbour. */
export function roundHalfEven(value: number): number {
  const low = Math.floor(value)
  const rest = value - low
  if (rest !== 0.5) return Math.round(value)
  return low % 2 === 0 ? low : low + 1
}

/** Adds `weight` times a row to another of the same length, in place: the inner loop of every filter here. */
export function addRow(sum: Float32Array, row: Float32Array, weight: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (row[i] as number)
}
