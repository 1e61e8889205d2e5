import { useEventListener } from '@vueuse/core'
import { useEmbedding } from '../app/embedding.ts'
import { actionOfKey, ownsKey, type KeyAction } from './keys.ts'

/** What a component does on some of the keys. */
export type KeyHandlers = { readonly [T in KeyAction['type']]?: (action: Extract<KeyAction, { type: T }>) => unknown }

/** Listens to the keys while the component lives: to the page's, within ComfyUI's page to those pressed in the studio. Each key belongs to one component. */
export function useKeys(handlers: KeyHandlers): void {
  const embedding = useEmbedding()
  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || (event.target instanceof Element && ownsKey(event.target, event.key))) return
    const action = actionOfKey(event)
    const handle = action && (handlers[action.type] as ((action: KeyAction) => unknown) | undefined)
    if (action === undefined || handle === undefined) return
    event.preventDefault()
    handle(action)
  }
  if (embedding === undefined) useEventListener(window, 'keydown', hear)
  else useEventListener(embedding.root, 'keydown', hear)
}
