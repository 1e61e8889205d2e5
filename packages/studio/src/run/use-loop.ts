import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Place } from '../loop-view/place.ts'
import { reduceView } from '../loop-view/reduce.ts'
import { initialView, type LoopViewState } from '../loop-view/state.ts'
import { server } from '../server/client.ts'
import { openFeed } from '../server/feed.ts'
import { createCommands, type Commands } from './commands.ts'
import { recall } from './grid/memory.ts'
import { useLoopMemory } from './grid/use-loop-memory.ts'

export interface LoopInView {
  readonly state: Readonly<ShallowRef<LoopViewState>>
  readonly commands: Commands
}

/**
 * A loop kept in view: its state, fed by the server, and the commands on it. Lives as long as the component that calls it.
 * Without a place it begins where it was left in this browser, else where the loop stands.
 */
export function useLoop(loopId: string, place: Place | undefined): LoopInView {
  const state = shallowRef(initialView(place ?? recall(loopId)?.cursor))
  const dispatch = (action: Parameters<typeof reduceView>[1]): void => { state.value = reduceView(state.value, action) }
  const commands = createCommands(server, loopId, { state: () => state.value, dispatch })
  useLoopMemory(loopId, state, commands)
  let first = true
  const close = openFeed(loopId, {
    began: () => {
      if (!first) dispatch({ type: 'forgotten' })
      first = false
      void commands.open()
    },
    changed: (change) => {
      dispatch({ type: 'changed', change })
      // The news holds a loop's status, in which a pause is hidden while results wait.
      if (change.reset || change.events.some(({ type }) => type === 'configured')) void commands.readPaused()
    },
    progressed: (progress) => dispatch({ type: 'progressed', progress, at: performance.now() }),
    previewed: (preview) => dispatch({ type: 'previewed', preview }),
    connection: (connection) => dispatch({ type: 'connected', connection }),
  })
  onScopeDispose(close)
  return { state, commands }
}
