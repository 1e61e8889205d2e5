import { useEventListener } from '@vueuse/core'
import { readonly, shallowRef, type ShallowRef } from 'vue'
import { formatAddress, parseAddress, type Screen } from './address.ts'

export interface Address {
  readonly screen: Readonly<ShallowRef<Screen>>
  /** To another screen; the browser's back button comes back. */
  readonly go: (screen: Screen) => void
  /** To another place on the same screen, without a step in the browser's history. */
  readonly settle: (screen: Screen) => void
  /** Back out of what `go` led to; what the browser comes back to is this screen. */
  readonly leave: (screen: Screen) => void
}

/** The page's address as the screen shown. */
export function usePageAddress(): Address {
  const screen = shallowRef(parseAddress(location.hash))
  /** Where to stand once the browser has gone back, which takes it a moment. */
  let landing: Screen | undefined
  function settle(to: Screen): void {
    if (landing !== undefined) landing = to
    else history.replaceState(null, '', formatAddress(to))
    screen.value = to
  }
  useEventListener(window, 'hashchange', () => {
    const to = landing ?? parseAddress(location.hash)
    landing = undefined
    settle(to)
  })
  return {
    screen: readonly(screen),
    settle,
    go: (to) => {
      if (landing !== undefined) settle(to)
      else location.hash = formatAddress(to)
    },
    leave: (to) => {
      landing = to
      screen.value = to
      history.back()
    },
  }
}
