import { parseJson, type Json } from '@lemouf/core/json'
import { loopIdSchema, type StartRequest } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import { text } from '../text/text.ts'

/** What a person has typed, as typed; an empty field leaves it to the workflow or the server. */
export interface SetupForm {
  cycles: string
  payload: string
  loopId: string
  /** Where a workflow without Loop Return takes its result from: a node id. */
  outputNode: string
  mode: 'auto' | 'manual'
  approve: 'ask' | 'all'
  lookahead: string
}

export const EMPTY_FORM: Readonly<SetupForm> = { cycles: '', payload: '', loopId: '', outputNode: '', mode: 'auto', approve: 'ask', lookahead: '0' }

export type FieldErrors = Partial<Record<keyof SetupForm, string>>
export type Setup = Omit<StartRequest, 'name' | 'workflow' | 'prompt'>

const MOST_CYCLES = 1_000_000
const MOST_AHEAD = 100

/** The form as the server takes it, or a sentence beside each field that it would refuse. */
export function readForm(form: SetupForm): Result<Setup, FieldErrors> {
  const errors: FieldErrors = {}
  const cycles = integerIn(form.cycles, 1, MOST_CYCLES)
  if (cycles === null) errors.cycles = text.setup.cyclesInvalid
  const lookahead = integerIn(form.lookahead, 0, MOST_AHEAD)
  if (lookahead === null) errors.lookahead = text.setup.lookaheadInvalid
  const loopId = form.loopId.trim()
  const id = loopId === '' ? undefined : loopIdSchema.safeParse(loopId)
  if (id?.success === false) errors.loopId = id.error.issues[0]?.message ?? text.setup.loopIdInvalid
  const payload = payloadIn(form.payload)
  if (!payload.ok) errors.payload = payload.error
  if (Object.keys(errors).length > 0 || cycles === null || lookahead === null || !payload.ok) return fail(errors)
  return ok({
    mode: form.mode,
    approve: form.approve,
    ...(lookahead === undefined ? {} : { lookahead }),
    ...(cycles === undefined ? {} : { total_cycles: cycles }),
    ...(loopId === '' ? {} : { loop_id: loopId }),
    ...(form.outputNode === '' ? {} : { output_node: form.outputNode }),
    ...(payload.value === undefined ? {} : { payload: payload.value }),
  })
}

/** A whole number; undefined when nothing is typed, null when something else is. */
function integerIn(typed: string, least: number, most: number): number | undefined | null {
  const digits = typed.trim()
  if (digits === '') return undefined
  if (!/^\d{1,9}$/.test(digits)) return null
  const value = Number(digits)
  return value < least || value > most ? null : value
}

function payloadIn(typed: string): Result<Json | undefined, string> {
  if (typed.trim() === '') return ok(undefined)
  const parsed = parseJson(typed)
  return parsed.ok ? parsed : fail(parsed.error.message)
}
