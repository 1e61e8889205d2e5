import type { Json } from '../json.ts'
import type { PipelinePlan, StepFailure } from './event.ts'
import type { LoopNews } from './news.ts'
import type { Resource } from './resource.ts'

/** What a person or the program asks of a pipeline. */
export type PipelineCommand =
  | { readonly type: 'run'; readonly plan: PipelinePlan }
  | { readonly type: 'cancel' }
  /** `at`: the attempt to make again, where the step's loop stands failed and can go on. */
  | { readonly type: 'retryStep'; readonly nodeId: string; readonly at?: { readonly cycle: number; readonly retry: number } }
  /** Lets a step begin that waits with its payload; `payload`: changed by a person. */
  | { readonly type: 'releasePayload'; readonly nodeId: string; readonly payload?: Json }
  /** How a step's loop stands. */
  | { readonly type: 'hear'; readonly news: LoopNews }
  /** The step could not be begun, or what it returned could not be used. */
  | ({ readonly type: 'failStep'; readonly failure: StepFailure } & StepPlace)
  | ({ readonly type: 'compose'; readonly resources: readonly Resource[] } & StepPlace)
  | { readonly type: 'release'; readonly loopId: string }

/** A step as it was when work on it began: what comes of that work later is for no other run and no other try. */
export interface StepPlace {
  readonly nodeId: string
  readonly run: number
  readonly tries: number
}
