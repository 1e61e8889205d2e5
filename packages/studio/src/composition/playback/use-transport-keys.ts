import { durationOf, ZERO, type Project, type Ticks } from '@lemouf/core/timeline'
import type { ShallowRef } from 'vue'
import { useKeys } from '../../keys/use-keys.ts'
import type { ViewState } from '../document/view-state.ts'
import { toggleRepeat } from './repeating.ts'
import { shuttled } from './shuttle.ts'
import { framesFrom, secondsFrom } from './steps.ts'
import type { Transport } from './transport.ts'

/** The keys that play and move the playhead, while the component lives. A step stops what plays. */
export function useTransportKeys(project: Readonly<ShallowRef<Project>>, transport: Transport, view: Pick<ViewState, 'markIn' | 'markOut' | 'repeat'>): void {
  const { playhead, rate } = transport
  const step = (to: (at: Ticks) => Ticks) => (): void => {
    transport.pause()
    transport.seek(to(playhead.value))
  }
  useKeys({
    play: transport.toggle,
    shuttleBack: () => transport.play(shuttled(rate.value, -1)),
    shuttleStop: transport.pause,
    shuttleForward: () => transport.play(shuttled(rate.value, 1)),
    frameBack: step((at) => framesFrom(project.value, at, -1)),
    frameForward: step((at) => framesFrom(project.value, at, 1)),
    secondBack: step((at) => secondsFrom(project.value, at, -1)),
    secondForward: step((at) => secondsFrom(project.value, at, 1)),
    toStart: () => transport.seek(ZERO),
    toEnd: () => transport.seek(durationOf(project.value)),
    repeatRange: () => toggleRepeat(project.value, transport, view),
  })
}
