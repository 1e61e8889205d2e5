import { parseJson, stringifyJson, type Json } from '@lemouf/core/json'
import type { LoopView } from '@lemouf/core/protocol'
import { parsePrompt, readPayload } from '@lemouf/core/workflow'
import { useDebounceFn } from '@vueuse/core'
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import { openDrafts } from '../app/drafts.ts'
import { sentenceOf, server } from '../server/client.ts'
import { openFeed, type Connection } from '../server/feed.ts'
import { useDraft } from './use-draft.ts'
import { versionsOf, type Version } from './versions.ts'

export interface LoopPayload {
  readonly loop: Readonly<Ref<LoopView | undefined>>
  /** What is in the editor, as typed. */
  readonly typed: Ref<string>
  /** What is in force. */
  readonly inForce: ComputedRef<Json | undefined>
  /** What the workflow itself holds. */
  readonly own: Readonly<Ref<Json | undefined>>
  readonly versions: Readonly<Ref<readonly Version[]>>
  /** How many cycles something was made of. */
  readonly made: Readonly<Ref<number>>
  readonly isChanged: ComputedRef<boolean>
  /** Somebody has changed the payload since the typing began. */
  readonly isOutdated: ComputedRef<boolean>
  readonly saving: Readonly<Ref<'no' | 'saving' | 'saved'>>
  readonly problem: Readonly<Ref<string | undefined>>
  readonly connection: Readonly<Ref<Connection>>
  /** Puts what is typed into force; where somebody has changed it a moment ago, that is told first. */
  readonly save: () => Promise<void>
  readonly revert: () => void
  readonly read: () => Promise<void>
}

/** What was typed and not saved, by loop. */
const drafts = openDrafts('loop-payload')
const VERSIONS = 50
const SETTLED_MS = 300
/** A loop that changes all the time is read again after this. */
const LATEST_MS = 2000

/** A loop's payload: what is in force, what is typed, and what it was. News of the loop is taken in; what is typed stays. */
export function useLoopPayload(loopId: string): LoopPayload {
  const loop = shallowRef<LoopView>()
  const { typed, inForce: shown, isOutdated, take, settle, revert: leave } = useDraft(drafts, loopId)
  const own = shallowRef<Json>()
  const versions = shallowRef<readonly Version[]>([])
  const made = ref(0)
  const saving = ref<'no' | 'saving' | 'saved'>('no')
  const problem = ref<string>()
  const connection = ref<Connection>('connecting')
  const params = { loop_id: loopId }
  const inForce = computed(() => loop.value?.payload ?? undefined)
  const isChanged = computed(() => typed.value.trim() !== (shown.value ?? '').trim())

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      problem.value = undefined
    } catch (error) {
      problem.value = sentenceOf(error)
    }
  }

  const read = (): Promise<void> => attempt(async () => {
    const [now, history, { cycles }] = await Promise.all([
      server('getLoop', { params, query: { manifest: 'none' } }),
      server('getHistory', { params, query: { order: 'newest', about: 'payload', limit: VERSIONS } }),
      server('getOutline', { params }),
    ])
    own.value = now.status === 'empty' ? undefined : await ownPayload(loopId)
    versions.value = versionsOf(history.events, own.value)
    made.value = new Set(cycles).size
    // Of two readings under way the newer one counts.
    if (loop.value !== undefined && loop.value.seq > now.seq) return
    loop.value = now
    take(now.payload === null ? '' : stringifyJson(now.payload, 2))
  })

  async function save(): Promise<void> {
    const sent = typed.value
    const payload = parseJson(sent)
    if (!payload.ok || saving.value === 'saving') return
    saving.value = 'saving'
    const seen = shown.value
    await read()
    if (problem.value !== undefined || shown.value !== seen) return void (saving.value = 'no')
    const from = loop.value?.payload_origin?.from ?? undefined
    await attempt(() => server('setPayload', { body: { ...params, payload: payload.value, ...(from === undefined ? {} : { from }) } }))
    if (problem.value !== undefined) return void (saving.value = 'no')
    settle(sent, stringifyJson(payload.value, 2))
    await read()
    saving.value = 'saved'
  }

  function revert(): void {
    leave()
    saving.value = 'no'
  }

  const readSoon = useDebounceFn(read, SETTLED_MS, { maxWait: LATEST_MS })
  onScopeDispose(openFeed(loopId, { began: () => void read(), changed: () => void readSoon(), connection: (now) => { connection.value = now } }))
  return { loop, typed, inForce, own, versions, made, isChanged, isOutdated, saving, problem, connection, save, revert, read }
}

/** What the Loop Payload node of a loop's workflow holds, if it has one that can be read. */
async function ownPayload(loop_id: string): Promise<Json | undefined> {
  const prompt = parsePrompt((await server('getLoopWorkflow', { params: { loop_id }, query: {} })).prompt)
  const payload = prompt.ok ? readPayload(prompt.value) : undefined
  return payload?.ok ? payload.value : undefined
}
