import { AppError } from '@lemouf/core/error'
import type { Decision } from '@lemouf/core/loop'
import type { Client, DecisionsResponse, ManifestEntry } from '@lemouf/core/protocol'
import { settings } from '../app/settings.ts'
import type { LoopStanding } from '../loop-view/judging.ts'
import { placeOf, type Place } from '../loop-view/place.ts'
import { selectionOf } from '../loop-view/selection.ts'
import { isInFlight, standingAt } from '../loop-view/shown.ts'
import type { Judged, Standing } from '../loop-view/state.ts'
import { placesToUndo } from '../loop-view/undo.ts'
import { sentenceOf } from '../server/client.ts'
import { text } from '../text/text.ts'
import type { Attempting, ViewStore } from './commands.ts'

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

/** Decisions: shown at once, sent one after the other in the order in which they were made, taken back when refused. */
export function createDeciding(server: Client, loopId: string, { state, dispatch }: ViewStore, attempt: Attempting, readAgain: (cycles: readonly number[]) => Promise<void>): Deciding {
  let sent: Promise<void> = Promise.resolve()
  let made = 0
  const say = (tone: 'error' | 'info', message: string, place?: Place): void => dispatch({ type: 'noticed', notice: { tone, message, ...(place && { place }) } })

  /** The newer state first, then what to say of the refusal. */
  const readRefused = (places: readonly Place[]): Promise<void> => attempt(() => readAgain([...new Set(places.map(({ cycle }) => cycle))]))

  function send(items: readonly Judged[], decision: Decision | null, discardSiblings: boolean | undefined, request: () => Promise<Sent>): void {
    const id = ++made
    dispatch({ type: 'judged', pending: { id, items, decision, discardSiblings }, stay: !settings.value.autoAdvance })
    sent = sent.then(async () => {
      try {
        const { standing, refused } = await request()
        const places = refused.map(placeOf)
        if (places.length > 0) await readRefused(places)
        dispatch({ type: 'answered', id, standing, refused: places })
        if (places.length > 0) explain(items.length, refused)
      } catch (error) {
        // It was refused because of something that this page has not heard of yet.
        if (error instanceof AppError && error.status === 409) await readRefused(items.map(({ place }) => place))
        dispatch({ type: 'refused', id, message: sentenceOf(error) })
      }
    })
  }

  /** Those that were refused stay selected. */
  function explain(asked: number, refused: DecisionsResponse['refused']): void {
    dispatch({ type: 'selected', selection: selectionOf(refused.map(placeOf)) })
    say('error', text.grid.refused(refused.length, asked, refused[0]?.message ?? ''))
  }

  function sendMany(items: readonly Judged[], decision: Decision | 'undo', extra: Omit<DecisionExtra, 'edits'>): void {
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const part = items.slice(from, from + AT_ONCE)
      send(part, decision === 'undo' ? null : decision, extra.discard_siblings, async () => {
        const { refused, ...standing } = await server('decideMany', { body: { loop_id: loopId, decision, items: part.map(addressOf), ...extra } })
        return { standing, refused }
      })
    }
  }

  function decideOne(decision: Decision, extra: DecisionExtra, place: Place, entry: Standing): void {
    const obstacle = obstacleTo(decision, entry)
    if (obstacle !== undefined && state().connection === 'lost') say('error', text.serverAway)
    else if (obstacle !== undefined) say('error', obstacle, place)
    else {
      const item = { place, revision: entry.revision }
      send([item], decision, extra.discard_siblings, async () => ({ standing: await server('decide', { body: { loop_id: loopId, ...addressOf(item), decision, ...extra } }), refused: [] }))
    }
  }

  function undoMany(places: readonly Place[]): void {
    const items = judgedAt(places).filter(({ entry }) => entry.decision !== null)
    const [item] = items
    if (item === undefined) say('info', text.nothingToUndo)
    else if (items.length > 1) sendMany(items, 'undo', {})
    else send([item], null, undefined, async () => ({ standing: await server('undo', { body: { loop_id: loopId, ...addressOf(item) } }), refused: [] }))
  }

  /** The attempts as they are shown, those that there are. */
  const judgedAt = (places: readonly Place[]): readonly (Judged & { readonly entry: Standing })[] => places.flatMap((place) => {
    const entry = standingAt(state(), place)
    return entry === undefined ? [] : [{ place, revision: entry.revision, entry }]
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
      const items = all.filter(({ entry }) => entry.decision !== decision && obstacleTo(decision, entry) === undefined)
      if (all.length === 1) decideOne(decision, extra, first.place, first.entry)
      else if (items.length > 0) sendMany(items.map(({ place, revision }) => ({ place, revision })), decision, extra)
      else say('info', obstacleTo(decision, first.entry) ?? text.grid.alreadySo)
    },
    undo: () => undoMany(placesToUndo(state()) ?? []),
    undoMany,
  }
}

interface Sent {
  readonly standing: LoopStanding
  readonly refused: DecisionsResponse['refused']
}

const addressOf = ({ place, revision }: Judged): { cycle_index: number; retry_index: number; revision: number } => ({ cycle_index: place.cycle, retry_index: place.retry, revision })

/** Why a decision cannot be made; undefined when it can. */
export function obstacleTo(decision: Decision, entry: Standing): string | undefined {
  if (isInFlight(entry)) return text.stillBeingMade
  if (decision === 'approve' && entry.status !== 'returned') return text.nothingToApprove
  return undefined
}
