import { bindings, actionsOf } from '../../keys/bindings.ts'
import { chordOf } from '../../keys/chord.ts'
import { ownsKey } from '../../keys/owns.ts'
import type { Library } from './library/use-library.ts'
import type { Step } from './library/window.ts'

export interface PaneDeeds {
  readonly library: Library
  readonly step: (to: Step, extend: boolean) => void
  readonly put: (mode: 'insert' | 'overwrite') => void
  readonly look: () => void
  readonly remove: () => void
  /** Marks the source that is looked at; without an edge it takes its marks away. */
  readonly mark: (edge?: 'in' | 'out') => void
  /** Closes what is open in the pane. Whether something was. */
  readonly close: () => boolean
}

/** The keys of a list, as lists have them everywhere. */
const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', PageUp: 'pageUp', PageDown: 'pageDown', Home: 'first', End: 'last',
}

/**
 * What keys do while the focus is in the resources: the list's own keys, and those of marks and removing, which mean the source that is
 * looked at in place of the timeline. All others are left to the editor.
 */
export function usePaneKeys(deeds: PaneDeeds): (event: KeyboardEvent) => void {
  return (event) => {
    const { target } = event
    if (event.defaultPrevented || !(target instanceof Element) || ownsKey(target, event.key) || event.altKey) return
    // The browser's own pasting, of files; the timeline would paste its clips.
    if (event.key.toLowerCase() === 'v' && (event.ctrlKey || event.metaKey)) return event.stopPropagation()
    if (heard(event, target.closest('[role="listbox"]') !== null, deeds)) event.preventDefault()
  }
}

function heard(event: KeyboardEvent, isInList: boolean, { library, step, put, look, remove, mark, close }: PaneDeeds): boolean {
  const isCommand = event.ctrlKey || event.metaKey
  const to = STEPS[event.key]
  if (isInList && to !== undefined && !isCommand) step(to, event.shiftKey)
  else if (isInList && event.key === 'Enter' && !isCommand) put(event.shiftKey ? 'insert' : 'overwrite')
  else if (isInList && event.key === ' ' && isCommand && library.focus.value !== undefined) library.choose(library.focus.value.key, 'toggle')
  else if (event.key === ' ' && !isCommand) look()
  else if (isInList && event.key.toLowerCase() === 'a' && isCommand) library.chooseAll()
  else if (event.key === 'Escape') return close()
  else return heardAction(event, { mark, remove })
  return true
}

function heardAction(event: KeyboardEvent, { mark, remove }: Pick<PaneDeeds, 'mark' | 'remove'>): boolean {
  const chord = chordOf(event)
  const actions = chord === undefined ? [] : actionsOf(bindings.value, chord, event.repeat)
  if (actions.includes('markIn')) mark('in')
  else if (actions.includes('markOut')) mark('out')
  else if (actions.includes('clearMarks')) mark()
  else if (actions.includes('remove')) remove()
  else return false
  return true
}
