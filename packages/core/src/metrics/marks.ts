import { approvalOf, firstRoundOf, verdictOf, waitOf, type AttemptFacts, type CycleFacts } from './cycle.ts'
import type { Mark } from './tally.ts'

/** What a cycle as it stands adds to the figures. Nothing of it depends on how the cycle came to stand so. */
export function* marksOf(cycle: CycleFacts): Generator<Mark> {
  for (const attempt of cycle.attempts) yield* attemptMarks(cycle, attempt)
  const approval = approvalOf(cycle)
  if (approval !== undefined) yield { at: approval.at, counts: { approved: 1 } }
  yield* judgedMarks(cycle)
}

function* attemptMarks(cycle: CycleFacts, attempt: AttemptFacts): Generator<Mark> {
  const { started, ended, verdicts } = attempt
  if (started !== undefined && ended !== undefined) yield { at: ended, counts: { machineMs: Math.max(0, ended - started) } }
  const wait = waitOf(cycle, attempt)
  if (wait !== undefined) yield { at: wait.from, counts: { arrived: 1 } }
  if (wait?.until !== undefined) yield { at: wait.until, counts: { settled: 1 } }
  const first = verdicts[0]
  if (first?.maker === 'person' && wait !== undefined) yield { at: first.at, counts: { decisions: 1 }, wait: first.at - wait.from }
  for (const { maker, at, spent } of verdicts) if (maker === 'person' && spent > 0) yield { at, counts: { personMs: spent } }
}

/** Whether the first go was good enough, once a person has decided that. It counts where the person began to decide. */
function* judgedMarks(cycle: CycleFacts): Generator<Mark> {
  const made = cycle.attempts.flatMap(({ verdicts }) => verdicts.filter(({ maker }) => maker === 'person').map(({ at }) => at))
  if (made.length === 0) return
  const approval = approvalOf(cycle)
  const round = firstRoundOf(cycle)
  if (approval === undefined && cycle.attempts.slice(0, round).some(isOpen)) return
  const retries = cycle.attempts.slice(round).filter(({ status }) => status !== 'cancelled').length
  yield { at: Math.min(...made), counts: { cycles: 1, retries, firstPass: approval !== undefined && approval.retry < round ? 1 : 0 } }
}

const isOpen = (attempt: AttemptFacts): boolean =>
  verdictOf(attempt) === undefined && (attempt.status === 'queued' || attempt.status === 'running' || attempt.status === 'returned')
