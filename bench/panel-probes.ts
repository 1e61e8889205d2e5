/** What runs in the page, to measure it from within. Each function stands alone: the browser gets its text. */

export interface Opened {
  /** Milliseconds from the navigation until anything was painted, and until the result was. */
  readonly first: number
  readonly result: number
}

export async function openedAt(): Promise<Opened> {
  const painted = (): boolean => Array.from(document.querySelectorAll<HTMLImageElement>('.result img, .hero img')).some((image) => image.complete && image.naturalWidth > 300)
  while (!painted()) await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return { first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN, result: performance.now() }
}

/** From now on `window.paints` gets, for every key, the milliseconds from its press until another result's picture is painted. */
export function keyToPaint(): void {
  const paints: number[] = []
  Object.assign(window, { paints })
  const pictureNow = (): string | undefined => {
    const images = Array.from(document.querySelectorAll<HTMLImageElement>('.result img')).filter((image) => image.complete && image.naturalWidth > 300 && getComputedStyle(image).opacity !== '0')
    return images.at(-1)?.src
  }
  window.addEventListener('keydown', (event) => {
    if (event.repeat || paints !== (window as unknown as { paints: number[] }).paints) return
    const before = pictureNow()
    const look = (): void => {
      const now = pictureNow()
      if (now === before || now === undefined) requestAnimationFrame(look)
      // After the frame that it is in has been handed over.
      else setTimeout(() => paints.push(performance.now() - event.timeStamp))
    }
    requestAnimationFrame(look)
  }, true)
}

export interface Frames {
  /** Milliseconds from frame to frame. */
  readonly intervals: number[]
  /** Milliseconds of the page's thread from the beginning of a frame until it could do something else. */
  readonly work: number[]
}

export async function scrollFrames({ selector, axis, frames }: { selector: string; axis: 'top' | 'left'; frames: number }): Promise<Frames> {
  const scroller = document.querySelector(selector)
  if (scroller === null) throw new Error(`There is nothing to scroll at ${selector}.`)
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
      // Three thousand pixels a second: a strong flick of the wheel.
      scroller.scrollBy({ [axis]: 50, behavior: 'instant' })
      channel.port1.onmessage = () => work.push(performance.now() - began)
      channel.port2.postMessage(null)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  return { intervals, work }
}

/** To the end, a screen at a time, so that everything is read. */
export async function scrollThrough(selector: string): Promise<void> {
  const scroller = document.querySelector(selector)
  if (scroller === null) throw new Error(`There is nothing to scroll at ${selector}.`)
  while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
    scroller.scrollBy({ top: scroller.clientHeight, behavior: 'instant' })
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
