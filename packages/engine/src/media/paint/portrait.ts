import { tone, type Motif } from './brief.ts'
import { blend, hex, lighten, type Rgb } from './colours.ts'
import type { Painting } from './painting.ts'
import type { Random } from './random.ts'
import { circle, curve, group, n, path, polar, rect, type Point } from './svg.ts'

interface Colours {
  readonly ground: Rgb
  readonly light: Rgb
  readonly shade: Rgb
  readonly line: Rgb
  readonly hair: Rgb
  readonly robe: Rgb
  readonly accents: readonly [Rgb, Rgb]
}

/** A face as a mask, one half in light and one in shade, cut from flat planes: hair, halo, collar and ornaments about it. */
export function portrait(motif: Motif): Painting {
  const random = motif.random('portrait')
  const width = 1000 * motif.aspect
  const colours = chooseColours(motif, random)
  const face = { x: 500, y: 455, wide: random.between(168, 205), tall: random.between(255, 290) }
  const lift = (content: string): string => group(content, { transform: `translate(${n(width / 2 - 500)} 0)` })
  return {
    kind: 'shapes',
    defs: `<clipPath id="right"><rect x="500" y="0" width="600" height="1000"/></clipPath>`,
    layers: [
      rect(0, 0, width, 1000, { fill: colours.ground }) + lift(halo(random, colours)),
      lift(hairBehind(random, face, colours) + neckAndRobe(random, face, colours)),
      lift(head(face, colours) + features(random, face, colours)),
      lift(hairInFront(random, face, colours) + ornaments(random, face, colours)),
    ],
  }
}

function chooseColours(motif: Motif, random: Random): Colours {
  const night = motif.time === 'night' || random.chance(0.4)
  const [first, second] = motif.palette.accents
  const light = blend(tone(motif, 4), tone(motif, 5), 0.25)
  return {
    ground: night ? tone(motif, 1) : blend(tone(motif, 5), tone(motif, 4), 0.4),
    light,
    shade: blend(tone(motif, 3), tone(motif, 2), 0.25),
    line: tone(motif, 0),
    hair: night ? tone(motif, 0) : random.pick([tone(motif, 0), tone(motif, 1), tone(motif, 2)]),
    robe: random.pick([tone(motif, 2), first, second]),
    accents: [first, second],
  }
}

interface Face extends Point {
  readonly wide: number
  readonly tall: number
}

/** Rays, rings or a plain disc behind the head. */
function halo(random: Random, { accents, ground, light }: Colours): string {
  const centre = { x: 500, y: 430 }
  const [ring, disc] = [blend(accents[0], ground, 0.15), accents[0]]
  const rays = random.pick([0, 24, 32, 40])
  const beams = Array.from({ length: rays }, (_, i) => {
    const [left, right] = [polar(centre, 2400, (i - 0.22) / rays), polar(centre, 2400, (i + 0.22) / rays)]
    return path(`M${n(centre.x)} ${n(centre.y)}L${n(left.x)} ${n(left.y)}L${n(right.x)} ${n(right.y)}Z`, { fill: blend(ground, light, 0.16) })
  })
  const dots = Array.from({ length: 36 }, (_, i) => circle(polar(centre, 388, i / 36), i % 3 === 0 ? 8 : 4, { fill: ring }))
  return beams.join('') + (random.chance(0.75) ? dots.join('') : '') + circle(centre, 345, { fill: disc }) + circle(centre, 318, { fill: 'none', stroke: blend(disc, light, 0.5), 'stroke-width': 4 })
}

/** The face's outline: an egg that narrows to the chin. */
function outline({ x, y, wide, tall }: Face): string {
  const [cheek, chin] = [y + tall * 0.34, y + tall]
  return (
    `M${n(x)} ${n(y - tall)}C${n(x + wide * 0.82)} ${n(y - tall)} ${n(x + wide)} ${n(y - tall * 0.52)} ${n(x + wide)} ${n(y - tall * 0.05)}` +
    `C${n(x + wide)} ${n(cheek)} ${n(x + wide * 0.5)} ${n(chin)} ${n(x)} ${n(chin)}` +
    `C${n(x - wide * 0.5)} ${n(chin)} ${n(x - wide)} ${n(cheek)} ${n(x - wide)} ${n(y - tall * 0.05)}` +
    `C${n(x - wide)} ${n(y - tall * 0.52)} ${n(x - wide * 0.82)} ${n(y - tall)} ${n(x)} ${n(y - tall)}Z`
  )
}

