import { parseJson, type Json } from '@lemouf/core/json'
import {
  approvedCountOf, approvedOf, configOf, currentCycleOf, currentRetryOf, decisionOf, isMedia, loopMapOf, payloadOf, roundOf, statusOf, totalCyclesOf, workflowOf,
  type Attempt, type JudgedTogether, type LoopSetup, type LoopState, type MediaOutput, type Output, type PayloadFacts,
} from '@lemouf/core/loop'
import { LOOP_MAP, nodesOfClass } from '@lemouf/core/workflow'
import type { DecisionResponse, DecisionsResponse, LoopSummary, LoopView, ManifestEntry, MediaView, OutputsView } from '@lemouf/core/protocol'

/** A loop as lists show it. */
export function summaryOf(state: LoopState): LoopSummary {
  return {
    loop_id: state.loopId,
    status: statusOf(state),
    mode: state.config.mode,
    total_cycles: totalCyclesOf(state),
    current_cycle: currentCycleOf(state),
    current_retry: currentRetryOf(state),
    approved: approvedCountOf(state),
    workflow_name: workflowOf(state)?.name ?? null,
    ...coverOf(state),
    seq: state.seq,
    created_at: state.createdAt,
    updated_at: state.updatedAt,
  }
}

/** How many cycles are searched for a picture, from the last one back. */
const COVER_CYCLES = 32

/** The newest picture: of the last cycle that has one its approved attempt's, else the last that returned. */
function coverOf({ cycles }: LoopState): Pick<LoopSummary, 'cover'> {
  for (let index = cycles.length - 1; index >= Math.max(0, cycles.length - COVER_CYCLES); index--) {
    const cycle = cycles[index]
    const picture = pictureOf(approvedOf(cycle)) ?? pictureOf(cycle?.attempts.findLast(({ outputs }) => outputs.length > 0))
    if (picture !== undefined) return { cover: `/lemouf/media/${picture.media}/thumb` }
  }
  return {}
}

/** An image; without one a film, whose thumbnail is a still. */
function pictureOf(attempt: Attempt | undefined): MediaOutput | undefined {
  const media = attempt?.outputs.filter(isMedia) ?? []
  return media.find(({ kind }) => kind === 'image') ?? media.find(({ kind }) => kind === 'video')
}

/** What a loop's own page shows, from where it is kept: its setup and summary, its attempts, what failed last. */
export interface LoopParts {
  readonly setup: LoopSetup
  readonly summary: LoopSummary
  readonly attempts: readonly Attempt[]
  readonly lastFailure: Attempt | undefined
  readonly runtimeState: Json
}

/** A loop as the protocol shows it. A map or payload that cannot be read is null, with the reason beside it. */
export function loopViewOf({ setup, summary, attempts, lastFailure, runtimeState }: LoopParts): LoopView {
  const map = loopMapOf(setup)
  const payload = payloadOf(setup)
  const { approve, lookahead, candidates, seeds, seed, paused } = configOf(setup)
  return {
    ...summary,
    approve, lookahead, candidates, seeds, seed, paused,
    overrides: setup.overrides,
    loop_map: map.ok ? loopMapText(setup) : null,
    loop_map_error: map.ok ? null : map.error.message,
    payload: payload.ok ? (payload.value ?? null) : null,
    payload_error: payload.ok ? null : payload.error.message,
    payload_origin: setup.payload === undefined ? null : originOf(setup.payload),
    workflow_source: workflowOf(setup)?.name ?? null,
    manifest: attempts.map(entryOf),
    last_error: lastFailure?.failure?.message ?? null,
    runtime_state: runtimeState,
  }
}

function originOf({ source, from, edited }: PayloadFacts): LoopView['payload_origin'] {
  return { source, edited: edited === true, from: from === undefined ? null : { loop_id: from.loopId, cycle_index: from.cycle, retry_index: from.retry } }
}

