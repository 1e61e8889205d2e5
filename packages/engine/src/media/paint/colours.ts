import { mix, unit } from './maths.ts'

/** Red, green, blue in 0..1, sRGB. */
export type Rgb = readonly [number, number, number]

/** `#rrggbb` as levels. */
export function hex(text: string): Rgb {
  const value = Number.parseInt(text.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** Levels as `#rrggbb`. */
export const toHex = (colour: Rgb): string => `#${colour.map((level) => Math.round(unit(level) * 255).toString(16).padStart(2, '0')).join('')}`

/** Lightness 0..1, chroma 0..0.4, hue in turns. */
export interface Lch {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

type Lab = readonly [number, number, number]

// sRGB's curve, approximated with square roots so that every machine agrees.
const toLinear = (level: number): number => level * (level * (level * 0.305306011 + 0.682171111) + 0.012522878)
function fromLinear(light: number): number {
  const s1 = Math.sqrt(unit(light))
  const s2 = Math.sqrt(s1)
  const s3 = Math.sqrt(s2)
  return unit(0.662002687 * s1 + 0.68412206 * s2 - 0.323583601 * s3 - 0.0225411470 * unit(light))
}

/** Björn Ottosson's OKLab. */
function toLab([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
}

const cube = (x: number): number => x * x * x

function fromLab([lightness, a, b]: Lab): Rgb {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b)
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b)
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b)
  return rounded([
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ])
}

/** Colours stand on a grid of 1/1020, where a last bit that differs between machines is lost. */
const rounded = ([r, g, b]: Rgb): Rgb => [Math.round(r * 1020) / 1020, Math.round(g * 1020) / 1020, Math.round(b * 1020) / 1020]

export function fromLch({ lightness, chroma, hue }: Lch): Rgb {
  const angle = hue * 2 * Math.PI
  return fromLab([lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)])
}

export function toLch(colour: Rgb): Lch {
  const [lightness, a, b] = toLab(colour)
  const hue = Math.atan2(b, a) / (2 * Math.PI)
  return { lightness, chroma: Math.sqrt(a * a + b * b), hue: hue < 0 ? hue + 1 : hue }
}

/** Two colours mixed as the eye sees it (in OKLab). */
export function blend(a: Rgb, b: Rgb, share: number): Rgb {
  const [from, to] = [toLab(a), toLab(b)]
  return fromLab([mix(from[0], to[0], share), mix(from[1], to[1], share), mix(from[2], to[2], share)])
}

/** The colour lighter (above 0) or darker, hue and chroma kept. */
export function lighten(colour: Rgb, by: number): Rgb {
  const [lightness, a, b] = toLab(colour)
  return fromLab([unit(lightness + by), a, b])
}

/** A look-up of colours along stops, evenly spaced: `ramp(t, out)` for t in 0..1. */
export type Ramp = (t: number, out: Float64Array) => void

const STEPS = 512

export function makeRamp(stops: readonly Rgb[]): Ramp {
  const table = new Float64Array((STEPS + 1) * 3)
  for (let i = 0; i <= STEPS; i++) {
    const place = (i / STEPS) * (stops.length - 1)
    const left = Math.min(Math.floor(place), stops.length - 2)
    table.set(blend(stops[left] as Rgb, stops[left + 1] as Rgb, place - left), i * 3)
  }
  return (t, out) => {
    const place = unit(t) * STEPS
    const i = Math.min(Math.floor(place), STEPS - 1)
    const share = place - i
    for (let c = 0; c < 3; c++) out[c] = mix(table[i * 3 + c] as number, table[i * 3 + 3 + c] as number, share)
  }
}
