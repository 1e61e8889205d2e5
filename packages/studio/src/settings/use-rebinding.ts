import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { changeSettings, settings } from '../app/settings.ts'
import { bindings, type KeyAction } from '../keys/bindings.ts'
import { sayChord, type Chord, type KeyPress } from '../keys/chord.ts'
import { bindChords, hearChord, replaceChord, unbind, type OwnChords } from '../keys/rebind.ts'
import { text } from '../text/text.ts'

/** The chord that is to be replaced; none where one is added. */
export interface Slot {
  readonly action: KeyAction
  readonly chord: Chord | undefined
}

/** A key that another action has, and that could be taken over. */
export interface Conflict {
  readonly slot: Slot
  readonly chord: Chord
  readonly by: KeyAction
}

export interface Rebinding {
  /** What waits for a key. */
  readonly listening: Readonly<ShallowRef<Slot | undefined>>
  readonly conflict: Readonly<ShallowRef<Conflict | undefined>>
  /** The sentence of the moment: what to do, or what was done. */
  readonly message: ComputedRef<string>
  readonly isAsUsual: ComputedRef<boolean>
  readonly listen: (slot: Slot) => void
  /** Takes a key pressed while something waits for one. Gives the place that the focus belongs to when it is settled. */
  readonly press: (press: KeyPress) => Slot | undefined
  readonly takeOver: () => Slot | undefined
  readonly cancel: () => Slot | undefined
  readonly asUsual: (action: KeyAction) => void
  readonly allAsUsual: () => void
}

/** Changing what keys do, one press at a time. */
export function useRebinding(): Rebinding {
  const listening = shallowRef<Slot>()
  const conflict = shallowRef<Conflict>()
  // Said anew when the language changes.
  const said = shallowRef<() => string>(() => '')
  const keep = (keys: OwnChords): void => changeSettings({ keys: Object.fromEntries(Object.entries(keys).map(([action, chords]) => [action, [...chords]])) })

  function settle(sentence: () => string): void {
    listening.value = undefined
    conflict.value = undefined
    said.value = sentence
  }

  function bind({ action, chord: old }: Slot, chord: Chord): Slot {
    keep(bindChords(settings.value.keys, action, replaceChord(bindings.value[action], old, chord)))
    settle(() => text.settings.keyGiven(sayChord(chord), text.keyActions[action]))
    return { action, chord }
  }

  function remove({ action, chord: old }: Slot): Slot {
    if (old === undefined) return cancel() ?? { action, chord: undefined }
    keep(bindChords(settings.value.keys, action, bindings.value[action].filter((chord) => chord !== old)))
    settle(() => text.settings.keyRemoved(sayChord(old), text.keyActions[action]))
    return { action, chord: undefined }
  }

  function cancel(): Slot | undefined {
    const slot = listening.value ?? conflict.value?.slot
    if (slot !== undefined) settle(() => text.settings.keyUnchanged)
    return slot
  }

  function press(pressed: KeyPress): Slot | undefined {
    const slot = listening.value
    if (slot === undefined) return undefined
    const heard = hearChord(pressed, slot.action, settings.value.keys)
    if (heard.kind === 'nothing') return undefined
    if (heard.kind === 'cancel') return cancel()
    if (heard.kind === 'remove') return remove(slot)
    if (heard.kind === 'free') return bind(slot, heard.chord)
    if (heard.kind === 'taken') {
      settle(() => text.settings.keyTaken(sayChord(heard.chord), text.keyActions[heard.by]))
      conflict.value = { slot, chord: heard.chord, by: heard.by }
      return undefined
    }
    said.value = () => (heard.kind === 'fixed' ? text.settings.keyFixed(sayChord(heard.chord)) : text.settings.keyReserved(sayChord(heard.chord)))
    return undefined
  }

  return {
    listening, conflict, press, cancel,
    message: computed(() => said.value()),
    isAsUsual: computed(() => Object.keys(settings.value.keys).length === 0),
    listen: (slot) => {
      settle(() => text.settings[slot.chord === undefined ? 'pressToAdd' : 'pressToChange'](text.keyActions[slot.action]))
      listening.value = slot
    },
    takeOver: () => (conflict.value === undefined ? undefined : bind(conflict.value.slot, conflict.value.chord)),
    asUsual: (action) => {
      keep(unbind(settings.value.keys, action))
      settle(() => text.settings.isAsUsual(text.keyActions[action]))
    },
    allAsUsual: () => {
      keep({})
      settle(() => text.settings.allAreAsUsual)
    },
  }
}