function neckAndRobe(random: Random, { x, y, wide, tall }: Face, { shade, light, robe, accents, line }: Colours): string {
  const [top, base] = [y + tall * 0.55, 850]
  const neck = wide * 0.46
  const collars = random.int(2, 4)
  const shoulders = `M${n(x - 420)} 1010C${n(x - 400)} 880 ${n(x - 250)} ${n(base + 5)} ${n(x - neck)} ${n(base - 25)}Q${n(x)} ${n(base + 55)} ${n(x + neck)} ${n(base - 25)}C${n(x + 250)} ${n(base + 5)} ${n(x + 400)} 880 ${n(x + 420)} 1010Z`
  const rows = Array.from({ length: collars }, (_, i) => {
    const drop = 20 + i * 30
    return path(`M${n(x - neck - 10 - i * 34)} ${n(base - 26 + i * 9)}Q${n(x)} ${n(base + 60 + drop * 2)} ${n(x + neck + 10 + i * 34)} ${n(base - 26 + i * 9)}`, {
      fill: 'none',
      stroke: i % 2 === 0 ? accents[0] : light,
      'stroke-width': 13,
      'stroke-linecap': 'round',
    })
  })
  return (
    rect(x - neck, top, neck, base - top + 30, { fill: blend(light, shade, 0.55) }) +
    rect(x, top, neck, base - top + 30, { fill: blend(shade, line, 0.22) }) +
    path(shoulders, { fill: robe }) +
    group(path(shoulders, { fill: lighten(robe, -0.07) }), { 'clip-path': 'url(#right)' }) +
    rows.join('')
  )
}

const head = (face: Face, { light, shade }: Colours): string => path(outline(face), { fill: light }) + group(path(outline(face), { fill: shade }), { 'clip-path': 'url(#right)' })

/** Lips and cheeks stay warm whatever the palette. */
const CARMINE = hex('#c4394f')

