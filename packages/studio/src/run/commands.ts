import type { Client } from '@lemouf/core/protocol'
import type { Screen } from '../app/address.ts'
import { composeFrom } from '../composition/starting.ts'
import type { Place } from '../loop-view/place.ts'
import type { ViewAction } from '../loop-view/reduce.ts'
import type { Selection } from '../loop-view/selection.ts'
import type { LoopViewState } from '../loop-view/state.ts'
import { sentenceOf } from '../server/client.ts'
import { text } from '../text/text.ts'
import { createDeciding } from './deciding.ts'
import { createReading } from './reading.ts'

/** Where the one state of a view lives. */
export interface ViewStore {
  readonly state: () => LoopViewState
  readonly dispatch: (action: ViewAction) => void
}

/** Does something; a refusal becomes a notice beside the actions. */
export type Attempting = (work: () => Promise<unknown>) => Promise<void>

/** What a person can make a loop do. All of it ends in actions on the store. */
export type Commands = ReturnType<typeof createCommands>

export function createCommands(server: Client, loopId: string, store: ViewStore) {
  const { dispatch } = store
  const loop = { loop_id: loopId }
  const inform = (message: string): void => dispatch({ type: 'noticed', notice: { tone: 'info', message } })
  const attempt: Attempting = async (work) => {
    try {
      await work()
    } catch (error) {
      dispatch({ type: 'noticed', notice: { tone: 'error', message: sentenceOf(error) } })
    }
  }
  const reading = createReading(server, loopId, store, attempt)

  return {
    open: reading.open,
    reveal: reading.reveal,
    readPaused: reading.readPaused,
    ...createDeciding(server, loopId, store, attempt, reading.readAgain),
    move: (to: Place): void => {
      dispatch({ type: 'moved', to })
      void reading.readCursor()
    },
    select: (selection: Selection): void => dispatch({ type: 'selected', selection }),
    /** Shows only what waits for a person, or everything. */
    filter: (undecidedOnly: boolean): void => {
      dispatch({ type: 'filtered', undecidedOnly })
      void reading.readCursor()
    },
    /** Says something beside the actions. */
    inform,
    dismiss: (): void => dispatch({ type: 'noticed', notice: undefined }),
    cancel: ({ cycle, retry }: Place): Promise<void> => attempt(() => server('cancel', { body: { ...loop, cycle_index: cycle, retry_index: retry } })),
    /** Makes the next attempt of a cycle. */
    step: (cycle: number): Promise<void> => attempt(() => server('step', { body: { ...loop, cycle_index: cycle } })),
    /** Goes on with a loop that was paused. */
    resume: (): Promise<void> => attempt(() => server('configure', { body: { ...loop, paused: false } })),
    exportApproved: (): Promise<void> => attempt(async () => {
      const { count, path } = await server('exportApproved', { body: loop })
      dispatch({ type: 'noticed', notice: { tone: 'info', message: text.exported(count, path), path } })
    }),
    /** Goes on with what is approved as a film. */
    compose: (go: (to: Screen) => void): Promise<void> => attempt(async () => go(await composeFrom({ type: 'loop', ...loop }))),
    exit: (): Promise<void> => attempt(async () => {
      const { complete } = await server('exit', { body: loop })
      inform(complete ? text.exitedComplete : text.exitedEarly)
    }),
    /** Begins anew with the same workflow, and makes the first attempt. */
    restart: (): Promise<void> => attempt(async () => {
      await server('reset', { body: { ...loop, keep_workflow: true } })
      await server('step', { body: loop })
    }),
  }
}
