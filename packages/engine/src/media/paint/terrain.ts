import type { Motif } from './brief.ts'
import { mix, smooth, unit } from './maths.ts'
import { fractal, makeNoise, ridged, type Noise } from './noise.ts'
import { cellValue, hashText } from './random.ts'

/** An outline along `x`, in heights of the picture; smaller is higher. */
export interface Profile {
  /** Where the ground is. */
  readonly ground: (x: number) => number
  /** How far trees or houses rise above it. */
  readonly growth: (x: number) => number
}

/** Where a range stands among the others: 0 is the farthest. */
export interface Standing {
  readonly index: number
  readonly count: number
  /** All ranges stand on a shore at the horizon, rather than before one another. */
  readonly wet: boolean
  readonly horizon: number
}

/** The outline of one range of the motif's place. */
export function profileOf(motif: Motif, standing: Standing): Profile {
  const near = (standing.index + 0.6) / standing.count
  const random = motif.random(`range ${standing.index}`)
  const noise = makeNoise(`${motif.key} range ${standing.index}`)
  const base = standing.wet ? standing.horizon + 0.012 : mix(standing.horizon + 0.02, 1.04, near * (0.55 + 0.45 * near))
  const row = standing.index * 13.7 + random.between(0, 9)
  // Nearer shores leave the middle open, so that the eye goes out to the water.
  const opening = motif.aspect * random.between(0.4, 0.6)
  const shore = (x: number): number => (standing.wet && standing.index > 0 ? smooth(0.06, 0.34 + 0.16 * near, Math.abs(x - opening) / Math.max(0.7, motif.aspect)) : 1)
  switch (motif.place) {
    case 'mountain': {
      const tall = standing.wet ? mix(0.34, 0.1, near) : mix(0.27, 0.16, near)
      const peaks = mix(1.25, 2.1, near)
      return { ground: (x) => base - tall * (ridged(noise, x * peaks + row, row, 6) * 1.15 - (standing.wet ? 0.12 : 0.34)) * mix(0.25, 1, shore(x)) + (1 - shore(x)) * 0.05, growth: trees(motif, standing) }
    }
    case 'sea':
      return { ground: (x) => base + 0.02 - (0.05 + 0.13 * near) * (0.55 + fractal(noise, x * 1.4 + row, row, 5)) * shore(x) * (standing.index === 0 ? 0.8 : 1.25) + (1 - shore(x)) * 0.04, growth: bare }
    case 'forest':
      return { ground: (x) => base - (standing.wet ? 0.05 + 0.16 * (1 - near) : 0.11) * (0.35 + fractal(noise, x * 1.7 + row, row, 4)) * shore(x) + (1 - shore(x)) * 0.03, growth: trees(motif, standing) }
    case 'city':
      return { ground: () => base - 0.035, growth: buildings(motif, standing) }
    case 'desert':
      return { ground: (x) => base - 0.03 - mix(0.06, 0.15, near) * dune(noise, x * mix(2.1, 1.05, near) + row, row), growth: bare }
  }
}

const bare = (): number => 0

/** A long rise and a sharp crest, as wind makes it. */
function dune(noise: Noise, x: number, row: number): number {
  const fold = noise(x, row) + 0.3 * noise(x * 2.3, row + 4)
  return 1 - 1.7 * Math.sqrt(fold * fold + 0.0004)
}

/** The height of conifers at a place, smaller with distance; the farthest ranges show none. */
function trees(motif: Motif, standing: Standing): (x: number) => number {
  const near = (standing.index + 0.6) / standing.count
  const wooded = motif.place === 'forest' ? near > 0.22 : near > 0.62
  if (!wooded) return bare
  const salt = hashText(`${motif.key} trees ${standing.index}`)
  const spacing = mix(0.006, 0.026, near * near)
  const tall = mix(0.02, 0.13, near * near) * (standing.wet ? 0.75 : 1)
  const groves = makeNoise(`${motif.key} groves ${standing.index}`)
  return (x) => {
    const cell = Math.floor(x / spacing)
    let height = 0
    for (let k = cell - 2; k <= cell + 2; k++) {
      const centre = (k + 0.5 + (cellValue(k, 1, salt) - 0.5) * 0.9) * spacing
      const grove = 0.62 + 0.5 * groves(centre * 5, 1.5)
      const size = tall * (0.4 + 0.75 * cellValue(k, 2, salt)) * unit(grove)
      const reach = size * (0.17 + 0.07 * cellValue(k, 3, salt))
      const from = Math.abs(x - centre) / reach
      if (from >= 1) continue
      // Boughs: the outline steps out and in on its way down.
      const bough = from * 7 - Math.floor(from * 7)
      height = Math.max(height, size * (1 - from - 0.075 * bough))
    }
    return height
  }
}

