import type { Change, LoopSummary, LoopView, ManifestEntry, Outline, Preview, Progress } from '@lemouf/core/protocol'
import type { Connection } from '../server/feed.ts'
import { nextToJudge } from './cursor.ts'
import { standingsIn, withEntries, withStandings } from './entries.ts'
import { answered, judged, refused, type JudgingAction } from './judging.ts'
import { keyOf, placeOf, type Place } from './place.ts'
import type { Selection } from './selection.ts'
import { isInFlight, standingAt, standingsOf, toJudge } from './shown.ts'
import { addSpan } from './span.ts'
import { cycleCount, initialView, type Live, type LoopViewState, type Notice, type Unread } from './state.ts'

/** What can happen to a view: news from the server, and what the person does. */
export type ViewAction =
  /** The stream was broken: what was known may be old. The cursor stays. */
  | { readonly type: 'forgotten' }
  | { readonly type: 'opened'; readonly loop: LoopSummary; readonly approve?: LoopView['approve']; readonly paused?: boolean }
  /** Whether the loop is paused, as it was read after its settings had changed. */
  | { readonly type: 'paused'; readonly paused: boolean }
  | { readonly type: 'unread'; readonly unread: Unread }
  | { readonly type: 'connected'; readonly connection: Connection }
  | { readonly type: 'paged'; readonly epoch: number; readonly from: number; readonly entries: readonly ManifestEntry[]; readonly next: number | null }
  | { readonly type: 'changed'; readonly change: Change }
  | { readonly type: 'progressed'; readonly progress: Progress; readonly at: number }
  | { readonly type: 'previewed'; readonly preview: Preview }
  | { readonly type: 'moved'; readonly to: Place }
  | { readonly type: 'outlined'; readonly epoch: number; readonly outline: Outline }
  | { readonly type: 'selected'; readonly selection: Selection }
  | { readonly type: 'filtered'; readonly undecidedOnly: boolean }
  | JudgingAction
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
      // The outline may be old as well, but it keeps everything in its place until it is read again. What was sent will still be answered.
      return { ...lasting(state), cursor: state.cursor, epoch: state.epoch + 1, decided: state.decided, pending: state.pending, outline: state.outline, selection: state.selection }
    case 'opened':
      return opened(state, action)
    case 'paused':
      return { ...state, paused: action.paused }
    case 'unread':
      return { ...state, unread: action.unread }
    case 'connected':
      return connected(state, action.connection)
    case 'paged':
      return action.epoch === state.epoch ? withPage(state, action) : state
    case 'outlined':
      return action.epoch === state.epoch ? { ...state, outline: withStandings(standingsIn(action.outline), state.cycles.flat()) } : state
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
    case 'selected':
      return { ...state, selection: action.selection }
    case 'filtered':
      return filtered(state, action.undecidedOnly)
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
const lasting = ({ connection, following, undecidedOnly, paused }: LoopViewState): LoopViewState => ({ ...initialView(), connection, following, undecidedOnly, paused })

function opened(state: LoopViewState, { loop, approve, paused = state.paused }: Extract<ViewAction, { type: 'opened' }>): LoopViewState {
  // An address with a place far behind is a place that a person has chosen.
  const atHead = state.cursor === undefined || state.cursor.cycle >= loop.current_cycle - 1
  const following = state.following || (state.loop === undefined && approve === 'all' && atHead)
  return placed({ ...state, loop: newer(state.loop, loop), base: Math.max(state.base, loop.seq), unread: undefined, paused, following })
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
  return { ...withNews(state, entries), known: addSpan(state.known, { from, to }) }
}

const withNews = (state: LoopViewState, entries: readonly ManifestEntry[]): LoopViewState =>
  ({ ...state, cycles: withEntries(state.cycles, entries), outline: state.outline && withStandings(state.outline, entries) })

/** Where the cursor's own attempt is no longer shown, it goes to the next that is. */
function filtered(state: LoopViewState, undecidedOnly: boolean): LoopViewState {
  const next = { ...state, undecidedOnly }
  const { cursor } = state
  if (!undecidedOnly || cursor === undefined) return next
  const here = standingAt(state, cursor)
  const stays = here !== undefined && toJudge(standingsOf(state, cursor.cycle)).includes(here)
  return stays ? next : { ...next, cursor: nextToJudge(state, cursor) ?? cursor }
}

function withChange(state: LoopViewState, change: Change): LoopViewState {
  if (change.loop.seq <= state.base) return state
  if (change.reset) return resetView(state, change)
  const settled = new Set(change.entries.filter((entry) => !isInFlight(entry)).map((entry) => keyOf(placeOf(entry))))
  const live = Object.fromEntries(Object.entries(state.live).filter(([key]) => !settled.has(key)))
  const loop = newer(state.loop, change.loop)
  return placed({ ...withNews(state, change.entries), loop, live, cursor: state.following ? followed(state, change.entries) : state.cursor })
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
    outline: withStandings([], entries),
    base: loop.seq,
    epoch: state.epoch + 1,
  }
}

function withLive(state: LoopViewState, place: Place, change: (live: Live | undefined) => Live): LoopViewState {
  const entry = entryAt(state, place)
  if (entry !== undefined && !isInFlight(entry)) return state
  const key = keyOf(place)
  return { ...state, live: { ...state.live, [key]: change(state.live[key]) } }
}
