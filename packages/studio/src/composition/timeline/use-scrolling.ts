import { durationOf, type Ticks } from '@lemouf/core/timeline'
import { useEventListener } from '@vueuse/core'
import { watch, type Ref } from 'vue'
import { useKeys } from '../../keys/use-keys.ts'
import { useEditor } from '../document/editor.ts'
import { useView } from '../document/view-state.ts'
import { useTransport } from '../playback/transport.ts'
import { fitted, xOf, zoomed } from './geometry.ts'
import type { OwnStage } from './use-stage.ts'

export interface Scrolling {
  /** Closer or further by one step, about the playhead where it is in sight, else about the middle. */
  readonly zoom: (closer: boolean) => void
  readonly fit: () => void
  /** Zooms to a scale about a place on the canvas, the middle unless said. */
  readonly zoomTo: (scale: number, x?: number) => void
}

const STEP = 1.4
/** A line and a page of a wheel that does not count in pixels. */
const LINE = 16

/** Moves the view over the lanes by wheel, pinch and keys, and with the playhead. `area` is where the wheel counts. */
export function useScrolling(stage: OwnStage, area: Readonly<Ref<HTMLElement | null>>): Scrolling {
  const { timeline } = useView()
  const { project } = useEditor()
  const { playhead, motion } = useTransport()

  function zoomBy(factor: number, x: number): void {
    Object.assign(timeline, zoomed(stage.view(), factor, x))
    if (factor > 1) timeline.from = Math.min(timeline.from, stage.limits.value.from)
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault()
    const view = stage.view()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? view.height : 1
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
    // A pinch comes as a wheel with Ctrl, in small steps.
    if (event.ctrlKey || event.metaKey) return zoomBy(Math.exp(Math.max(-100, Math.min(100, dy)) * 0.004), Math.max(0, placeOf(event)))
    if (event.shiftKey || stage.limits.value.top === 0) return stage.scroll(dx + dy, 0)
    stage.scroll(dx, dy)
  }
  const placeOf = ({ clientX }: { clientX: number }): number => clientX - (stage.canvas.value?.getBoundingClientRect().left ?? 0)
  useEventListener(area, 'wheel', wheel, { passive: false })
  usePinch(stage, zoomBy, placeOf)

  function zoom(closer: boolean): void {
    const view = stage.view()
    const x = xOf(view, playhead.value)
    zoomBy(closer ? 1 / STEP : STEP, x >= 0 && x <= view.width ? x : view.width / 2)
  }
  const fit = (): void => { Object.assign(timeline, fitted(durationOf(project.value), stage.view().width)) }
  useKeys({ zoomIn: () => zoom(true), zoomOut: () => zoom(false), fitTimeline: fit })

  /** Has the playhead in sight: after a page is full, or always in the middle. */
  function follow(at: Ticks): void {
    const view = stage.view()
    const x = xOf(view, at)
    if (view.width === 0 || motion.value === 'scrubbing') return
    const isPlaying = motion.value === 'playing'
    if (isPlaying && timeline.following === 'none') return
    if (isPlaying && timeline.following === 'smooth') timeline.from = Math.max(0, at - (view.width / 2) * view.scale)
    else if (x < 0 || x > view.width - 2) timeline.from = Math.max(0, at - (isPlaying ? 0.04 : 0.3) * view.width * view.scale)
  }
  watch(playhead, follow, { flush: 'sync' })

  return { zoom, fit, zoomTo: (scale, x = stage.view().width / 2) => zoomBy(scale / timeline.scale, x) }
}

/** Two fingers zoom and scroll. */
function usePinch(stage: OwnStage, zoomBy: (factor: number, x: number) => void, placeOf: (touch: Touch) => number): void {
  let before: { readonly spread: number; readonly x: number; readonly y: number } | undefined
  const read = ({ touches: [one, two] }: TouchEvent): typeof before => {
    if (one === undefined || two === undefined) return undefined
    return { spread: Math.max(10, Math.abs(one.clientX - two.clientX)), x: (placeOf(one) + placeOf(two)) / 2, y: (one.clientY + two.clientY) / 2 }
  }
  useEventListener(stage.canvas, 'touchstart', (event) => { before = read(event) }, { passive: true })
  useEventListener(stage.canvas, 'touchend', (event) => { before = read(event) }, { passive: true })
  useEventListener(stage.canvas, 'touchmove', (event) => {
    const now = read(event)
    if (now === undefined || before === undefined) return
    event.preventDefault()
    zoomBy(before.spread / now.spread, now.x)
    stage.scroll(before.x - now.x, before.y - now.y)
    before = now
  }, { passive: false })
}