interface Block {
  readonly left: number
  readonly width: number
  readonly height: number
  readonly kind: number
}

/** The building over `x`: blocks of several widths, the tallest near the middle of the picture. */
function blockAt(motif: Motif, standing: Pick<Standing, 'index' | 'count'>, x: number): Block {
  const near = (standing.index + 0.6) / standing.count
  const salt = hashText(`${motif.key} blocks ${standing.index}`)
  const pitch = mix(0.03, 0.075, near)
  const cell = Math.floor(x / pitch)
  // Half of the cells are shared by two narrower houses.
  const split = cellValue(cell, 1, salt) < 0.45
  const half = split && x / pitch - cell > 0.5 ? 1 : 0
  const middle = 1 - Math.abs((cell * pitch) / motif.aspect - 0.5) * 1.3
  const roll = cellValue(cell, 2 + half, salt)
  const height = mix(0.26, 0.13, near) * (0.35 + 0.9 * roll * roll + 0.35 * roll) * (0.45 + 0.75 * middle)
  return { left: (cell + half * 0.5) * pitch, width: split ? pitch / 2 : pitch, height, kind: cellValue(cell, 5 + half, salt) }
}

function buildings(motif: Motif, standing: Standing): (x: number) => number {
  return (x) => {
    const block = blockAt(motif, standing, x)
    const across = (x - block.left) / block.width
    const gap = across < 0.04 || across > 0.96 ? 0.8 : 1
    const steps = block.kind < 0.3 && across > 0.25 && across < 0.75 ? 0.18 : 0
    const spire = block.kind > 0.86 ? unit(1 - Math.abs(across - 0.5) * 16) * 0.55 : 0
    const roof = block.kind > 0.62 && block.kind <= 0.74 ? unit(0.5 - Math.abs(across - 0.5)) * 0.22 : 0
    return block.height * (gap + steps + spire + roof)
  }
}

/** Lit windows of the nearer buildings: more of them the darker the hour. */
export function windowsOf(motif: Motif): (x: number, y: number, wall: { top: number; index: number; near: number; pixel: number }, out: Float64Array) => void {
  const share = { dawn: 0.3, day: 0.12, dusk: 0.5, night: 0.6, storm: 0.35 }[motif.time]
  const strength = motif.time === 'day' ? 0.35 : 0.9
  const salt = hashText(`${motif.key} windows`)
  return (x, y, { top, index, near, pixel }, out) => {
    if (near < 0.3) return
    const block = blockAt(motif, { index, count: Math.round((index + 0.6) / near) }, x)
    const pitch = mix(0.0095, 0.0135, near)
    if (pitch < pixel * 3.2) return
    const across = (x - block.left) / pitch
    const down = (y - top - 0.012) / (pitch * 1.35)
    if (down < 0 || x - block.left < pitch * 0.6 || block.left + block.width - x < pitch * 0.6) return
    const column = Math.floor(across)
    const row = Math.floor((y + 1) / (pitch * 1.35))
    const u = across - column
    const v = (y + 1) / (pitch * 1.35) - row
    if (u < 0.24 || u > 0.76 || v < 0.26 || v > 0.72) return
    const roll = cellValue(column + Math.floor(block.left * 977), row, salt + index)
    if (roll > share * (0.35 + 0.65 * near)) return
    const warmth = roll / share
    const light = strength * (0.55 + 0.45 * warmth) * mix(0.6, 1, near)
    out[0] = mix(out[0] as number, 1, light)
    out[1] = mix(out[1] as number, mix(0.72, 0.9, warmth), light)
    out[2] = mix(out[2] as number, mix(0.38, 0.68, warmth), light)
  }
}
