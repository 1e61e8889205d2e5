import { AppError } from '@lemouf/core/error'
import type { Client } from '@lemouf/core/protocol'
import { firstGap, type Span } from '../loop-view/span.ts'
import { cycleCount } from '../loop-view/state.ts'
import { sentenceOf } from '../server/client.ts'
import type { Attempting, ViewStore } from './commands.ts'

/** Entries a page. */
const PAGE = 200

export interface Reading {
  /** Reads the loop anew, and the attempts around what is looked at. */
  readonly open: () => Promise<void>
  /** Reads those attempts of the cycles that are not known yet, page by page. */
  readonly reveal: (cycles: Span) => Promise<void>
  /** Reads a page from a cycle on, known or not. */
  readonly readPage: (from: number) => Promise<void>
}

/** What a view reads of its loop: only what is near what is shown. */
export function createReading(server: Client, loopId: string, { state, dispatch }: ViewStore, attempt: Attempting): Reading {
  const params = { loop_id: loopId }
  let wanted: Span = { from: 0, to: 1 }
  let paging = false

  const nextGap = (): number | undefined => firstGap(state().known, { from: wanted.from, to: Math.min(wanted.to, cycleCount(state())) })

  async function readPage(from: number): Promise<void> {
    const { epoch } = state()
    const page = await server('getManifest', { params, query: { from_cycle: from, limit: PAGE } })
    dispatch({ type: 'paged', epoch, from, entries: page.entries, next: page.next_cycle })
  }

  async function reveal(cycles: Span): Promise<void> {
    wanted = cycles
    if (paging) return
    paging = true
    await attempt(async () => {
      for (let gap = nextGap(); gap !== undefined; gap = nextGap()) await readPage(gap)
    })
    paging = false
  }

  async function open(): Promise<void> {
    try {
      const loop = await server('getLoop', { params, query: { manifest: 'none' } })
      dispatch({ type: 'opened', loop, approve: loop.approve })
    } catch (error) {
      const missing = error instanceof AppError && error.code === 'loop_not_found'
      return dispatch({ type: 'unread', unread: { message: sentenceOf(error), missing } })
    }
    const cycle = state().cursor?.cycle ?? 0
    await reveal({ from: Math.min(wanted.from, cycle), to: Math.max(wanted.to, cycle + 1) })
  }

  return { open, reveal, readPage }
}
