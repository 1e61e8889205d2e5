import { tone, type Motif } from './brief.ts'
import { blend, type Rgb } from './colours.ts'
import type { Painting } from './painting.ts'
import type { Random } from './random.ts'
import { circle, group, n, path, rect } from './svg.ts'

/** A poster of squares: quarter and half discs, arcs, stripes, petals and dots on a grid, some tiles larger, in few flat colours. */
export function geometric(motif: Motif): Painting {
  const random = motif.random('geometric')
  const rows = random.int(4, 5)
  const columns = Math.max(1, Math.round(rows * motif.aspect))
  const margin = 46
  const width = 1000 * motif.aspect
  const [cw, ch] = [(width - 2 * margin) / columns, (1000 - 2 * margin) / rows]
  const paper = blend(tone(motif, 5), [0.98, 0.96, 0.91], 0.45)
  const inks = [tone(motif, 0), tone(motif, 2), tone(motif, 3), tone(motif, 4), motif.palette.accents[0], motif.palette.accents[1], paper]
  const tiles = layTiles(random, rows, columns).map(({ column, row, span }) => {
    const content = drawTile(random, inks)
    return `<g transform="translate(${n(margin + column * cw)} ${n(margin + row * ch)}) scale(${n((cw * span) / 100)} ${n((ch * span) / 100)})">${content}</g>`
  })
  const third = Math.ceil(tiles.length / 3)
  return {
    kind: 'shapes',
    defs: '<clipPath id="t"><rect width="100" height="100"/></clipPath>',
    layers: [rect(0, 0, width, 1000, { fill: paper }), ...[0, 1, 2].map((i) => tiles.slice(i * third, (i + 1) * third).join(''))],
  }
}

interface Tile {
  readonly column: number
  readonly row: number
  readonly span: 1 | 2
}

/** Every cell covered once; some tiles take two by two. */
function layTiles(random: Random, rows: number, columns: number): readonly Tile[] {
  const taken = new Set<number>()
  const tiles: Tile[] = []
  const key = (row: number, column: number): number => row * columns + column
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(key(row, column))) continue
      const covers = [key(row, column), key(row, column + 1), key(row + 1, column), key(row + 1, column + 1)]
      const fits = row + 1 < rows && column + 1 < columns && covers.every((cell) => !taken.has(cell))
      const span = fits && random.chance(0.24) ? 2 : 1
      for (const cell of span === 2 ? covers : covers.slice(0, 1)) taken.add(cell)
      tiles.push({ column, row, span })
    }
  }
  return tiles
}

type Motive = (random: Random, ink: (i: number) => Rgb) => string

const quarter = (radius: number, fill: Rgb): string => path(`M0 0H${radius}A${radius} ${radius} 0 0 1 0 ${radius}Z`, { fill })

/** Figures in a square of 100 units, each seen in one of four turns. */
const MOTIVES: readonly Motive[] = [
  (_random, ink) => quarter(100, ink(0)) + quarter(50, ink(1)),
  (_random, ink) => [100, 80, 60, 40, 20].map((radius, i) => quarter(radius, ink(i % 2))).join(''),
  (_random, ink) => path('M0 50A50 50 0 0 1 100 50Z', { fill: ink(0) }) + path('M0 100A50 50 0 0 1 100 100Z', { fill: ink(1) }),
  (_random, ink) => circle({ x: 50, y: 50 }, 50, { fill: ink(0) }) + circle({ x: 50, y: 50 }, 24, { fill: ink(1) }),
  (_random, ink) => path('M0 0A100 100 0 0 1 100 100A100 100 0 0 1 0 0Z', { fill: ink(0) }) + circle({ x: 80, y: 20 }, 11, { fill: ink(1) }),
  (_random, ink) => [0, 1, 2, 3, 4].map((i) => rect(0, i * 20, 100, 10, { fill: ink(i === 2 ? 1 : 0) })).join(''),
  (_random, ink) => path('M0 0L100 100H0Z', { fill: ink(0) }) + path('M100 0L50 50L100 100Z', { fill: ink(1) }),
  (_random, ink) => [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => circle({ x: 20 + i * 30, y: 20 + j * 30 }, 10, { fill: ink(i === j ? 1 : 0) }))).join(''),
  (_random, ink) => path('M0 0A50 50 0 0 1 0 100Z', { fill: ink(0) }) + path('M100 0A50 50 0 0 0 100 100Z', { fill: ink(0) }) + circle({ x: 50, y: 50 }, 13, { fill: ink(1) }),
  (_random, ink) => [0, 0.25, 0.5, 0.75].map((turn) => group(path('M50 50C50 20 80 0 100 0C100 20 80 50 50 50Z', { fill: ink(turn === 0.25 || turn === 0.75 ? 1 : 0) }), { transform: `rotate(${turn * 360} 50 50)` })).join(''),
  (_random, ink) => path('M50 0V100A50 50 0 0 1 50 0Z', { fill: ink(0) }) + path('M50 25A25 25 0 0 1 50 75Z', { fill: ink(1) }),
  (_random, ink) => rect(0, 0, 50, 100, { fill: ink(0) }) + path('M50 0H100V50A50 50 0 0 1 50 0Z', { fill: ink(1) }) + path('M50 100A50 50 0 0 1 100 50V100Z', { fill: ink(1) }),
]

function drawTile(random: Random, inks: readonly Rgb[]): string {
  const ground = random.pick(inks)
  const others = inks.filter((ink) => ink !== ground)
  const first = random.pick(others)
  const second = random.pick(others.filter((ink) => ink !== first))
  const figure = random.pick(MOTIVES)(random, (i) => (i === 0 ? first : second))
  const turned = group(figure, { transform: `rotate(${random.int(0, 3) * 90} 50 50)` })
  // Crisp grounds meet without a seam of paper between them.
  return rect(0, 0, 100, 100, { fill: ground, 'shape-rendering': 'crispEdges' }) + group(turned, { 'clip-path': 'url(#t)' })
}
