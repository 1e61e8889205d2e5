import { v5 as uuidv5 } from 'uuid'
import type { Json } from '../json.ts'
import type { PipelineRole } from '../workflow/index.ts'
import type { PipelinePlan, StepFailure } from './event.ts'

export const STEP_STATUSES = ['waiting', 'running', 'review', 'done', 'failed', 'cancelled'] as const
export type StepStatus = (typeof STEP_STATUSES)[number]

export const PIPELINE_STATUSES = ['running', 'review', 'done', 'failed', 'cancelled'] as const
export type PipelineStatus = (typeof PIPELINE_STATUSES)[number]

export interface StepState {
  readonly nodeId: string
  readonly title: string
  readonly role: PipelineRole
  readonly workflow?: string
  readonly after: readonly string[]
  /** `review`: a person is needed, at its loop or to release its payload. */
  readonly status: StepStatus
  /** How often it was begun in this run with a loop of its own. */
  readonly tries: number
  readonly loopId?: string
  /** The last number of its loop's history that was taken in; 0 while the loop is not known to be there. */
  readonly heard: number
  /** The attempt that a person asked for again, until the loop has been heard of. */
  readonly again?: { readonly cycle: number; readonly retry: number }
  /** It waits for its payload to be released. */
  readonly held?: true
  /** Who released its payload, and what they made of it, if they changed it. */
  readonly released?: { readonly by: string; readonly payload?: Json }
  readonly startedAt?: number
  readonly endedAt?: number
  readonly failure?: StepFailure
  /** What a composition holds: how many, and the event that lists them. */
  readonly resources?: { readonly count: number; readonly seq: number }
  /** How it went in the run before this one, where it was begun. */
  readonly last?: StepResult
}

export interface StepResult {
  readonly status: StepStatus
  readonly startedAt: number
  readonly endedAt?: number
}

export interface PipelineState {
  readonly pipelineId: string
  /** Of the last event; 0 before the first. */
  readonly seq: number
  readonly createdAt: number
  readonly updatedAt: number
  /** The workflow file of the present run, when it came from one. */
  readonly name?: string
  /** How often it was started. */
  readonly run: number
  readonly startedAt: number
  readonly cancelled: boolean
  readonly steps: readonly StepState[]
  /** Loops of this and earlier runs that are to be exited. */
  readonly leaving: readonly string[]
  /** What the present run was started with; undefined before the first. */
  readonly plan: PipelinePlan | undefined
}

/** A pipeline before its first event. */
export function initialPipeline(pipelineId: string): PipelineState {
  return { pipelineId, seq: 0, createdAt: 0, updatedAt: 0, run: 0, startedAt: 0, cancelled: false, steps: [], leaving: [], plan: undefined }
}

/** What a pipeline is doing, derived from its steps. While one of them works or waits for a person, that is what it does. */
export function pipelineStatusOf({ cancelled, steps }: PipelineState): PipelineStatus {
  const some = (status: StepStatus): boolean => steps.some((step) => step.status === status)
  if (cancelled) return 'cancelled'
  if (some('review')) return 'review'
  if (some('running')) return 'running'
  if (some('failed')) return 'failed'
  return some('cancelled') ? 'cancelled' : 'done'
}

/** Whether a step works or waits for a person. */
export const isActive = (state: PipelineState): boolean => ['running', 'review'].includes(pipelineStatusOf(state)) && state.seq > 0

/** When its last step ended; undefined while it is under way. */
export function pipelineEndOf(state: PipelineState): number | undefined {
  return isActive(state) ? undefined : Math.max(state.startedAt, ...state.steps.flatMap(({ endedAt }) => endedAt ?? []))
}

/**
 * The loop of a step: the same for the same pipeline, run, node and try, so that a step begun twice after a crash finds the loop it made.
 * Pipelines have no `_` in their ids, which keeps these apart.
 */
export function stepLoopId(pipelineId: string, run: number, nodeId: string, attempt: number): string {
  const node = /^[\d:]{1,10}$/.test(nodeId) ? nodeId.replaceAll(':', '-') : `n${uuidv5(nodeId, uuidv5.URL).slice(0, 8)}`
  return `${pipelineId}_${run}_${node}${attempt === 0 ? '' : `_r${attempt}`}`
}

/** The steps before a step, near and far, in the pipeline's order. */
export function upstreamSteps<T extends { readonly nodeId: string; readonly after: readonly string[] }>(steps: readonly T[], nodeId: string): readonly T[] {
  const wanted = new Set(steps.find((step) => step.nodeId === nodeId)?.after)
  for (const step of steps.toReversed()) if (wanted.has(step.nodeId)) step.after.forEach((id) => wanted.add(id))
  return steps.filter((step) => wanted.has(step.nodeId))
}

/** The generate step whose list becomes a step's payload: the nearest before it. */
export function payloadStep<T extends { readonly nodeId: string; readonly after: readonly string[]; readonly role: PipelineRole }>(steps: readonly T[], nodeId: string): T | undefined {
  return upstreamSteps(steps, nodeId).findLast(({ role }) => role === 'generate')
}

/** Whether an execute step takes its payload from this one. */
export function feedsAStep(steps: readonly StepState[], nodeId: string): boolean {
  return steps.some((step) => step.role === 'execute' && payloadStep(steps, step.nodeId)?.nodeId === nodeId)
}
