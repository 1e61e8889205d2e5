import type { PipelineView } from '@lemouf/core/protocol'
import { useIntervalFn } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { sentenceOf, server } from '../server/client.ts'
import { stepOf, type LoopStep } from './of-loop.ts'
import { isActive } from './pipelines.ts'

const AGAIN_MS = 2000

/** The step of a pipeline that a loop is, if any. While the loop has `ended` and its pipeline goes on, it is read again: a loop's feed does not tell of pipelines. */
export function useLoopStep(loopId: string, ended: () => boolean): ComputedRef<LoopStep | undefined> {
  const pipelines = shallowRef<readonly PipelineView[]>([])
  const found = computed(() => stepOf(loopId, pipelines.value))

  async function read(): Promise<void> {
    try {
      pipelines.value = (await server('listPipelines', {})).pipelines
    } catch (error) {
      // The loop is whole without it; what is wrong with the server, the screen says itself.
      console.warn(sentenceOf(error))
    }
  }

  watch(ended, () => void read(), { immediate: true })
  useIntervalFn(() => { if (ended() && isActive(found.value?.pipeline)) void read() }, AGAIN_MS)
  return found
}
