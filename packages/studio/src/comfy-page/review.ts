import { readonly, shallowRef, type ShallowRef } from 'vue'
import { formatAddress, parseAddress, type Screen } from '../app/address.ts'
import type { Address } from '../app/use-address.ts'

export type LoopScreen = Extract<Screen, { name: 'loop' }>

/** Where a person is with the studio in ComfyUI's page. It outlives the panel, and a reload of the page in the same tab. */
export interface Review {
  readonly address: Address
  /** The loop opened last. */
  readonly loop: Readonly<ShallowRef<LoopScreen | undefined>>
}

const SCREEN_KEY = 'lemouf.screen'
const LOOP_KEY = 'lemouf.loop'

/** Kept in the given storage, as addresses. */
export function createReview(storage: Pick<Storage, 'getItem' | 'setItem'>): Review {
  const screen = shallowRef(parseAddress(storage.getItem(SCREEN_KEY) ?? ''))
  const kept = parseAddress(storage.getItem(LOOP_KEY) ?? '')
  const loop = shallowRef(kept.name === 'loop' ? kept : undefined)
  const go = (to: Screen): void => {
    screen.value = to
    storage.setItem(SCREEN_KEY, formatAddress(to))
    if (to.name !== 'loop') return
    loop.value = to
    storage.setItem(LOOP_KEY, formatAddress(to))
  }
  return { address: { screen: readonly(screen), go, settle: go, leave: go }, loop: readonly(loop) }
}
