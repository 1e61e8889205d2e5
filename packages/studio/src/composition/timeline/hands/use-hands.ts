import { clipOf } from '@lemouf/core/timeline'
import { useEventListener } from '@vueuse/core'
import { shallowRef, type ShallowRef } from 'vue'
import { useEditor } from '../../document/editor.ts'
import { useView } from '../../document/view-state.ts'
import { useLoops } from '../../loops/loops.ts'
import { useTransport } from '../../playback/transport.ts'
import { useShelf } from '../../resources/shelf.ts'
import { doubled } from '../menus/doubled.ts'
import { menuFor, type Asking, type Menu, type MenuWorld } from '../menus/menu.ts'
import { rowOf, lanesYOf } from '../geometry.ts'
import type { Stage } from '../stage.ts'
import { Bench } from './bench.ts'
import { Hand } from './hand.ts'
import { useClipboard } from './use-clipboard.ts'
import { useDrops } from './use-drops.ts'
import { touchOf, usePointers } from './use-pointers.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { centreOf } from './walking.ts'

/** What tools and menus have of the hands. */
export interface Hands {
  readonly bench: Bench
  readonly hand: Hand
  /** The menu that is open, and where. */
  readonly menu: ShallowRef<Menu | undefined>
  /** A name that is asked for, or a question before something is done. */
  readonly asking: ShallowRef<Asking | undefined>
  /** Where somebody pointed last for a menu or a name, in pixels of the window. */
  readonly place: Readonly<ShallowRef<{ readonly x: number; readonly y: number }>>
  /** Opens the menu of what an event of the mouse or of the menu key is about: on the canvas or on the heads beside it. */
  readonly openMenu: (event: MouseEvent) => void
}

/** Pointers, keys and drops on the timeline, as long as the component lives that calls it. `area` is the canvas with what stands around it: drops are taken there. */
export function useHands(stage: Stage, area: Readonly<ShallowRef<HTMLElement | null>>): Hands {
  const bench = new Bench(useEditor(), useView(), useTransport(), stage)
  const hand = new Hand(bench)
  const shelf = useShelf()
  const clipboard = useClipboard(bench)
  const menu = shallowRef<Menu>()
  const asking = shallowRef<Asking>()
  const place = shallowRef({ x: 0, y: 0 })
  const world: MenuWorld = { bench, clipboard, shelf, loops: useLoops(), ask: (what) => { asking.value = what } }
  usePointers(bench, hand)
  useShortcuts(bench, hand, clipboard)
  useDrops(bench, shelf, area)

  let isByKey = false
  const openMenu = (event: MouseEvent): void => {
    const { canvas } = stage
    const [target] = event.composedPath()
    if (canvas.value === null || (target instanceof Element && target.closest('input, textarea') !== null)) return
    event.preventDefault()
    event.stopPropagation()
    hand.bail()
    menu.value = isByKey ? menuOfFocused(world, canvas.value) : menuAt(world, canvas.value, event)
    place.value = { x: menu.value.x, y: menu.value.y }
    isByKey = false
  }
  useEventListener(stage.canvas, 'keydown', (event) => { isByKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) })
  useEventListener(stage.canvas, 'pointerdown', () => { isByKey = false })
  useEventListener(stage.canvas, 'dblclick', (event) => {
    place.value = { x: event.clientX, y: event.clientY }
    if (stage.canvas.value !== null) doubled(world, touchOf(stage.canvas.value, event))
  })
  return { bench, hand, menu, asking, place, openMenu }
}

/** The menu of what is pointed at; left of the canvas are the heads of the lanes. */
function menuAt(world: MenuWorld, canvas: HTMLElement, event: MouseEvent): Menu {
  const { bench } = world
  const touch = touchOf(canvas, event)
  const place = { x: event.clientX, y: event.clientY }
  const row = touch.x < 0 ? rowOf(bench.stage.layout(), lanesYOf(bench.stage.view(), touch.y)) : undefined
  if (row !== undefined) return { ...place, items: menuFor(world, { on: 'lane', lane: row.lane }, undefined) }
  const hit = bench.hit(touch)
  // What is pointed at is what it is about: alone, unless it is chosen among others.
  if (hit.on === 'clip') {
    if (!bench.editor.selection.value.has(hit.clip.id)) bench.choose([hit.clip.id])
    bench.focused = hit.clip.id
  }
  return { ...place, items: menuFor(world, hit, bench.frameAt(touch.x)) }
}

/** The menu that a key opens: of the clip that keys go on from, else of what is at the playhead. */
function menuOfFocused(world: MenuWorld, canvas: HTMLElement): Menu {
  const { bench } = world
  const { left, top } = canvas.getBoundingClientRect()
  const found = bench.focused === undefined ? undefined : clipOf(bench.project, bench.focused)
  const at = bench.transport.playhead.value
  if (found === undefined) {
    const marker = bench.project.markers.find((one) => one.at === at)
    return { x: left + 24, y: top + 24, items: menuFor(world, marker === undefined ? { on: 'zone', zone: 'top' } : { on: 'marker', marker: marker.id }, at) }
  }
  const { x, y } = centreOf(bench, found)
  return { x: left + x, y: top + y, items: menuFor(world, { on: 'clip', ...found, part: 'body' }, at) }
}
