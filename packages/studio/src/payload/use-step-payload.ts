import { parseJson, stringifyJson } from '@lemouf/core/json'
import type { PipelineView, RouteOutput } from '@lemouf/core/protocol'
import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { openDrafts } from '../app/drafts.ts'
import { sentenceOf, server } from '../server/client.ts'
import { openFeed, type Connection } from '../server/feed.ts'

export type StepPayloadView = RouteOutput<'getStepPayload'>

export interface StepPayload {
  readonly pipeline: Readonly<Ref<PipelineView | undefined>>
  readonly given: Readonly<Ref<StepPayloadView | undefined>>
  /** What is in the editor, as typed. */
  readonly typed: Ref<string>
  readonly isChanged: ComputedRef<boolean>
  readonly busy: Readonly<Ref<boolean>>
  readonly problem: Readonly<Ref<string | undefined>>
  readonly connection: Readonly<Ref<Connection>>
  /** Lets the step begin with what is typed. */
  readonly release: () => Promise<void>
  readonly revert: () => void
  readonly read: () => Promise<void>
}

/** What was typed and not sent, by step. */
const drafts = openDrafts('step-payload')

/** What a pipeline's step is given by the step before it, while it waits and afterwards. What is typed stays when news comes. */
export function useStepPayload(pipeline_id: string, node_id: string): StepPayload {
  const pipeline = shallowRef<PipelineView>()
  const given = shallowRef<StepPayloadView>()
  const typed = ref('')
  const busy = ref(false)
  const problem = ref<string>()
  const connection = ref<Connection>('connecting')
  const returned = computed(() => (given.value === undefined ? '' : stringifyJson(given.value.returned, 2)))
  const isChanged = computed(() => typed.value.trim() !== returned.value.trim())
  const draft = `${pipeline_id} ${node_id}`
  let shown = ''

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      problem.value = undefined
    } catch (error) {
      problem.value = sentenceOf(error)
    }
  }

  const read = (): Promise<void> => attempt(async () => {
    const params = { pipeline_id }
    ;[pipeline.value, given.value] = await Promise.all([server('getPipeline', { params }), server('getStepPayload', { params, query: { node_id } })])
    if (typed.value !== shown) return
    shown = stringifyJson(given.value.payload, 2)
    typed.value = (given.value.held ? drafts.read(draft) : undefined) ?? shown
  })

  async function release(): Promise<void> {
    const payload = parseJson(typed.value)
    if (!payload.ok || busy.value) return
    busy.value = true
    await attempt(() => server('releasePayload', { body: { pipeline_id, node_id, ...(isChanged.value ? { payload: payload.value } : {}) } }))
    if (problem.value === undefined) await read()
    busy.value = false
  }

  watch([typed, given], () => {
    if (given.value?.held && typed.value !== shown) drafts.keep(draft, typed.value)
    else if (given.value !== undefined) drafts.drop(draft)
  })
  onScopeDispose(openFeed(undefined, {
    began: () => void read(),
    changed: () => undefined,
    pipelineChanged: ({ pipeline: now }) => { if (now.pipeline_id === pipeline_id) void read() },
    connection: (now) => { connection.value = now },
  }))
  return { pipeline, given, typed, isChanged, busy, problem, connection, release, revert: () => { typed.value = returned.value }, read }
}
