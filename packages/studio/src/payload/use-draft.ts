import { parseJson } from '@lemouf/core/json'
import { computed, readonly, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import * as z from 'zod'
import type { Drafts } from '../app/drafts.ts'

/** What somebody types over something that others change as well. */
export interface Draft {
  readonly typed: Ref<string>
  /** What is in force, as it was last heard; undefined before that. */
  readonly inForce: Readonly<Ref<string | undefined>>
  /** Something else was in force when the typing began. */
  readonly isOutdated: ComputedRef<boolean>
  /** What is in force now. It is shown, unless something is typed. */
  readonly take: (now: string) => void
  /** What was sent is in force, as the server writes it; what was typed since stays. */
  readonly settle: (sent: string, now: string) => void
  /** Leaves what was typed for what is in force. */
  readonly revert: () => void
}

/** What it was typed over, and what was typed. */
const storedSchema = z.tuple([z.string(), z.string()])

/** A draft that is found again under its key after its screen was left, with what it was based on. */
export function useDraft(drafts: Drafts, key: string): Draft {
  const draft = shallowRef({ base: '', typed: '' })
  const inForce = ref<string>()
  const typed = computed({ get: () => draft.value.typed, set: (text) => { draft.value = { ...draft.value, typed: text } } })
  const isTouched = computed(() => !same(draft.value.typed, draft.value.base))
  const isOutdated = computed(() => isTouched.value && inForce.value !== undefined && !same(inForce.value, draft.value.base))

  const show = (text: string): void => { draft.value = { base: text, typed: text } }
  const rebase = (base: string): void => { draft.value = { ...draft.value, base } }

  function take(now: string): void {
    const left = inForce.value === undefined && !isTouched.value ? readDraft(drafts.read(key)) : undefined
    inForce.value = now
    if (left !== undefined) draft.value = { base: left[0], typed: left[1] }
    if (!isTouched.value) show(now)
    else if (same(typed.value, now)) rebase(now)
  }

  watch([draft, inForce], () => {
    if (inForce.value === undefined) return
    if (isTouched.value) drafts.keep(key, JSON.stringify([draft.value.base, draft.value.typed]))
    else drafts.drop(key)
  }, { flush: 'sync' })

  return {
    typed,
    inForce: readonly(inForce),
    isOutdated,
    take,
    settle: (sent, now) => {
      inForce.value = now
      if (typed.value === sent) show(now)
      else rebase(now)
    },
    revert: () => { if (inForce.value !== undefined) show(inForce.value) },
  }
}

const same = (one: string, other: string): boolean => one.trim() === other.trim()

function readDraft(stored: string | undefined): readonly [string, string] | undefined {
  const read = stored === undefined ? undefined : parseJson(stored)
  const draft = read?.ok ? storedSchema.safeParse(read.value) : undefined
  return draft?.success ? draft.data : undefined
}
