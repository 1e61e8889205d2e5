import { durationOf, earlier, endOf, type Clip, type Lane, type Range, type Ticks } from '@lemouf/core/timeline'
import { keyOf, type KeyAction } from '../../../keys/bindings.ts'
import { text } from '../../../text/text.ts'
import { clipMenuItems } from '../../loops/clip-menu.ts'
import type { Loops } from '../../loops/loops.ts'
import type { Shelf } from '../../resources/shelf.ts'
import {
  isOneLink, perform, planDuplicate, planGroup, planLane, planLink, planMarker, planNoFades, planRemove, planReplace, planRippleRemove, planSpeed, planSplit, planUngroup, planUnlink, SPEEDS, whyNot, type Plan,
} from '../commands.ts'
import type { Bench } from '../hands/bench.ts'
import type { Hit } from '../hands/hit.ts'
import type { ClipBoard } from '../hands/use-clipboard.ts'
import { clearMarks, setMark } from '../hands/use-shortcuts.ts'

/** A line of a menu: something to do, or further ones. */
export interface MenuItem {
  readonly label: string
  /** Why it cannot be done now; undefined when it can. */
  readonly disabled?: string | undefined
  /** The cap of its key. */
  readonly shortcut?: string | undefined
  readonly act?: () => void
  readonly items?: readonly MenuItem[]
  readonly colour?: string | undefined
  /** It is so already: shown with a mark. */
  readonly on?: boolean
}
/** Lines that belong together. */
export type MenuPart = readonly MenuItem[]

export interface Menu {
  /** In pixels of the window. */
  readonly x: number
  readonly y: number
  readonly items: readonly MenuPart[]
}

/** A name that is asked for, or a question before something is done. */
export type Asking =
  | { readonly what: 'name'; readonly label: string; readonly name: string; readonly give: (name: string) => void }
  | { readonly what: 'sure'; readonly label: string; readonly act: () => void }

/** What menus have to do with. */
export interface MenuWorld {
  readonly bench: Bench
  readonly clipboard: ClipBoard
  readonly shelf: Shelf
  readonly loops: Loops
  readonly ask: (what: Asking) => void
}

/** Everything that can be done with what is pointed at, at a moment; without one it is about the whole lane. */
export function menuFor(world: MenuWorld, hit: Hit, at: Ticks | undefined): readonly MenuPart[] {
  const moment = at ?? world.bench.transport.playhead.value
  switch (hit.on) {
    case 'clip':
      return [...ofClip(world, hit.clip, moment), ofLoops(world), [{ label: text.hands.lane(hit.lane.name), items: ofLane(world, hit.lane).flat() }]].filter((part) => part.length > 0)
    case 'gap':
      return [[gapItem(world, hit.lane, hit.gap)], ...ofPlace(world, moment), [{ label: text.hands.lane(hit.lane.name), items: ofLane(world, hit.lane).flat() }]]
    case 'lane':
      return at === undefined ? ofLane(world, hit.lane) : [...ofPlace(world, moment), ...ofLane(world, hit.lane)]
    case 'marker':
      return ofMarker(world, hit.marker)
    case 'ruler':
    case 'mark':
      return ofRuler(world, moment)
    case 'zone':
      return [...ofPlace(world, moment), ofWhole(world)]
  }
}

/** A line that does what is planned, or says why it cannot be. */
function doing({ bench }: MenuWorld, label: string, plan: () => Plan, key?: KeyAction): MenuItem {
  return { label, shortcut: key === undefined ? undefined : keyOf(key), disabled: whyNot(bench.project, plan()), act: () => { perform(bench, plan()) } }
}

