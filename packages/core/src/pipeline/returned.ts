import { AppError } from '../error.ts'
import type { Json } from '../json.ts'
import { approvedOf, type LoopState, type Output } from '../loop/index.ts'
import { fail, ok, type Result } from '../result.ts'

/**
 * The list that a loop's approved cycles returned, one after another: what becomes the payload of the next step.
 * Error: `payload_invalid` for a cycle without a list, or when nothing is in it.
 */
export function returnedList(loop: LoopState): Result<readonly Json[], AppError> {
  const entries: Json[] = []
  for (const cycle of loop.cycles) {
    const outputs = approvedOf(cycle)?.outputs ?? []
    const lists = outputs.flatMap((output) => (output.kind === 'json' && Array.isArray(output.value) ? [output.value as readonly Json[]] : []))
    if (lists.length === 0) return fail(noList(outputs))
    entries.push(...lists.flat())
  }
  if (entries.length > 0) return ok(entries)
  return fail(new AppError('payload_invalid', 'It returned an empty list, so that the next step has no cycle to run. Let it return an entry for each cycle.'))
}

function noList(outputs: readonly Output[]): AppError {
  const kinds = [...new Set(outputs.map((output) => (output.kind === 'json' ? 'JSON that is no list' : output.kind)))]
  const what = kinds.length === 0 ? 'nothing' : `only ${kinds.join(' and ')}`
  return new AppError('payload_invalid', `It returned ${what}, and the next step needs a list of values. Link a list to its Loop Return; a text becomes one through a Loop Payload node.`)
}
