import { toHex, type Rgb } from './colours.ts'
import { coWave, wave } from './maths.ts'

/** A point in the drawing's units: a thousandth of the picture's height. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A number as SVG has it, with a tenth of a hundredth: enough for any size, and the same text on every machine. */
export const n = (value: number): string => `${Math.round(value * 100) / 100}`

const attributes = (style: Readonly<Record<string, string | number | Rgb>>): string =>
  Object.entries(style)
    .map(([name, value]) => ` ${name}="${typeof value === 'string' ? value : typeof value === 'number' ? n(value) : toHex(value)}"`)
    .join('')

type Style = Readonly<Record<string, string | number | Rgb>>

export const rect = (x: number, y: number, width: number, height: number, style: Style): string => `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${attributes(style)}/>`
export const circle = (centre: Point, radius: number, style: Style): string => `<circle cx="${n(centre.x)}" cy="${n(centre.y)}" r="${n(radius)}"${attributes(style)}/>`
export const path = (d: string, style: Style): string => `<path d="${d}"${attributes(style)}/>`
export const group = (content: string, style: Style): string => `<g${attributes(style)}>${content}</g>`

const at = ({ x, y }: Point): string => `${n(x)} ${n(y)}`

export const polygon = (points: readonly Point[]): string => `M${points.map(at).join('L')}Z`

/** An open or closed smooth line through points (Catmull-Rom, as cubic Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const get = (i: number): Point => points[closed ? (i + points.length) % points.length : Math.min(Math.max(i, 0), points.length - 1)] as Point
  let d = `M${at(get(0))}`
  for (let i = 0; i < points.length - (closed ? 0 : 1); i++) {
    const [before, from, to, after] = [get(i - 1), get(i), get(i + 1), get(i + 2)]
    d += `C${n(from.x + (to.x - before.x) / 6)} ${n(from.y + (to.y - before.y) / 6)} ${n(to.x - (after.x - from.x) / 6)} ${n(to.y - (after.y - from.y) / 6)} ${at(to)}`
  }
  return closed ? `${d}Z` : d
}

/** A point away from another: `turns` of 1 go once around, 0 to the right, a quarter down. */
export const polar = (centre: Point, radius: number, turns: number): Point => ({ x: centre.x + radius * coWave(turns), y: centre.y + radius * wave(turns) })

/** A line of changing width through points: its outline, `widths` across. */
export function ribbon(points: readonly Point[], widthAt: (share: number) => number): string {
  const left: Point[] = []
  const right: Point[] = []
  for (const [i, point] of points.entries()) {
    const before = points[Math.max(0, i - 1)] as Point
    const after = points[Math.min(points.length - 1, i + 1)] as Point
    const [dx, dy] = [after.x - before.x, after.y - before.y]
    const length = Math.sqrt(dx * dx + dy * dy) || 1
    const half = widthAt(i / (points.length - 1)) / 2
    left.push({ x: point.x - (dy / length) * half, y: point.y + (dx / length) * half })
    right.unshift({ x: point.x + (dy / length) * half, y: point.y - (dx / length) * half })
  }
  return curve([...left, ...right], true)
}

/** A gradient between colours from top to bottom, by its id. */
export const verticalGradient = (id: string, stops: readonly Rgb[]): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map((stop, i) => `<stop offset="${n(i / (stops.length - 1))}" stop-color="${toHex(stop)}"/>`).join('')}</linearGradient>`
