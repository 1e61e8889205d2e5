import type { Size } from '@lemouf/core/timeline'
import type { Edges } from './plane.ts'

/** A line across the frame, in parts of its width and height. */
export interface Line {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

const upright = (x: number): Line => ({ x1: x, y1: 0, x2: x, y2: 1 })
const lying = (y: number): Line => ({ x1: 0, y1: y, x2: 1, y2: y })

export const GRID: readonly Line[] = [1 / 3, 2 / 3].flatMap((part) => [upright(part), lying(part)])
export const DIAGONALS: readonly Line[] = [{ x1: 0, y1: 0, x2: 1, y2: 1 }, { x1: 1, y1: 0, x2: 0, y2: 1 }]

/** A cross in the middle, its arms as long in both directions on the screen. */
export function crossOf({ width, height }: Size): readonly Line[] {
  const arm = Math.min(width, height) * 0.06
  const [x, y] = [arm / width, arm / height]
  return [{ x1: 0.5 - x, y1: 0.5, x2: 0.5 + x, y2: 0.5 }, { x1: 0.5, y1: 0.5 - y, x2: 0.5, y2: 0.5 + y }]
}

const centred = (part: number): Edges => ({ left: (1 - part) / 2, top: (1 - part) / 2, right: (1 + part) / 2, bottom: (1 + part) / 2 })

/**
 * Safe areas as centred parts of width and height: action 93 %, titles and graphics 90 %. SMPTE ST 2046-1 and, with 3.5 % and 5 % free at
 * each edge, EBU R 95.
 */
export const SAFE = { action: centred(0.93), title: centred(0.9) } as const

/** Marks of a ruler: where, and what stands there. `step` is a round number of pixels of the frame that is not too narrow to read. */
export function rulerMarks(length: number, scale: number): { readonly step: number; readonly marks: readonly number[] } {
  const least = LEAST_STEP / scale
  const power = 10 ** Math.floor(Math.log10(least))
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= least) ?? 10) * power)
  return { step, marks: Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => index * step) }
}
/** CSS pixels between two figures. */
const LEAST_STEP = 54
