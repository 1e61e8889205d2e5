import type { ManifestEntry } from '@lemouf/core/protocol'
import { keyOf, type Place } from '../loop-view/place.ts'
import { shownCycle, shownEntry } from '../loop-view/shown.ts'
import { isKnown } from '../loop-view/span.ts'
import type { Live, LoopViewState } from '../loop-view/state.ts'
import { nameIn } from './naming.ts'
import type { Size } from './zoom.ts'

/** Everything a result is drawn from: the attempt at a place, and why it may not be there. */
export interface LookedAt {
  readonly place: Place | undefined
  /** What it is called; nothing where there is no place. */
  readonly name: string
  readonly entry: ManifestEntry | undefined
  /** How far it is, while it is being made. */
  readonly live: Live | undefined
  /** Whether a person can have it made: nothing is under way by itself. */
  readonly canMake: boolean
  /** Its cycle has not been read yet, or it follows from a decision that is on its way. */
  readonly loading: boolean
  readonly exited: boolean
  /** The server does not answer. */
  readonly away: boolean
  /** The size it will have, as far as the others near it tell. */
  readonly shape: Size | undefined
}

export function lookAt(state: LoopViewState, place: Place | undefined): LookedAt {
  const { loop, known, connection, pending } = state
  const entry = shownEntry(state, place)
  const exited = loop?.status === 'exited'
  return {
    place,
    name: place === undefined ? '' : nameIn(state, place),
    entry,
    live: place === undefined ? undefined : state.live[keyOf(place)],
    canMake: loop !== undefined && !exited && (loop.mode === 'manual' || loop.status === 'ready'),
    loading: place === undefined || !isKnown(known, place.cycle) || (entry === undefined && pending.some(({ items }) => items.some((item) => item.place.cycle === place.cycle))),
    exited,
    away: connection === 'lost',
    shape: place === undefined ? undefined : sizeNear(state, place.cycle),
  }
}

/** The size of the last picture in a cycle, else in the one before, else in the first. */
function sizeNear(state: LoopViewState, cycle: number): Size | undefined {
  for (const near of [cycle, cycle - 1, 0]) {
    for (const { outputs } of shownCycle(state, near).toReversed()) {
      const { width, height } = outputs.images[0] ?? outputs.video[0] ?? {}
      if (width !== undefined && height !== undefined) return { width, height }
    }
  }
  return undefined
}
