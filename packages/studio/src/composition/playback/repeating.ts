import type { Project } from '@lemouf/core/timeline'
import type { ViewState } from '../document/view-state.ts'
import { rangeOf, type Transport } from './transport.ts'

/** Plays what is marked, or all, over and over, from its beginning where the playhead is outside of it; asked again, playing goes on to the end. */
export function toggleRepeat(project: Project, transport: Transport, view: Pick<ViewState, 'markIn' | 'markOut' | 'repeat'>): void {
  view.repeat = !view.repeat
  if (!view.repeat) return
  const { from, to } = rangeOf(project, view)
  const at = transport.playhead.value
  if (at < from || at >= to) transport.seek(from)
  if (transport.motion.value !== 'playing') transport.play()
}
