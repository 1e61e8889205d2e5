import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import { namesNothing, nodelessInput, type Assignments } from '../workflow/index.ts'
import type { AttemptKey } from './attempt.ts'
import type { LoopCommand, SetPayloadCommand } from './command.ts'
import { configure } from './configure.ts'
import { cancelInFlight, cancelOne } from './cancel.ts'
import { payloadFacts, type LoopEvent } from './event.ts'
import { follow } from './follow.ts'
import { judge } from './judge.ts'
import type { Outcome } from './outcome.ts'
import { hear } from './hear.ts'
import { imagine } from './reduce.ts'
import { isComplete, workflowOf, type LoopState } from './state.ts'
import { step } from './step.ts'
import { undo } from './undo.ts'

/**
 * What a command makes happen, or why it cannot. Pure; `[]` means that the command was served before or came too late to matter.
 * In `auto` mode the attempts that follow from the command are part of its events, so that one transaction holds both.
 */
export function decide(state: LoopState, command: LoopCommand): Outcome {
  const events = act(state, command)
  return events.ok && events.value.length > 0 ? ok(follow(state, events.value)) : events
}

/** What commands make happen one after another: all of them, or the first refusal and nothing. */
export function decideAll(state: LoopState, commands: readonly LoopCommand[]): Outcome {
  const all: LoopEvent[] = []
  let now = state
  for (const command of commands) {
    const events = decide(now, command)
    if (!events.ok) return events
    all.push(...events.value)
    now = imagine(now, events.value)
  }
  return ok(all)
}

function act(state: LoopState, command: LoopCommand): Outcome {
  if (command.type === 'create') return create(state)
  if (state.seq === 0) return fail(loopNotFound(state.loopId))
  switch (command.type) {
    case 'setWorkflow':
      return state.workflowHash === command.workflow.hash ? ok([]) : ok([{ type: 'workflowSet', ...command.workflow }])
    case 'setPayload':
      return ok(payloadSet(command))
    case 'configure':
      return configure(state, command.config)
    case 'setOverrides':
      return setOverrides(state, command.overrides)
    case 'step':
      return step(state, command)
    case 'decide':
      return judge(state, command)
    case 'undo':
      return undo(state, command)
    case 'start':
      return hear(state, { type: 'attemptStarted', worker: command.worker, ...keyOf(command) })
    case 'return':
      return hear(state, { type: 'attemptReturned', worker: command.worker, outputs: command.outputs, ...keyOf(command) })
    case 'fail':
      return hear(state, { type: 'attemptFailed', failure: command.failure, ...keyOf(command) })
    case 'cancel':
      return cancelOne(state, command.cycle, command.retry)
    case 'reset':
      return ok([...cancelInFlight(state), { type: 'reset', keepWorkflow: command.keepWorkflow }])
    case 'exit':
      return state.exited === 'no' ? ok([...cancelInFlight(state), { type: 'exited', complete: isComplete(state) }]) : ok([])
    case 'recordExport':
      return ok([{ type: 'exported', count: command.count, folder: command.folder }])
  }
}

/** The history tells what was returned before it tells what became of it. */
function payloadSet({ payload, returned, source, from, edited }: SetPayloadCommand): readonly LoopEvent[] {
  const origin = payloadFacts({ source, ...(from === undefined ? {} : { from }) })
  const original: readonly LoopEvent[] = returned === undefined ? [] : [{ type: 'payloadSet', payload: returned, ...origin }]
  return [...original, { type: 'payloadSet', payload, ...origin, ...(edited === undefined ? {} : { edited }) }]
}

/** Whether the values fit is known to the generating servers; that there is something to set is seen here. Error: `overrides_invalid`. */
function setOverrides(state: LoopState, overrides: Assignments): Outcome {
  const workflow = workflowOf(state)
  const unknown = workflow === undefined ? undefined : nodelessInput(workflow.prompt, overrides)
  return unknown === undefined ? ok([{ type: 'overridesSet', overrides }]) : fail(new AppError('overrides_invalid', namesNothing(unknown)))
}

export function loopNotFound(loopId: string): AppError {
  return new AppError('loop_not_found', `There is no loop ${loopId}. It may have been made on other data; list the loops.`)
}

function create(state: LoopState): Outcome {
  return state.seq === 0 ? ok([{ type: 'created' }]) : fail(new AppError('loop_exists', `A loop ${state.loopId} exists already. Choose another id, or open it.`))
}

const keyOf = ({ run, cycle, retry }: AttemptKey): AttemptKey => ({ run, cycle, retry })
