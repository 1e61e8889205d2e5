import { readonly, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { LoopScreenView } from '../app/address.ts'
import { samePlace, type Place } from '../loop-view/place.ts'
import { pinnedAfter } from './compare/sides.ts'

export interface RunView {
  /** How the loop is looked at; kept in the address, as the place is. */
  readonly view: Readonly<Ref<LoopScreenView>>
  /** What was pinned to be compared with. */
  readonly pinned: Readonly<ShallowRef<Place | undefined>>
  /** To a view; out of it when it is that one. */
  readonly show: (next: LoopScreenView) => void
  /** Out of the view: the lightbox leads back to where it was opened, everything else to one result above the strip. */
  readonly close: () => void
  /** Pins the attempt looked at, or lets it go. */
  readonly pin: (here: Place | undefined) => void
  /** Compares with an attempt, pinned for as long as that lasts, and its cycle is looked at. */
  readonly compareWith: (place: Place) => void
  /** What is looked at has changed: away from the cycle, or back on what it is compared with, A is found by itself again. */
  readonly follow: (cursor: Place | undefined) => void
}

/** How a loop is looked at, from what its address asks for on. */
export function useRunView(asked: () => { readonly view: LoopScreenView; readonly pinned: Place | undefined }): RunView {
  const view = ref(asked().view)
  const pinned = shallowRef(asked().pinned)
  let below: LoopScreenView = 'loupe'
  let isPassing = false

  watch(asked, (next, before) => {
    if (next.view !== before.view) view.value = next.view
    if (!samePlace(next.pinned, before.pinned)) pinned.value = next.pinned
  })

  function change(next: LoopScreenView): void {
    if (next === 'lightbox') below = view.value
    else if (view.value !== 'lightbox' && next !== 'compare' && isPassing) {
      pinned.value = undefined
      isPassing = false
    }
    view.value = next
  }
  const close = (): void => change(view.value === 'lightbox' ? below : 'loupe')

  return {
    view: readonly(view),
    pinned: readonly(pinned),
    close,
    show: (next) => (view.value === next ? close() : change(next)),
    pin: (here) => {
      pinned.value = pinnedAfter(pinned.value, here)
      isPassing = false
    },
    follow: (cursor) => {
      if (!isPassing || (cursor?.cycle === pinned.value?.cycle && !samePlace(cursor, pinned.value))) return
      pinned.value = undefined
      isPassing = false
    },
    compareWith: (place) => {
      pinned.value = place
      isPassing = true
      change('compare')
    },
  }
}
