import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import { nameOf } from './attempt.ts'
import type { DecideCommand, UndoCommand } from './command.ts'
import type { LoopEvent } from './event.ts'
import { follow } from './follow.ts'
import { judge, targetOf } from './judge.ts'
import type { Outcome } from './outcome.ts'
import { draftOf, imagineOn } from './reduce.ts'
import type { LoopState } from './state.ts'
import { undo } from './undo.ts'

/** What many decisions make happen, and which of them cannot be made, in the order given. */
export interface JudgedTogether {
  readonly events: readonly LoopEvent[]
  readonly refused: readonly { readonly command: DecideCommand | UndoCommand; readonly error: AppError }[]
}

/**
 * Decisions, or undos, made as one: each on the attempt as it was before any of them, and one that is refused does not hinder the others.
 * What follows from them (the attempts now wanted) is looked at once, after the last. Pure; linear in their number.
 * Errors, beside those of each: `approval_ambiguous` for approvals of several results of a cycle, `request_invalid` for an attempt named twice.
 */
export function judgeAll(state: LoopState, commands: readonly DecideCommand[] | readonly UndoCommand[]): JudgedTogether {
  const events: LoopEvent[] = []
  const refused = new Map<DecideCommand | UndoCommand, AppError>()
  const ambiguous = ambiguousCycles(state, commands)
  const draft = draftOf(state)
  const seen = new Set<string>()
  for (const command of latestFirst(state, commands)) {
    const outcome = repeats(seen, command) ?? act(state, draft, command, ambiguous)
    if (outcome.ok) {
      for (const event of outcome.value) events.push(event)
      imagineOn(draft, outcome.value)
    } else refused.set(command, outcome.error)
  }
  return {
    events: events.length === 0 ? [] : follow(state, events),
    refused: commands.flatMap((command) => {
      const error = refused.get(command)
      return error === undefined ? [] : [{ command, error }]
    }),
  }
}

function act(state: LoopState, draft: LoopState, command: DecideCommand | UndoCommand, ambiguous: ReadonlySet<number>): Outcome {
  if (command.type === 'undo') return takeBack(state, draft, command)
  return command.decision === 'approve' && ambiguous.has(command.cycle) ? fail(severalSelected(command.cycle)) : judge(draft, command)
}

/** Takes back the decision that was in force before any of them; one that went with the undoing of another is done. */
function takeBack(state: LoopState, draft: LoopState, command: UndoCommand): Outcome {
  const target = targetOf(state, command)
  if (!target.ok) return target
  const sought = target.value.attempt.decisions.at(-1)
  const now = draft.cycles[command.cycle]?.attempts[command.retry]
  const gone = sought !== undefined && now?.decisions.every(({ seq }) => seq !== sought.seq) === true
  return gone ? ok([]) : undo(draft, { type: 'undo', cycle: command.cycle, retry: command.retry })
}

/** Undos in the reverse order of what they take back, so that none brings back what another is about to. */
function latestFirst(state: LoopState, commands: readonly DecideCommand[] | readonly UndoCommand[]): readonly (DecideCommand | UndoCommand)[] {
  const madeAt = ({ cycle, retry }: UndoCommand): number => state.cycles[cycle]?.attempts[retry]?.decisions.at(-1)?.seq ?? 0
  return commands[0]?.type === 'undo' ? (commands as readonly UndoCommand[]).toSorted((a, b) => madeAt(b) - madeAt(a)) : commands
}

/** The cycles of which more than one result would be approved. */
function ambiguousCycles(state: LoopState, commands: readonly (DecideCommand | UndoCommand)[]): ReadonlySet<number> {
  const first = new Map<number, number>()
  const ambiguous = new Set<number>()
  for (const command of commands) {
    const { cycle, retry } = command
    if (command.type !== 'decide' || command.decision !== 'approve' || state.cycles[cycle]?.attempts[retry]?.status !== 'returned') continue
    if (first.has(cycle) && first.get(cycle) !== retry) ambiguous.add(cycle)
    first.set(cycle, retry)
  }
  return ambiguous
}

function repeats(seen: Set<string>, { cycle, retry }: DecideCommand | UndoCommand): Outcome | undefined {
  const place = `${cycle}/${retry}`
  if (seen.has(place)) return fail(new AppError('request_invalid', `${nameOf({ cycle, retry })} is named twice. Name each attempt once.`))
  seen.add(place)
  return undefined
}

const severalSelected = (cycle: number): AppError =>
  new AppError('approval_ambiguous', `Several results of cycle ${cycle + 1} are selected. Approve one of them.`, { details: { cycle_index: cycle } })
