import { parseJson, stringifyJson } from '@lemouf/core/json'
import type { PipelineStepView, PipelineView, RouteOutput } from '@lemouf/core/protocol'
import { computed, onScopeDispose, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { openDrafts } from '../app/drafts.ts'
import { sentenceOf, server } from '../server/client.ts'
import type { Connection } from '../server/feed.ts'
import { joinFeed } from '../server/shared-feed.ts'
import { useDraft } from './use-draft.ts'

export type StepPayloadView = RouteOutput<'getStepPayload'>

export interface StepPayload {
  readonly pipeline: Readonly<Ref<PipelineView | undefined>>
  readonly given: Readonly<Ref<StepPayloadView | undefined>>
  /** What is in the editor, as typed. */
  readonly typed: Ref<string>
  readonly isChanged: ComputedRef<boolean>
  /** It was let go here. */
  readonly begins: Readonly<Ref<boolean>>
  /** Loops that were heard of. A step names its loop before that is made. */
  readonly there: Readonly<ShallowRef<ReadonlySet<string>>>
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

/** The loop that a step has begun with its payload; undefined while it waits, and where it was stopped before. */
export function loopBegun(step: Pick<PipelineStepView, 'status' | 'loop_id' | 'payload_held'> | undefined): string | undefined {
  return step === undefined || step.payload_held || step.status === 'waiting' ? undefined : (step.loop_id ?? undefined)
}

/** What a pipeline's step is given by the step before it, while it waits and afterwards. What is typed stays when news comes. */
export function useStepPayload(pipeline_id: string, node_id: string): StepPayload {
  const pipeline = shallowRef<PipelineView>()
  const given = shallowRef<StepPayloadView>()
  const draft = `${pipeline_id} ${node_id}`
  const { typed, take } = useDraft(drafts, draft)
  const begins = ref(false)
  const there = shallowRef<ReadonlySet<string>>(new Set())
  const busy = ref(false)
  const problem = ref<string>()
  const connection = ref<Connection>('connecting')
  const returned = computed(() => (given.value === undefined ? '' : stringifyJson(given.value.returned, 2)))
  const isChanged = computed(() => typed.value.trim() !== returned.value.trim())

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
    if (!given.value.held) drafts.drop(draft)
    take(stringifyJson(given.value.payload, 2))
  })

  async function release(): Promise<void> {
    const payload = parseJson(typed.value)
    if (!payload.ok || busy.value) return
    busy.value = true
    await attempt(() => server('releasePayload', { body: { pipeline_id, node_id, ...(isChanged.value ? { payload: payload.value } : {}) } }))
    begins.value = problem.value === undefined
    if (begins.value) await read()
    busy.value = false
  }

  onScopeDispose(joinFeed({
    began: () => void read(),
    changed: ({ loop }) => { there.value = new Set([...there.value, loop.loop_id]) },
    pipelineChanged: ({ pipeline: now }) => { if (now.pipeline_id === pipeline_id) void read() },
    connection: (now) => { connection.value = now },
  }))
  return { pipeline, given, typed, isChanged, begins, there, busy, problem, connection, release, revert: () => { typed.value = returned.value }, read }
}
