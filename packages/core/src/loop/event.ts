import type { Json } from '../json.ts'
import type { Assignments, Prompt } from '../workflow/index.ts'
import type { AttemptFailure, AttemptKey, Decision } from './attempt.ts'
import type { Output } from './output.ts'
import type { LoopConfig } from './state.ts'

/** A workflow as a loop keeps it: what is queued, and the graph it came from for people and for the picture's metadata. */
export interface LoopWorkflow {
  /** SHA-256 of the prompt's canonical JSON. */
  readonly hash: string
  readonly prompt: Prompt
  readonly graph?: Json
  /** The file's name, when it came from one. */
  readonly name?: string
}

export type PayloadSource = 'given' | 'file' | 'loop_return'

/** A payload, and where it came from. */
export interface PayloadFacts {
  readonly source: PayloadSource
  /** The loop that returned it, and the first of the attempts that did. */
  readonly from?: { readonly loopId: string; readonly cycle: number; readonly retry: number }
  /** A person has changed what was returned. */
  readonly edited?: true
}

export const payloadFacts = ({ source, from, edited }: PayloadFacts): PayloadFacts =>
  ({ source, ...(from === undefined ? {} : { from }), ...(edited === undefined ? {} : { edited }) })

/** What happened to a loop. Stored as rows `(loop_id, seq)`; never changed, never removed. */
export type LoopEvent =
  | { readonly type: 'created' }
  | ({ readonly type: 'workflowSet' } & LoopWorkflow)
  | ({ readonly type: 'payloadSet'; readonly payload: Json } & PayloadFacts)
  | { readonly type: 'configured'; readonly config: LoopConfig }
  | { readonly type: 'overridesSet'; readonly overrides: Assignments }
  | AttemptQueued
  | ({ readonly type: 'attemptStarted'; readonly worker: string } & AttemptKey)
  | ({ readonly type: 'attemptReturned'; readonly worker: string; readonly outputs: readonly Output[] } & AttemptKey)
  | ({ readonly type: 'attemptFailed'; readonly failure: AttemptFailure } & AttemptKey)
  | ({ readonly type: 'attemptCancelled'; readonly unwanted: boolean } & AttemptKey)
  | Decided
  | ({ readonly type: 'decisionUndone'; readonly revision: number; readonly undoes: number } & AttemptKey)
  | { readonly type: 'reset'; readonly keepWorkflow: boolean }
  | { readonly type: 'exited'; readonly complete: boolean }
  | { readonly type: 'exported'; readonly count: number; readonly folder: string }

const SETTING_UP: ReadonlySet<LoopEvent['type']> = new Set(['created', 'workflowSet', 'payloadSet', 'configured', 'overridesSet', 'reset', 'exited'])

/** Whether an event changes the loop's setup, and not only its attempts. */
export const changesSetup = (event: LoopEvent): boolean => SETTING_UP.has(event.type)

/** The plan of an attempt, recorded before anything is posted. */
export interface AttemptQueued extends AttemptKey {
  readonly type: 'attemptQueued'
  readonly promptId: string
  readonly workflowHash: string
  readonly assignments: Assignments
  readonly edits: Assignments
  readonly seed: number | bigint
  readonly round?: number
  readonly uploads: readonly string[]
}

export interface Decided extends AttemptKey {
  readonly type: 'decided'
  readonly decision: Decision
  /** The revision it was made on. */
  readonly revision: number
  readonly reason?: string
  readonly edits?: Assignments
  /** The retry whose approval pushes this one aside. */
  readonly displacedBy?: number
  /** Made by the loop's own rule and not by a person. */
  readonly auto?: true
}

/** An event with its place in the loop's history. */
export type RecordedEvent = LoopEvent & {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Who or what caused it. */
  readonly by: string
}
