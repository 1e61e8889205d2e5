import { AppError } from '../error.ts'
import { isJsonObject, type Json } from '../json.ts'
import { ok, fail, type Result } from '../result.ts'
import { applyAssignments, evaluateMap, type Assignments, type Prompt } from '../workflow/index.ts'
import { autoSeedOf, promptIdOf, type Attempt, type AttemptKey } from './attempt.ts'
import type { AttemptQueued } from './event.ts'
import { inputName, isMedia, previousValue, type Output } from './output.ts'
import { approvedOf, loopMapOf, payloadOf, totalCyclesOf, workflowOf, type LoopState } from './state.ts'

/**
 * Resolves everything that an attempt changes in the workflow. Nothing is queued when a mapping does not resolve.
 * Errors: `loop_has_no_workflow`, `cycle_out_of_range`, and those of the payload and the map.
 */
export function planAttempt(state: LoopState, place: { cycle: number; retry: number }, edits: Assignments): Result<AttemptQueued, AppError> {
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
  const seed = autoSeedOf(promptIdOf(state.loopId, key))
  const assignments = evaluateMap({
    map: map.value,
    prompt: workflow.prompt,
    payload: payload.value,
    overrides: state.overrides,
    cycleIndex: place.cycle,
    retryIndex: place.retry,
    autoSeed: seed,
    previous: previous === undefined ? undefined : previousValue(previous),
    edits,
  })
  if (!assignments.ok) return assignments
  return ok(queuedEvent(state, key, assignments.value, edits, uploadsIn(assignments.value, previous ?? [])))
}

/** The event of an attempt whose inputs did not resolve: it is seen as failed and never posted. */
export function unplanned(state: LoopState, place: { cycle: number; retry: number }, edits: Assignments): AttemptQueued {
  return queuedEvent(state, { run: state.run, ...place }, {}, edits, [])
}

/** The prompt to post for an attempt: the workflow it was planned with, its assignments, and the loop's id in Loop Return. */
export function promptOf(state: LoopState, attempt: Attempt): Result<Prompt, AppError> {
  const workflow = state.workflows[attempt.workflowHash]
  if (workflow === undefined) return fail(new AppError('loop_has_no_workflow', 'The workflow of this attempt is not in the loop any more. Set it again.'))
  const returns = Object.entries(workflow.prompt).filter(([, node]) => node.class_type === 'LoopReturn')
  const loopIds = Object.fromEntries(returns.map(([id]) => [`${id}.loop_id`, state.loopId]))
  return ok(applyAssignments(workflow.prompt, { ...attempt.assignments, ...loopIds }))
}

function queuedEvent(state: LoopState, key: AttemptKey, assignments: Assignments, edits: Assignments, uploads: readonly string[]): AttemptQueued {
  const promptId = promptIdOf(state.loopId, key)
  return { type: 'attemptQueued', ...key, promptId, workflowHash: state.workflowHash ?? '', assignments, edits, seed: autoSeedOf(promptId), uploads }
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
