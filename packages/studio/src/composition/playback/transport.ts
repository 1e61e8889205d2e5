import { durationOf, earlier, later, ticks, ZERO, type Project, type Range, type Ticks } from '@lemouf/core/timeline'
import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { ViewState } from '../document/view-state.ts'

export type Motion = 'paused' | 'playing' | 'scrubbing'

/** Where playing is, and moving it. */
export interface Transport {
  /** Always within the composition, its end included. While it plays, the beginning of the frame that is seen. */
  readonly playhead: Readonly<ShallowRef<Ticks>>
  readonly motion: Readonly<ShallowRef<Motion>>
  /** How fast it plays: 1 as recorded, negative backwards. 0 while it does not. */
  readonly rate: Readonly<ShallowRef<number>>
  /** Plays on from the playhead, at a speed; at the end from the start. */
  readonly play: (rate?: number) => void
  readonly pause: () => void
  readonly toggle: () => void
  /** Goes there, and plays on if it plays. */
  readonly seek: (at: Ticks) => void
  /** Goes there under a hand: what is passed is heard. Ends with `release`. */
  readonly scrub: (at: Ticks) => void
  readonly release: () => void
}

export const TRANSPORT: InjectionKey<Transport> = Symbol('transport')

export function useTransport(): Transport {
  const transport = inject(TRANSPORT)
  if (transport === undefined) throw new Error('There is no composition open here')
  return transport
}

/** What is marked, else all. */
export function rangeOf(project: Project, { markIn, markOut }: Pick<ViewState, 'markIn' | 'markOut'>): Range {
  const end = durationOf(project)
  const from = markIn === null ? ZERO : earlier(ticks(markIn), end)
  const to = markOut === null ? end : earlier(ticks(markOut), end)
  return from < to ? { from, to } : { from: ZERO, to: end }
}

/** What is gone round in where playing repeats, and what is played where it does not. */
export const playedRange = (project: Project, view: Pick<ViewState, 'markIn' | 'markOut' | 'repeat'>): Range =>
  view.repeat ? rangeOf(project, view) : { from: ZERO, to: durationOf(project) }

/** Where playing begins from a playhead: there, unless there is nothing left in that direction. */
export function startOf(playhead: Ticks, rate: number, range: Range, repeats: boolean): Ticks {
  if (rate < 0) return playhead <= range.from && repeats ? range.to : playhead <= ZERO ? range.to : playhead
  return playhead >= range.to ? range.from : later(playhead, ZERO)
}
