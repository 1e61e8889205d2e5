import { tone, type Motif } from './brief.ts'
import { blend, hex } from './colours.ts'
import { landscape } from './landscape.ts'
import { glow, mix, smooth, unit } from './maths.ts'
import { fractal, makeNoise } from './noise.ts'
import type { Painting, Shader } from './painting.ts'
import { cellValue, hashText } from './random.ts'

/** Stained glass: the motif's landscape in cells of coloured glass held by lead, light falling through. */
export function mosaic(motif: Motif): Painting {
  return { kind: 'pixels', prepare: (width, height) => prepareGlass(motif, width, height) }
}

interface Pane {
  /** The cell's heart, in heights. */
  readonly x: number
  readonly y: number
  readonly roll: number
}

function prepareGlass(motif: Motif, width: number, height: number): Shader {
  const scene = landscape(motif)
  if (scene.kind !== 'pixels') throw new TypeError('a landscape is painted by pixels')
  const shade = scene.prepare(width, height)
  const random = motif.random('mosaic')
  const cells = random.between(19, 25)
  const salt = hashText(`${motif.key} panes`)
  const glass = makeNoise(`${motif.key} glass`)
  // Lead shines where a pixel is fine enough to show it.
  const shine = smooth(600, 900, height)
  const lead = blend(hex('#0d0d12'), tone(motif, 0), 0.35)
  const paneAt = (cx: number, cy: number): Pane => ({
    x: (cx + 0.5 + (cellValue(cx, cy, salt) - 0.5) * 0.86) / cells,
    y: (cy + 0.5 + (cellValue(cx, cy, salt + 1) - 0.5) * 0.86) / cells,
    roll: cellValue(cx, cy, salt + 2),
  })
  const colours = new Map<Pane, readonly number[]>()
  const panes = new Map<number, Pane>()
  const pane = (cx: number, cy: number): Pane => {
    const key = cx * 4096 + cy
    const known = panes.get(key)
    if (known !== undefined) return known
    const made = paneAt(cx, cy)
    panes.set(key, made)
    return made
  }
  const colourOf = (of: Pane): readonly number[] => {
    const known = colours.get(of)
    if (known !== undefined) return known
    const out = new Float64Array(3)
    // A little off the picture's edge the scene goes on as it is at the edge.
    shade(Math.min(width - 1, Math.max(0, of.x * height)), Math.min(height - 1, Math.max(0, of.y * height)), out)
    const colour = vivid(out, of.roll)
    colours.set(of, colour)
    return colour
  }
  return (px, py, out) => {
    const bend = 0.011
    const x0 = (px + 0.5) / height
    const y0 = (py + 0.5) / height
    const x = x0 + bend * glass(x0 * 4, y0 * 4)
    const y = y0 + bend * glass(x0 * 4 + 31, y0 * 4)
    const { nearest, edge, reach } = voronoi(x, y, cells, pane)
    const colour = colourOf(nearest)
    const streak = fractal(glass, x * 9 + nearest.roll * 90, y * 26 + nearest.roll * 50, 4)
    const heart = 0.24 * glow((reach * cells) / 0.34)
    const lit = 0.92 + heart + streak * 0.1 + (nearest.roll - 0.5) * 0.1
    const bevel = smooth(0.007, 0.0026, edge) * 0.3
    const line = smooth(0.0033, 0.0022, edge)
    const sheen = shine * line * 0.35 * glow((edge - 0.0009) / 0.0008)
    for (let c = 0; c < 3; c++) out[c] = mix(unit((colour[c] as number) * (lit - bevel)), (lead[c] as number) + sheen * 0.5, line)
  }
}

/** Glass is purer in colour than paint, and each pane its own shade of it. */
function vivid(colour: Float64Array, roll: number): readonly number[] {
  const grey = 0.3 * (colour[0] as number) + 0.59 * (colour[1] as number) + 0.11 * (colour[2] as number)
  return Array.from(colour, (level) => unit((grey + (level - grey) * 1.8) * (0.7 + grey * 0.22 + roll * 0.3)))
}

/** The pane over a place, the distance to its nearest border and to its heart, in heights. */
function voronoi(x: number, y: number, cells: number, pane: (cx: number, cy: number) => Pane): { nearest: Pane; edge: number; reach: number } {
  const [cx, cy] = [Math.floor(x * cells), Math.floor(y * cells)]
  let nearest = pane(cx, cy)
  let best = Infinity
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const candidate = pane(cx + i, cy + j)
      const distance = (candidate.x - x) * (candidate.x - x) + (candidate.y - y) * (candidate.y - y)
      if (distance < best) [best, nearest] = [distance, candidate]
    }
  }
  let edge = Infinity
  for (let j = -2; j <= 2; j++) {
    for (let i = -2; i <= 2; i++) {
      const other = pane(cx + i, cy + j)
      if (other === nearest) continue
      const [dx, dy] = [other.x - nearest.x, other.y - nearest.y]
      const along = (((nearest.x + other.x) / 2 - x) * dx + ((nearest.y + other.y) / 2 - y) * dy) / Math.sqrt(dx * dx + dy * dy)
      edge = Math.min(edge, along)
    }
  }
  return { nearest, edge, reach: Math.sqrt(best) }
}
