import { tone, type Motif } from './brief.ts'
import { blend, lighten, type Rgb } from './colours.ts'
import { mix, unit, wave } from './maths.ts'
import type { Painting } from './painting.ts'
import type { Random } from './random.ts'
import { circle, curve, n, path, polar, rect, ribbon, verticalGradient, type Point } from './svg.ts'

/** Plants before the disc of a sun or moon, as in a printed herbal: pale ones behind, strong ones in front. */
export function botanical(motif: Motif): Painting {
  const random = motif.random('botanical')
  const width = 1000 * motif.aspect
  const dark = motif.time === 'night'
  const paper: readonly [Rgb, Rgb] = dark
    ? [blend(tone(motif, 0), [0.03, 0.04, 0.06], 0.3), blend(tone(motif, 1), tone(motif, 0), 0.5)]
    : [blend(tone(motif, 5), [0.99, 0.97, 0.92], 0.5), blend(tone(motif, 5), tone(motif, 4), 0.35)]
  const sun = { x: width * random.between(0.38, 0.62), y: random.between(320, 440) }
  const radius = random.between(200, 265)
  const disc = blend(motif.palette.accents[0], tone(motif, 4), dark ? 0.25 : 0.1)
  const layers = [0, 1, 2].map((depth) => {
    const count = Math.max(2, Math.round([5, 4, 3][depth] as number * Math.max(0.7, motif.aspect)))
    return Array.from({ length: count }, (_, i) => {
      const x = width * ((i + 0.5 + random.between(-0.3, 0.3)) / count)
      return plant(motif, random, { root: { x, y: 1030 }, depth, height: random.between(430, 700) * (0.82 + depth * 0.14), paper: paper[1], lean: (x / width - 0.5) * 0.7 })
    }).join('')
  })
  const rings = circle(sun, radius + 22, { fill: 'none', stroke: disc, 'stroke-width': 3, 'stroke-opacity': 0.6 })
  return { kind: 'shapes', defs: verticalGradient('paper', paper), layers: [rect(0, 0, width, 1000, { fill: 'url(#paper)' }) + rings + circle(sun, radius, { fill: disc }), ...layers] }
}

interface Place {
  readonly root: Point
  /** 0 far, 2 near. */
  readonly depth: number
  readonly height: number
  readonly paper: Rgb
  readonly lean: number
}

interface Ink {
  readonly leaf: Rgb
  readonly vein: Rgb
  readonly stem: Rgb
  readonly bloom: Rgb
  readonly heart: Rgb
}

type Species = (random: Random, stem: readonly Point[], ink: Ink, scale: number) => string

function plant(motif: Motif, random: Random, place: Place): string {
  const fade = [0.62, 0.3, 0][place.depth] as number
  const dark = motif.time === 'night'
  const green = blend(tone(motif, random.pick(dark ? [2, 3, 3] : [0, 1, 2])), place.paper, fade)
  const ink: Ink = {
    leaf: green,
    vein: blend(green, place.paper, 0.45),
    stem: blend(green, tone(motif, dark ? 4 : 0), 0.35),
    bloom: blend(random.pick([motif.palette.accents[0], motif.palette.accents[1], tone(motif, 3)]), place.paper, fade * 0.8),
    heart: blend(motif.palette.accents[1], tone(motif, dark ? 5 : 0), 0.35),
  }
  const stem = growStem(random, place)
  const scale = place.height / 640
  const line = path(ribbon(stem, (share) => 7.5 * scale * mix(1, 0.28, share)), { fill: ink.stem })
  return line + random.pick(SPECIES)(random, stem, ink, scale)
}

/** From the root upward, swaying; 25 points. */
function growStem(random: Random, { root, height, lean }: Place): readonly Point[] {
  const sway = random.between(20, 60) * (random.chance(0.5) ? 1 : -1)
  const phase = random.next()
  return Array.from({ length: 25 }, (_, i) => {
    const share = i / 24
    return { x: root.x + lean * height * 0.5 * share * share + sway * (wave(phase + share * 0.55) - wave(phase)) * share, y: root.y - height * share }
  })
}

/** Where a share of the stem stands, and which way it grows, in turns. */
function along(stem: readonly Point[], share: number): { point: Point; turns: number } {
  const i = Math.min(stem.length - 2, Math.floor(share * (stem.length - 1)))
  const [from, to] = [stem[i] as Point, stem[i + 1] as Point]
  const rest = share * (stem.length - 1) - i
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  // Stems go upward, so that the slope tells the turn closely enough: a quarter turn is straight up.
  return { point: { x: mix(from.x, to.x, rest), y: mix(from.y, to.y, rest) }, turns: -0.25 + (dx / (Math.abs(dy) + Math.abs(dx))) * 0.14 }
}

