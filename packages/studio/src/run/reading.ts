import { AppError } from '@lemouf/core/error'
import type { Client } from '@lemouf/core/protocol'
import { isKnown, pageStart } from '../loop-view/span.ts'
import { cycleCount } from '../loop-view/state.ts'
import { sentenceOf } from '../server/client.ts'
import type { Attempting, ViewStore } from './commands.ts'

/** Entries a page: what is read in less than half a frame, so that scrolling goes on meanwhile. */
const PAGE = 64

export interface Reading {
  /** Reads the loop anew, and the attempts around what is looked at. */
  readonly open: () => Promise<void>
  /** Reads those attempts of the cycles that are not known yet, page by page. */
  readonly reveal: (cycles: readonly number[]) => Promise<void>
  /** Reads again whether the loop is paused: its settings have changed. */
  readonly readPaused: () => Promise<void>
  /** Reads the cycles anew, known or not. */
  readonly readAgain: (cycles: readonly number[]) => Promise<void>
  /** Reads what the cursor stands on, where that is not known yet. */
  readonly readCursor: () => Promise<void>
}

/** What a view reads of its loop: how every attempt stands, and in full only what is near what is shown. */
export function createReading(server: Client, loopId: string, { state, dispatch }: ViewStore, attempt: Attempting): Reading {
  const params = { loop_id: loopId }
  let wanted: readonly number[] = [0]
  let paging = false
  let asked = 0

  function nextUnknown(): number | undefined {
    const { cursor, known } = state()
    const count = cycleCount(state())
    return [...(cursor === undefined ? [] : [cursor.cycle]), ...wanted].find((cycle) => cycle < count && !isKnown(known, cycle))
  }

  /** Gives the cycle after those that it read; Infinity at the end. */
  async function readPage(from: number): Promise<number> {
    const { epoch } = state()
    const page = await server('getManifest', { params, query: { from_cycle: from, limit: PAGE } })
    dispatch({ type: 'paged', epoch, from, entries: page.entries, next: page.next_cycle })
    return page.next_cycle ?? Infinity
  }

  async function readWanted(): Promise<void> {
    if (paging) return
    paging = true
    await attempt(async () => {
      for (let cycle = nextUnknown(); cycle !== undefined; cycle = nextUnknown()) await readPage(pageStart(state().known, cycle, PAGE))
    })
    paging = false
  }

  async function readOutline(): Promise<void> {
    const { epoch } = state()
    dispatch({ type: 'outlined', epoch, outline: await server('getOutline', { params }) })
  }

  async function open(): Promise<void> {
    try {
      const loop = await server('getLoop', { params, query: { manifest: 'none' } })
      dispatch({ type: 'opened', loop, approve: loop.approve, paused: loop.paused })
    } catch (error) {
      const missing = error instanceof AppError && error.code === 'loop_not_found'
      return dispatch({ type: 'unread', unread: { message: sentenceOf(error), missing } })
    }
    await readWanted()
    await attempt(readOutline)
  }

  /** Of several readings under way the last one asked for counts. */
  async function readPaused(): Promise<void> {
    const mine = ++asked
    await attempt(async () => {
      const { paused } = await server('getLoop', { params, query: { manifest: 'none' } })
      if (mine === asked) dispatch({ type: 'paused', paused })
    })
  }

  return {
    open,
    readPaused,
    reveal: (cycles) => {
      wanted = cycles
      return readWanted()
    },
    readAgain: async (cycles) => {
      let read = 0
      for (const cycle of cycles.toSorted((a, b) => a - b)) if (cycle >= read) read = await readPage(cycle)
    },
    readCursor: readWanted,
  }
}
