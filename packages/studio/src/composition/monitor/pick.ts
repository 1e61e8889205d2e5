import type { Layer } from '@lemouf/core/timeline'
import { covers, type Point } from './plane.ts'

/** The clips at a point of the frame, the nearest first. */
export const clipsAt = (layers: readonly Layer[], point: Point): readonly string[] =>
  layers.filter(({ placement }) => covers(placement, point)).map(({ clip }) => clip.id).toReversed()

/** Which of the clips at a point a click takes: the nearest, or the one below the one that is chosen, and from the lowest the nearest again. */
export function pickAt(at: readonly string[], chosen: ReadonlySet<string>): string | undefined {
  const [only] = chosen.size === 1 ? chosen : []
  const index = only === undefined ? -1 : at.indexOf(only)
  return at[(index + 1) % at.length]
}
