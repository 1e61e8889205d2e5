import { canonicalJson, stringifyJson, type Json } from '@lemouf/core/json'
import type { LoopView, ValidateResponse } from '@lemouf/core/protocol'
import { watchDebounced } from '@vueuse/core'
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { sentenceOf, server } from '../server/client.ts'
import { mappedInputs, problemsOf, readOverrides, rowsOf, type OverrideRow } from './overrides.ts'
import { EMPTY_SETTINGS, formOf, readSettings, type LoopSettings, type SettingsErrors, type SettingsForm } from './settings-form.ts'

/** Whether what is typed holds: not touched, on its way, taken, or not taken for a reason that is told. */
export type Saving = 'untouched' | 'saving' | 'saved' | 'unsaved'

export interface LoopSettingsInView {
  /** Undefined until it is read. */
  readonly loop: Readonly<Ref<LoopView | undefined>>
  readonly form: Ref<SettingsForm>
  readonly overrides: Ref<readonly OverrideRow[]>
  readonly settable: ComputedRef<ValidateResponse['settable']>
  /** Inputs that the Loop Map sets, by key. */
  readonly mapped: ComputedRef<ReadonlySet<string>>
  readonly errors: ComputedRef<SettingsErrors>
  /** By key of the override. */
  readonly problems: ComputedRef<Readonly<Record<string, string>>>
  readonly saving: Readonly<Ref<Saving>>
  /** Why the server refused, or could not be asked. */
  readonly refusal: Readonly<Ref<string | undefined>>
  readonly pause: (paused: boolean) => Promise<void>
}

const TYPING_PAUSE_MS = 500

/** The settings of a loop, kept as they are typed. `seq` tells that the loop has changed: then they are read again, unless somebody types. */
export function useLoopSettings(loopId: string, seq: () => number | undefined): LoopSettingsInView {
  const loop = shallowRef<LoopView>()
  const form = ref<SettingsForm>({ ...EMPTY_SETTINGS })
  const overrides = ref<readonly OverrideRow[]>([])
  const checked = shallowRef<ValidateResponse>()
  const saving = ref<Saving>('untouched')
  const refusal = ref<string>()
  const settable = computed(() => checked.value?.settable ?? [])
  const mapped = computed(() => mappedInputs(checked.value?.mappings ?? []))
  const settings = computed(() => readSettings(form.value))
  const imposed = computed(() => readOverrides(overrides.value, settable.value))
  const errors = computed(() => (settings.value.ok ? {} : settings.value.error))
  const problems = computed(() => ({ ...problemsOf(overrides.value, checked.value?.findings ?? []), ...(imposed.value.ok ? {} : imposed.value.error) }))
  const typed = computed(() => stringifyJson([form.value, overrides.value]))
  let shown = typed.value

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work()
      // Why settings were not taken stays said beside them, whatever succeeds meanwhile.
      if (saving.value !== 'unsaved') refusal.value = undefined
      return true
    } catch (error) {
      refusal.value = sentenceOf(error)
      return false
    }
  }

  async function read(): Promise<void> {
    const before = loop.value
    const isRead = await attempt(async () => {
      const heard = await server('getLoop', { params: { loop_id: loopId }, query: { manifest: 'none' } })
      // Of two readings under way the newer one counts.
      if (loop.value === undefined || heard.seq >= loop.value.seq) loop.value = heard
    })
    const now = loop.value
    if (!isRead || now === undefined) return
    // Without the preflight the inputs have no names and types, and everything else still works.
    if (checked.value === undefined || before?.workflow_source !== now.workflow_source) await attempt(async () => { checked.value = await check(now, now.overrides) })
    if (typed.value !== shown) return
    form.value = formOf(now)
    overrides.value = rowsOf(now.overrides, settable.value)
    shown = typed.value
  }

  /** Sends what differs from what is in force; says whether it was taken. */
  async function send(): Promise<boolean> {
    const now = loop.value
    if (now === undefined) return false
    saving.value = 'unsaved'
    if (!settings.value.ok || !imposed.value.ok) return false
    saving.value = 'saving'
    const sent = typed.value
    const [config, wanted] = [changedSettings(now, { ...settings.value.value, ...asPayloadSays(form.value) }), imposed.value.value]
    const done = await attempt(async () => {
      if (canonicalJson(wanted) !== canonicalJson(now.overrides)) {
        checked.value = await check(now, wanted)
        await server('setOverrides', { body: { loop_id: loopId, overrides: wanted } })
      }
      if (Object.keys(config).length > 0) await server('configure', { body: { loop_id: loopId, ...config } })
    })
    if (done) {
      shown = sent
      await read()
    }
    if (!done || typed.value === shown) saving.value = done ? 'saved' : 'unsaved'
    return done
  }

  const turns = inTurn(() => typed.value !== shown, send, read)
  watch(seq, turns.read, { immediate: true })
  watchDebounced(typed, turns.send, { debounce: TYPING_PAUSE_MS })
  const pause = async (paused: boolean): Promise<void> => void (await attempt(() => server('configure', { body: { loop_id: loopId, paused } })))
  return { loop, form, overrides, settable, mapped, errors, problems, saving, refusal, pause }
}

/** Sends as long as something is left and it is taken, never twice at once; reads meanwhile are made up for at the end. */
function inTurn(isLeft: () => boolean, send: () => Promise<boolean>, read: () => Promise<void>): { readonly send: () => Promise<void>; readonly read: () => Promise<void> } {
  let isSending = false
  let isOwed = false
  return {
    send: async () => {
      if (isSending) return
      isSending = true
      let goesOn = true
      while (goesOn && isLeft()) goesOn = await send()
      isSending = false
      if (!isOwed) return
      isOwed = false
      await read()
    },
    read: async () => {
      isOwed = isSending
      if (!isSending) await read()
    },
  }
}

/** The settings that are not in force yet: what is left out stays, and total cycles that follow the payload go on following it. */
function changedSettings(loop: LoopView, wanted: LoopSettings): LoopSettings {
  const inForce = readSettings(formOf(loop))
  if (!inForce.ok) return wanted
  const known = inForce.value as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => known[name] !== value))
}

/** Total cycles that were cleared follow the payload again. */
const asPayloadSays = ({ cycles }: SettingsForm): { readonly total_cycles?: null } => (cycles.trim() === '' ? { total_cycles: null } : {})

/** What the preflight says of the loop's workflow with these overrides. */
async function check(loop: LoopView, overrides: Readonly<Record<string, Json>>): Promise<ValidateResponse> {
  const { prompt, graph } = await server('getLoopWorkflow', { params: { loop_id: loop.loop_id }, query: {} })
  const { total_cycles, candidates, seeds, seed, payload } = loop
  return server('validateWorkflow', { body: { prompt, ...(graph === null ? {} : { workflow: graph }), overrides, total_cycles, candidates, seeds, seed, ...(payload === null ? {} : { payload }) } })
}
