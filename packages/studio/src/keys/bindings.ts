import { computed } from 'vue'
import { settings } from '../app/settings.ts'
import { capOf, type Chord } from './chord.ts'

/** What keys do, by group, with the usual chords. A key has one meaning on all screens, so that it can be learnt once. */
export const KEY_GROUPS = {
  general: {
    undo: ['U', 'Mod+Z'],
    redo: ['Mod+Shift+Z', 'Mod+Y'],
    play: ['Space'],
    selectAll: ['Mod+A'],
    search: ['/'],
    help: ['?'],
    back: ['Escape'],
  },
  decide: {
    approve: ['A'],
    approveOnly: ['Shift+A'],
    reject: ['X'],
    rejectWithReason: ['Shift+X'],
    replay: ['R'],
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
  },
  select: {
    select: ['S'],
    extendBefore: ['Shift+ArrowLeft'],
    extendAfter: ['Shift+ArrowRight'],
    extendAbove: ['Shift+ArrowUp'],
    extendBelow: ['Shift+ArrowDown'],
  },
  loop: {
    advanced: ['O'],
    export: ['E'],
  },
  transport: {
    shuttleBack: ['J'],
    shuttleStop: ['K'],
    shuttleForward: ['L'],
    frameBack: ['ArrowLeft'],
    frameForward: ['ArrowRight'],
    secondBack: ['Shift+ArrowLeft'],
    secondForward: ['Shift+ArrowRight'],
    cutBefore: ['ArrowUp'],
    cutAfter: ['ArrowDown'],
    toStart: ['Home'],
    toEnd: ['End'],
    repeatRange: ['Mod+L'],
  },
  marks: {
    markIn: ['I'],
    markOut: ['O'],
    clearMarks: ['X'],
    addMarker: ['M'],
    markerBefore: ['Shift+ArrowUp'],
    markerAfter: ['Shift+ArrowDown'],
  },
  tools: {
    selectTool: ['V'],
    razorTool: ['B'],
    rippleTool: ['T'],
    rollTool: ['W'],
    slipTool: ['Y'],
    slideTool: ['D'],
    snapping: ['N'],
    insertMode: ['Q'],
  },
  clips: {
    remove: ['Delete', 'Backspace'],
    rippleRemove: ['Shift+Delete', 'Shift+Backspace'],
    split: ['Mod+B'],
    duplicate: ['Mod+D'],
    copy: ['Mod+C'],
    cut: ['Mod+X'],
    paste: ['Mod+V'],
    pasteInsert: ['Mod+Shift+V'],
    linkClips: ['Shift+L'],
    groupClips: ['Mod+G'],
    ungroupClips: ['Mod+Shift+G'],
    nudgeBack: [','],
    nudgeForward: ['.'],
    nudgeBackMore: ['<'],
    nudgeForwardMore: ['>'],
    clipBefore: ['Mod+ArrowLeft'],
    clipAfter: ['Mod+ArrowRight'],
    clipAbove: ['Mod+ArrowUp'],
    clipBelow: ['Mod+ArrowDown'],
    moveAbove: ['Mod+Shift+ArrowUp'],
    moveBelow: ['Mod+Shift+ArrowDown'],
    retryBefore: ['['],
    retryAfter: [']'],
    sendBack: ['Shift+X'],
  },
  timeline: {
    zoomIn: ['=', '+'],
    zoomOut: ['-'],
    fitTimeline: ['Shift+Z'],
  },
  monitor: {
    /** With the timeline's own tool for it: what moves a clip here moves it there. */
    scaleMode: ['S'],
    rotateMode: ['R'],
    fitMonitor: ['Z'],
    fullSize: ['1'],
    overlays: ['G'],
    fullScreen: ['F'],
  },
} as const satisfies Record<string, Record<string, readonly Chord[]>>

export type KeyGroup = keyof typeof KEY_GROUPS
type Names<G> = G extends KeyGroup ? keyof (typeof KEY_GROUPS)[G] : never
/** What a key asks for. */
export type KeyAction = Names<KeyGroup>

/** Where groups of keys count: a chord means one thing while results are judged, and may mean another while a film is cut. */
export const KEY_CONTEXTS = {
  review: ['general', 'decide', 'move', 'look', 'select', 'loop'],
  edit: ['general', 'transport', 'marks', 'tools', 'clips', 'timeline', 'monitor'],
} as const satisfies Record<string, readonly KeyGroup[]>
export type KeyContext = keyof typeof KEY_CONTEXTS

/** The usual chords of every action. */
export const USUAL_CHORDS = Object.assign({}, ...Object.values(KEY_GROUPS)) as Readonly<Record<KeyAction, readonly Chord[]>>
export const KEY_ACTIONS = Object.keys(USUAL_CHORDS) as readonly KeyAction[]

const ACTIONS_OF = new Map(Object.entries(KEY_CONTEXTS).map(([context, groups]) => [context, new Set(groups.flatMap((group) => Object.keys(KEY_GROUPS[group]) as KeyAction[]))]))

/** Whether two actions are heard in the same place, so that they cannot have the same chord. */
export const meet = (one: KeyAction, other: KeyAction): boolean => [...ACTIONS_OF.values()].some((actions) => actions.has(one) && actions.has(other))

/** These stay as they are: digits count siblings, and Escape leads out of everything. */
export const FIXED_ACTIONS: ReadonlySet<KeyAction> = new Set(['pick', 'back'])
const REPEATING: ReadonlySet<KeyAction> = new Set([
  'before', 'after', 'above', 'below', 'extendBefore', 'extendAfter', 'extendAbove', 'extendBelow',
  'frameBack', 'frameForward', 'secondBack', 'secondForward', 'cutBefore', 'cutAfter', 'nudgeBack', 'nudgeForward', 'nudgeBackMore', 'nudgeForwardMore',
  'markerBefore', 'markerAfter', 'clipBefore', 'clipAfter', 'clipAbove', 'clipBelow', 'zoomIn', 'zoomOut',
])

/** The chords of every action, given those that a person has changed. A chord that a person gave to one action is no longer another's that it meets. */
export function bindingsOf(own: Readonly<Record<string, readonly Chord[]>>): Readonly<Record<KeyAction, readonly Chord[]>> {
  const given = KEY_ACTIONS.filter((action) => !FIXED_ACTIONS.has(action) && own[action] !== undefined)
  const isTaken = (action: KeyAction, chord: Chord): boolean => given.some((other) => own[other]?.includes(chord) === true && meet(other, action))
  const chordsOf = (action: KeyAction): readonly Chord[] => (given.includes(action) ? (own[action] ?? []) : USUAL_CHORDS[action].filter((chord) => !isTaken(action, chord)))
  return Object.fromEntries(KEY_ACTIONS.map((action) => [action, chordsOf(action)])) as Record<KeyAction, readonly Chord[]>
}

/** The actions of a chord, at most one a context. A key held down only moves: one leant on must not decide twice. */
export function actionsOf(bindings: Readonly<Record<KeyAction, readonly Chord[]>>, chord: Chord, repeated: boolean): readonly KeyAction[] {
  return KEY_ACTIONS.filter((action) => bindings[action].includes(chord) && (!repeated || REPEATING.has(action)))
}

export const bindings = computed(() => bindingsOf(settings.value.keys))

/** The first chord of an action as its key cap, for tooltips; undefined when it has none. */
export function keyOf(action: KeyAction): string | undefined {
  const chord = bindings.value[action][0]
  return chord === undefined ? undefined : capOf(chord)
}
