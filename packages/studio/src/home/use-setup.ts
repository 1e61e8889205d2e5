import { stringifyJson } from '@lemouf/core/json'
import type { StartRequest, ValidateResponse } from '@lemouf/core/protocol'
import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { openDrafts } from '../app/drafts.ts'
import { sentenceOf, server } from '../server/client.ts'
import { EMPTY_FORM, parseForm, readForm, type FieldErrors, type Setup, type SetupForm } from './setup-form.ts'

export type Preflight =
  | { readonly state: 'checking'; readonly last: ValidateResponse | undefined }
  | { readonly state: 'checked'; readonly last: ValidateResponse }
  /** The form cannot be read; what the check before it found is no longer true. */
  | { readonly state: 'unreadable'; readonly last: ValidateResponse | undefined }
  | { readonly state: 'impossible'; readonly last: ValidateResponse | undefined; readonly message: string }

/** What is to be run: the name of a file, or a graph and its prompt. */
export type WorkflowChoice = Pick<StartRequest, 'name' | 'workflow' | 'prompt'>

export interface WorkflowSetup {
  readonly form: Ref<SetupForm>
  readonly errors: Readonly<Ref<FieldErrors>>
  /** Of the form as it is now: what was found for an earlier one is only its `last`. */
  readonly preflight: Readonly<Ref<Preflight>>
  readonly starting: Readonly<Ref<boolean>>
  readonly check: () => Promise<boolean>
  readonly start: () => Promise<void>
}

/** What was typed and not started, by workflow. */
const drafts = openDrafts('setup')
const TYPING_PAUSE_MS = 300

/** The settings of one workflow, checked by the server as they are typed, and its start. What it is now, `choose` says each time; what is typed is kept as the `draft` until it is started. */
export function useSetup(choose: () => Promise<WorkflowChoice>, started: (loopId: string) => void, draft: string): WorkflowSetup {
  const form = ref<SetupForm>(parseForm(drafts.read(draft) ?? '') ?? { ...EMPTY_FORM })
  const settable = computed(() => found.value.preflight.last?.settable ?? [])
  /** The same object while it says the same: an answer belongs to the one that was sent. */
  const setup = computed((before?: ReturnType<typeof readForm>) => {
    const now = readForm(form.value, settable.value)
    return before !== undefined && stringifyJson(before) === stringifyJson(now) ? before : now
  })
  const errors = computed(() => (setup.value.ok ? {} : setup.value.error))
  const found = shallowRef<{ readonly of: unknown; readonly preflight: Preflight }>({ of: undefined, preflight: { state: 'checking', last: undefined } })
  const preflight = computed((): Preflight => {
    const { of, preflight: { last } } = found.value
    if (!setup.value.ok) return { state: 'unreadable', last }
    return of === setup.value ? found.value.preflight : { state: 'checking', last }
  })
  const starting = ref(false)
  let newest = 0

  /** Checks what would be started now, and gives it when it would run. Of two checks under way only the later one counts. */
  async function checked(): Promise<StartRequest | undefined> {
    if (!setup.value.ok) return undefined
    const of = setup.value
    const turn = ++newest
    const { last } = found.value.preflight
    found.value = { of, preflight: { state: 'checking', last } }
    const { request, result } = await validate(choose, of.value, last)
    if (turn === newest) found.value = { of, preflight: result }
    return result.state === 'checked' && result.last.ok ? request : undefined
  }

  const check = async (): Promise<boolean> => (await checked()) !== undefined

  async function start(): Promise<void> {
    if (starting.value) return
    starting.value = true
    try {
      const request = await checked()
      if (request === undefined) return
      const { loop_id } = await server('startLoop', { body: request })
      drafts.drop(draft)
      started(loop_id)
    } catch (error) {
      found.value = { of: setup.value, preflight: { state: 'impossible', last: preflight.value.last, message: sentenceOf(error) } }
    } finally {
      starting.value = false
    }
  }

  watch(form, (typed) => {
    const kept = JSON.stringify(typed)
    if (kept === JSON.stringify(EMPTY_FORM)) drafts.drop(draft)
    else drafts.keep(draft, kept)
  }, { deep: true })
  watchDebounced(setup, check, { debounce: TYPING_PAUSE_MS })
  void check()
  return { form, errors, preflight, starting, check, start }
}

async function validate(choose: () => Promise<WorkflowChoice>, setup: Setup, last: ValidateResponse | undefined): Promise<{ request?: StartRequest; result: Preflight }> {
  try {
    const choice = await choose()
    const { loop_id: _id, mode: _mode, approve: _approve, lookahead: _lookahead, ...asked } = setup
    const body = { ...choice, ...asked }
    return { request: { ...choice, ...setup }, result: { state: 'checked', last: await server('validateWorkflow', { body }) } }
  } catch (error) {
    return { result: { state: 'impossible', last, message: sentenceOf(error) } }
  }
}
