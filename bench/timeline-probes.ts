import type { Frames } from './panel-probes.ts'

/** What runs in the page, to measure its timeline from within. Each function stands alone: the browser gets its text. */

/** A hand on the wheel: so many frames, in each a turn of so much. `zoom` is what a pinch is, in and out by turns. */
export async function turnWheel({ frames, x, zoom }: { frames: number; x: number; zoom: number }): Promise<Frames> {
  const canvas = document.querySelector('#timeline-canvas')
  if (canvas === null) throw new Error('There is no timeline.')
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const channel = new MessageChannel()
  const intervals: number[] = []
  const work: number[] = []
  let last: number | undefined
  await new Promise<void>((resolve) => {
    const frame = (at: number): void => {
      const began = performance.now()
      if (last !== undefined) intervals.push(at - last)
      last = at
      if (intervals.length >= frames) return resolve()
      // There and back, so that it never comes to an end where nothing moves.
      const way = Math.floor(intervals.length / 60) % 2 === 0 ? 1 : -1
      canvas.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: left + width * 0.4, clientY: top + height / 2, deltaX: x * way, deltaY: zoom * way, ctrlKey: zoom !== 0, shiftKey: zoom === 0 }))
      channel.port1.onmessage = () => work.push(performance.now() - began)
      requestAnimationFrame(frame)
      // Behind what the page itself does in this frame.
      channel.port2.postMessage(null)
    }
    requestAnimationFrame(frame)
  })
  return { intervals, work }
}

/** Notes frames while something else moves the mouse; `window.frames_()` gives them and stops. */
export function watchFrames(): void {
  const intervals: number[] = []
  const work: number[] = []
  const channel = new MessageChannel()
  let last: number | undefined
  let isOn = true
  const frame = (at: number): void => {
    if (!isOn) return
    const began = performance.now()
    if (last !== undefined) intervals.push(at - last)
    last = at
    channel.port1.onmessage = () => work.push(performance.now() - began)
    channel.port2.postMessage(null)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  Object.assign(window, { watched: () => {
    isOn = false
    return { intervals, work }
  } })
}

/** Milliseconds from the navigation until the timeline has drawn its lanes. */
export async function timelineDrawnAt(): Promise<number> {
  const isDrawn = (): boolean => {
    const canvas = document.querySelector<HTMLCanvasElement>('#timeline-canvas canvas')
    const ctx = canvas?.getContext('2d')
    if (canvas === null || ctx === null || ctx === undefined || canvas.width < 400) return false
    // Clips in the first lane: the colour changes at their edges. Ground and gaps are of one colour each.
    const { data } = ctx.getImageData(0, 60, canvas.width, 1)
    let edges = 0
    for (let at = 4; at < data.length; at += 4) if ([0, 1, 2].some((of) => data[at + of] !== data[at - 4 + of])) edges++
    return edges > 4
  }
  while (!isDrawn()) await new Promise((resolve) => requestAnimationFrame(resolve))
  return performance.now()
}
