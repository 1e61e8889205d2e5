import { watch, type Ref } from 'vue'
import type { LoopScreenView, Screen } from '../app/address.ts'
import type { Place } from '../loop-view/place.ts'
import type { RunView } from './use-run-view.ts'

export type LoopScreen = Extract<Screen, { name: 'loop' }>

/** How a place comes into the address: a step in the browser's history, none, or one back. */
export interface Steps {
  readonly go: (to: LoopScreen) => void
  readonly settle: (to: LoopScreen) => void
  readonly leave: (to: LoopScreen) => void
}

/**
 * Keeps the address of a loop as it is looked at; `addressed` is the view that the address has. What is opened over the one result is
 * a step in the browser's history, which its back button takes back, and closing does as well; going from place to place is none.
 */
export function useRunAddress(loopId: string, cursor: Readonly<Ref<Place | undefined>>, { view, pinned }: Pick<RunView, 'view' | 'pinned'>, addressed: () => LoopScreenView, steps: Steps): void {
  let opened = 0
  watch([cursor, view, pinned], ([place, now, pin], [, before]) => {
    if (place === undefined) return
    const screen: LoopScreen = { name: 'loop', loopId, place, view: now, ...(pin === undefined ? {} : { pinned: pin }) }
    // The browser's own buttons have led there already.
    const isThere = addressed() === now
    const isOpening = now !== before && now !== 'loupe' && (before === 'loupe' || now === 'lightbox')
    const isClosing = now !== before && opened > 0 && (now === 'loupe' || (before === 'lightbox' && opened > 1))
    opened += isClosing ? -1 : isOpening && !isThere ? 1 : 0
    if (isThere) steps.settle(screen)
    else if (isOpening) steps.go(screen)
    else if (isClosing) steps.leave(screen)
    else steps.settle(screen)
  })
}
