import { computed } from 'vue'
import { settings } from '../app/settings.ts'
import { capOf, type Chord } from './chord.ts'

/** What keys do, by group, with the usual chords. A key has one meaning on all screens, so that it can be learnt once. */
export const KEY_GROUPS = {
  decide: {
    approve: ['A'],
    approveOnly: ['Shift+A'],
    reject: ['X'],
    rejectWithReason: ['Shift+X'],
    replay: ['R'],
    undo: ['U', 'Mod+Z'],
  },
  move: {
    before: ['ArrowLeft'],
    after: ['ArrowRight'],
    above: ['ArrowUp'],
    below: ['ArrowDown'],
    first: ['Home'],
    last: ['End'],
    pick: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
  },
  look: {
    lightbox: ['F', 'Enter'],
    compare: ['C'],
    pin: ['P'],
    compareMode: ['D'],
    differing: ['I'],
    grid: ['G'],
    undecidedOnly: ['N'],
    fit: ['0', 'Z'],
    play: ['Space'],
    search: ['/'],
  },
  select: {
    select: ['S'],
    selectAll: ['Mod+A'],
    extendBefore: ['Shift+ArrowLeft'],
    extendAfter: ['Shift+ArrowRight'],
    extendAbove: ['Shift+ArrowUp'],
    extendBelow: ['Shift+ArrowDown'],
  },
  loop: {
    advanced: ['O'],
    export: ['E'],
    help: ['?'],
    back: ['Escape'],
  },
} as const satisfies Record<string, Record<string, readonly Chord[]>>

export type KeyGroup = keyof typeof KEY_GROUPS
type Names<G> = G extends KeyGroup ? keyof (typeof KEY_GROUPS)[G] : never
/** What a key asks for. */
export type KeyAction = Names<KeyGroup>

/** The usual chords of every action. */
export const USUAL_CHORDS = Object.assign({}, ...Object.values(KEY_GROUPS)) as Readonly<Record<KeyAction, readonly Chord[]>>
export const KEY_ACTIONS = Object.keys(USUAL_CHORDS) as readonly KeyAction[]

/** These stay as they are: digits count siblings, and Escape leads out of everything. */
export const FIXED_ACTIONS: ReadonlySet<KeyAction> = new Set(['pick', 'back'])
const REPEATING: ReadonlySet<KeyAction> = new Set(['before', 'after', 'above', 'below', 'extendBefore', 'extendAfter', 'extendAbove', 'extendBelow'])

/** The chords of every action, given those that a person has changed. A chord that a person gave to one action is no longer another's. */
export function bindingsOf(own: Readonly<Record<string, readonly Chord[]>>): Readonly<Record<KeyAction, readonly Chord[]>> {
  const given = KEY_ACTIONS.filter((action) => !FIXED_ACTIONS.has(action) && own[action] !== undefined)
  const taken = new Set(given.flatMap((action) => own[action] ?? []))
  const chordsOf = (action: KeyAction): readonly Chord[] => (given.includes(action) ? (own[action] ?? []) : USUAL_CHORDS[action].filter((chord) => !taken.has(chord)))
  return Object.fromEntries(KEY_ACTIONS.map((action) => [action, chordsOf(action)])) as Record<KeyAction, readonly Chord[]>
}

/** The action of a chord. A key held down only moves: one leant on must not decide twice. */
export function actionOf(bindings: Readonly<Record<KeyAction, readonly Chord[]>>, chord: Chord, repeated: boolean): KeyAction | undefined {
  const action = KEY_ACTIONS.find((name) => bindings[name].includes(chord))
  return action !== undefined && repeated && !REPEATING.has(action) ? undefined : action
}

export const bindings = computed(() => bindingsOf(settings.value.keys))

/** The first chord of an action as its key cap, for tooltips; undefined when it has none. */
export function keyOf(action: KeyAction): string | undefined {
  const chord = bindings.value[action][0]
  return chord === undefined ? undefined : capOf(chord)
}
