import type { Json } from '../json.ts'
import type { LoopWorkflow } from '../loop/index.ts'
import type { PipelineRole, SeedPolicy } from '../workflow/index.ts'
import type { Resource } from './resource.ts'

/** A step as a run was started with it. */
export interface PlannedStep {
  readonly nodeId: string
  readonly title: string
  readonly role: PipelineRole
  /** Its workflow's name in the library. */
  readonly workflow?: string
  /** The steps that it waits for. */
  readonly after: readonly string[]
}

/** Everything that a run needs, fixed when it starts: a file that changes in the library meanwhile changes no run. */
export interface PipelinePlan {
  /** The workflow file, when it came from one. */
  readonly name?: string
  /** SHA-256 of the pipeline's graph. */
  readonly hash: string
  readonly graph: Json
  readonly steps: readonly PlannedStep[]
  /** What the loops of the steps run, by node id. */
  readonly workflows: Readonly<Record<string, LoopWorkflow>>
  /** What composition steps are given beside the approved outputs, by node id. */
  readonly given: Readonly<Record<string, readonly Resource[]>>
  readonly config: PipelineConfig
}

export interface PipelineConfig {
  /** Who approves the cycles of execute steps. */
  readonly approve: 'ask' | 'all'
  /** Cycles that their loops make ahead. */
  readonly lookahead: number
  /** Further settings of the loops of execute steps; what is left out is as in any loop. */
  readonly candidates?: number
  readonly seeds?: SeedPolicy
  readonly seed?: number | bigint | null
  /** An execute step that is fed by a generate step waits until a person has seen its payload, and perhaps changed it. */
  readonly holdPayload?: boolean
}

/** Why a step did not get to its end: said to a person, kept for programs. */
export interface StepFailure {
  readonly code: string
  readonly message: string
}

/** What happened to a pipeline. Stored as rows; never changed, never removed. */
export type PipelineEvent =
  | ({ readonly type: 'runStarted' } & PipelinePlan)
  /** Recorded before its loop is made, so that a loop of that id is this step's. A composition has none. */
  | { readonly type: 'stepStarted'; readonly nodeId: string; readonly loopId?: string }
  /** The step could begin, and waits for a person to release its payload. */
  | { readonly type: 'payloadHeld'; readonly nodeId: string }
  /** `payload`: as the person changed it; absent: as it was shown. */
  | { readonly type: 'payloadReleased'; readonly nodeId: string; readonly payload?: Json }
  /** The attempt to make again in the loop that the step has. */
  | { readonly type: 'stepRetried'; readonly nodeId: string; readonly cycle: number; readonly retry: number }
  | { readonly type: 'stepHeard'; readonly nodeId: string; readonly loopSeq: number; readonly status: 'running' | 'review' }
  | { readonly type: 'stepFailed'; readonly nodeId: string; readonly loopSeq?: number; readonly failure: StepFailure }
  | { readonly type: 'stepDone'; readonly nodeId: string; readonly loopSeq?: number; readonly resources?: readonly Resource[] }
  /** Its loop was left before its end. */
  | { readonly type: 'stepLeft'; readonly nodeId: string; readonly loopSeq: number }
  | { readonly type: 'cancelled' }
  /** A loop that nobody waits for any more has been exited. */
  | { readonly type: 'loopReleased'; readonly loopId: string }

/** An event with its place in the pipeline's history. */
export type RecordedPipelineEvent = PipelineEvent & {
  readonly seq: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** Who or what caused it. */
  readonly by: string
}
