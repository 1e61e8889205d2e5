import { useEventListener } from '@vueuse/core'
import { actionOfKey, ownsKey, type KeyAction } from './keys.ts'

/** What a component does on some of the keys. */
export type KeyHandlers = { readonly [T in KeyAction['type']]?: (action: Extract<KeyAction, { type: T }>) => unknown }

/** Listens to the page's keys while the component lives. Each key belongs to one component. */
export function useKeys(handlers: KeyHandlers): void {
  useEventListener(window, 'keydown', (event) => {
    if (event.defaultPrevented || (event.target instanceof Element && ownsKey(event.target, event.key))) return
    const action = actionOfKey(event)
    const handle = action && (handlers[action.type] as ((action: KeyAction) => unknown) | undefined)
    if (action === undefined || handle === undefined) return
    event.preventDefault()
    handle(action)
  })
}
