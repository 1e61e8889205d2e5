import { useEventListener, useRafFn } from '@vueuse/core'
import { watch } from 'vue'
import { OnePointer } from '../../one-pointer.ts'
import { RULER } from '../geometry.ts'
import type { Bench } from './bench.ts'
import type { Hand } from './hand.ts'
import type { Touch } from './touch.ts'

/** How close in pixels to the edge of the canvas a drag makes it scroll: one across lanes, and one along the ruler. */
const EDGE = { both: 28, across: 8, none: 0 } as const

/** Gives the pointer's events over the canvas to the hand, at most one move a frame, and scrolls at the edges. */
export function usePointers(bench: Bench, hand: Hand): void {
  const { canvas } = bench.stage
  const pointer = new OnePointer()
  let waiting: Touch | undefined
  let frame = 0

  const flush = (): void => {
    cancelAnimationFrame(frame)
    frame = 0
    const touch = waiting
    waiting = undefined
    if (touch !== undefined) hand.move(touch)
    point()
  }
  const point = (): void => {
    if (canvas.value !== null) canvas.value.style.cursor = hand.cursor
  }

  useEventListener(canvas, 'pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary || hand.isDown || canvas.value === null || !pointer.take(event)) return
    canvas.value.focus({ preventScroll: true })
    canvas.value.setPointerCapture(event.pointerId)
    // The focus is ours, and no text is selected.
    event.preventDefault()
    hand.down(touchOf(canvas.value, event))
    edgeScroll.resume()
    point()
  })
  useEventListener(canvas, 'pointermove', (event) => {
    if (canvas.value === null || !event.isPrimary || (pointer.isDown && !pointer.has(event))) return
    waiting = touchOf(canvas.value, event)
    // Let go where no event could tell: outside of the window, in a dialog of the system.
    if (hand.isDown && event.buttons === 0) return end(event)
    if (frame === 0) frame = requestAnimationFrame(flush)
  })
  const end = (event: PointerEvent): void => {
    if (!pointer.release(event) || canvas.value === null || !hand.isDown) return
    waiting = touchOf(canvas.value, event)
    flush()
    hand.up(touchOf(canvas.value, event))
    point()
  }
  useEventListener(canvas, 'pointerup', (event) => { if (event.button === 0) end(event) })
  useEventListener(canvas, ['pointercancel', 'lostpointercapture'], (event) => {
    if (!pointer.release(event)) return
    hand.bail()
    point()
  })
  useEventListener(canvas, 'pointerleave', () => {
    waiting = undefined
    hand.leave()
  })

  // What is held beside the pointer counts at once, not with its next move.
  useEventListener(window, ['keydown', 'keyup'], (event) => {
    if (!(event instanceof KeyboardEvent) || !['Shift', 'Control', 'Meta', 'Alt'].includes(event.key) || hand.last === undefined) return
    if (event.key === 'Alt' && hand.isDown) event.preventDefault()
    hand.again(heldOf(event))
    point()
  })
  // Under a pointer that rests something else may be by now.
  watch(() => bench.view.timeline.tool, () => {
    hand.again()
    point()
  })

  const edgeScroll = useRafFn(({ delta }) => {
    if (!hand.isDown) return edgeScroll.pause()
    const { width, height } = bench.stage.view()
    if (hand.last === undefined || hand.scrolls === 'none') return
    const edge = EDGE[hand.scrolls]
    const across = beyond(hand.last.x, edge, width - edge)
    const down = hand.scrolls === 'both' ? beyond(hand.last.y, RULER + edge / 2, height - edge) : 0
    if (across === 0 && down === 0) return
    const speed = delta / 16
    bench.stage.scroll(pace(across) * speed, pace(down) * speed)
    hand.again()
  }, { immediate: false })
}

/** How far something is outside of two bounds, with its sign. */
const beyond = (at: number, least: number, most: number): number => (at < least ? at - least : at > most ? at - most : 0)

/** The further out, the faster. */
const pace = (out: number): number => Math.sign(out) * Math.min(28, Math.abs(out) / 3 + (out === 0 ? 0 : 1))

const heldOf = (event: KeyboardEvent): Pick<Touch, 'shift' | 'mod' | 'alt'> => ({ shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey })

/** The pointer of an event, on the canvas. */
export function touchOf(canvas: HTMLElement, event: MouseEvent | PointerEvent | DragEvent): Touch {
  const { left, top } = canvas.getBoundingClientRect()
  const held = { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey, alt: event.altKey }
  return { x: event.clientX - left, y: event.clientY - top, ...held, coarse: event instanceof PointerEvent && event.pointerType === 'touch' }
}
