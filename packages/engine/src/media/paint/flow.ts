import { tone, type Motif } from './brief.ts'
import { blend, lighten, type Rgb } from './colours.ts'
import { coWave, mix, unit, wave } from './maths.ts'
import { fractal, makeNoise, type Noise } from './noise.ts'
import type { Painting } from './painting.ts'
import { circle, path, rect, ribbon, type Point } from './svg.ts'

/** Brush strokes along a field of noise, evenly spaced and swelling, around the disc of a sun. */
export function flow(motif: Motif): Painting {
  const random = motif.random('flow')
  const width = 1000 * motif.aspect
  const dark = motif.time === 'night' || motif.time === 'storm'
  const paper = dark ? blend(tone(motif, 0), [0.02, 0.02, 0.03], 0.35) : blend(tone(motif, 5), [1, 0.99, 0.96], 0.3)
  const sun = { x: width * random.between(0.3, 0.7), y: random.between(300, 620), radius: random.between(110, 170) }
  const field = makeField(motif)
  const strokes = traceAll(motif, field, { width, sun })
  const inks = dark ? [2, 3, 3, 4, 4, 5].map((i) => tone(motif, i)) : [0, 1, 1, 2, 2, 3].map((i) => tone(motif, i))
  const painted = strokes.map((stroke) => paintStroke(stroke, inkOf(motif, stroke, inks)))
  const third = Math.ceil(painted.length / 3)
  const disc = circle(sun, sun.radius, { fill: motif.palette.accents[0], 'fill-opacity': 0.96 })
  return {
    kind: 'shapes',
    defs: '',
    layers: [rect(0, 0, width, 1000, { fill: paper }) + disc, ...[0, 1, 2].map((i) => painted.slice(i * third, (i + 1) * third).join(''))],
  }
}

interface Stroke {
  readonly points: readonly Point[]
  readonly weight: number
  readonly roll: number
  /** Whether it begins on the sun's disc. */
  readonly bright: boolean
}

interface Sun extends Point {
  readonly radius: number
}

/** The direction of the field, in turns. */
function makeField(motif: Motif): (point: Point) => number {
  const noise: Noise = makeNoise(`${motif.key} field`)
  const random = motif.random('field')
  const lean = random.between(-0.12, 0.12)
  const scale = random.between(0.0009, 0.0014)
  return ({ x, y }) => lean + fractal(noise, x * scale, y * scale, 3) * 0.6
}

const STEP = 7

/** Strokes from shuffled starts, each ended where it would come too near to another. */
function traceAll(motif: Motif, field: (point: Point) => number, { width, sun }: { width: number; sun: Sun }): readonly Stroke[] {
  const random = motif.random('strokes')
  const taken = new Map<number, Point[]>()
  const cell = 26
  const keyOf = (point: Point): number => Math.floor(point.x / cell) * 10_000 + Math.floor(point.y / cell)
  const isFree = (point: Point, gap: number): boolean => {
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        const others = taken.get(keyOf({ x: point.x + i * cell, y: point.y + j * cell }))
        if (others?.some((other) => squared(other, point) < gap * gap) === true) return false
      }
    }
    return true
  }
  const strokes: Stroke[] = []
  for (let attempt = 0; attempt < 1500 * Math.max(1, motif.aspect); attempt++) {
    const start = { x: random.between(-60, width + 60), y: random.between(-60, 1060) }
    const weight = random.chance(0.16) ? random.between(13, 22) : random.between(3.5, 10)
    const gap = weight * 0.62 + 4.5
    const points = [...walk(start, field, -STEP, gap, isFree).toReversed(), start, ...walk(start, field, STEP, gap, isFree)]
    if (!isFree(start, gap) || points.length < 9) continue
    for (const point of points) {
      const key = keyOf(point)
      const others = taken.get(key)
      if (others === undefined) taken.set(key, [point])
      else others.push(point)
    }
    const middle = points[points.length >> 1] as Point
    const bright = squared(middle, sun) < sun.radius * sun.radius
    strokes.push({ points: points.filter((_, i) => i % 3 === 0 || i === points.length - 1), weight, roll: random.next(), bright })
  }
  return strokes
}

function walk(start: Point, field: (point: Point) => number, step: number, gap: number, isFree: (point: Point, gap: number) => boolean): Point[] {
  const points: Point[] = []
  let point = start
  for (let i = 0; i < 46; i++) {
    const turns = field(point)
    point = { x: point.x + step * coWave(turns), y: point.y + step * wave(turns) }
    if (!isFree(point, gap)) break
    points.push(point)
  }
  return points
}

function inkOf(motif: Motif, stroke: Stroke, inks: readonly Rgb[]): Rgb {
  const middle = stroke.points[stroke.points.length >> 1] as Point
  const share = unit(middle.y / 1000 + (stroke.roll - 0.5) * 0.45)
  const ink = inks[Math.min(inks.length - 1, Math.floor(share * inks.length))] as Rgb
  if (stroke.bright) return blend(motif.palette.accents[0], tone(motif, 5), 0.55 + stroke.roll * 0.3)
  return stroke.roll > 0.93 ? motif.palette.accents[1] : stroke.roll > 0.86 ? motif.palette.accents[0] : lighten(ink, (stroke.roll - 0.5) * 0.07)
}

const paintStroke = (stroke: Stroke, ink: Rgb): string =>
  path(ribbon(stroke.points, (share) => stroke.weight * mix(0.12, 1, Math.sqrt(unit(4 * share * (1 - share))))), { fill: ink, 'fill-opacity': 0.93 })

const squared = (a: Point, b: Point): number => (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
