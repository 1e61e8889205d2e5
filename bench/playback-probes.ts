/** Functions that run in the page of the studio. */

/** Milliseconds from the next move of the pointer until the frame of the playhead is seen on the monitor, by its barcode. */
export function scrubToShown(): Promise<number> {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
  const frame = document.querySelector('[role="img"][aria-label^="Output frame"]')
  const field = document.querySelector<HTMLInputElement>('input[aria-label="Playhead"]')
  const context = canvas?.getContext('2d')
  if (canvas === null || frame === null || field === null || context === null || context === undefined) throw new Error('There is no monitor here')
  const [outer, inner] = [canvas.getBoundingClientRect(), frame.getBoundingClientRect()]
  const scale = canvas.width / outer.width
  const [left, width] = [Math.round((inner.left - outer.left) * scale), Math.round(inner.width * scale)]
  const y = Math.round((inner.top + inner.height / 2 - outer.top) * scale)
  const number = (): number => {
    const { data } = context.getImageData(left, y, width, 1)
    return Array.from({ length: 10 }, (_unused, bit) => (data[Math.round(((bit + 0.5) / 10) * width) * 4 + 1] ?? 0) > 125).reduce((sum, isSet) => sum * 2 + (isSet ? 1 : 0), 0)
  }
  const wanted = (): number => {
    const [seconds = 0, frames = 0] = field.value.split(':').slice(2).map(Number)
    return seconds * 30 + frames
  }
  return new Promise((resolve) => {
    window.addEventListener('pointermove', ({ timeStamp }) => {
      const look = (): void => {
        // After this frame's own callbacks: what was drawn in it is what will be seen.
        const seen = number() === wanted()
        const waited = performance.now() - timeStamp
        if (seen || waited > 5000) resolve(waited)
        else requestAnimationFrame(() => setTimeout(look))
      }
      requestAnimationFrame(() => setTimeout(look))
    }, { once: true, capture: true })
  })
}

export interface Counts {
  readonly shown: number
  readonly dropped: number
  readonly late: number
  readonly quality: string
  readonly clock: string
}

/** What the player itself counted. */
export function countsOf(): Counts {
  const { shown = '', dropped = '', late = '', quality = '', clock = '' } = document.querySelector<HTMLElement>('.playbar')?.dataset ?? {}
  return { shown: Number(shown), dropped: Number(dropped), late: Number(late), quality, clock }
}

/**
 * Every second a beep is heard: for each, by how many milliseconds the frame that belongs to it is drawn after that. Frames are read off
 * the monitor's own word, which the end-to-end tests hold against the pixels: reading those would be in the way of playing.
 */
export function watchBeeps(milliseconds: number): Promise<number[]> {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
  if (canvas === null) throw new Error('There is no monitor here')
  const [seconds, beeps] = [[] as number[], [] as number[]]
  let last = Number.NaN
  const hear = (): void => {
    const { analyser, samples } = (window as Window & { ears?: { analyser: AnalyserNode; samples: Float32Array<ArrayBuffer> }[] }).ears?.[0] ?? {}
    if (analyser === undefined || samples === undefined) return
    const audio = analyser.context as AudioContext
    analyser.getFloatTimeDomainData(samples)
    const onset = samples.findIndex((sample) => Math.abs(sample) > 0.2)
    if (onset <= 0) return
    const { contextTime = 0, performanceTime = 0 } = audio.getOutputTimestamp()
    const heard = performanceTime + (audio.currentTime - (samples.length - onset) / audio.sampleRate - contextTime) * 1000
    if (heard - (beeps.at(-1) ?? Number.NEGATIVE_INFINITY) > 500) beeps.push(heard)
  }
  return new Promise((resolve) => {
    const begun = performance.now()
    const ear = setInterval(hear, 8)
    const look = (now: number): void => {
      const shown = canvas.dataset['frame'] ?? ''
      const second = Math.floor(Number(shown) / 30)
      // A frame that was drawn in this animation frame before or after this is taken for drawn in it.
      if (shown !== '' && second !== last) {
        if (second === last + 1) seconds.push(now)
        last = second
      }
      if (now - begun < milliseconds) return void requestAnimationFrame((next) => setTimeout(look, 0, next))
      clearInterval(ear)
      const pairs = seconds.map((drawn) => ({ drawn, beep: beeps.find((beep) => Math.abs(beep - drawn) < 400) }))
      resolve(pairs.flatMap(({ drawn, beep }) => (beep === undefined ? [] : [drawn - beep])))
    }
    requestAnimationFrame(look)
  })
}
