import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onScopeDispose, watch, type ShallowRef } from 'vue'
import type { Place } from '../../loop-view/place.ts'
import { placesOf, selectionOf } from '../../loop-view/selection.ts'
import type { LoopViewState } from '../../loop-view/state.ts'
import type { Commands } from '../commands.ts'
import { keep, recall } from './memory.ts'

const KEEP_AFTER_MS = 200

/** Brings back what was selected and shown of a loop when it was left, and keeps it as it changes. */
export function useLoopMemory(loopId: string, state: Readonly<ShallowRef<LoopViewState>>, { select, filter }: Commands): void {
  const left = recall(loopId)
  if (left !== undefined && left.selected.length > 0) select(selectionOf(left.selected))
  if (left?.undecidedOnly === true) filter(true)

  let isKept = true
  const keepNow = (): void => {
    if (isKept) return
    isKept = true
    const { cursor, following, undecidedOnly } = state.value
    keep(loopId, { selected: selectedPlaces(state.value), cursor: following ? undefined : cursor, undecidedOnly })
  }
  const keepSoon = useDebounceFn(keepNow, KEEP_AFTER_MS)
  watch([() => state.value.selection.keys, () => state.value.cursor, () => state.value.undecidedOnly], () => {
    isKept = false
    void keepSoon()
  })
  useEventListener(window, 'pagehide', keepNow)
  onScopeDispose(keepNow)
}

const selectedPlaces = ({ selection }: LoopViewState): readonly Place[] => placesOf(selection)
