import { AppError } from '@lemouf/core/error'
import { canonicalJson, type Json } from '@lemouf/core/json'
import { approvedOf, type LoopState, type PayloadFacts, type SetPayloadCommand } from '@lemouf/core/loop'
import { fail, ok, unwrap, type Result } from '@lemouf/core/result'
import type { Loops } from './loops.ts'

/** A payload as a request brings it: as JSON, from where it was returned, or both, when a person changed what was returned. */
export interface GivenPayload {
  readonly payload?: Json | undefined
  readonly from?: { readonly loop_id: string; readonly cycle_index: number; readonly retry_index?: number | undefined } | undefined
}

/**
 * The command that gives a loop its payload, so that its history tells what was returned before it tells what became of it;
 * undefined where nothing changes. `known`: the loop as it is, unless it is to be made; where its payload came from there already,
 * a change needs nothing of what was returned, which may be gone.
 * Errors: `loop_not_found`, and `payload_invalid` when nothing was returned there.
 */
export async function payloadCommand(loops: Loops, { payload, from }: GivenPayload, known?: LoopState): Promise<SetPayloadCommand | undefined> {
  const before = known?.payload
  if (from !== undefined) {
    const returned = returnedJson(await loops.state(from.loop_id), from.cycle_index, from.retry_index)
    if (payload === undefined) return setTo(unwrap(returned).value, unwrap(returned).facts)
    if (before === undefined || !cameFrom(before, from)) return asChanged(unwrap(returned).value, payload, unwrap(returned).facts)
    if (returned.ok && same(returned.value.value, payload)) return setTo(payload, returned.value.facts)
  }
  if (payload === undefined) return undefined
  if (before?.source !== 'loop_return') return setTo(payload, { source: 'given' })
  return same(before.value, payload) ? undefined : setTo(payload, { ...originOf(before), edited: true })
}

/** What was returned, and what a person made of it, where that is something else. */
export function asChanged(returned: Json, payload: Json, facts: PayloadFacts): SetPayloadCommand {
  return same(returned, payload) ? setTo(returned, facts) : { ...setTo(payload, { ...facts, edited: true }), returned }
}

const setTo = (payload: Json, facts: PayloadFacts): SetPayloadCommand => ({ type: 'setPayload', payload, ...facts })
const same = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)
const originOf = ({ source, from }: PayloadFacts): PayloadFacts => ({ source, ...(from === undefined ? {} : { from }) })

function cameFrom({ from }: PayloadFacts, { loop_id, cycle_index, retry_index }: NonNullable<GivenPayload['from']>): boolean {
  return from?.loopId === loop_id && from.cycle === cycle_index && (retry_index === undefined || from.retry === retry_index)
}

/** What a generating workflow returned: the retry named, else the approved one, else the last that returned JSON. */
function returnedJson(state: LoopState, cycle: number, retry: number | undefined): Result<{ readonly value: Json; readonly facts: PayloadFacts }, AppError> {
  const attempts = state.cycles[cycle]?.attempts ?? []
  const chosen = retry === undefined ? (approvedOf(state.cycles[cycle]) ?? attempts.findLast((attempt) => attempt.status === 'returned')) : attempts[retry]
  const output = chosen?.outputs.find((one) => one.kind === 'json')
  if (chosen !== undefined && output?.kind === 'json') {
    return ok({ value: output.value, facts: { source: 'loop_return', from: { loopId: state.loopId, cycle, retry: chosen.retry } } })
  }
  return fail(new AppError('payload_invalid', `Cycle ${cycle + 1} of ${state.loopId} returned no JSON. Link a list to its Loop Return and run it first.`))
}
