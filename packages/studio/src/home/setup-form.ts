import { parseJson, type Json } from '@lemouf/core/json'
import { loopIdSchema, type SettableInputView, type StartRequest } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import * as z from 'zod'
import { readOverrides, type OverrideRow } from '../run/overrides.ts'
import { EMPTY_SETTINGS, readSettings, settingsFormShape, type SettingsForm } from '../run/settings-form.ts'
import { text } from '../text/text.ts'

/** What a person has typed, as typed; an empty field leaves it to the workflow or the server. */
export interface SetupForm extends SettingsForm {
  /** Undefined while it is the workflow's own that is shown. */
  payload: string | undefined
  loopId: string
  /** Where a workflow without Loop Return takes its result from: a node id. */
  outputNode: string
  overrides: readonly OverrideRow[]
}

export const EMPTY_FORM: Readonly<SetupForm> = { ...EMPTY_SETTINGS, payload: undefined, loopId: '', outputNode: '', overrides: [] }

const storedSchema = z.object({
  ...settingsFormShape,
  payload: z.string().optional(),
  loopId: z.string(),
  outputNode: z.string(),
  overrides: z.array(z.object({ key: z.string(), typed: z.string() })),
})

/** A form that was kept as JSON; undefined where it is another program's, or of another version. */
export function parseForm(kept: string): SetupForm | undefined {
  const json = parseJson(kept)
  const read = storedSchema.safeParse(json.ok ? json.value : undefined)
  return read.success ? { ...read.data, payload: read.data.payload } : undefined
}

/** By field; of overrides also by row, `override 12.seed`. */
export type FieldErrors = Partial<Record<keyof SetupForm | `override ${string}`, string>>
export type Setup = Omit<StartRequest, 'name' | 'workflow' | 'prompt'>

/** The form as the server takes it, or a sentence beside each field that it would refuse. `settable`: what is known of the inputs that can be set. */
export function readForm(form: SetupForm, settable: readonly SettableInputView[] = []): Result<Setup, FieldErrors> {
  const errors: FieldErrors = {}
  const settings = readSettings(form)
  if (!settings.ok) Object.assign(errors, settings.error)
  const loopId = idFrom(form.loopId)
  if (loopId === 'list') errors.loopId = text.setup.loopIdTaken
  else if (loopId === '' && form.loopId.trim() !== '') errors.loopId = text.setup.loopIdInvalid
  const payload = payloadIn(form.payload)
  if (!payload.ok) errors.payload = payload.error
  const overrides = readOverrides(form.overrides, settable)
  if (!overrides.ok) for (const [key, message] of Object.entries(overrides.error)) errors[`override ${key}`] = message
  if (Object.keys(errors).length > 0 || !settings.ok || !payload.ok || !overrides.ok) return fail(errors)
  return ok({
    ...settings.value,
    ...(loopId === '' ? {} : { loop_id: loopId }),
    ...(form.outputNode === '' ? {} : { output_node: form.outputNode }),
    ...(payload.value === undefined ? {} : { payload: payload.value }),
    ...(form.overrides.length === 0 ? {} : { overrides: overrides.value }),
  })
}

const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ß: 'ss', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L' }
const MOST_OF_ID = 64

/** The id that a name becomes: letters without accents, spaces as `-`, nothing of the rest. Empty where nothing is left; an id stays as it is. */
export function idFrom(name: string): string {
  const typed = name.trim()
  if (loopIdSchema.safeParse(typed).success) return typed
  const plain = typed.normalize('NFKD').replaceAll(/[œŒæÆßøØłŁ]/g, (letter) => LETTERS[letter] ?? '').replaceAll(/\s+/g, '-').replaceAll(/[^a-zA-Z0-9_-]/g, '')
  return plain.replaceAll(/-{2,}/g, '-').replace(/^[-_]+/, '').slice(0, MOST_OF_ID).replace(/-+$/, '')
}

function payloadIn(typed = ''): Result<Json | undefined, string> {
  if (typed.trim() === '') return ok(undefined)
  const parsed = parseJson(typed)
  return parsed.ok ? parsed : fail(parsed.error.message)
}