function features(random: Random, { x, y, wide, tall }: Face, colours: Colours): string {
  const { line, light, shade, accents } = colours
  const eyeY = y - tall * 0.06
  const eyes = [-1, 1].map((side) => eye({ x: x + side * wide * 0.47, y: eyeY }, wide * 0.3, side, random.chance(0.5) ? accents[1] : line, colours)).join('')
  const browY = eyeY - tall * 0.17
  const nose = `M${n(x - wide * 0.62)} ${n(browY + 10)}Q${n(x - wide * 0.3)} ${n(browY - 26)} ${n(x)} ${n(browY + 22)}L${n(x)} ${n(y + tall * 0.34)}`
  const brow = `M${n(x + wide * 0.62)} ${n(browY + 10)}Q${n(x + wide * 0.3)} ${n(browY - 26)} ${n(x + 8)} ${n(browY + 20)}`
  const bridge = `M${n(x)} ${n(browY + 22)}L${n(x + wide * 0.2)} ${n(y + tall * 0.34)}H${n(x)}Z`
  const style = { fill: 'none', stroke: line, 'stroke-width': 8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const
  const mouthY = y + tall * 0.55
  const mouth = wide * 0.3
  const upper = `M${n(x - mouth)} ${n(mouthY)}Q${n(x - mouth * 0.45)} ${n(mouthY - 24)} ${n(x)} ${n(mouthY - 12)}Q${n(x + mouth * 0.45)} ${n(mouthY - 24)} ${n(x + mouth)} ${n(mouthY)}Z`
  const lower = `M${n(x - mouth)} ${n(mouthY)}Q${n(x)} ${n(mouthY + 46)} ${n(x + mouth)} ${n(mouthY)}Z`
  const lips = blend(CARMINE, line, 0.25)
  const cheeks = random.chance(0.7) ? [-1, 1].map((side) => circle({ x: x + side * wide * 0.58, y: y + tall * 0.26 }, wide * 0.17, { fill: blend(side < 0 ? light : shade, CARMINE, 0.3) })).join('') : ''
  return cheeks + path(bridge, { fill: blend(shade, line, 0.25) }) + path(nose, style) + path(brow, style) + eyes + path(upper, { fill: lips }) + path(lower, { fill: lighten(lips, 0.1) })
}

/** An almond with iris, lid and a glint. */
function eye(centre: Point, half: number, side: number, iris: Rgb, { line, light }: Colours): string {
  const { x, y } = centre
  const tilt = 5 * side
  const almond = `M${n(x - half)} ${n(y + tilt)}Q${n(x)} ${n(y - half * 0.85)} ${n(x + half)} ${n(y - tilt)}Q${n(x)} ${n(y + half * 0.62)} ${n(x - half)} ${n(y + tilt)}Z`
  const lid = `M${n(x - half * 1.12)} ${n(y + tilt)}Q${n(x)} ${n(y - half * 0.98)} ${n(x + half * 1.12)} ${n(y - tilt)}`
  return (
    path(almond, { fill: blend(light, [1, 1, 0.98], 0.7) }) +
    circle({ x, y: y - 2 }, half * 0.38, { fill: iris }) +
    circle({ x, y: y - 2 }, half * 0.19, { fill: line }) +
    circle({ x: x + half * 0.13, y: y - half * 0.16 }, half * 0.08, { fill: [1, 1, 1] }) +
    path(lid, { fill: 'none', stroke: line, 'stroke-width': 7, 'stroke-linecap': 'round' })
  )
}

/** The mass of hair behind the head: long, round or piled up. */
function hairBehind(random: Random, { x, y, wide, tall }: Face, { hair }: Colours): string {
  switch (random.int(0, 2)) {
    case 0:
      return path(`M${n(x - wide * 1.3)} 860C${n(x - wide * 1.75)} ${n(y)} ${n(x - wide * 1.5)} ${n(y - tall * 1.28)} ${n(x)} ${n(y - tall * 1.28)}C${n(x + wide * 1.5)} ${n(y - tall * 1.28)} ${n(x + wide * 1.75)} ${n(y)} ${n(x + wide * 1.3)} 860Z`, { fill: hair })
    case 1:
      return circle({ x, y: y - tall * 0.3 }, wide * 1.52, { fill: hair })
    default:
      return circle({ x, y: y - tall * 1.22 }, wide * 0.52, { fill: hair }) + path(outline({ x, y: y - tall * 0.06, wide: wide * 1.13, tall: tall * 1.08 }), { fill: hair })
  }
}

/** Hair over the brow: parted, a fringe, or a band. */
function hairInFront(random: Random, face: Face, { hair, accents }: Colours): string {
  const { x, y, wide, tall } = face
  const top = y - tall * 1.04
  const parted = (side: number): string => path(curve([{ x, y: top }, { x: x + side * wide * 0.66, y: y - tall * 0.9 }, { x: x + side * wide * 1.1, y: y - tall * 0.34 }, { x: x + side * wide * 1.02, y: y + tall * 0.1 }, { x: x + side * wide * 0.84, y: y - tall * 0.3 }, { x: x + side * wide * 0.4, y: y - tall * 0.58 }], true), { fill: lighten(hair, side * -0.025) })
  const fringe = path(`M${n(x - wide * 1.06)} ${n(y - tall * 0.12)}C${n(x - wide * 1.14)} ${n(y - tall * 1.4)} ${n(x + wide * 1.14)} ${n(y - tall * 1.4)} ${n(x + wide * 1.06)} ${n(y - tall * 0.12)}C${n(x + wide * 0.9)} ${n(y - tall * 0.46)} ${n(x - wide * 0.9)} ${n(y - tall * 0.46)} ${n(x - wide * 1.06)} ${n(y - tall * 0.12)}Z`, { fill: hair })
  const cap = random.chance(0.5) ? parted(-1) + parted(1) : fringe
  const band = path(`M${n(x - wide * 0.98)} ${n(y - tall * 0.5)}Q${n(x)} ${n(y - tall * 0.86)} ${n(x + wide * 0.98)} ${n(y - tall * 0.5)}`, { fill: 'none', stroke: accents[1], 'stroke-width': 17 })
  return cap + (random.chance(0.45) ? band : '')
}

/** Earrings, a mark on the brow, and leaves or flowers in the hair. */
function ornaments(random: Random, { x, y, wide, tall }: Face, { accents, light, robe }: Colours): string {
  const rings = [-1, 1].map((side) => {
    const lobe = { x: x + side * wide * 1.03, y: y + tall * 0.22 }
    return circle({ x: lobe.x, y: lobe.y + 34 }, 25, { fill: 'none', stroke: accents[0], 'stroke-width': 8 }) + circle({ x: lobe.x, y: lobe.y + 70 }, 11, { fill: accents[1] }) + circle(lobe, 8, { fill: accents[0] })
  })
  const mark = random.chance(0.6) ? circle({ x, y: y - tall * 0.44 }, 11, { fill: accents[0] }) : ''
  const blooms = random.int(0, 5)
  const flowers = Array.from({ length: blooms }, (_, i) => {
    const centre = polar({ x, y: y - tall * 0.28 }, wide * 1.12, -0.25 + (i - (blooms - 1) / 2) * 0.092)
    const petals = Array.from({ length: 6 }, (_petal, k) => circle(polar(centre, 23, k / 6), 17, { fill: i % 2 === 0 ? accents[0] : blend(robe, light, 0.5) }))
    return petals.join('') + circle(centre, 13, { fill: i % 2 === 0 ? light : accents[1] })
  })
  return rings.join('') + mark + flowers.join('')
}
