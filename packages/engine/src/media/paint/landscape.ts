import { tone, type Motif } from './brief.ts'
import { blend, hex, type Rgb } from './colours.ts'
import { glow, mix, smooth, unit } from './maths.ts'
import { fractal, makeNoise } from './noise.ts'
import type { Painting, Shader } from './painting.ts'
import { makeSky, type Sky } from './sky.ts'
import { profileOf, windowsOf, type Profile } from './terrain.ts'

export interface LandscapeOptions {
  readonly aurora?: boolean
}

/** One range of hills: its outline, and how it takes light. */
interface Range {
  readonly profile: Profile
  readonly near: number
  readonly colour: Rgb
  readonly lit: Rgb
  readonly mist: number
}

interface Composition {
  readonly sky: Sky
  readonly horizon: number
  /** Where water begins, in heights; beyond 1 when there is none. */
  readonly shore: number
  readonly ranges: readonly Range[]
}

/** Ranges of hills behind one another in haze, under a sky, with water, trees, dunes or a city as the place has them. */
export function landscape(motif: Motif, options: LandscapeOptions = {}): Painting {
  return { kind: 'pixels', prepare: (width, height) => prepareScene(motif, options, width, height) }
}

function compose(motif: Motif, options: LandscapeOptions): Composition {
  const random = motif.random('land')
  const wet = motif.place === 'sea' || options.aurora === true || (motif.place === 'mountain' && random.chance(0.55)) || (motif.place === 'city' && random.chance(0.6))
  const shore = wet ? random.between(0.64, 0.72) : 2
  const horizon = wet ? shore : random.between(0.56, 0.64)
  const sky = makeSky(motif, { horizon, aurora: options.aurora === true })
  const count = wet ? (motif.place === 'sea' ? 3 : 4) : motif.place === 'desert' ? 5 : 6
  const night = motif.time === 'night'
  const soil = blend(tone(motif, 0), tone(motif, 1), night ? 0.1 : 0.45)
  const earth = night && motif.colourful === 0 ? blend(soil, hex('#0b1626'), 0.6) : soil
  const ground = motif.place === 'desert' ? blend(tone(motif, 2), sky.sunColour, night ? 0.05 : 0.22) : earth
  const ranges = Array.from({ length: count }, (_, i): Range => {
    const near = (i + 0.6) / count
    const colour = blend(sky.haze, ground, wet ? 0.3 + 0.62 * near : 0.16 + 0.84 * near * near)
    const profile = profileOf(motif, { index: i, count, wet, horizon: wet ? shore : horizon })
    return { profile, near, colour, lit: blend(colour, sky.sunColour, night ? 0.14 : 0.36), mist: (1 - near) * random.between(0.55, 0.9) }
  })
  return { sky, horizon, shore, ranges }
}

/** A range's outline, column by column: with and without what grows on it, and how the ground falls there. */
interface Outline {
  readonly top: Float64Array
  readonly ground: Float64Array
  readonly slope: Float64Array
}

/** Ground is told this far (in heights) to either side when its slope is taken. */
const REACH = 0.012

function measure(range: Range, shore: number, width: number, height: number): Outline {
  const columns = (of: (x: number) => number): Float64Array => Float64Array.from({ length: width }, (_, x) => of((x + 0.5) / height))
  const { ground, growth } = range.profile
  // Nothing grows out of the water.
  const dry = (x: number): number => unit((shore - ground(x)) / 0.02)
  return {
    ground: columns(ground),
    top: columns((x) => ground(x) - growth(x) * dry(x)),
    slope: columns((x) => (ground(x + REACH) - ground(x - REACH)) / (2 * REACH)),
  }
}

