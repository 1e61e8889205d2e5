import type { Decision } from '@lemouf/core/loop'
import type { LoopSummary, ManifestEntry } from '@lemouf/core/protocol'
import type { Connection } from '../server/feed.ts'
import type { Place } from './place.ts'
import type { Span } from './span.ts'

/** What a person reviewing a loop sees: what the server said, and what they did that it has not confirmed yet. */
export interface LoopViewState {
  /** Undefined until the server has answered. */
  readonly loop: LoopSummary | undefined
  /** By cycle, then in order of retry. Cycles that were not asked for yet are empty: see `known`. */
  readonly cycles: readonly (readonly ManifestEntry[])[]
  /** The cycles whose attempts have been read. */
  readonly known: readonly Span[]
  /** Sequence number up to which changes are old news: the loop was read, or reset, there. */
  readonly base: number
  /** Counts the loop's resets, so that a page asked for before one is not taken for news. */
  readonly epoch: number
  /** Momentary news of attempts under way, by `keyOf(place)`. */
  readonly live: Readonly<Record<string, Live>>
  /** Decisions sent and not yet answered, in the order in which they were made. */
  readonly pending: readonly PendingDecision[]
  /** Where this person decided, the last one last: what undo goes back to. */
  readonly decided: readonly Place[]
  /** The attempt looked at; undefined until the loop or the address says where. */
  readonly cursor: Place | undefined
  readonly notice: Notice | undefined
  /** Whether the news of the loop comes in. */
  readonly connection: Connection
  /** Why the loop could not be read, while nothing is known of it. */
  readonly unread: Unread | undefined
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

export interface PendingDecision {
  readonly id: number
  readonly place: Place
  /** `null` takes the decision in force back. */
  readonly decision: Decision | null
  /** The revision of the attempt that the person saw. */
  readonly revision: number
  /** Where the cursor went with it; undefined when it was elsewhere, and stayed there. */
  readonly landed: Place | undefined
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
  return { loop: undefined, cycles: [], known: [], base: 0, epoch: 0, live: {}, pending: [], decided: [], cursor, notice: undefined, connection: 'connecting', unread: undefined, following: false }
}

/** How many cycles there are to show. */
export const cycleCount = (state: LoopViewState): number => Math.max(state.loop?.total_cycles ?? 0, state.cycles.length)
