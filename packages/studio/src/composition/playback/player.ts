import type { Project } from '@lemouf/core/timeline'
import { onScopeDispose, type ShallowRef } from 'vue'
import type { ViewState } from '../document/view-state.ts'
import { FrameStore } from './frame-store.ts'
import type { Frames } from './frames.ts'
import { createTransport, type Transport } from './transport.ts'

export interface Player {
  readonly transport: Transport
  readonly frames: Frames
}

/** What plays a composition: its pictures and its sound by one clock. Lives as long as the component that calls it. */
export function createPlayer(project: Readonly<ShallowRef<Project>>, view: ViewState): Player {
  const frames = new FrameStore((media, error) => console.error(media, error))
  onScopeDispose(() => void frames.close())
  return { transport: createTransport(() => project.value, view), frames }
}
