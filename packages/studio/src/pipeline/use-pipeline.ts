import type { ResourceView, ValidatePipelineResponse } from '@lemouf/core/protocol'
import { readonly, ref, shallowRef, type Ref } from 'vue'
import type { LoopSettings } from '../run/settings-form.ts'
import { sentenceOf, server } from '../server/client.ts'
import type { Json } from '@lemouf/core/json'

/** A pipeline workflow: a file's name, or the workflow itself. */
export interface PipelineChoice {
  readonly name?: string
  readonly workflow?: Json
}

export interface PipelineSetup {
  /** What the check found last; undefined before the first. */
  readonly checked: Readonly<Ref<ValidatePipelineResponse | undefined>>
  readonly checking: Readonly<Ref<boolean>>
  /** Something asked is not answered yet. */
  readonly busy: Readonly<Ref<boolean>>
  /** Why the last thing asked was refused. */
  readonly problem: Readonly<Ref<string | undefined>>
  readonly check: () => Promise<void>
  /** `hold`: steps that take what another generated wait until a person has seen it. */
  readonly run: (settings: LoopSettings, hold: boolean) => Promise<void>
  readonly cancel: () => Promise<void>
  readonly retry: (nodeId: string) => Promise<void>
}

/** A pipeline workflow with its check, and what can be done with it. How its run goes, the feed tells. */
export function usePipeline(choose: () => Promise<PipelineChoice>): PipelineSetup {
  const checked = shallowRef<ValidatePipelineResponse>()
  const checking = ref(false)
  const busy = ref(false)
  const problem = ref<string>()
  let newest = 0

  /** Of two checks under way only the later one counts. */
  async function check(): Promise<void> {
    const turn = ++newest
    checking.value = true
    try {
      const found = await server('validatePipeline', { body: await choose() })
      if (turn !== newest) return
      checked.value = found
      problem.value = undefined
    } catch (error) {
      if (turn === newest) problem.value = sentenceOf(error)
    } finally {
      if (turn === newest) checking.value = false
    }
  }

  async function ask(work: () => Promise<unknown>): Promise<void> {
    if (busy.value) return
    busy.value = true
    problem.value = undefined
    try {
      await work()
    } catch (error) {
      problem.value = sentenceOf(error)
    } finally {
      busy.value = false
    }
  }

  const onPipeline = (work: (pipeline_id: string) => Promise<unknown>) => ask(async () => {
    if (checked.value !== undefined) await work(checked.value.pipeline_id)
  })

  void check()
  return {
    checked: readonly(checked) as PipelineSetup['checked'], checking, busy, problem, check,
    run: ({ approve, lookahead, candidates, seeds, seed }, hold_payload) => ask(async () => server('startPipeline', { body: { ...(await choose()), approve, lookahead, candidates, seeds, seed, hold_payload } })),
    cancel: () => onPipeline((pipeline_id) => server('cancelPipeline', { body: { pipeline_id } })),
    retry: (node_id) => onPipeline((pipeline_id) => server('retryStep', { body: { pipeline_id, node_id } })),
  }
}

/** What a composition is made of, or why that cannot be read. */
export async function readResources(pipeline_id: string, node_id: string): Promise<readonly ResourceView[]> {
  return (await server('getResources', { params: { pipeline_id }, query: { node_id } })).resources
}
