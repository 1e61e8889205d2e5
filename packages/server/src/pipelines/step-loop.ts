import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { approvedOf, type LoopCommand, type LoopConfig, type LoopState, type PayloadFacts } from '@lemouf/core/loop'
import { payloadStep, returnedList, type PipelineState, type StepState } from '@lemouf/core/pipeline'
import { unwrap } from '@lemouf/core/result'
import { readPayload } from '@lemouf/core/workflow'
import type { Loops } from '../loops/loops.ts'
import { asChanged } from '../loops/payload.ts'
import { defined } from '../loops/start.ts'

/**
 * Makes the loop of a step and starts it, in one piece; one that is there already, from before a crash, is taken over.
 * Errors: those of planning its first attempt, `payload_invalid`, `loop_exists` for a loop of that name that is somebody else's.
 */
export async function startStepLoop(loops: Loops, state: PipelineState, step: StepState, loopId: string): Promise<void> {
  const workflow = state.plan?.workflows[step.nodeId]
  if (workflow === undefined) throw new AppError('loop_has_no_workflow', `The step "${step.title}" has no workflow. Run the pipeline again.`)
  const given = await stepPayload(loops, state, step)
  const commands: readonly LoopCommand[] = [
    { type: 'create' },
    { type: 'setWorkflow', workflow },
    ...(given === undefined ? [] : [asChanged(given.returned, given.payload, given.facts)]),
    { type: 'configure', config: configOf(state, step) },
    { type: 'step' },
  ]
  try {
    await loops.execute(loopId, commands, { by: step.released?.by ?? `pipeline ${state.pipelineId}` })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'loop_exists') throw error
    const { workflowHash } = await loops.state(loopId)
    if (workflowHash !== workflow.hash) throw error
  }
}

/** What an execute step is given by the generate step before it, as it was returned and as it is used. */
export interface StepPayload {
  readonly source: StepState
  /** The loop that returned it. */
  readonly loop: LoopState
  readonly returned: Json
  readonly payload: Json
  readonly facts: PayloadFacts
}

/** Undefined where no generate step feeds it, or is done. Errors: `payload_invalid`, `loop_not_found`. */
export async function stepPayload(loops: Loops, { steps }: PipelineState, step: StepState): Promise<StepPayload | undefined> {
  const source = step.role === 'execute' ? payloadStep(steps, step.nodeId) : undefined
  if (source?.loopId === undefined || source.status !== 'done') return undefined
  const loop = await loops.state(source.loopId)
  const returned = unwrap(returnedList(loop))
  const from = { loopId: loop.loopId, cycle: 0, retry: approvedOf(loop.cycles[0])?.retry ?? 0 }
  return { source, loop, returned, payload: step.released?.payload === undefined ? returned : step.released.payload, facts: { source: 'loop_return', from } }
}

/** A generate step runs by itself, once, unless its own payload says how often; the others as the run was started. */
function configOf({ plan }: PipelineState, { nodeId, role }: StepState): Partial<LoopConfig> {
  const { approve = 'ask', lookahead = 0, candidates, seeds, seed } = plan?.config ?? {}
  if (role !== 'generate') return { approve, lookahead, ...defined({ candidates, seeds, seed }) }
  const prompt = plan?.workflows[nodeId]?.prompt
  const own = prompt === undefined ? undefined : readPayload(prompt)
  return own?.ok === true && own.value !== undefined ? { approve: 'all', lookahead } : { approve: 'all', totalCycles: 1 }
}
