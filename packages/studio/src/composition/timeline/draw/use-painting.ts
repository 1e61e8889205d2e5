import { mediaOf } from '@lemouf/core/timeline'
import { useDevicePixelRatio, usePreferredDark } from '@vueuse/core'
import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { settings } from '../../../app/settings.ts'
import { language, text } from '../../../text/text.ts'
import { useEditor } from '../../document/editor.ts'
import { useView } from '../../document/view-state.ts'
import { usePending } from '../../loops/pending.ts'
import { useMediaChanges } from '../../media-place.ts'
import { useTransport } from '../../playback/transport.ts'
import { Flights } from '../strips/flights.ts'
import { Pictures } from '../strips/pictures.ts'
import { Sounds } from '../strips/sounds.ts'
import type { OwnStage } from '../use-stage.ts'
import { KnownOnes } from './known-ones.ts'
import { drawLanes } from './lanes.ts'
import { drawOver } from './over.ts'
import { Painter } from './painter.ts'
import { readPalette, type Palette } from './palette.ts'
import type { Pen } from './pen.ts'
import { drawRuler } from './ruler.ts'

/** Layers, the lowest first. */
const LANES = 0
const OVER = 1
/** Sheets and peaks that are on their way at once: the server makes them with as many processes. */
const FLIGHTS = 4

/** Draws the timeline on two canvases, one over the other, as long as the component lives. */
export function usePainting(stage: OwnStage, lanes: Readonly<ShallowRef<HTMLCanvasElement | null>>, over: Readonly<ShallowRef<HTMLCanvasElement | null>>): void {
  const editor = useEditor()
  const view = useView()
  const transport = useTransport()
  const pending = usePending()
  const painter = shallowRef<Painter>()
  const palette = shallowRef<Palette>()
  const redraw = (layer?: number): void => painter.value?.request(layer)

  const flights = new Flights(FLIGHTS, () => redraw())
  const pictures = new Pictures(flights, () => redraw())
  const sounds = new Sounds(flights, () => redraw())
  const known = new KnownOnes(() => redraw(LANES))

  const penOf = (ctx: CanvasRenderingContext2D, ratio: number, read: Palette): Pen => ({
    ctx, ratio, palette: read, view: stage.view(), pictures, sounds,
    mediaOf: (id) => mediaOf(editor.project.value, id),
    knownOf: known.of,
    pendingOf: pending.of,
    words: text.timeline.onCanvas,
  })

  function paintLanes(ctx: CanvasRenderingContext2D, ratio: number): void {
    if (palette.value === undefined) return
    const { markIn, markOut, timeline: { ruler, tempo, beats } } = view
    const project = editor.project.value
    const pen = penOf(ctx, ratio, palette.value)
    flights.forget()
    pictures.nextRound()
    sounds.nextRound()
    drawLanes(pen, { project, layout: stage.layout(), selection: editor.selection.value, lifted: stage.surface.value.lifted, markIn, markOut })
    drawRuler(pen, { project, markIn, markOut, counting: { kind: ruler, rate: project.format.fps, tempo, beats } })
    flights.settle()
  }

  function paintOver(ctx: CanvasRenderingContext2D, ratio: number): void {
    if (palette.value === undefined) return
    const pen = penOf(ctx, ratio, palette.value)
    drawOver(pen, { project: editor.project.value, layout: stage.layout(), selection: editor.selection.value, surface: stage.surface.value, playhead: transport.playhead.value })
    // A ghost may show what no clip at rest does.
    if (stage.surface.value.ghosts.length > 0) flights.settle()
  }

  onMounted(() => {
    if (lanes.value === null || over.value === null) return
    painter.value = new Painter(stage.view, [{ canvas: lanes.value, draw: paintLanes, opaque: true }, { canvas: over.value, draw: paintOver, opaque: false }])
    readTheme()
  })
  onBeforeUnmount(() => {
    painter.value?.stop()
    flights.forget()
    flights.settle()
    pictures.close()
    known.close()
  })

  function readTheme(): void {
    if (stage.canvas.value !== null) palette.value = readPalette(stage.canvas.value)
    redraw()
  }
  const { pixelRatio } = useDevicePixelRatio()
  // After the page has been dressed in it.
  watch([usePreferredDark(), () => settings.value.theme], readTheme, { flush: 'post' })
  watch([stage.viewport, stage.rows, editor.project, editor.selection, pixelRatio, language], () => redraw(), { flush: 'sync' })
  watch([() => view.markIn, () => view.markOut, () => view.timeline.ruler, () => view.timeline.tempo, () => view.timeline.beats, pending.version, () => stage.surface.value.lifted], () => redraw(LANES), { flush: 'sync' })
  watch([transport.playhead, stage.surface], () => redraw(OVER), { flush: 'sync' })
  useMediaChanges((id) => {
    pictures.forget(id)
    sounds.forget(id)
    redraw()
  })
}
