import { durationOf, type Ticks } from '@lemouf/core/timeline'
import { useEventListener } from '@vueuse/core'
import { watch, type Ref } from 'vue'
import { useKeys } from '../../keys/use-keys.ts'
import { useEditor } from '../document/editor.ts'
import { useView } from '../document/view-state.ts'
import { useTransport } from '../playback/transport.ts'
import { fitted, followed, xOf, zoomed } from './geometry.ts'
import type { Hand } from './hands/hand.ts'
import type { OwnStage } from './use-stage.ts'

export interface Scrolling {
  /** Closer or further by one step, about the playhead where it is in sight, else about the middle. */
  readonly zoom: (closer: boolean) => void
  readonly fit: () => void
  /** Zooms to a scale about a place on the canvas, the middle unless said. */
  readonly zoomTo: (scale: number, x?: number) => void
}

/** The hand that works on what is scrolled. */
type Holding = Pick<Hand, 'isDown' | 'giveWay'>

const STEP = 1.4
/** A line and a page of a wheel that does not count in pixels. */
const LINE = 16

/**
 * Moves the view over the lanes by wheel, pinch and keys, and with the playhead. `area` is where the wheel counts. While the hand
 * holds something neither the playhead nor a second finger moves the view.
 */
export function useScrolling(stage: OwnStage, area: Readonly<Ref<HTMLElement | null>>, hand: Holding): Scrolling {
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
  usePinch(stage, { zoomBy, placeOf, hand })

  function zoom(closer: boolean): void {
    const view = stage.view()
    const x = xOf(view, playhead.value)
    zoomBy(closer ? 1 / STEP : STEP, x >= 0 && x <= view.width ? x : view.width / 2)
  }
  const fit = (): void => { Object.assign(timeline, fitted(durationOf(project.value), stage.view().width)) }
  useKeys({ zoomIn: () => zoom(true), zoomOut: () => zoom(false), fitTimeline: fit })

  /** Has the playhead in sight: after a page is full, or always in the middle. */
  const follow = (at: Ticks): void => { timeline.from = followed(stage.view(), at, { how: timeline.following, motion: motion.value, isHeld: hand.isDown }) }
  watch(playhead, follow, { flush: 'sync' })

  return { zoom, fit, zoomTo: (scale, x = stage.view().width / 2) => zoomBy(scale / timeline.scale, x) }
}

interface Pinch {
  readonly zoomBy: (factor: number, x: number) => void
  readonly placeOf: (touch: Touch) => number
  readonly hand: Holding
}

/** Two fingers zoom and scroll. */
function usePinch(stage: OwnStage, { zoomBy, placeOf, hand }: Pinch): void {
  let before: { readonly spread: number; readonly x: number; readonly y: number } | undefined
  const read = ({ touches: [one, two] }: TouchEvent): typeof before => {
    if (one === undefined || two === undefined) return undefined
    return { spread: Math.max(10, Math.abs(one.clientX - two.clientX)), x: (placeOf(one) + placeOf(two)) / 2, y: (one.clientY + two.clientY) / 2 }
  }
  useEventListener(stage.canvas, 'touchstart', (event) => { before = event.touches.length === 2 && hand.giveWay() ? read(event) : undefined }, { passive: true })
  useEventListener(stage.canvas, 'touchend', () => { before = undefined }, { passive: true })
  useEventListener(stage.canvas, 'touchmove', (event) => {
    const now = read(event)
    if (now === undefined || before === undefined) return
    event.preventDefault()
    zoomBy(before.spread / now.spread, now.x)
    stage.scroll(before.x - now.x, before.y - now.y)
    before = now
  }, { passive: false })
}
