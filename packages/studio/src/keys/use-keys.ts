import { onScopeDispose } from 'vue'
import { useEmbedding } from '../app/embedding.ts'
import { actionsOf, bindings, type KeyAction } from './bindings.ts'
import { chordOf, type KeyPress } from './chord.ts'
import { ownsKey } from './owns.ts'

/** What a component does on some of the keys; `false` leaves the key to whoever would have it otherwise. */
export type KeyHandlers = { readonly [A in KeyAction]?: (press: KeyPress) => unknown }

const listening = new WeakMap<EventTarget, KeyHandlers[]>()

/**
 * Listens to the keys while the component lives: to the page's, within ComfyUI's page to those pressed in the studio.
 * What was opened last hears a key first.
 */
export function useKeys(handlers: KeyHandlers): void {
  const target = useEmbedding()?.root ?? window
  const known = listening.get(target) ?? listenTo(target)
  known.push(handlers)
  onScopeDispose(() => known.splice(known.indexOf(handlers), 1))
}

function listenTo(target: EventTarget): KeyHandlers[] {
  const all: KeyHandlers[] = []
  listening.set(target, all)
  target.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && !event.defaultPrevented && hear(event, all)) event.preventDefault()
  })
  return all
}

/** Whether somebody took the key. */
function hear(event: KeyboardEvent, all: readonly KeyHandlers[]): boolean {
  // Within a shadow root the window sees only its host.
  const [target] = event.composedPath()
  if (target instanceof Element && ownsKey(target, event.key)) return false
  const chord = chordOf(event)
  const actions = chord === undefined ? [] : actionsOf(bindings.value, chord, event.repeat)
  return actions.length > 0 && all.toReversed().some((handlers) => actions.some((action) => handlers[action] !== undefined && handlers[action](event) !== false))
}
