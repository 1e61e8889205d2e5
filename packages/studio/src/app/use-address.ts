import { useEventListener } from '@vueuse/core'
import { readonly, shallowRef, type ShallowRef } from 'vue'
import { formatAddress, parseAddress, type Screen } from './address.ts'

export interface Address {
  readonly screen: Readonly<ShallowRef<Screen>>
  /** To another screen; the browser's back button comes back. */
  readonly go: (screen: Screen) => void
  /** To another place on the same screen, without a step in the browser's history. */
  readonly settle: (screen: Screen) => void
}

/** The page's address as the screen shown. */
export function usePageAddress(): Address {
  const screen = shallowRef(parseAddress(location.hash))
  useEventListener(window, 'hashchange', () => { screen.value = parseAddress(location.hash) })
  const settle = (to: Screen): void => history.replaceState(null, '', formatAddress(to))
  return { screen: readonly(screen), go: (to) => { location.hash = formatAddress(to) }, settle }
}
