import { AppError } from '@lemouf/core/error'
import { canonicalJson, type Json } from '@lemouf/core/json'
import { approvedOf, type LoopCommand, type LoopState, type PayloadFacts } from '@lemouf/core/loop'
import type { Loops } from './loops.ts'

/** A payload as a request brings it: as JSON, from where it was returned, or both, when a person changed what was returned. */
export interface GivenPayload {
  readonly payload?: Json | undefined
  readonly from?: { readonly loop_id: string; readonly cycle_index: number; readonly retry_index?: number | undefined } | undefined
}

type SetPayload = Extract<LoopCommand, { type: 'setPayload' }>

/**
 * The commands that give a loop its payload, so that its history tells what was returned before it tells what became of it.
 * `known`: the loop as it is, unless it is to be made.
 * Errors: `loop_not_found`, and `payload_invalid` when nothing was returned there.
 */
export async function payloadCommands(loops: Loops, { payload, from }: GivenPayload, known?: LoopState): Promise<readonly SetPayload[]> {
  if (from !== undefined) {
    const { value, facts } = returnedJson(await loops.state(from.loop_id), from.cycle_index, from.retry_index)
    return payload === undefined ? [setTo(value, facts)] : asChanged(value, payload, facts)
  }
  if (payload === undefined) return []
  const before = known?.payload
  if (before?.source !== 'loop_return') return [setTo(payload, { source: 'given' })]
  return same(before.value, payload) ? [] : [setTo(payload, { ...originOf(before), edited: true })]
}

/** What was returned, and after it what a person made of it, where that is something else. */
export function asChanged(returned: Json, payload: Json, facts: PayloadFacts): readonly SetPayload[] {
  const original = setTo(returned, facts)
  return same(returned, payload) ? [original] : [original, setTo(payload, { ...facts, edited: true })]
}

const setTo = (payload: Json, facts: PayloadFacts): SetPayload => ({ type: 'setPayload', payload, ...facts })
const same = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)
const originOf = ({ source, from }: PayloadFacts): PayloadFacts => ({ source, ...(from === undefined ? {} : { from }) })

/** What a generating workflow returned: the retry named, else the approved one, else the last that returned JSON. */
function returnedJson(state: LoopState, cycle: number, retry: number | undefined): { readonly value: Json; readonly facts: PayloadFacts } {
  const attempts = state.cycles[cycle]?.attempts ?? []
  const chosen = retry === undefined ? (approvedOf(state.cycles[cycle]) ?? attempts.findLast((attempt) => attempt.status === 'returned')) : attempts[retry]
  const output = chosen?.outputs.find((one) => one.kind === 'json')
  if (chosen !== undefined && output?.kind === 'json') {
    return { value: output.value, facts: { source: 'loop_return', from: { loopId: state.loopId, cycle, retry: chosen.retry } } }
  }
  throw new AppError('payload_invalid', `Cycle ${cycle + 1} of ${state.loopId} returned no JSON. Link a list to its Loop Return and run it first.`)
}
