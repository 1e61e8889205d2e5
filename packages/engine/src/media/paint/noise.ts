import { randomOf } from './random.ts'

/** Smooth noise over the plane, about -1..1, one hill a unit. */
export type Noise = (x: number, y: number) => number

// Sixteen directions; sines of whole sixteenths of a turn, written out.
const [S, M, L] = [0.3826834323650898, Math.SQRT1_2, 0.9238795325112867]
const GX = Float64Array.of(1, L, M, S, 0, -S, -M, -L, -1, -L, -M, -S, 0, S, M, L)
const GY = Float64Array.of(0, S, M, L, 1, L, M, S, 0, -S, -M, -L, -1, -L, -M, -S)

/** Ken Perlin's gradient noise with a table shuffled by the seed; repeats after 256 units. */
export function makeNoise(seed: string): Noise {
  const random = randomOf(`noise ${seed}`)
  const table = Uint8Array.from({ length: 512 }, (_, i) => i & 255)
  for (let i = 255; i > 0; i--) {
    const j = random.int(0, i)
    const swapped = table[i] as number
    table[i] = table[j] as number
    table[j] = swapped
  }
  table.copyWithin(256, 0, 256)
  const corner = (ix: number, iy: number, dx: number, dy: number): number => {
    const g = (table[(table[ix & 255] as number) + (iy & 255)] as number) & 15
    return (GX[g] as number) * dx + (GY[g] as number) * dy
  }
  return (x, y) => {
    const ix = Math.floor(x)
    const iy = Math.floor(y)
    const dx = x - ix
    const dy = y - iy
    const sx = dx * dx * dx * (dx * (dx * 6 - 15) + 10)
    const sy = dy * dy * dy * (dy * (dy * 6 - 15) + 10)
    const top = corner(ix, iy, dx, dy)
    const bottom = corner(ix, iy + 1, dx, dy - 1)
    const upper = top + sx * (corner(ix + 1, iy, dx - 1, dy) - top)
    const lower = bottom + sx * (corner(ix + 1, iy + 1, dx - 1, dy - 1) - bottom)
    return 1.4 * (upper + sy * (lower - upper))
  }
}

/** Octaves of noise, each finer and half as strong; about -1..1. */
export function fractal(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0
  let strength = 0.5
  for (let i = 0; i < octaves; i++) {
    sum += strength * noise(x, y)
    strength *= 0.5
    // A turn and a shift between octaves hides the grid they share.
    const turned = x * 1.6 + y * 1.2 + 17.3
    y = y * 1.6 - x * 1.2 - 9.1
    x = turned
  }
  return sum * 1.15
}

/** Octaves folded at zero: sharp crests, as of mountains; about 0..1. */
export function ridged(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0
  let strength = 0.55
  let carry = 1
  for (let i = 0; i < octaves; i++) {
    const fold = noise(x, y)
    const crest = 1 - (fold < 0 ? -fold : fold)
    sum += strength * crest * crest * carry
    carry = crest
    strength *= 0.5
    x = x * 2.03 + 11.7
    y = y * 2.03 - 5.3
  }
  return sum
}
