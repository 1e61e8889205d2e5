import { AppError } from '../error.ts'
import { isJsonObject, type Json } from '../json.ts'
import { ok, fail, type Result } from '../result.ts'
import { applyAssignments, evaluateMap, seedInputs, withSeed, type Assignments, type Prompt } from '../workflow/index.ts'
import { isTakenBack, promptIdOf, sendingBack, type Attempt, type AttemptKey } from './attempt.ts'
import type { AttemptQueued } from './event.ts'
import { inputName, isMedia, previousValue, type Output } from './output.ts'
import type { Wanted } from './round.ts'
import { seedOf } from './seed.ts'
import { approvedOf, loopMapOf, payloadOf, totalCyclesOf, workflowOf, type Cycle, type LoopState } from './state.ts'

/** The next attempts of a cycle, planned. Errors: as of {@link planAttempt}; then none is. */
export function planRound(state: LoopState, cycle: number, { round, count }: Wanted): Result<readonly AttemptQueued[], AppError> {
  const edits = inheritedEdits(state.cycles[cycle])
  const first = state.cycles[cycle]?.attempts.length ?? 0
  const planned: AttemptQueued[] = []
  for (let retry = first; retry < first + count; retry++) {
    const attempt = planAttempt(state, { cycle, retry }, edits, round)
    if (!attempt.ok) return attempt
    planned.push(attempt.value)
  }
  return ok(planned)
}

/**
 * The changes that the next retry starts from: those of the attempt sent back last, then every change
 * that a person asked for and no retry (unless it was taken back) has served yet, the newest winning.
 */
export function inheritedEdits(cycle: Cycle | undefined): Assignments {
  const attempts = cycle?.attempts ?? []
  const served = attempts.findLast((attempt) => !isTakenBack(attempt))?.seq ?? 0
  const sentBack = attempts.flatMap((attempt) => {
    const last = sendingBack(attempt)
    return last === undefined ? [] : [{ attempt, last }]
  }).sort((a, b) => a.last.seq - b.last.seq)
  const newest = sentBack.at(-1)
  const asked = sentBack.filter(({ last }) => last.seq > served || last === newest?.last).map(({ last }) => last.edits ?? {})
  return Object.assign({}, newest?.attempt.edits, ...asked) as Assignments
}

/**
 * Resolves everything that an attempt changes in the workflow. Nothing is queued when a mapping does not resolve.
 * Errors: `loop_has_no_workflow`, `cycle_out_of_range`, and those of the payload and the map.
 */
function planAttempt(state: LoopState, place: { cycle: number; retry: number }, edits: Assignments, round: number): Result<AttemptQueued, AppError> {
  const workflow = workflowOf(state)
  if (workflow === undefined) return fail(new AppError('loop_has_no_workflow', 'The loop has no workflow yet. Set one first.'))
  const total = totalCyclesOf(state)
  if (place.cycle >= total) {
    return fail(new AppError('cycle_out_of_range', `Cycle ${place.cycle + 1} is beyond the loop's ${total}. Raise the total or choose an earlier cycle.`))
  }
  const key = { run: state.run, ...place }
  const map = loopMapOf(state)
  if (!map.ok) return map
  const payload = payloadOf(state)
  if (!payload.ok) return payload
  const previous = previousOutputs(state, place.cycle)
  const seed = seedOf(state, key)
  const governed = state.config.seeds === 'map' ? [] : seedInputs(workflow.prompt, map.value)
  const assignments = evaluateMap({
    map: map.value,
    prompt: workflow.prompt,
    payload: payload.value,
    overrides: state.overrides,
    cycleIndex: place.cycle,
    retryIndex: place.retry,
    autoSeed: seed,
    previous: previous === undefined ? undefined : previousValue(previous),
    seeds: withSeed(governed, seed),
    edits,
  })
  if (!assignments.ok) return assignments
  return ok(queuedEvent(state, key, { assignments: assignments.value, edits, round, uploads: uploadsIn(assignments.value, previous ?? []) }))
}

/** The event of an attempt whose inputs did not resolve: it is seen as failed and never posted. */
export function unplanned(state: LoopState, place: { cycle: number; retry: number }, edits: Assignments, round: number): AttemptQueued {
  return queuedEvent(state, { run: state.run, ...place }, { assignments: {}, edits, round, uploads: [] })
}

/** The prompt to post for an attempt: the workflow it was planned with, its assignments, and the loop's id in Loop Return. */
export function promptOf(state: LoopState, attempt: Attempt): Result<Prompt, AppError> {
  const workflow = state.workflows[attempt.workflowHash]
  if (workflow === undefined) return fail(new AppError('loop_has_no_workflow', 'The workflow of this attempt is not in the loop any more. Set it again.'))
  const returns = Object.entries(workflow.prompt).filter(([, node]) => node.class_type === 'LoopReturn')
  const loopIds = Object.fromEntries(returns.map(([id]) => [`${id}.loop_id`, state.loopId]))
  return ok(applyAssignments(workflow.prompt, { ...attempt.assignments, ...loopIds }))
}

function queuedEvent(state: LoopState, key: AttemptKey, plan: Pick<AttemptQueued, 'assignments' | 'edits' | 'round' | 'uploads'>): AttemptQueued {
  return { type: 'attemptQueued', ...key, promptId: promptIdOf(state.loopId, key), workflowHash: state.workflowHash ?? '', seed: seedOf(state, key), ...plan }
}

function previousOutputs(state: LoopState, cycle: number): readonly Output[] | undefined {
  return cycle === 0 ? undefined : approvedOf(state.cycles[cycle - 1])?.outputs
}

/** Media of the cycle before that the assignments name. */
function uploadsIn(assignments: Assignments, outputs: readonly Output[]): readonly string[] {
  const named = new Set<string>()
  const visit = (value: Json): void => {
    if (typeof value === 'string') named.add(value)
    else if (Array.isArray(value)) (value as readonly Json[]).forEach(visit)
    else if (isJsonObject(value)) Object.values(value).forEach(visit)
  }
  Object.values(assignments).forEach(visit)
  return outputs.filter(isMedia).flatMap((output) => (named.has(inputName(output)) ? [output.media] : []))
}
