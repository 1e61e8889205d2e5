import type { Decision } from '@lemouf/core/loop'
import type { LoopSummary, ManifestEntry } from '@lemouf/core/protocol'
import type { Connection } from '../server/feed.ts'
import type { Place } from './place.ts'
import { NOTHING_SELECTED, type Selection } from './selection.ts'
import type { Span } from './span.ts'

/** What a person reviewing a loop sees: what the server said, and what they did that it has not confirmed yet. */
export interface LoopViewState {
  /** Undefined until the server has answered. */
  readonly loop: LoopSummary | undefined
  /** By cycle, then in order of retry. Cycles that were not asked for yet are empty: see `known`. */
  readonly cycles: readonly (readonly ManifestEntry[])[]
  /** The cycles whose attempts have been read. */
  readonly known: readonly Span[]
  /** How every attempt stands, by cycle, also of those that were not read in full; undefined until that was read. */
  readonly outline: readonly (readonly Standing[])[] | undefined
  /** Sequence number up to which changes are old news: the loop was read, or reset, there. */
  readonly base: number
  /** Counts the loop's resets, so that a page asked for before one is not taken for news. */
  readonly epoch: number
  /** Momentary news of attempts under way, by `keyOf(place)`. */
  readonly live: Readonly<Record<string, Live>>
  /** Decisions sent and not yet answered, in the order in which they were made. */
  readonly pending: readonly PendingDecision[]
  /** What this person decided, the last step last: what undo goes back to. A decision on many attempts is one step. */
  readonly decided: readonly (readonly Place[])[]
  /** The attempt looked at; undefined until the loop or the address says where. */
  readonly cursor: Place | undefined
  /** The attempts that a decision in the grid is for. */
  readonly selection: Selection
  /** Only what waits for a person is shown. */
  readonly undecidedOnly: boolean
  readonly notice: Notice | undefined
  /** Whether the news of the loop comes in. */
  readonly connection: Connection
  /** Why the loop could not be read, while nothing is known of it. */
  readonly unread: Unread | undefined
  /** Nothing new is begun, whatever the loop's status says. */
  readonly paused: boolean
  /** The cursor goes with the newest result: of a loop that approves by itself, until the person moves. */
  readonly following: boolean
}

export interface Unread {
  readonly message: string
  /** There is no such loop; trying again is of no use. */
  readonly missing: boolean
}

export interface Live {
  /** Share done, 0..1. */
  readonly done: number
  /** Address of the newest preview frame. */
  readonly preview?: string
  /** The first progress heard, for an estimate on this machine's own clock (milliseconds). */
  readonly since?: { readonly at: number; readonly done: number }
}

/** How an attempt stands: what is known of each, in the outline or in full. */
export type Standing = Pick<ManifestEntry, 'cycle_index' | 'retry_index' | 'status' | 'decision' | 'revision'>

/** A decision on one or many attempts. */
export interface PendingDecision {
  readonly id: number
  /** The attempts, each with the revision that the person saw. */
  readonly items: readonly Judged[]
  /** `null` takes the decisions in force back. */
  readonly decision: Decision | null
  /** With an approval: the other undecided results of its cycle are discarded. */
  readonly discardSiblings?: boolean | undefined
  /** Where the cursor was, when it was on one of the attempts. */
  readonly left: Place | undefined
  /** Where it went with the decision; undefined when it stayed. */
  readonly landed: Place | undefined
}

export interface Judged {
  readonly place: Place
  readonly revision: number
  /** What the person saw: in a loop begun anew, another attempt has its place and revision. */
  readonly promptId?: string
}

/** A sentence beside the actions. With a place it speaks of that attempt. */
export interface Notice {
  readonly tone: 'error' | 'info'
  readonly message: string
  readonly place?: Place
  /** A place on the server's disk that the sentence names, to be copied. */
  readonly path?: string
}

/** A view of a loop of which nothing is known yet; `cursor` as the page's address gives it. */
export function initialView(cursor?: Place): LoopViewState {
  return {
    loop: undefined, cycles: [], known: [], outline: undefined, base: 0, epoch: 0, live: {}, pending: [], decided: [], cursor,
    selection: NOTHING_SELECTED, undecidedOnly: false, notice: undefined, connection: 'connecting', unread: undefined, paused: false, following: false,
  }
}

/** How many cycles there are to show. */
export const cycleCount = (state: LoopViewState): number => Math.max(state.loop?.total_cycles ?? 0, state.cycles.length, state.outline?.length ?? 0)
