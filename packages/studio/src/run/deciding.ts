import { AppError } from '@lemouf/core/error'
import type { Decision } from '@lemouf/core/loop'
import type { Client, DecisionResponse, ManifestEntry } from '@lemouf/core/protocol'
import { settings } from '../app/settings.ts'
import type { Place } from '../loop-view/place.ts'
import { isInFlight, shownEntry } from '../loop-view/shown.ts'
import { placeToUndo } from '../loop-view/undo.ts'
import { sentenceOf } from '../server/client.ts'
import { text } from '../text/text.ts'
import type { Attempting, ViewStore } from './commands.ts'

export type Edits = ManifestEntry['edits']

export interface Deciding {
  /** Decides on the attempt looked at, and goes on; or on another one, and stays. */
  readonly decide: (decision: Decision, extra?: { reason?: string; edits?: Edits }, elsewhere?: Place) => void
  /** Takes back the decision on the attempt looked at, else the last one, and goes there. */
  readonly undo: () => void
}

/** Decisions: shown at once, sent one after the other in the order in which they were made, taken back when refused. */
export function createDeciding(server: Client, loopId: string, { state, dispatch }: ViewStore, attempt: Attempting, readPage: (from: number) => Promise<void>): Deciding {
  let sent: Promise<void> = Promise.resolve()
  let made = 0

  function judge(place: Place, { revision }: ManifestEntry, decision: Decision | null, request: (at: Address) => Promise<DecisionResponse>): void {
    const id = ++made
    dispatch({ type: 'judged', pending: { id, place, decision, revision }, stay: !settings.value.autoAdvance })
    const at = { loop_id: loopId, cycle_index: place.cycle, retry_index: place.retry, revision }
    sent = sent.then(async () => {
      try {
        dispatch({ type: 'answered', id, response: await request(at) })
      } catch (error) {
        // It was refused because of something that this page has not heard of yet: first that, then what to say of it.
        if (error instanceof AppError && error.status === 409) await attempt(() => readPage(place.cycle))
        dispatch({ type: 'refused', id, message: sentenceOf(error) })
      }
    })
  }

  return {
    decide: (decision, extra = {}, elsewhere) => {
      const place = elsewhere ?? state().cursor
      const entry = shownEntry(state(), place)
      if (place === undefined || entry === undefined) return
      const obstacle = obstacleTo(decision, entry)
      if (obstacle !== undefined && state().connection === 'lost') dispatch({ type: 'noticed', notice: { tone: 'error', message: text.serverAway } })
      else if (obstacle !== undefined) dispatch({ type: 'noticed', notice: { tone: 'error', message: obstacle, place } })
      else judge(place, entry, decision, (at) => server('decide', { body: { ...at, decision, ...extra } }))
    },
    undo: () => {
      const place = placeToUndo(state())
      const entry = shownEntry(state(), place)
      if (place === undefined || entry === undefined) dispatch({ type: 'noticed', notice: { tone: 'info', message: text.nothingToUndo } })
      else judge(place, entry, null, (at) => server('undo', { body: at }))
    },
  }
}

interface Address {
  readonly loop_id: string
  readonly cycle_index: number
  readonly retry_index: number
  readonly revision: number
}

/** Why a decision cannot be made; undefined when it can. */
export function obstacleTo(decision: Decision, entry: ManifestEntry): string | undefined {
  if (isInFlight(entry)) return text.stillBeingMade
  if (decision === 'approve' && entry.status !== 'returned') return text.nothingToApprove
  return undefined
}
