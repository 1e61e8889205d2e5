import type { AppError } from '../error.ts'
import type { DecideCommand, UndoCommand } from './command.ts'
import type { LoopEvent } from './event.ts'
import { follow } from './follow.ts'
import { judge } from './judge.ts'
import { draftOf, imagineOn } from './reduce.ts'
import type { LoopState } from './state.ts'
import { undo } from './undo.ts'

/** What many decisions make happen, and which of them cannot be made. */
export interface JudgedTogether {
  readonly events: readonly LoopEvent[]
  readonly refused: readonly { readonly command: DecideCommand | UndoCommand; readonly error: AppError }[]
}

/**
 * Decisions and undos in the order given, each on what those before it left; one that is refused does not hinder the others.
 * What follows from them (the attempts now wanted) is looked at once, after the last. Pure; linear in their number.
 */
export function judgeAll(state: LoopState, commands: readonly (DecideCommand | UndoCommand)[]): JudgedTogether {
  const events: LoopEvent[] = []
  const refused: { command: DecideCommand | UndoCommand; error: AppError }[] = []
  const draft = draftOf(state)
  for (const command of commands) {
    const outcome = command.type === 'decide' ? judge(draft, command) : undo(draft, command)
    if (outcome.ok) {
      for (const event of outcome.value) events.push(event)
      imagineOn(draft, outcome.value)
    } else refused.push({ command, error: outcome.error })
  }
  return { events: events.length === 0 ? [] : follow(state, events), refused }
}
