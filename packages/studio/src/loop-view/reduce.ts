import { ATTEMPT_STATUSES } from '@lemouf/core/loop'
import type { Change, DecisionResponse, LoopSummary, LoopView, ManifestEntry, Preview, Progress } from '@lemouf/core/protocol'
import type { Connection } from '../server/feed.ts'
import { nextToJudge } from './cursor.ts'
import { keyOf, placeOf, samePlace, type Place } from './place.ts'
import { isInFlight, shownEntry } from './shown.ts'
import { addSpan } from './span.ts'
import { cycleCount, initialView, type Live, type LoopViewState, type Notice, type PendingDecision, type Unread } from './state.ts'

/** What can happen to a view: news from the server, and what the person does. */
export type ViewAction =
  /** The stream was broken: what was known may be old. The cursor stays. */
  | { readonly type: 'forgotten' }
  | { readonly type: 'opened'; readonly loop: LoopSummary; readonly approve?: LoopView['approve'] }
  | { readonly type: 'unread'; readonly unread: Unread }
  | { readonly type: 'connected'; readonly connection: Connection }
  | { readonly type: 'paged'; readonly epoch: number; readonly from: number; readonly entries: readonly ManifestEntry[]; readonly next: number | null }
  | { readonly type: 'changed'; readonly change: Change }
  | { readonly type: 'progressed'; readonly progress: Progress; readonly at: number }
  | { readonly type: 'previewed'; readonly preview: Preview }
  | { readonly type: 'moved'; readonly to: Place }
  | { readonly type: 'judged'; readonly pending: Omit<PendingDecision, 'landed'>; readonly stay?: boolean }
  | { readonly type: 'answered'; readonly id: number; readonly response: DecisionResponse }
  | { readonly type: 'refused'; readonly id: number; readonly message: string }
  | { readonly type: 'noticed'; readonly notice: Notice | undefined }

/** The view after an action. Pure; news may come twice or in any order. */
export function reduceView(state: LoopViewState, action: ViewAction): LoopViewState {
  const next = reduced(state, action)
  return next.notice === state.notice && isOutdated(state, next) ? { ...next, notice: undefined } : next
}

/** What was said of an attempt no longer holds when that attempt has gone on. */
function isOutdated(before: LoopViewState, after: LoopViewState): boolean {
  const [was, is] = [entryAt(before, before.notice?.place), entryAt(after, before.notice?.place)]
  return was !== undefined && (was.status !== is?.status || was.revision !== is.revision)
}

/** The attempt as the server knows it. */
function entryAt({ cycles }: LoopViewState, place: Place | undefined): ManifestEntry | undefined {
  return place === undefined ? undefined : cycles[place.cycle]?.find((known) => known.retry_index === place.retry)
}

function reduced(state: LoopViewState, action: ViewAction): LoopViewState {
  switch (action.type) {
    case 'forgotten':
      return { ...lasting(state), cursor: state.cursor, epoch: state.epoch + 1, decided: state.decided }
    case 'opened':
      return opened(state, action)
    case 'unread':
      return { ...state, unread: action.unread }
    case 'connected':
      return connected(state, action.connection)
    case 'paged':
      return action.epoch === state.epoch ? withPage(state, action) : state
    case 'changed':
      return withChange(state, action.change)
    case 'progressed':
      return withLive(state, placeOf(action.progress), (live) => {
        const { done } = action.progress
        return { ...live, done, since: live?.since !== undefined && live.since.done <= done ? live.since : { at: action.at, done } }
      })
    case 'previewed':
      return withLive(state, placeOf(action.preview), (live) => ({ done: 0, ...live, preview: action.preview.url }))
    case 'moved':
      return { ...state, cursor: action.to, notice: undefined, following: false }
    case 'judged':
      return judged(state, action.pending, action.stay === true)
    case 'answered':
      return answered(state, action)
    case 'refused':
      return refused(state, action)
    case 'noticed':
      return { ...state, notice: action.notice }
  }
}

const newer = (known: LoopSummary | undefined, incoming: LoopSummary): LoopSummary => (known !== undefined && known.seq > incoming.seq ? known : incoming)

/** An empty view that keeps what does not come from the loop. */
const lasting = ({ connection, following }: LoopViewState): LoopViewState => ({ ...initialView(), connection, following })

function opened(state: LoopViewState, { loop, approve }: Extract<ViewAction, { type: 'opened' }>): LoopViewState {
  // An address with a place far behind is a place that a person has chosen.
  const atHead = state.cursor === undefined || state.cursor.cycle >= loop.current_cycle - 1
  const following = state.following || (state.loop === undefined && approve === 'all' && atHead)
  return placed({ ...state, loop: newer(state.loop, loop), base: Math.max(state.base, loop.seq), unread: undefined, following })
}

/** Away, nothing under way tells how far it is; back, what was refused because of it no longer is. */
function connected(state: LoopViewState, connection: Connection): LoopViewState {
  if (connection === 'lost') return { ...state, connection, live: {} }
  const wasAway = connection === 'live' && state.connection !== 'live' && state.notice?.tone === 'error'
  return { ...state, connection, notice: wasAway ? undefined : state.notice }
}

/** The cursor within the loop; where the loop itself stands, when nobody has said otherwise. */
function placed(state: LoopViewState): LoopViewState {
  const { loop, cursor } = state
  if (loop === undefined) return state
  if (cursor === undefined) return { ...state, cursor: { cycle: loop.current_cycle, retry: loop.current_retry } }
  const last = Math.max(0, cycleCount(state) - 1)
  return cursor.cycle <= last ? state : { ...state, cursor: { cycle: last, retry: 0 } }
}

