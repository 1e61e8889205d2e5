import { durationOf, earlier, later, ticks, ZERO, type Project, type Range, type Ticks } from '@lemouf/core/timeline'
import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { ViewState } from '../document/view-state.ts'

export type Motion = 'paused' | 'playing' | 'scrubbing'

/** Where playing is, and moving it. */
export interface Transport {
  /** Always within the composition, its end included. */
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

/** What is played: the marked range, else all. */
export function rangeOf(project: Project, { markIn, markOut }: Pick<ViewState, 'markIn' | 'markOut'>): Range {
  const end = durationOf(project)
  const from = markIn === null ? ZERO : earlier(ticks(markIn), end)
  const to = markOut === null ? end : earlier(ticks(markOut), end)
  return from < to ? { from, to } : { from: ZERO, to: end }
}

/** A transport that keeps its playhead in the view. */
export function createTransport(project: () => Project, view: ViewState): Transport {
  const motion = shallowRef<Motion>('paused')
  const rate = shallowRef(0)
  const within = (at: Ticks): Ticks => later(ZERO, earlier(at, durationOf(project())))
  const playhead = shallowRef(within(ticks(view.playhead)))

  function seek(at: Ticks): void {
    playhead.value = within(at)
    view.playhead = playhead.value
  }
  function pause(): void {
    motion.value = 'paused'
    rate.value = 0
  }
  function play(speed = 1): void {
    motion.value = 'playing'
    rate.value = speed
  }

  return {
    playhead, motion, rate, play, pause, seek,
    toggle: () => (motion.value === 'playing' ? pause() : play()),
    scrub: (at) => {
      motion.value = 'scrubbing'
      seek(at)
    },
    release: pause,
  }
}
