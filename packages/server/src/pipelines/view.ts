import { canRetry, pipelineEndOf, pipelineStatusOf, type PipelineState, type PlannedStep, type Resource, type StepState } from '@lemouf/core/pipeline'
import type { PipelineChange, PipelineStepView, PipelineView, PlannedStepView, ResourceView, StepPayloadView } from '@lemouf/core/protocol'
import { canonicalJson } from '@lemouf/core/json'
import { approvedOf } from '@lemouf/core/loop'
import { outputsOf } from '../loops/view.ts'
import type { PipelineCommit } from './pipelines.ts'
import type { StepPayload } from './step-loop.ts'

/** A pipeline as clients see it. */
export function pipelineViewOf(state: PipelineState): PipelineView {
  return {
    pipeline_id: state.pipelineId,
    name: state.name ?? null,
    run: state.run,
    status: pipelineStatusOf(state),
    started_at: state.startedAt,
    ended_at: pipelineEndOf(state) ?? null,
    updated_at: state.updatedAt,
    seq: state.seq,
    steps: state.steps.map((step) => stepViewOf(step, state.cancelled)),
  }
}

export function plannedStepViewOf({ nodeId, title, role, workflow, after }: PlannedStep): PlannedStepView {
  return { node_id: nodeId, title, role, workflow: workflow ?? null, after: [...after] }
}

function stepViewOf(step: StepState, cancelled: boolean): PipelineStepView {
  const { status, loopId, startedAt, endedAt, failure, resources, last } = step
  return {
    ...plannedStepViewOf(step),
    status,
    loop_id: loopId ?? null,
    started_at: startedAt ?? null,
    ended_at: endedAt ?? null,
    error: failure ?? null,
    payload_held: step.held === true,
    can_retry: canRetry(step) && !cancelled,
    resources: resources?.count ?? null,
    last: last === undefined ? null : { status: last.status, started_at: last.startedAt, ended_at: last.endedAt ?? null },
  }
}

/** What a step is given, held or not. */
export function stepPayloadViewOf({ nodeId, held, released }: StepState, { source, loop, returned, payload }: StepPayload): StepPayloadView {
  const outputs = loop.cycles.flatMap((cycle) => approvedOf(cycle)?.outputs ?? [])
  return {
    node_id: nodeId,
    held: held === true,
    payload,
    returned,
    edited: canonicalJson(payload) !== canonicalJson(returned),
    released_by: released?.by ?? null,
    from: { node_id: source.nodeId, title: source.title, loop_id: loop.loopId, outputs: outputsOf(outputs) },
  }
}

/** The message of the live feed that tells of a change. */
export function pipelineChangeOf({ state, events }: Pick<PipelineCommit, 'state'> & { readonly events: PipelineChange['events'] | PipelineCommit['events'] }): PipelineChange {
  return { pipeline: pipelineViewOf(state), events: events.map(({ seq, type, at, by }) => ({ seq, type, at, by })) }
}

export function resourceViewOf({ id, kind, name, media, src, mime, bytes, width, height, seconds, text, value, from }: Resource): ResourceView {
  const url = media === undefined ? (src ?? null) : `/lemouf/media/${media}`
  return {
    id, kind, name, url,
    media: media ?? null,
    thumb: media !== undefined && kind === 'image' ? `${url}/thumb` : null,
    mime: mime ?? null,
    bytes: bytes ?? null,
    width: width ?? null,
    height: height ?? null,
    seconds: seconds ?? null,
    text: text ?? null,
    value: value ?? null,
    from: from === undefined ? null : { node_id: from.nodeId, loop_id: from.loopId, cycle_index: from.cycle, retry_index: from.retry, output_index: from.output },
  }
}
