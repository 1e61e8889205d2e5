import type { ValidateResponse } from '@lemouf/core/protocol'
import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef, type Ref } from 'vue'
import { sentenceOf, server } from '../server/client.ts'
import { EMPTY_FORM, readForm, type FieldErrors, type SetupForm } from './setup-form.ts'

export type Preflight =
  | { readonly state: 'checking'; readonly last: ValidateResponse | undefined }
  | { readonly state: 'checked'; readonly last: ValidateResponse }
  /** The form cannot be read; what the check before it found is no longer true. */
  | { readonly state: 'unreadable'; readonly last: ValidateResponse | undefined }
  | { readonly state: 'impossible'; readonly last: ValidateResponse | undefined; readonly message: string }

export interface WorkflowSetup {
  readonly form: Ref<SetupForm>
  readonly errors: Readonly<Ref<FieldErrors>>
  /** Of the form as it is now: what was found for an earlier one is only its `last`. */
  readonly preflight: Readonly<Ref<Preflight>>
  readonly starting: Readonly<Ref<boolean>>
  readonly check: () => Promise<boolean>
  readonly start: () => Promise<void>
}

const TYPING_PAUSE_MS = 300

/** The settings of one workflow, checked by the server as they are typed, and its start. */
export function useSetup(name: string, started: (loopId: string) => void): WorkflowSetup {
  const form = ref<SetupForm>({ ...EMPTY_FORM })
  const setup = computed(() => readForm(form.value))
  const errors = computed(() => (setup.value.ok ? {} : setup.value.error))
  const found = shallowRef<{ readonly of: unknown; readonly preflight: Preflight }>({ of: undefined, preflight: { state: 'checking', last: undefined } })
  const preflight = computed((): Preflight => {
    const { of, preflight: { last } } = found.value
    if (!setup.value.ok) return { state: 'unreadable', last }
    return of === setup.value ? found.value.preflight : { state: 'checking', last }
  })
  const starting = ref(false)
  let newest = 0

  /** Whether the workflow would run as it is set up now. Of two checks under way only the later one counts. */
  async function check(): Promise<boolean> {
    if (!setup.value.ok) return false
    const of = setup.value
    const { payload, total_cycles } = of.value
    const turn = ++newest
    const { last } = found.value.preflight
    found.value = { of, preflight: { state: 'checking', last } }
    const result = await validate({ name, ...(payload === undefined ? {} : { payload }), ...(total_cycles === undefined ? {} : { total_cycles }) }, last)
    if (turn === newest) found.value = { of, preflight: result }
    return result.state === 'checked' && result.last.ok
  }

  async function start(): Promise<void> {
    if (starting.value) return
    starting.value = true
    try {
      if ((await check()) && setup.value.ok) started((await server('startLoop', { body: { name, ...setup.value.value } })).loop_id)
    } catch (error) {
      found.value = { of: setup.value, preflight: { state: 'impossible', last: preflight.value.last, message: sentenceOf(error) } }
    } finally {
      starting.value = false
    }
  }

  watchDebounced(setup, check, { debounce: TYPING_PAUSE_MS })
  void check()
  return { form, errors, preflight, starting, check, start }
}

async function validate(body: Parameters<typeof server<'validateWorkflow'>>[1]['body'], last: ValidateResponse | undefined): Promise<Preflight> {
  try {
    return { state: 'checked', last: await server('validateWorkflow', { body }) }
  } catch (error) {
    return { state: 'impossible', last, message: sentenceOf(error) }
  }
}
