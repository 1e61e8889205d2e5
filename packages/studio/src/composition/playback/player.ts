import type { Project } from '@lemouf/core/timeline'
import { shallowRef, type ShallowRef } from 'vue'
import type { ViewState } from '../document/view-state.ts'
import type { Frames } from './frames.ts'
import { createTransport, type Transport } from './transport.ts'

export interface Player {
  readonly transport: Transport
  readonly frames: Frames
}

/** What plays a composition: its pictures and its sound by one clock. Lives as long as the component that calls it. */
export function createPlayer(project: Readonly<ShallowRef<Project>>, view: ViewState): Player {
  return { transport: createTransport(() => project.value, view), frames: { of: () => undefined, arrived: shallowRef(0) } }
}
