import { readonly, shallowRef, type ShallowRef } from 'vue'
import { formatAddress, parseAddress, type Screen } from '../app/address.ts'
import type { Address } from '../app/use-address.ts'

export type LoopScreen = Extract<Screen, { name: 'loop' }>

/** One composition, being cut: it takes the width of the bottom panel. */
export interface CutScreen {
  readonly name: 'composition'
  readonly compositionId: string
}

/** Where a person is with the studio in ComfyUI's page. It outlives the panel, and a reload of the page in the same tab. */
export interface Review {
  readonly address: Address
  /** The loop opened last. */
  readonly loop: Readonly<ShallowRef<LoopScreen | undefined>>
  /** The composition opened last, until it is left: it stays in the bottom panel while the sidebar shows something else. */
  readonly cut: Readonly<ShallowRef<CutScreen | undefined>>
  readonly leaveCut: () => void
}

const SCREEN_KEY = 'lemouf.screen'
const LOOP_KEY = 'lemouf.loop'
const CUT_KEY = 'lemouf.composition'

/** Kept in the given storage, as addresses. `openDock` shows the bottom panel, where a composition that is asked for is cut. */
export function createReview(storage: Pick<Storage, 'getItem' | 'setItem'>, openDock: () => void = () => undefined): Review {
  const screen = shallowRef(parseAddress(storage.getItem(SCREEN_KEY) ?? ''))
  const kept = parseAddress(storage.getItem(LOOP_KEY) ?? '')
  const loop = shallowRef(kept.name === 'loop' ? kept : undefined)
  const cut = shallowRef(cutOf(parseAddress(storage.getItem(CUT_KEY) ?? '')))
  const cutNow = (to: CutScreen | undefined): void => {
    cut.value = to
    storage.setItem(CUT_KEY, to === undefined ? '' : formatAddress(to))
  }
  const go = (to: Screen): void => {
    const asked = cutOf(to)
    if (asked !== undefined) {
      cutNow(asked)
      return openDock()
    }
    screen.value = to
    storage.setItem(SCREEN_KEY, formatAddress(to))
    if (to.name !== 'loop') return
    loop.value = to
    storage.setItem(LOOP_KEY, formatAddress(to))
  }
  return { address: { screen: readonly(screen), go, settle: go, leave: go }, loop: readonly(loop), cut: readonly(cut), leaveCut: () => cutNow(undefined) }
}

function cutOf(screen: Screen): CutScreen | undefined {
  return screen.name === 'composition' && screen.compositionId !== undefined ? { name: 'composition', compositionId: screen.compositionId } : undefined
}

/** Goes about in the bottom panel: a loop and a composition are shown there, everything else in the sidebar. The list of compositions is the way out of one. */
export function dockAddress({ address, leaveCut }: Review, openPanel: () => void): Address {
  const go = (to: Screen): void => {
    if (to.name === 'composition' && to.compositionId === undefined) leaveCut()
    address.go(to)
    if (to.name !== 'loop' && cutOf(to) === undefined) openPanel()
  }
  return { screen: address.screen, go, settle: address.settle, leave: go }
}
