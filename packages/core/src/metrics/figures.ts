import { medianWait, type HourTally } from './tally.ts'

/** The figures of a span. Null where there is nothing to divide by. Durations are milliseconds, shares 0..1. */
export interface Figures {
  /** Results that a person decided on. */
  readonly decisions: number
  /** From the result's return to a person's first decision on it; right to 2.5 %. */
  readonly medianDecisionMs: number | null
  /** Cycles whose first round a person decided. */
  readonly cycles: number
  /** Share of these that were approved in the first round. */
  readonly firstPass: number | null
  readonly retriesPerCycle: number | null
  readonly approved: number
  readonly personMsPerApproved: number | null
  readonly machineMsPerApproved: number | null
}

/** The figures that a tally gives. */
export function figuresOf({ counts, waits }: HourTally): Figures {
  const { decisions, cycles, firstPass, retries, approved, personMs, machineMs } = counts
  return {
    decisions,
    medianDecisionMs: medianWait(waits),
    cycles,
    firstPass: ratio(firstPass, cycles),
    retriesPerCycle: ratio(retries, cycles),
    approved,
    personMsPerApproved: ratio(personMs, approved),
    machineMsPerApproved: ratio(machineMs, approved),
  }
}

/** A part of a whole, or null of nothing. */
export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)