function ofClip(world: MenuWorld, clip: Clip, at: Ticks): readonly MenuPart[] {
  const { bench, clipboard, shelf } = world
  const t = text.hands
  const chosen = [...bench.editor.selection.value]
  const [picked] = shelf.picked.value
  const isInside = clip.start < at && at < endOf(clip)
  const linked = chosen.length > 0 && isOneLink(bench, chosen)
  return [
    [
      isInside ? doing(world, t.splitHere, () => planSplit(bench, at)) : doing(world, t.splitAtPlayhead, () => planSplit(bench), 'split'),
      doing(world, t.remove, () => planRemove(bench), 'remove'),
      doing(world, t.rippleRemove, () => planRippleRemove(bench), 'rippleRemove'),
      doing(world, t.duplicate, () => planDuplicate(bench), 'duplicate'),
    ],
    [
      { label: t.copy, shortcut: keyOf('copy'), act: () => { clipboard.copy() } },
      { label: t.cut, shortcut: keyOf('cut'), disabled: whyNot(bench.project, planRemove(bench)), act: () => clipboard.cut() },
      ...pasteItems(world, at),
    ],
    [
      linked ? doing(world, t.unlink, () => planUnlink(bench), 'linkClips') : doing(world, t.link, () => planLink(bench), 'linkClips'),
      doing(world, t.group, () => planGroup(bench), 'groupClips'),
      doing(world, t.ungroup, () => planUngroup(bench), 'ungroupClips'),
    ],
    [
      doing(world, t.replaceWith(picked?.media.name), () => planReplace(bench, picked?.media)),
      { label: t.reveal, act: () => shelf.reveal(clip.media) },
      { label: t.speed, items: SPEEDS.map((speed) => speedItem(world, clip, speed)) },
      doing(world, t.removeFades, () => planNoFades(bench)),
    ],
  ]
}

function speedItem(world: MenuWorld, clip: Clip, [num, den]: readonly [number, number]): MenuItem {
  const isOn = clip.speed.num * den === num * clip.speed.den
  return { ...doing(world, text.hands.speedOf(String(num / den)), () => planSpeed(world.bench, [num, den])), on: isOn }
}

const ofLoops = ({ loops, bench }: MenuWorld): MenuPart => clipMenuItems(loops, bench.project, [...bench.editor.selection.value])

/** The cap of a key that acts at the playhead, for a line that does it at a moment: none where that is elsewhere. */
const keyAt = ({ transport }: Bench, key: KeyAction, at: Ticks): string | undefined => (at === transport.playhead.value ? keyOf(key) : undefined)

/** Pasting at a moment. What another page has copied is only known when it is read. */
function pasteItems({ bench, clipboard }: MenuWorld, at: Ticks): MenuPart {
  const disabled = clipboard.isFull() || typeof navigator.clipboard?.readText === 'function' ? undefined : text.hands.nothingToPaste
  const t = text.hands
  const [paste, pasteInsert] = at === bench.transport.playhead.value ? [t.paste, t.pasteInsert] : [t.pasteHere, t.pasteInsertHere]
  return [
    { label: paste, shortcut: keyAt(bench, 'paste', at), disabled, act: () => void clipboard.paste('overwrite', at) },
    { label: pasteInsert, shortcut: keyAt(bench, 'pasteInsert', at), disabled, act: () => void clipboard.paste('insert', at) },
  ]
}

const gapItem = (world: MenuWorld, lane: Lane, gap: Range): MenuItem =>
  doing(world, text.hands.closeGap, () => ({ edits: [{ type: 'closeGap', lane: lane.id, at: gap.from, scope: world.bench.view.timeline.scope }] }))

function ofPlace(world: MenuWorld, at: Ticks): readonly MenuPart[] {
  const { bench } = world
  const clips = bench.project.lanes.filter(({ locked }) => !locked).flatMap((lane) => lane.clips.map(({ id }) => id))
  return [[
    ...pasteItems(world, at),
    { label: text.hands.selectAll, shortcut: keyOf('selectAll'), disabled: clips.length === 0 ? text.hands.noClips : undefined, act: () => bench.editor.select(clips) },
  ]]
}

