import type { DecisionResponse, LoopSummary } from '@lemouf/core/protocol'
import { nextToJudge } from './cursor.ts'
import { withEntries } from './entries.ts'
import { keyOf, samePlace, type Place } from './place.ts'
import { NOTHING_SELECTED, selectionOf } from './selection.ts'
import { overlaid, standingAt } from './shown.ts'
import type { Judged, LoopViewState, PendingDecision } from './state.ts'

/** What a person's decisions do to a view: at once, when they are answered, and when they are refused. */
export type JudgingAction =
  /** `stay`: the cursor does not go on to the next. */
  | { readonly type: 'judged'; readonly pending: Omit<PendingDecision, 'landed' | 'left'>; readonly stay?: boolean }
  /** The server took it, but for the items refused. */
  | { readonly type: 'answered'; readonly id: number; readonly standing: LoopStanding; readonly refused?: readonly Place[] }
  | { readonly type: 'refused'; readonly id: number; readonly message: string }

/** Where the loop stands after a decision; of a decision on one attempt also what is in force on it now. */
export type LoopStanding = Pick<DecisionResponse, 'next_cycle_index' | 'next_retry_index'> & { readonly status: LoopSummary['status'] } & Partial<Pick<DecisionResponse, 'decision' | 'revision'>>

const UNDO_DEPTH = 1000

/** The view once a person has decided, or taken decisions back: at once, before the server has heard of it. With `stay` the cursor does not go on. */
export function judged(state: LoopViewState, pending: Extract<JudgingAction, { type: 'judged' }>['pending'], stay: boolean): LoopViewState {
  const { items, decision } = pending
  const places = items.map(({ place }) => place)
  const before = withoutPlaces(state.decided, places)
  const left = places.find((place) => samePlace(place, state.cursor))
  const marked = (landed: Place | undefined): LoopViewState => ({
    ...state,
    decided: decision === null ? before : [...before, places].slice(-UNDO_DEPTH),
    selection: decision === null && items.length > 1 ? selectionOf(places) : NOTHING_SELECTED,
    notice: undefined,
    following: false,
    pending: [...state.pending, { ...pending, left, landed }],
  })
  if (decision === null) return { ...marked(places[0]), cursor: left ?? places[0] ?? state.cursor }
  // What has left the view cannot be stayed at.
  if (left === undefined || (stay && !state.undecidedOnly)) return marked(undefined)
  const landed = nextToJudge(marked(left), left) ?? left
  return { ...marked(landed), cursor: landed }
}

/** The steps that can be undone, but for some of their attempts. */
function withoutPlaces(steps: LoopViewState['decided'], places: readonly Place[]): LoopViewState['decided'] {
  const gone = new Set(places.map(keyOf))
  return steps.map((step) => (step.some((place) => gone.has(keyOf(place))) ? step.filter((place) => !gone.has(keyOf(place))) : step)).filter((step) => step.length > 0)
}

/** The view once the server has taken a decision, but for those of its attempts that it refused. A decision not known is none of this view. */
export function answered(state: LoopViewState, { id, standing, refused: places = [] }: Extract<JudgingAction, { type: 'answered' }>): LoopViewState {
  const pending = state.pending.find((known) => known.id === id)
  if (pending === undefined) return state
  const not = new Set(places.map(keyOf))
  const taken = { ...pending, items: pending.items.filter(({ place }) => !not.has(keyOf(place))) }
  const next = confirmed({ ...state, pending: state.pending.filter((known) => known.id !== id), decided: withoutPlaces(state.decided, places) }, taken, standing)
  // Nothing waited when the decision was made: go where the loop goes on, unless the person has gone elsewhere.
  const onward = { cycle: standing.next_cycle_index, retry: standing.next_retry_index }
  const waited = pending.decision !== null && pending.left !== undefined && samePlace(pending.landed, pending.left) && samePlace(state.cursor, pending.left)
  const settled = standing.status === 'complete' || (standingAt(next, onward)?.decision ?? null) !== null
  return waited && !settled ? { ...next, cursor: onward } : next
}

/** The decision as the server took it, in case the news of it is still to come. */
function confirmed(state: LoopViewState, taken: PendingDecision, standing: LoopStanding): LoopViewState {
  const cycles = state.cycles.slice()
  const outline = state.outline?.slice()
  for (const cycle of new Set(taken.items.map(({ place }) => place.cycle))) {
    const [known, outlined] = [cycles[cycle], outline?.[cycle]]
    if (known !== undefined) cycles[cycle] = overlaid(known, taken, cycle)
    if (outline !== undefined && outlined !== undefined) outline[cycle] = overlaid(outlined, taken, cycle)
  }
  return withExact({ ...state, cycles, outline }, taken.items, standing)
}

/** An undo can bring an earlier decision back into force: of one attempt the answer says which. */
function withExact(state: LoopViewState, items: readonly Judged[], { decision, revision }: LoopStanding): LoopViewState {
  const [item] = items
  if (item === undefined || decision === undefined || revision === undefined) return state
  const known = state.cycles[item.place.cycle]?.find((entry) => entry.retry_index === item.place.retry)
  if (known === undefined || known.revision > revision) return state
  const exact = { ...known, decision, revision }
  return { ...state, cycles: withEntries(state.cycles, [exact]), outline: state.outline && withEntries(state.outline, [exact]) }
}

/** The view as it was before a decision that the server took nothing of, with what it said; several attempts are selected again. */
export function refused(state: LoopViewState, { id, message }: Extract<JudgingAction, { type: 'refused' }>): LoopViewState {
  const pending = state.pending.find((known) => known.id === id)
  if (pending === undefined) return state
  const { items, left, landed } = pending
  const places = items.map(({ place }) => place)
  const [only] = places.length === 1 ? places : []
  return {
    ...state,
    pending: state.pending.filter((known) => known.id !== id),
    decided: withoutPlaces(state.decided, places),
    cursor: landed !== undefined && samePlace(state.cursor, landed) ? (left ?? only ?? state.cursor) : state.cursor,
    selection: only === undefined ? selectionOf(places) : state.selection,
    notice: { tone: 'error', message, ...(only === undefined ? {} : { place: only }) },
  }
}