/** An attempt as the manifest shows it. */
export function entryOf(attempt: Attempt): ManifestEntry {
  const last = attempt.decisions.at(-1)
  return {
    cycle_index: attempt.cycle,
    retry_index: attempt.retry,
    round_index: roundOf(attempt),
    status: attempt.status,
    prompt_id: attempt.promptId,
    decision: decisionOf(attempt) ?? null,
    revision: attempt.revision,
    decided_by: last?.by ?? null,
    decided_at: last?.at ?? null,
    reason: last?.reason ?? null,
    outputs: outputsOf(attempt.outputs),
    error: attempt.failure ?? null,
    seed: seedOf(attempt),
    inputs: attempt.assignments,
    edits: attempt.edits,
    worker: attempt.worker ?? null,
    workflow_hash: attempt.workflowHash,
    created_at: attempt.queuedAt,
    started_at: attempt.startedAt ?? null,
    ended_at: attempt.endedAt ?? null,
    updated_at: attempt.updatedAt,
  }
}

/** What a decision or an undo answers: where the loop stands now and whether somebody has to ask for the next attempt. */
export function decisionResponseOf(state: LoopState, cycle: number, retry: number): DecisionResponse {
  const attempt = state.cycles[cycle]?.attempts[retry]
  return { ...standingOf(state), decision: (attempt && decisionOf(attempt)) ?? null, revision: attempt?.revision ?? 0 }
}

/** What many decisions answer. `asked`: how many there were. */
export function decisionsResponseOf(state: LoopState, asked: number, refused: JudgedTogether['refused']): DecisionsResponse {
  return {
    ...standingOf(state),
    applied: asked - refused.length,
    refused: refused.map(({ command, error }) => ({ cycle_index: command.cycle, retry_index: command.retry, code: error.code, message: error.message })),
  }
}

function standingOf(state: LoopState): Omit<DecisionResponse, 'decision' | 'revision'> {
  const { status, current_cycle, current_retry } = summaryOf(state)
  const attempts = state.cycles[current_cycle]?.attempts ?? []
  const ready = status === 'ready'
  return {
    ok: true,
    current_cycle,
    current_retry,
    status,
    next_cycle_index: current_cycle,
    next_retry_index: ready ? attempts.length : current_retry,
    needs_generation: ready,
  }
}

/** What was returned, by kind. */
export function outputsOf(outputs: readonly Output[]): OutputsView {
  const media = (kinds: readonly MediaOutput['kind'][]): MediaView[] => outputs.filter(isMedia).filter((output) => kinds.includes(output.kind)).map(mediaViewOf)
  return {
    images: media(['image']),
    audio: media(['audio']),
    video: media(['video']),
    files: media(['file', 'model']),
    text: outputs.flatMap((output) => (output.kind === 'text' ? [output.text] : [])),
    json: outputs.flatMap((output) => (output.kind === 'json' ? [output.value] : [])),
  }
}

function mediaViewOf({ media, kind, mime, bytes, width, height, filename, subfolder, folder }: MediaOutput): MediaView {
  const url = `/lemouf/media/${media}`
  return {
    media, kind, url, mime, bytes, filename, subfolder,
    type: folder,
    ...(kind === 'file' || kind === 'model' ? {} : { thumb: `${url}/thumb` }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  }
}

/** The value of the input that decides about chance, when the loop set it. */
function seedOf({ assignments, seed }: Attempt): number | bigint | null {
  const [, named] = Object.entries(assignments).find(([input]) => /\.(noise_)?seed$/.test(input)) ?? []
  const value = named ?? Object.values(assignments).find((one) => one === seed)
  return typeof value === 'number' || typeof value === 'bigint' ? value : null
}

/** The map as its node holds it, as JSON. */
function loopMapText(setup: LoopSetup): Json {
  const workflow = workflowOf(setup)
  const [node] = workflow === undefined ? [] : nodesOfClass(workflow.prompt, LOOP_MAP)
  const text = node?.[1].inputs['map_json']
  const parsed = typeof text === 'string' ? parseJson(text) : undefined
  return parsed?.ok ? parsed.value : null
}