function ofLane(world: MenuWorld, lane: Lane): readonly MenuPart[] {
  const { bench, ask } = world
  const t = text.hands
  const index = bench.project.lanes.findIndex(({ id }) => id === lane.id)
  const { freshId } = bench.editor
  const add = (at: number): Plan => ({ edits: [{ type: 'addLane', lane: freshId(), kind: lane.kind, at }] })
  const set = (label: string, change: Parameters<typeof planLane>[1]): MenuItem => doing(world, label, () => planLane(lane, change))
  const give = (name: string): void => { if (name !== '') perform(bench, planLane(lane, { name })) }
  return [
    [
      { label: t.rename, act: () => ask({ what: 'name', label: t.renameLane, name: lane.name, give }) },
      doing(world, t.duplicateLane, () => ({ edits: [{ type: 'duplicateLane', lane: lane.id, newLane: freshId(), ids: freshId() }] })),
      doing(world, t.removeLane, () => ({ edits: [{ type: 'removeLane', lane: lane.id }] })),
    ],
    [
      { label: t.selectLane, disabled: lane.clips.length === 0 ? t.noClips : undefined, act: () => bench.choose(lane.clips.map(({ id }) => id)) },
      set(lane.locked ? t.unlockLane : t.lockLane, { locked: !lane.locked }),
      lane.kind === 'audio' ? set(lane.muted ? t.unmute : t.mute, { muted: !lane.muted }) : set(lane.hidden ? t.unhide : t.hide, { hidden: !lane.hidden }),
      set(lane.solo ? t.unsolo : t.solo, { solo: !lane.solo }),
    ],
    [doing(world, t.laneAbove, () => add(index)), doing(world, t.laneBelow, () => add(index + 1))],
  ]
}

function ofWhole(world: MenuWorld): MenuPart {
  const { bench, ask } = world
  const t = text.hands
  const clear = (): Plan => ({ edits: [{ type: 'clear' }] })
  const add = (kind: 'video' | 'audio'): Plan => ({ edits: [{ type: 'addLane', lane: bench.editor.freshId(), kind, at: kind === 'video' ? 'top' : 'bottom' }] })
  return [
    doing(world, t.addVideoLane, () => add('video')),
    doing(world, t.addAudioLane, () => add('audio')),
    { label: t.clear, disabled: whyNot(bench.project, clear()), act: () => ask({ what: 'sure', label: t.clearAsk, act: () => { perform(bench, clear()) } }) },
  ]
}

function ofRuler(world: MenuWorld, at: Ticks): readonly MenuPart[] {
  const { bench } = world
  const t = text.hands
  const within = earlier(at, durationOf(bench.project))
  const { markIn, markOut } = bench.view
  return [
    [{ ...doing(world, t.addMarker, () => planMarker(bench, bench.editor.freshId(), at)), shortcut: keyAt(bench, 'addMarker', at) }],
    [
      { label: t.markIn, shortcut: keyAt(bench, 'markIn', at), act: () => setMark(bench, 'in', within) },
      { label: t.markOut, shortcut: keyAt(bench, 'markOut', at), act: () => setMark(bench, 'out', within) },
      { label: t.clearMarks, shortcut: keyOf('clearMarks'), disabled: markIn === null && markOut === null ? t.noMarks : undefined, act: () => clearMarks(bench) },
    ],
  ]
}

const COLOURS = { none: null, red: '#d9534f', amber: '#dda63f', green: '#4bb573', blue: '#5b96f5', violet: '#9b7ede' } as const

function ofMarker(world: MenuWorld, id: string): readonly MenuPart[] {
  const { bench } = world
  const t = text.hands
  const marker = bench.project.markers.find((one) => one.id === id)
  if (marker === undefined) return []
  const colours = (Object.keys(COLOURS) as (keyof typeof COLOURS)[]).map((name): MenuItem => ({
    label: t.colours[name], on: marker.colour === COLOURS[name], colour: COLOURS[name] ?? undefined, act: () => { perform(bench, { edits: [{ type: 'putMarker', marker: { ...marker, colour: COLOURS[name] } }] }) },
  }))
  return [
    [{ label: t.rename, act: () => renameMarker(world, id) }, { label: t.markerColour, items: colours }],
    [doing(world, t.removeMarker, () => ({ edits: [{ type: 'removeMarker', marker: id }] }))],
  ]
}

/** Asks for the name of a marker. */
export function renameMarker({ bench, ask }: MenuWorld, id: string): void {
  const marker = bench.project.markers.find((one) => one.id === id)
  if (marker === undefined) return
  ask({ what: 'name', label: text.hands.renameMarker, name: marker.name, give: (name) => { perform(bench, { edits: [{ type: 'putMarker', marker: { ...marker, name } }] }) } })
}
