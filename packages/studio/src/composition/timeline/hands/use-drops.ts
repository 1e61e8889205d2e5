import { ticks, type Dropped, type Media, type Ticks } from '@lemouf/core/timeline'
import { useEventListener } from '@vueuse/core'
import type { ShallowRef } from 'vue'
import { editRefusalSays } from '../../../text/refusal.ts'
import { text } from '../../../text/text.ts'
import { dragged, hasDragged, readDragged } from '../../resources/dragging.ts'
import { filesOf } from '../../resources/files.ts'
import type { Shelf } from '../../resources/shelf.ts'
import { perform } from '../commands.ts'
import { RULER, zoneOf } from '../geometry.ts'
import type { Bench } from './bench.ts'
import { lengthOfAll, planDrops } from './dropping.ts'
import { landWhenThere, receiveLandings, type Place } from './landing.ts'
import { pulled, pullOf } from './pull.ts'
import type { Touch } from './touch.ts'
import { touchOf } from './use-pointers.ts'

/** A place with the line that it is drawn to. */
interface Snapped extends Place {
  readonly line: Ticks | undefined
}

const hasFiles = ({ types }: DataTransfer): boolean => types.includes('Files')

/** Takes what is dragged out of the resources, or from the desktop, onto the lanes; over their heads it comes to the beginning of what is shown. */
export function useDrops(bench: Bench, shelf: Shelf, area: Readonly<ShallowRef<HTMLElement | null>>): void {
  const { canvas } = bench.stage
  let hovered: Touch | undefined

  receiveLandings(bench.editor, ({ media, place }) => putDown(bench, media.map((one) => ({ media: one })), place))
  useEventListener(area, ['dragenter', 'dragover'], (event) => {
    const transfer = event.dataTransfer
    if (canvas.value === null || transfer === null || !(hasDragged(transfer) || hasFiles(transfer))) return
    take(event)
    transfer.dropEffect = 'copy'
    const touch = touchOf(canvas.value, event)
    scrollAt(bench, touch)
    if (hovered !== undefined && isSame(hovered, touch)) return
    hovered = touch
    hover(bench, touch)
  })
  useEventListener(area, 'dragleave', (event) => {
    // Within it, from one part to the next.
    if (event.relatedTarget instanceof Node && area.value?.contains(event.relatedTarget) === true) return
    hovered = undefined
    bench.bare()
  })
  useEventListener(area, 'drop', (event) => {
    const transfer = event.dataTransfer
    hovered = undefined
    bench.bare()
    if (canvas.value === null || transfer === null) return
    const touch = touchOf(canvas.value, event)
    const given = readDragged(transfer)
    if (given.length === 0 && !hasFiles(transfer)) return
    take(event)
    canvas.value.focus({ preventScroll: true })
    if (given.length > 0) return putDown(bench, given, placeOf(bench, given, touch))
    // They land where they were dropped, whatever has been scrolled until they are here.
    void landWhenThere(bench.editor.id, addDropped(transfer, bench, shelf), placeOf(bench, [], touch))
  })
}

/** Adds what was dropped to the library, with what is in folders, and gives what was taken of it. */
async function addDropped(transfer: DataTransfer, { stage }: Bench, shelf: Shelf): Promise<readonly Media[]> {
  const { files, left } = await filesOf(transfer)
  if (left > 0) stage.say(text.resources.filesLeft(left))
  return files.length === 0 ? [] : shelf.addFiles(files)
}

/** Files dropped on ComfyUI's page would be opened there as workflows. */
function take(event: DragEvent): void {
  event.preventDefault()
  event.stopPropagation()
}

const isSame = (a: Touch, b: Touch): boolean => a.x === b.x && a.y === b.y && a.mod === b.mod && a.shift === b.shift

function placeOf(bench: Bench, items: readonly Dropped[], touch: Touch): Snapped {
  const raw = Math.max(0, bench.momentAt(Math.max(0, touch.x)))
  const edges = [ticks(0), ...(items.length === 0 ? [] : [lengthOfAll(bench.project, items)])]
  const { by, line } = pulled(bench, pullOf(bench, edges, new Set()), raw, touch)
  const zone = zoneOf(bench.stage.layout(), bench.stage.view(), Math.max(RULER, touch.y))
  return { at: ticks(Math.max(0, by)), line, zone: zone === 'ruler' ? 'top' : zone, mode: touch.mod === (bench.view.timeline.mode === 'insert') ? 'overwrite' : 'insert' }
}

function hover(bench: Bench, touch: Touch): void {
  const items = dragged.value
  const { at, line, zone, mode } = placeOf(bench, items, touch)
  const how = { mode, scope: bench.view.timeline.scope, ids: HOVERING }
  const planned = items.length === 0 ? undefined : planDrops(bench.project, items, at, zone, how)
  const said = planned?.ok === false ? editRefusalSays(planned.error) : `${bench.timecode(at)}${mode === 'insert' ? ` · ${text.hands.insertMode}` : ''}`
  const ghosts = planned?.ok === true ? planned.value.ghosts : []
  bench.show({ ghosts, dropping: true, zone, snap: line, insert: mode === 'insert' ? { at } : undefined, hint: { x: touch.x, y: touch.y, text: said } })
}
const HOVERING = 'hovering'

function putDown(bench: Bench, items: readonly Dropped[], { at, zone, mode }: Place): void {
  const gone = typeof zone !== 'string' && !bench.project.lanes.some(({ id }) => id === zone.lane)
  const how = { mode, scope: bench.view.timeline.scope, ids: bench.editor.freshId() }
  const planned = planDrops(bench.project, items, at, gone ? 'top' : zone, how)
  if (planned.ok) perform(bench, { edits: planned.value.edits, choose: planned.value.ids, say: text.hands.sayPasted(planned.value.ids.length) })
  else bench.editor.refuse(planned.error)
}

/** A hovering drag tells itself a few times a second: near an edge each scrolls a little. */
function scrollAt({ stage }: Bench, { x, y }: Touch): void {
  const { width, height } = stage.view()
  const across = x < EDGE ? -STEP : x > width - EDGE ? STEP : 0
  const down = y < RULER + EDGE / 2 ? -STEP : y > height - EDGE ? STEP : 0
  if (across !== 0 || down !== 0) stage.scroll(across, down)
}
const EDGE = 24
const STEP = 12
