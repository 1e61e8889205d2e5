import { asksForOneMore, isOpen, isTakenBack, roundOf, sendingBack, type Attempt } from './attempt.ts'
import { approvedOf, MAX_CANDIDATES, type Cycle } from './state.ts'

/** Attempts to be made of a cycle: how many, and the round in which they stand to choose among. */
export interface Wanted {
  readonly round: number
  readonly count: number
}

/**
 * What a cycle wants now, with `candidates` to choose among: a round of them when it is opened, and again when the last of a round
 * that waited was sent back; what a round lacks, because the number was raised or some were taken back. While candidates wait,
 * only a replay or a changed input is reason enough for another: one takes the place of each that was sent back so.
 */
export function wantedOf(cycle: Cycle | undefined, candidates: number): Wanted {
  const made = madeOf(cycle)
  const newest = made.at(-1)
  if (newest === undefined) return { round: 0, count: candidates }
  const round = roundOf(newest)
  if (approvedOf(cycle) !== undefined) return { round, count: 0 }
  const open = made.filter(isOpen)
  const asked = (cycle?.attempts ?? []).flatMap((attempt) => sendingBack(attempt) ?? []).filter((last) => last.seq > newest.seq)
  if (open.length === 0 && asked.length > 0) return { round: round + 1, count: candidates }
  const beside = asked.filter(asksForOneMore).length
  if (beside > 0) return { round, count: Math.min(beside, MAX_CANDIDATES) }
  const members = made.filter((attempt) => roundOf(attempt) === round)
  // What opened this round was taken back, or the plan does not resolve: more of it would come to nothing.
  const settled = open.some((attempt) => roundOf(attempt) < round) || members.some(neverStarted)
  return { round, count: settled ? 0 : Math.max(0, candidates - members.length) }
}

/** What a person's step makes: what the cycle wants, else one more beside those that are there, else a round anew. */
export function steppedOf(cycle: Cycle | undefined, candidates: number): Wanted {
  const wanted = wantedOf(cycle, candidates)
  if (wanted.count > 0) return wanted
  const beside = approvedOf(cycle) !== undefined || madeOf(cycle).some(isOpen)
  return beside ? { ...wanted, count: 1 } : { round: wanted.round + 1, count: candidates }
}

const madeOf = (cycle: Cycle | undefined): readonly Attempt[] => cycle?.attempts.filter((attempt) => !isTakenBack(attempt)) ?? []

const neverStarted = ({ status, startedAt }: Attempt): boolean => status === 'failed' && startedAt === undefined
