import { blend, hex, makeRamp, type Rgb } from './colours.ts'
import { tone, type Motif } from './brief.ts'
import type { Time } from './lexicon.ts'
import { bump, coWave, glow, mix, smooth, unit, wave } from './maths.ts'
import { fractal, makeNoise } from './noise.ts'
import { cellValue, hashText } from './random.ts'

/** Skies from zenith to horizon. */
const SKIES: Readonly<Record<Time, readonly string[]>> = {
  dawn: ['#3d3f74', '#7f6a9f', '#d691a4', '#f6bf9f', '#fdeccb'],
  day: ['#2b6cae', '#5b9fd2', '#98cae8', '#d3e9f1', '#f5f4ea'],
  dusk: ['#1c1c46', '#54306f', '#ad466f', '#ec7c56', '#fccb78'],
  night: ['#050a1c', '#0b1836', '#15305a', '#295078', '#5a83a0'],
  storm: ['#262c34', '#414b56', '#64727c', '#96a3a8', '#d0d3cd'],
}

/** How much of the palette goes into the sky. */
const TINT = [0.18, 0.72] as const

export interface Sky {
  /** The colour of the air at the horizon, which distance takes on. */
  readonly haze: Rgb
  /** Where sun or moon stand, in heights of the picture. */
  readonly sun: { readonly x: number; readonly y: number; readonly size: number }
  readonly sunColour: Rgb
  /** Paints the sky at `x` (0 .. aspect), `y` (0 top, 1 at the horizon), both in heights. */
  paint(x: number, y: number, out: Float64Array): void
}

/** Gradient, sun or moon with its glow, stars by night, streaks of cloud, and curtains of light when `aurora` is set. */
export function makeSky(motif: Motif, options: { readonly horizon: number; readonly aurora: boolean }): Sky {
  const { time } = motif
  const random = motif.random('sky')
  const tint = TINT[motif.colourful]
  const stops = SKIES[time].map((stop, i) => blend(hex(stop), tone(motif, SKY_TONES[time][i] as number), tint))
  const ramp = makeRamp(stops)
  const haze = blend(stops[4] as Rgb, stops[3] as Rgb, time === 'night' ? 0.5 : 0.15)
  const low = time === 'dawn' || time === 'dusk'
  const sun = {
    x: motif.aspect * (random.chance(0.5) ? random.between(0.24, 0.42) : random.between(0.58, 0.76)),
    y: options.horizon * (low ? random.between(0.62, 0.84) : random.between(0.24, 0.46)),
    size: time === 'night' ? random.between(0.038, 0.055) : random.between(0.05, 0.078),
  }
  const sunColour = blend(hex(time === 'night' || time === 'storm' ? '#f4f1e4' : '#fff3cf'), tone(motif, 5), motif.colourful * 0.5)
  const layers = [
    ...(time === 'night' ? [makeStars(motif)] : []),
    ...(options.aurora ? [makeCurtains(motif, options.horizon)] : []),
    makeSun({ ...sun, colour: sunColour, night: time === 'night', veiled: time === 'storm' }),
    ...(options.aurora ? [] : [makeClouds(motif, haze, sunColour)]),
  ]
  const paint = (x: number, y: number, out: Float64Array): void => {
    ramp(y, out)
    for (const layer of layers) layer(x, y * options.horizon, out)
  }
  return { haze, sun, sunColour, paint }
}

const SKY_TONES: Readonly<Record<Time, readonly number[]>> = { dawn: [1, 2, 3, 4, 5], day: [2, 3, 4, 4, 5], dusk: [0, 1, 2, 3, 4], night: [0, 0, 1, 1, 2], storm: [1, 1, 2, 3, 4] }

type Layer = (x: number, y: number, out: Float64Array) => void

function add(out: Float64Array, colour: Rgb, strength: number): void {
  // Screen: light adds up and never clips.
  for (let c = 0; c < 3; c++) out[c] = 1 - (1 - (out[c] as number)) * (1 - unit((colour[c] as number) * strength))
}

function cover(out: Float64Array, colour: Rgb, share: number): void {
  for (let c = 0; c < 3; c++) out[c] = mix(out[c] as number, colour[c] as number, share)
}

function makeSun(sun: { x: number; y: number; size: number; colour: Rgb; night: boolean; veiled: boolean }): Layer {
  const edge = 0.0016
  const reach = sun.night ? 0.11 : 0.22
  const craters = makeNoise('craters')
  return (x, y, out) => {
    const dx = x - sun.x
    const dy = y - sun.y
    const distance = Math.sqrt(dx * dx + dy * dy)
    add(out, sun.colour, (sun.veiled ? 0.22 : 0.42) * glow(distance / reach) * glow(distance / (reach * 3)))
    const disc = smooth(sun.size + edge, sun.size - edge, distance)
    if (disc === 0) return
    const shade = sun.night ? 0.93 + 0.09 * fractal(craters, dx * 34, dy * 34, 3) : 1
    cover(out, [sun.colour[0] * shade, sun.colour[1] * shade, sun.colour[2] * shade], disc * (sun.veiled ? 0.45 : 1))
  }
}

