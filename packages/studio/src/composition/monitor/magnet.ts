import type { Guide, Size } from '@lemouf/core/timeline'
import type { Edges, Point } from './plane.ts'

/** Lines of the frame that things cling to: upright ones by their x, lying ones by their y, in pixels of the frame. */
export interface Lines {
  readonly upright: readonly number[]
  readonly lying: readonly number[]
}
export const NO_LINES: Lines = { upright: [], lying: [] }

/** The frame's edges and middle, and its guides. */
export function linesOf(frame: Size, guides: readonly Guide[]): Lines {
  const own = (length: number, line: Guide['line']): readonly number[] => [0, length / 2, length, ...guides.filter((guide) => guide.line === line).map(({ at }) => at * length)]
  return { upright: own(frame.width, 'upright'), lying: own(frame.height, 'lying') }
}

/** A number that has been drawn to one nearby, and the line that did it. */
interface Drawn {
  readonly by: number
  readonly line: number | undefined
}

/** How far to go so that one of some places is on a line; not at all where none is within reach. */
function draw(places: readonly number[], lines: readonly number[], reach: number): Drawn {
  let best: Drawn = { by: 0, line: undefined }
  let least = reach
  for (const place of places) {
    for (const line of lines) {
      const by = line - place
      if (Math.abs(by) < least || (best.line === undefined && Math.abs(by) === least)) [least, best] = [Math.abs(by), { by, line }]
    }
  }
  return best
}

/** What a magnet adds, and the lines that hold. */
export interface Clung {
  readonly by: Point
  readonly lines: Lines
}

/** Draws a box to lines by its edges and its middle, within `reach` pixels of the frame. */
export function cling({ left, top, right, bottom }: Edges, lines: Lines, reach: number): Clung {
  const [x, y] = [draw([left, (left + right) / 2, right], lines.upright, reach), draw([top, (top + bottom) / 2, bottom], lines.lying, reach)]
  return { by: { x: x.by, y: y.by }, lines: { upright: x.line === undefined ? [] : [x.line], lying: y.line === undefined ? [] : [y.line] } }
}

/** A factor that puts the end of an arm on a line, and that line. */
export interface ClungFactor {
  readonly factor: number
  readonly lines: Lines
}

/** Draws the end of an arm, `from + factor · arm`, to the line within reach for which the factor changes least. */
export function clingFactor(from: Point, arm: Point, factor: number, lines: Lines, reach: number): ClungFactor {
  let best: ClungFactor = { factor, lines: NO_LINES }
  let least = reach
  const length = Math.hypot(arm.x, arm.y)
  const look = (axis: 'x' | 'y', line: number): void => {
    // An arm that hardly goes that way would have to be of any length to reach a line.
    if (Math.abs(arm[axis]) < length * 0.05 || length === 0) return
    const to = (line - from[axis]) / arm[axis]
    const way = Math.abs(to - factor) * length
    if (to <= 0 || way > least) return
    least = way
    best = { factor: to, lines: axis === 'x' ? { upright: [line], lying: [] } : { upright: [], lying: [line] } }
  }
  for (const line of lines.upright) look('x', line)
  for (const line of lines.lying) look('y', line)
  return best
}

/** An angle drawn to a multiple of 90° within `reach` degrees; with `steps`, to the nearest multiple of those instead. */
export function clingAngle(angle: number, reach: number, steps?: number): number {
  if (steps !== undefined) return Math.round(angle / steps) * steps
  const right = Math.round(angle / 90) * 90
  return Math.abs(angle - right) <= reach ? right : angle
}

/** How far an angle goes on from another one, the short way round: between −180 and 180. */
export const turnBetween = (from: number, to: number): number => ((((to - from) % 360) + 540) % 360) - 180
