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
  const y = Math.round((inner.top + inner.height / 2 - outer.top) * scale)
  const number = (): number => Array.from({ length: 10 }, (_unused, bit) => {
    const x = Math.round((inner.left + ((bit + 0.5) / 10) * inner.width - outer.left) * scale)
    return (context.getImageData(x, y, 1, 1).data[1] ?? 0) > 125
  }).reduce((sum, isSet) => sum * 2 + (isSet ? 1 : 0), 0)
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

/** For each flash that is drawn, by how many milliseconds it comes after the beep that belongs to it is heard. */
export function watchFlashes(milliseconds: number): Promise<number[]> {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
  const frame = document.querySelector('[role="img"][aria-label^="Output frame"]')
  const context = canvas?.getContext('2d')
  if (canvas === null || frame === null || context === null || context === undefined) throw new Error('There is no monitor here')
  const [outer, inner] = [canvas.getBoundingClientRect(), frame.getBoundingClientRect()]
  const scale = canvas.width / outer.width
  const [x, y] = [Math.round((inner.left + inner.width / 2 - outer.left) * scale), Math.round((inner.top + inner.height / 2 - outer.top) * scale)]
  const [flashes, beeps] = [[] as number[], [] as number[]]
  let wasWhite = false
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
      const isWhite = (context.getImageData(x, y, 1, 1).data[0] ?? 0) > 128
      if (isWhite && !wasWhite) flashes.push(now)
      wasWhite = isWhite
      if (now - begun < milliseconds) return void requestAnimationFrame(look)
      clearInterval(ear)
      const pairs = flashes.map((flash) => ({ flash, beep: beeps.find((beep) => Math.abs(beep - flash) < 400) }))
      resolve(pairs.flatMap(({ flash, beep }) => (beep === undefined ? [] : [flash - beep])))
    }
    requestAnimationFrame(look)
  })
}
