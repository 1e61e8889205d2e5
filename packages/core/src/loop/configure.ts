import { fail, ok } from '../result.ts'
import type { Settings } from './command.ts'
import type { LoopEvent } from './event.ts'
import type { Outcome } from './outcome.ts'
import { lackingEntry, type LoopState } from './state.ts'

/** Settings that change; the others stay. Error: `payload_too_short` for a total whose cycles the payload has no entries for. */
export function configure(state: LoopState, { totalCycles, ...settings }: Settings): Outcome {
  const { totalCycles: known, ...config } = state.config
  const total = totalCycles === undefined ? known : (totalCycles ?? undefined)
  const lack = total === undefined || total === known ? undefined : lackingEntry(state, total)
  if (lack !== undefined) return fail(lack.error)
  return ok([{ type: 'configured', config: { ...config, ...settings, ...(total === undefined ? {} : { totalCycles: total }) } }])
}

/** A total that was set and that a payload or workflow set now has too few entries for: the loop ends with the last entry. */
export function fittedTotal(state: LoopState, events: readonly LoopEvent[]): readonly LoopEvent[] {
  const { totalCycles } = state.config
  // Before anything is made, the payload may be still to come.
  const matters = events.some(({ type }) => type === 'payloadSet' || (type === 'workflowSet' && state.cycles.length > 0))
  const lack = totalCycles === undefined || !matters ? undefined : lackingEntry(state, totalCycles)
  const fitted = lack === undefined ? totalCycles : Math.max(1, lack.cycle)
  return fitted === undefined || fitted === totalCycles ? [] : [{ type: 'configured', config: { ...state.config, totalCycles: fitted } }]
}
