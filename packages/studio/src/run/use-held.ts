import { readonly, shallowRef, watch, onScopeDispose, type ShallowRef } from 'vue'

/** What takes less than this to appear leaves what was there before in view: a change seen for a moment only is a flicker. */
export const HOLD_MS = 150

/** Follows what is wanted: at once, or where `holds` says so only when that has lasted {@link HOLD_MS}. */
export function useHeld<T>(wanted: () => T, holds: (next: T, shown: T) => boolean): Readonly<ShallowRef<T>> {
  const shown = shallowRef(wanted())
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(wanted, (next) => {
    if (!holds(next, shown.value)) {
      clearTimeout(timer)
      timer = undefined
      shown.value = next
    } else timer ??= setTimeout(() => {
      timer = undefined
      shown.value = wanted()
    }, HOLD_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
  return readonly(shown) as Readonly<ShallowRef<T>>
}
