import { isComplete, statusOf, type LoopState, type LoopStatus } from '../loop/index.ts'
import type { StepFailure } from './event.ts'
import { returnedList } from './returned.ts'

/** How a loop stands, as far as its pipeline needs to know. */
export interface LoopNews {
  readonly loopId: string
  /** Of its last event: older news changes nothing. */
  readonly seq: number
  readonly status: LoopStatus
  /** Every cycle is approved, whether it was exited after that or not. */
  readonly complete: boolean
  /** Why it stands failed. */
  readonly failure?: StepFailure
  /** Why what it returned is no list, when it is complete. */
  readonly noList?: StepFailure
}

/** How a loop stands now. */
export function newsOf(loop: LoopState): LoopNews {
  const status = statusOf(loop)
  const complete = isComplete(loop)
  const failure = status === 'failed' ? failureOf(loop) : undefined
  const list = complete ? returnedList(loop) : undefined
  return {
    loopId: loop.loopId,
    seq: loop.seq,
    status,
    complete,
    ...(failure === undefined ? {} : { failure }),
    ...(list === undefined || list.ok ? {} : { noList: { code: list.error.code, message: list.error.message } }),
  }
}

function failureOf({ cycles }: LoopState): StepFailure {
  const failed = cycles.flatMap(({ attempts }, cycle) => {
    const last = attempts.at(-1)
    return last?.status === 'failed' ? [{ cycle, failure: last.failure }] : []
  })[0]
  return { code: failed?.failure?.code ?? 'internal', message: `Cycle ${(failed?.cycle ?? 0) + 1} failed: ${failed?.failure?.message ?? 'no reason was given.'}` }
}