/** A leaf from `base`, `length` long in the direction of `turns`; `fullness` is its width by its length. */
function leaf(base: Point, length: number, turns: number, fullness: number, ink: Ink): string {
  const tip = polar(base, length, turns)
  const belly = (side: number, reach: number): Point => polar(polar(base, length * reach, turns), length * fullness * side, turns + 0.25)
  const [a, b, c, d] = [belly(1, 0.22), belly(0.85, 0.72), belly(-0.85, 0.72), belly(-1, 0.22)]
  const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`
  const outline = `M${at(base)}C${at(a)} ${at(b)} ${at(tip)}C${at(c)} ${at(d)} ${at(base)}Z`
  const half = `M${at(base)}C${at(a)} ${at(b)} ${at(tip)}Z`
  return path(outline, { fill: ink.leaf }) + path(half, { fill: lighten(ink.leaf, 0.055) }) + path(curve([base, polar(base, length * 0.9, turns)]), { fill: 'none', stroke: ink.vein, 'stroke-width': Math.max(0.8, length * 0.018) })
}

/** Pairs of leaves, smaller towards the tip. */
const paired: Species = (random, stem, ink, scale) => {
  const pairs = random.int(7, 10)
  const fullness = random.between(0.2, 0.34)
  const parts: string[] = []
  for (let i = 0; i < pairs; i++) {
    const share = 0.2 + (0.76 * i) / (pairs - 1)
    const { point, turns } = along(stem, share)
    const length = scale * mix(118, 46, i / (pairs - 1)) * random.between(0.9, 1.1)
    for (const side of [-1, 1]) parts.push(leaf(point, length, turns + side * mix(0.19, 0.12, share), fullness, ink))
  }
  const tip = along(stem, 0.99)
  return parts.join('') + leaf(tip.point, scale * 52, tip.turns, fullness, ink)
}

/** Round leaves by turns, as of eucalyptus. */
const rounded: Species = (random, stem, ink, scale) => {
  const count = random.int(13, 17)
  return Array.from({ length: count }, (_, i) => {
    const share = 0.16 + (0.82 * i) / (count - 1)
    const { point, turns } = along(stem, share)
    const side = i % 2 === 0 ? 1 : -1
    return leaf(point, scale * mix(88, 40, share) * random.between(0.9, 1.1), turns + side * random.between(0.13, 0.19), 0.52, ink)
  }).join('')
}

/** A fern: a frond of many narrow leaflets, longest below the middle. */
const fern: Species = (random, stem, ink, scale) => {
  const count = random.int(24, 30)
  return Array.from({ length: count }, (_, i) => {
    const share = 0.1 + (0.88 * i) / (count - 1)
    const { point, turns } = along(stem, share)
    const length = scale * 148 * Math.sqrt(unit((1 - share) * 1.25)) * (0.45 + 0.55 * unit(share * 4))
    return [-1, 1].map((side) => leaf(point, Math.max(10, length), turns + side * mix(0.2, 0.13, share), 0.11, ink)).join('')
  }).join('')
}

/** A few leaves below, one open flower of petals in two rings on top. */
const flower: Species = (random, stem, ink, scale) => {
  const { point, turns } = along(stem, 0.985)
  const petals = random.int(8, 13)
  const length = scale * random.between(78, 112)
  const leaves = [0.22, 0.36, 0.5, 0.62].map((share, i) => {
    const place = along(stem, share)
    return leaf(place.point, scale * mix(150, 90, share), place.turns + (i % 2 === 0 ? 0.13 : -0.13), 0.22, ink)
  })
  const ring = (count: number, size: number, shift: number, colour: Rgb): string =>
    Array.from({ length: count }, (_, i) => leaf(point, size, turns + (i + shift) / count, 0.27, { ...ink, leaf: colour, vein: lighten(colour, -0.08) })).join('')
  return leaves.join('') + ring(petals, length, 0, ink.bloom) + ring(petals, length * 0.66, 0.5, lighten(ink.bloom, 0.07)) + circle(point, length * 0.2, { fill: ink.heart })
}

/** An umbel: rays from one point, each with a cluster of dots. */
const umbel: Species = (random, stem, ink, scale) => {
  const { point, turns } = along(stem, 0.8)
  const rays = random.int(13, 17)
  const parts = Array.from({ length: rays }, (_, i) => {
    const spread = (i / (rays - 1) - 0.5) * 0.44
    const length = scale * (150 - Math.abs(spread) * 130) * random.between(0.92, 1.06)
    const end = polar(point, length, turns + spread)
    const bend = polar(point, length * 0.55, turns + spread * 0.7)
    const dots = Array.from({ length: 7 }, (_dot, k) => circle(polar(end, k === 0 ? 0 : scale * 11, k / 6), scale * random.between(3.6, 5.6), { fill: k % 3 === 0 ? ink.heart : ink.bloom }))
    return path(curve([point, bend, end]), { fill: 'none', stroke: ink.stem, 'stroke-width': 2.2 * scale }) + dots.join('')
  })
  const leaves = [0.24, 0.4, 0.54].map((share, i) => {
    const place = along(stem, share)
    return leaf(place.point, scale * 110, place.turns + (i % 2 === 0 ? 0.14 : -0.14), 0.16, ink)
  })
  return leaves.join('') + parts.join('')
}

const SPECIES: readonly Species[] = [paired, rounded, fern, flower, umbel, flower]
