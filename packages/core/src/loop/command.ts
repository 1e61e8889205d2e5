import type { Json } from '../json.ts'
import type { Assignments } from '../workflow/index.ts'
import type { AttemptFailure, AttemptKey, Decision } from './attempt.ts'
import type { LoopWorkflow, PayloadFacts } from './event.ts'
import type { Output } from './output.ts'
import type { LoopConfig } from './state.ts'

/** What a person, a program or the runner asks of a loop. */
export type LoopCommand =
  | { readonly type: 'create' }
  | { readonly type: 'setWorkflow'; readonly workflow: LoopWorkflow }
  | SetPayloadCommand
  | { readonly type: 'configure'; readonly config: Settings }
  | { readonly type: 'setOverrides'; readonly overrides: Assignments }
  | { readonly type: 'step'; readonly cycle?: number; readonly retry?: number }
  | DecideCommand
  | UndoCommand
  | ({ readonly type: 'start'; readonly worker: string } & AttemptKey)
  | ReturnCommand
  | ({ readonly type: 'fail'; readonly failure: AttemptFailure } & AttemptKey)
  | { readonly type: 'cancel'; readonly cycle: number; readonly retry: number }
  | { readonly type: 'reset'; readonly keepWorkflow: boolean }
  | { readonly type: 'exit' }
  | { readonly type: 'recordExport'; readonly count: number; readonly folder: string }

export interface SetPayloadCommand extends PayloadFacts {
  readonly type: 'setPayload'
  readonly payload: Json
  /** What it was before a person changed it, for the history. */
  readonly returned?: Json
}

/** What changes of a loop's settings; null for `totalCycles`: as its payload says again. */
export type Settings = Partial<Omit<LoopConfig, 'totalCycles'>> & { readonly totalCycles?: number | null }

export interface DecideCommand {
  readonly type: 'decide'
  readonly cycle: number
  readonly retry: number
  readonly decision: Decision
  /** The attempt that the person saw: after a reset another stands in its place. */
  readonly promptId?: string
  /**
   * The revision that the person saw. Absent: the decision holds only while the attempt is undecided,
   * so that of two racing clients one is told.
   */
  readonly revision?: number
  readonly reason?: string
  /** Changed inputs for the retry that a rejection or replay opens, `"12.text": "…"`. */
  readonly edits?: Assignments
  /** With an approval: the cycle's undecided results are discarded with it, and come back when it is undone. */
  readonly discardSiblings?: true
}

export interface UndoCommand {
  readonly type: 'undo'
  readonly cycle: number
  readonly retry: number
  readonly promptId?: string
  readonly revision?: number
}

export interface ReturnCommand extends AttemptKey {
  readonly type: 'return'
  readonly worker: string
  readonly outputs: readonly Output[]
}