function prepareScene(motif: Motif, options: LandscapeOptions, width: number, height: number): Shader {
  const scene = compose(motif, options)
  const pixel = 1 / height
  const land = makeLand(motif, scene, scene.ranges.map((range) => measure(range, scene.shore, width, height)), pixel)
  const water = makeNoise(`${motif.key} water`)
  const deep = blend(tone(motif, 0), tone(motif, 1), 0.6)
  return (px, py, out) => {
    const x = (px + 0.5) * pixel
    const y = (py + 0.5) * pixel
    if (y < scene.shore) return land(x, y, out)
    // Ripples are seen flatter and smaller towards the shore.
    const depth = (y - scene.shore) / (1 - scene.shore)
    const rows = 150 / (0.35 + depth)
    const swell = water(x * 3.5, (y - scene.shore) * rows * 0.55)
    const ripple = (water(x * (20 - 13 * depth), (y - scene.shore) * rows) * 0.6 + water(x * 31, (y - scene.shore) * rows * 2.3 + 40) * 0.3) + swell * 0.3
    land(x + ripple * (0.003 + 0.012 * depth), unit(scene.shore - (y - scene.shore) * 0.9 - (ripple + 0.4) * 0.02 * (0.2 + depth)), out)
    const path = glow((x - scene.sky.sun.x + ripple * 0.02) / (0.025 + depth * 0.075))
    const glitter = path * path * smooth(0.02, 0.42, ripple) * (1 - 0.6 * depth)
    const dim = 0.1 + 0.42 * depth - ripple * 0.16
    for (let c = 0; c < 3; c++) {
      const seen = mix(out[c] as number, deep[c] as number, unit(dim))
      out[c] = seen + glitter * 0.85 * (scene.sky.sunColour[c] as number) * (1 - seen)
    }
  }
}

/** Sky and ranges above the water. */
function makeLand(motif: Motif, scene: Composition, outlines: readonly Outline[], pixel: number): Shader {
  const grain = makeNoise(`${motif.key} grain`)
  const lamps = motif.place === 'city' ? windowsOf(motif) : undefined
  const side = scene.sky.sun.x / motif.aspect < 0.5 ? -1 : 1
  const last = (outlines[0] as Outline).top.length - 1
  const columnOf = (x: number): number => Math.min(Math.max(Math.floor(x / pixel), 0), last)
  const relief = RELIEF[motif.place]
  const snow = blend(tone(motif, 5), scene.sky.sunColour, 0.3)
  return (x, y, out) => {
    scene.sky.paint(x, y / scene.horizon, out)
    const column = columnOf(x)
    for (const [i, range] of scene.ranges.entries()) {
      const outline = outlines[i] as Outline
      const top = outline.top[column] as number
      const inside = unit((y - top) / pixel + 0.5)
      if (inside === 0) continue
      const ground = outline.ground[column] as number
      const below = Math.max(0, y - ground)
      // Trees stand against the light: only the ground shows relief.
      const bare = smooth(-0.012, 0.006, y - ground)
      const texture = fractal(grain, x * relief.grain + i * 7.1, y * relief.grain * relief.flat, 4)
      // Faces of a slope run down obliquely, away from the light.
      const slope = outline.slope[columnOf(x + below * side * relief.lean + texture * relief.rough * 0.05)] as number
      const facing = smooth(-relief.soft, relief.soft, slope * side + texture * relief.rough)
      const fade = 1 - smooth(0, relief.depth, below)
      const light = (relief.contrast * fade * facing + texture * 0.05) * (0.12 + 0.88 * bare)
      const frost = relief.snow * smooth(0.62, 0.42, ground + below * 1.3 + texture * 0.06) * facing * bare
      const mist = range.mist * smooth(0.015, 0.17, below)
      for (let c = 0; c < 3; c++) {
        const rock = mix(mix(range.colour[c] as number, range.lit[c] as number, light), snow[c] as number, frost * 0.62)
        out[c] = mix(out[c] as number, mix(rock, scene.sky.haze[c] as number, mist), inside)
      }
      lamps?.(x, y, { top, index: i, near: range.near, pixel }, out)
    }
  }
}

/** How the ground of a place takes light. */
const RELIEF = {
  mountain: { grain: 11, flat: 1.3, rough: 0.95, soft: 0.5, lean: 0.55, depth: 0.3, contrast: 0.85, snow: 1 },
  sea: { grain: 12, flat: 1.6, rough: 0.5, soft: 0.7, lean: 0.5, depth: 0.14, contrast: 0.6, snow: 0 },
  forest: { grain: 14, flat: 1.8, rough: 0.55, soft: 0.9, lean: 0.4, depth: 0.14, contrast: 0.45, snow: 0 },
  city: { grain: 3, flat: 1, rough: 0.2, soft: 1.4, lean: 0, depth: 0.2, contrast: 0.4, snow: 0 },
  desert: { grain: 6, flat: 5, rough: 0.05, soft: 0.11, lean: 1.35, depth: 0.5, contrast: 0.9, snow: 0 },
} as const
