import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { lumaOf, ssim, type Luma } from './ssim.ts'

const [width, height] = [64, 48]
const made = (value: (x: number, y: number) => number): Luma => ({ width, height, data: Float64Array.from({ length: width * height }, (_, index) => value(index % width, Math.floor(index / width))) })
const waves = made((x, y) => 128 + 60 * Math.sin(x / 3) + 40 * Math.cos(y / 5))
const noisy = (much: number): Luma => ({ ...waves, data: waves.data.map((value, index) => value + much * Math.sin(index * 12.9898) * Math.cos(index * 78.233)) })

test('a picture is like itself, and less and less like itself with more noise', () => {
  expect(ssim(waves, waves)).toBe(1)
  const values = [1, 4, 16, 64].map((much) => ssim(waves, noisy(much)))
  expect(values).toEqual(values.toSorted((a, b) => b - a))
  expect(values[0]).toBeLessThan(1)
  expect(values[3]).toBeLessThan(0.7)
})

test('flat greys are compared by their lightness alone, as the formula says', () => {
  const flat = (grey: number): Luma => made(() => grey)
  const [a, b] = [100, 120]
  const c1 = (0.01 * 255) ** 2
  expect(ssim(flat(a), flat(b))).toBeCloseTo((2 * a * b + c1) / (a * a + b * b + c1), 6)
})

test('it does not matter which is which, and a shift of one pixel is seen', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (much) => { expect(ssim(waves, noisy(much))).toBeCloseTo(ssim(noisy(much), waves), 9) }), { numRuns: 5 })
  expect(ssim(waves, made((x, y) => 128 + 60 * Math.sin((x + 1) / 3) + 40 * Math.cos(y / 5)))).toBeLessThan(0.97)
})

test('luma is weighted as of BT.709, over black', async () => {
  const picture = sharp({ create: { width: 2, height: 1, channels: 4, background: { r: 0, g: 200, b: 0, alpha: 1 } } })
  expect((await lumaOf(picture)).data[1]).toBeCloseTo(0.7152 * 200, 6)
})
