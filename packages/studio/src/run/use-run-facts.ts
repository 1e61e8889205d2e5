import { useNow } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { LoopSummary } from '@lemouf/core/protocol'
import type { LoopViewState } from '../loop-view/state.ts'
import { placesToUndo } from '../loop-view/undo.ts'
import { text } from '../text/text.ts'
import { progressOf, type RunProgress } from './progress.ts'

export interface RunFacts {
  readonly loop: ComputedRef<LoopSummary | undefined>
  readonly progress: ComputedRef<RunProgress>
  /** What the loop is doing, in words. */
  readonly status: ComputedRef<string>
  readonly exited: ComputedRef<boolean>
  /** How it ended; undefined while it goes on. */
  readonly ended: ComputedRef<'complete' | 'exited' | undefined>
  /** Nothing new is begun until somebody resumes it. */
  readonly paused: ComputedRef<boolean>
  readonly away: ComputedRef<boolean>
  readonly canUndo: ComputedRef<boolean>
  readonly canExport: ComputedRef<boolean>
}

/** What is said of a loop as a whole, from moment to moment. */
export function useRunFacts(state: Readonly<Ref<LoopViewState>>): RunFacts {
  const clock = useNow({ interval: 1000 })
  const loop = computed(() => state.value.loop)
  const exited = computed(() => loop.value?.status === 'exited')
  const ended = computed(() => (loop.value?.status === 'complete' || loop.value?.status === 'exited' ? loop.value.status : undefined))
  const paused = computed(() => ended.value === undefined && (state.value.paused || loop.value?.status === 'paused'))
  return {
    loop,
    exited,
    ended,
    paused,
    progress: computed(() => progressOf(state.value, clock.value.getTime() - performance.timeOrigin)),
    status: computed(() => {
      if (loop.value === undefined) return ''
      if (loop.value.status === 'complete') return text.isComplete(loop.value.total_cycles)
      if (exited.value) return text.isExited
      const status = text.loopStatus[loop.value.status]
      if (!paused.value) return status
      return loop.value.status === 'waiting' ? `${text.loopSettings.paused} ${text.pausedWaiting}` : text.loopSettings.paused
    }),
    away: computed(() => state.value.connection === 'lost'),
    canUndo: computed(() => placesToUndo(state.value) !== undefined),
    canExport: computed(() => (loop.value?.approved ?? 0) > 0),
  }
}
