import { AppError } from '@lemouf/core/error'
import type { LoopCommand, LoopConfig } from '@lemouf/core/loop'
import { payloadStep, returnedList, type PipelineState, type StepState } from '@lemouf/core/pipeline'
import { unwrap } from '@lemouf/core/result'
import { readPayload } from '@lemouf/core/workflow'
import type { Loops } from '../loops/loops.ts'
import { defined } from '../loops/start.ts'

/**
 * Makes the loop of a step and starts it, in one piece; one that is there already, from before a crash, is taken over.
 * Errors: those of planning its first attempt, `payload_invalid`, `loop_exists` for a loop of that name that is somebody else's.
 */
export async function startStepLoop(loops: Loops, state: PipelineState, step: StepState, loopId: string): Promise<void> {
  const workflow = state.plan?.workflows[step.nodeId]
  if (workflow === undefined) throw new AppError('loop_has_no_workflow', `The step "${step.title}" has no workflow. Run the pipeline again.`)
  const source = step.role === 'execute' ? payloadStep(state.steps, step.nodeId) : undefined
  const payload = source?.loopId === undefined ? undefined : unwrap(returnedList(await loops.state(source.loopId)))
  const commands: readonly LoopCommand[] = [
    { type: 'create' },
    { type: 'setWorkflow', workflow },
    ...(payload === undefined ? [] : [{ type: 'setPayload', payload, source: 'loop_return' } as const]),
    { type: 'configure', config: configOf(state, step) },
    { type: 'step' },
  ]
  try {
    await loops.execute(loopId, commands, { by: `pipeline ${state.pipelineId}` })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'loop_exists') throw error
    const { workflowHash } = await loops.state(loopId)
    if (workflowHash !== workflow.hash) throw error
  }
}

/** A generate step runs by itself, once, unless its own payload says how often; the others as the run was started. */
function configOf({ plan }: PipelineState, { nodeId, role }: StepState): Partial<LoopConfig> {
  const { approve = 'ask', lookahead = 0, candidates, seeds, seed } = plan?.config ?? {}
  if (role !== 'generate') return { approve, lookahead, ...defined({ candidates, seeds, seed }) }
  const prompt = plan?.workflows[nodeId]?.prompt
  const own = prompt === undefined ? undefined : readPayload(prompt)
  return own?.ok === true && own.value !== undefined ? { approve: 'all', lookahead } : { approve: 'all', totalCycles: 1 }
}