/** Stars on a jittered grid of two sizes, fewer towards the horizon. */
function makeStars(motif: Motif): Layer {
  const salt = hashText(`${motif.key} stars`)
  const grids = [
    { cells: 34, share: 0.16, radius: 0.0021 },
    { cells: 80, share: 0.3, radius: 0.0011 },
  ]
  return (x, y, out) => {
    for (const [g, { cells, share, radius }] of grids.entries()) {
      const cx = Math.floor(x * cells)
      const cy = Math.floor(y * cells)
      if (cellValue(cx, cy, salt + g) > share * (1.15 - y)) continue
      const dx = x - (cx + 0.2 + 0.6 * cellValue(cx, cy, salt + 7 + g)) / cells
      const dy = y - (cy + 0.2 + 0.6 * cellValue(cx, cy, salt + 13 + g)) / cells
      const brightness = 0.35 + 0.65 * cellValue(cx, cy, salt + 19 + g)
      add(out, [0.92, 0.95, 1], brightness * bump(Math.sqrt(dx * dx + dy * dy) / (radius * (0.7 + brightness))))
    }
  }
}

/** Long streaks of cloud, lit from below where the light is low. */
function makeClouds(motif: Motif, haze: Rgb, light: Rgb): Layer {
  const noise = makeNoise(`${motif.key} clouds`)
  const random = motif.random('clouds')
  const stormy = motif.time === 'storm'
  const amount = stormy ? 0.85 : random.between(0.3, 0.7)
  const bright = blend(haze, light, motif.time === 'night' ? 0.1 : 0.6)
  const dark = blend(haze, tone(motif, 1), motif.time === 'night' ? 0.75 : 0.35)
  return (x, y, out) => {
    const stretch = 2.2 + y * 7
    const warp = noise(x * 1.7, y * 5) * 0.35
    const density = fractal(noise, x * 1.5 + warp, y * stretch + warp, 5)
    const cloud = smooth(0.28 - amount * 0.42, 0.62, density)
    if (cloud === 0) return
    const lit = smooth(-0.25, 0.45, density - fractal(noise, x * 1.5 + warp, (y + 0.035) * stretch + warp, 3))
    const share = cloud * (stormy ? 0.8 : 0.62)
    for (let c = 0; c < 3; c++) out[c] = mix(out[c] as number, mix(dark[c] as number, bright[c] as number, lit), share)
  }
}

/** Curtains of northern light: bright along a waving foot, fading upward in rays. */
function makeCurtains(motif: Motif, horizon: number): Layer {
  const noise = makeNoise(`${motif.key} aurora`)
  const random = motif.random('aurora')
  const greens: Rgb = motif.colourful === 1 ? motif.palette.accents[0] : hex('#4ff0a8')
  const violets: Rgb = motif.colourful === 1 ? tone(motif, 3) : hex('#a656e8')
  const curtains = [0, 1, 2].map((i) => ({
    foot: horizon * (0.86 - i * 0.17) + random.between(-0.03, 0.03),
    bend: random.between(0.05, 0.1),
    pace: random.between(0.7, 1.5),
    phase: random.next(),
    height: random.between(0.24, 0.38),
    strength: [0.95, 0.8, 0.5][i] as number,
    row: i * 31.7,
  }))
  return (x, y, out) => {
    for (const curtain of curtains) {
      const drift = noise(x * 1.3 + curtain.row, curtain.row) * 1.6
      const foot = curtain.foot + curtain.bend * (wave(x * curtain.pace * 0.6 + curtain.phase + drift * 0.12) + 0.5 * coWave(x * curtain.pace * 1.7 + drift * 0.3))
      const up = (foot - y) / curtain.height
      if (up < -0.16 || up > 1.15) continue
      const bent = x * 1.1 + drift * 0.1
      const rays = 0.5 + 0.5 * noise(bent * 26, curtain.row) + 0.3 * noise(bent * 70, curtain.row + 5)
      const body = smooth(-0.13, 0.05, up) * (1 - smooth(0.02, 1.12, up))
      const patch = smooth(-0.45, 0.35, noise(x * 1.1 + curtain.row * 2, 3.7))
      const strength = curtain.strength * body * patch * (0.4 + 0.75 * rays * smooth(0, 0.25, up))
      const share = smooth(0.12, 0.75, up)
      add(out, [mix(greens[0], violets[0], share), mix(greens[1], violets[1], share), mix(greens[2], violets[2], share)], strength)
    }
  }
}