function withPage(state: LoopViewState, { from, entries, next }: Extract<ViewAction, { type: 'paged' }>): LoopViewState {
  const to = next === null ? Infinity : Math.max(next, from + 1)
  return { ...state, cycles: withEntries(state.cycles, entries), known: addSpan(state.known, { from, to }) }
}

function withChange(state: LoopViewState, change: Change): LoopViewState {
  if (change.loop.seq <= state.base) return state
  if (change.reset) return resetView(state, change)
  const settled = new Set(change.entries.filter((entry) => !isInFlight(entry)).map((entry) => keyOf(placeOf(entry))))
  const live = Object.fromEntries(Object.entries(state.live).filter(([key]) => !settled.has(key)))
  const cycles = withEntries(state.cycles, change.entries)
  return placed({ ...state, loop: newer(state.loop, change.loop), cycles, live, cursor: state.following ? followed(state, change.entries) : state.cursor })
}

/** The newest result among the news, where there is one further on than the cursor. */
function followed({ cursor }: LoopViewState, entries: readonly ManifestEntry[]): Place | undefined {
  const newest = entries.findLast((entry) => entry.status === 'returned')
  if (newest === undefined) return cursor
  const isBehind = cursor !== undefined && (newest.cycle_index < cursor.cycle || (newest.cycle_index === cursor.cycle && newest.retry_index < cursor.retry))
  return isBehind ? cursor : placeOf(newest)
}

function resetView(state: LoopViewState, { loop, entries }: Change): LoopViewState {
  return {
    ...lasting(state),
    cursor: { cycle: loop.current_cycle, retry: loop.current_retry },
    loop,
    cycles: withEntries([], entries),
    known: [{ from: 0, to: Infinity }],
    base: loop.seq,
    epoch: state.epoch + 1,
  }
}

function withEntries(cycles: LoopViewState['cycles'], entries: readonly ManifestEntry[]): LoopViewState['cycles'] {
  const next = cycles.slice()
  for (const entry of entries) {
    while (next.length <= entry.cycle_index) next.push([])
    next[entry.cycle_index] = withEntry(next[entry.cycle_index] ?? [], entry)
  }
  return next
}

function withEntry(entries: readonly ManifestEntry[], entry: ManifestEntry): readonly ManifestEntry[] {
  const index = entries.findIndex((known) => known.retry_index >= entry.retry_index)
  const known = entries[index]
  if (known === undefined) return [...entries, entry]
  if (known.retry_index > entry.retry_index) return entries.toSpliced(index, 0, entry)
  return isOlder(entry, known) ? entries : entries.with(index, entry)
}

/** Revisions and statuses of an attempt only ever go forward. */
function isOlder(entry: ManifestEntry, known: ManifestEntry): boolean {
  if (entry.revision !== known.revision) return entry.revision < known.revision
  return ATTEMPT_STATUSES.indexOf(entry.status) < ATTEMPT_STATUSES.indexOf(known.status)
}

function withLive(state: LoopViewState, place: Place, change: (live: Live | undefined) => Live): LoopViewState {
  const entry = entryAt(state, place)
  if (entry !== undefined && !isInFlight(entry)) return state
  const key = keyOf(place)
  return { ...state, live: { ...state.live, [key]: change(state.live[key]) } }
}

const UNDO_DEPTH = 1000

function judged(state: LoopViewState, pending: Omit<PendingDecision, 'landed'>, stay: boolean): LoopViewState {
  const { place, decision } = pending
  const before = state.decided.filter((known) => !samePlace(known, place))
  const decided = decision === null ? before : [...before, place].slice(-UNDO_DEPTH)
  const marked = (landed: Place | undefined): LoopViewState => ({ ...state, decided, notice: undefined, following: false, pending: [...state.pending, { ...pending, landed }] })
  if (decision === null) return { ...marked(place), cursor: place }
  if (stay || !samePlace(state.cursor, place)) return marked(undefined)
  const landed = nextToJudge(marked(place), place) ?? place
  return { ...marked(landed), cursor: landed }
}

function answered(state: LoopViewState, { id, response }: Extract<ViewAction, { type: 'answered' }>): LoopViewState {
  const pending = state.pending.find((known) => known.id === id)
  if (pending === undefined) return state
  const { place } = pending
  const entry = entryAt(state, place)
  const confirmed = entry === undefined || entry.revision >= response.revision ? [] : [{ ...entry, decision: response.decision, revision: response.revision }]
  const next = { ...state, pending: state.pending.filter((known) => known.id !== id), cycles: withEntries(state.cycles, confirmed) }
  // Nothing waited when the decision was made: go where the loop goes on, unless the person has gone elsewhere.
  const onward = { cycle: response.next_cycle_index, retry: response.next_retry_index }
  const waited = pending.decision !== null && samePlace(pending.landed, place) && samePlace(state.cursor, place)
  const settled = response.status === 'complete' || (shownEntry(next, onward)?.decision ?? null) !== null
  return waited && !settled ? { ...next, cursor: onward } : next
}

function refused(state: LoopViewState, { id, message }: Extract<ViewAction, { type: 'refused' }>): LoopViewState {
  const pending = state.pending.find((known) => known.id === id)
  if (pending === undefined) return state
  const { place, landed } = pending
  return {
    ...state,
    pending: state.pending.filter((known) => known.id !== id),
    decided: state.decided.filter((known) => !samePlace(known, place)),
    cursor: landed !== undefined && samePlace(state.cursor, landed) ? place : state.cursor,
    notice: { tone: 'error', message, place },
  }
}
