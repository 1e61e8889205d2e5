import { AppError } from '@lemouf/core/error'
import type { Decision } from '@lemouf/core/loop'
import { isUnanswered, type Client, type ManifestEntry } from '@lemouf/core/protocol'
import { approvable } from '../loop-view/approvable.ts'
import type { Place } from '../loop-view/place.ts'
import { selectionOf } from '../loop-view/selection.ts'
import { isInFlight, shownEntry, standingAt } from '../loop-view/shown.ts'
import type { Judged, Standing } from '../loop-view/state.ts'
import { placesToUndo } from '../loop-view/undo.ts'
import { sentenceOf } from '../server/client.ts'
import { text } from '../text/text.ts'
import type { Attempting, ViewStore } from './commands.ts'
import { createSending } from './sending.ts'

export type Edits = ManifestEntry['edits']

/** What goes with a decision. */
export interface DecisionExtra {
  readonly reason?: string
  readonly edits?: Edits
  /** With an approval: the other undecided results of its cycle are discarded. */
  readonly discard_siblings?: boolean
}

export interface Deciding {
  /** Decides on the attempt looked at, and goes on; or on another one, and stays. */
  readonly decide: (decision: Decision, extra?: DecisionExtra, elsewhere?: Place) => void
  /** Decides on many attempts as one step. What cannot be decided so is left out; where nothing is left, that is said. */
  readonly decideMany: (decision: Decision, places: readonly Place[], extra?: Omit<DecisionExtra, 'edits'>) => void
  /** Takes back the last step, or the decision on the attempt looked at, and goes there. */
  readonly undo: () => void
  /** Takes back the decisions in force on these attempts. */
  readonly undoMany: (places: readonly Place[]) => void
}

/** Attempts that the server takes decisions on at once. */
const AT_ONCE = 10_000

/** Decisions: shown at once, and sent in the order in which they were made. */
export function createDeciding(server: Client, loopId: string, { state, dispatch }: ViewStore, attempt: Attempting, readAgain: (cycles: readonly number[]) => Promise<void>): Deciding {
  const send = createSending({ state, dispatch }, attempt, readAgain)
  const say = (tone: 'error' | 'info', message: string, place?: Place): void => dispatch({ type: 'noticed', notice: { tone, message, ...(place && { place }) } })

  /** One step, in as many requests as it takes. */
  function sendMany(items: readonly Judged[], decision: Decision | 'undo', extra: Omit<DecisionExtra, 'edits'>): void {
    const parts = Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_unused, part) => items.slice(part * AT_ONCE, (part + 1) * AT_ONCE).map(addressOf))
    send(items, decision === 'undo' ? null : decision, extra.discard_siblings, parts.map((part, index) => async (call) => {
      try {
        const { refused, ...standing } = await server('decideMany', { body: { loop_id: loopId, decision, items: part, ...extra } }, call)
        return { standing, refused }
      } catch (error) {
        // The parts before it hold.
        if (index === 0 || isUnanswered(error) || !(error instanceof AppError)) throw error
        return { standing: undefined, refused: part.map((item) => ({ ...item, code: error.code, message: sentenceOf(error) })) }
      }
    }))
  }

  function decideOne(decision: Decision, extra: DecisionExtra, place: Place, entry: Standing): void {
    const obstacle = obstacleTo(decision, entry)
    if (obstacle !== undefined && state().connection === 'lost') say('error', text.serverAway)
    else if (obstacle !== undefined) say('error', obstacle, place)
    else {
      const item = seenAt(place, entry)
      send([item], decision, extra.discard_siblings, [async (call) => ({ standing: await server('decide', { body: { loop_id: loopId, ...addressOf(item), decision, ...extra } }, call), refused: [] })])
    }
  }

  function undoMany(places: readonly Place[]): void {
    const items = judgedAt(places).filter(({ entry }) => entry.decision !== null)
    const [item] = items
    if (item === undefined) say('info', text.nothingToUndo)
    else if (items.length > 1) sendMany(items, 'undo', {})
    else send([item], null, undefined, [async (call) => ({ standing: await server('undo', { body: { loop_id: loopId, ...addressOf(item) } }, call), refused: [] })])
  }

  /** An attempt as the person sees it; of those that were not read in full the prompt is not known. */
  function seenAt(place: Place, { revision }: Standing): Judged {
    const promptId = shownEntry(state(), place)?.prompt_id
    return promptId === undefined || promptId === '' ? { place, revision } : { place, revision, promptId }
  }

  /** The attempts as they are shown, those that there are. */
  const judgedAt = (places: readonly Place[]): readonly (Judged & { readonly entry: Standing })[] => places.flatMap((place) => {
    const entry = standingAt(state(), place)
    return entry === undefined ? [] : [{ ...seenAt(place, entry), entry }]
  })

  return {
    decide: (decision, extra = {}, elsewhere) => {
      const place = elsewhere ?? state().cursor
      const entry = standingAt(state(), place)
      if (place !== undefined && entry !== undefined) decideOne(decision, extra, place, entry)
    },
    decideMany: (decision, places, extra = {}) => {
      const all = judgedAt(places)
      const [first] = all
      if (first === undefined) return
      if (all.length === 1) return decideOne(decision, extra, first.place, first.entry)
      const chosen = decision === 'approve' ? approvable(state(), all.map(({ place }) => place)) : undefined
      const items = chosen === undefined ? all.filter(({ entry }) => entry.decision !== decision && obstacleTo(decision, entry) === undefined) : judgedAt(chosen.places)
      if (items.length > 0) sendMany(items, decision, extra)
      if (chosen !== undefined && chosen.ambiguous.length > 0) {
        dispatch({ type: 'selected', selection: selectionOf(chosen.ambiguous) })
        say('error', text.grid.several([...new Set(chosen.ambiguous.map(({ cycle }) => cycle + 1))]))
      } else if (items.length === 0) say('info', obstacleTo(decision, first.entry) ?? (decision === 'approve' ? text.grid.nothingToApprove : text.grid.alreadySo))
    },
    undo: () => undoMany(placesToUndo(state()) ?? []),
    undoMany,
  }
}

const addressOf = ({ place, revision, promptId }: Judged): { cycle_index: number; retry_index: number; revision: number; prompt_id?: string } =>
  ({ cycle_index: place.cycle, retry_index: place.retry, revision, ...(promptId === undefined ? {} : { prompt_id: promptId }) })

/** Why a decision cannot be made; undefined when it can. */
export function obstacleTo(decision: Decision, entry: Standing): string | undefined {
  if (isInFlight(entry)) return text.stillBeingMade
  if (decision === 'approve' && entry.status !== 'returned') return text.nothingToApprove
  return undefined
}
