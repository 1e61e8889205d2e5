/** Functions that run in a page of the studio, to see and hear what it plays. */

interface Ear { readonly analyser: AnalyserNode; readonly samples: Float32Array<ArrayBuffer> }
type Listening = Window & { ears?: Ear[] }

/** Before the page loads: whatever sound comes to be is listened in to on its way out. */
export function listenIn(): void {
  const ears: Ear[] = []
  Object.assign(window, { ears })
  const connect = Reflect.get(AudioNode.prototype, 'connect') as (this: AudioNode, to: AudioNode) => AudioNode
  const heard = new WeakMap<BaseAudioContext, AnalyserNode>()
  AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode): AudioNode {
    if (!(to instanceof AudioDestinationNode) || to.context instanceof OfflineAudioContext || this instanceof AnalyserNode) return connect.call(this, to)
    const analyser = heard.get(to.context) ?? to.context.createAnalyser()
    if (!heard.has(to.context)) {
      heard.set(to.context, analyser)
      analyser.fftSize = 2048
      ears.push({ analyser, samples: new Float32Array(2048) })
      connect.call(analyser, to)
    }
    return connect.call(this, analyser)
  } as typeof AudioNode.prototype.connect
}

/** The loudest sample of the last 40 ms; 0 where no sound has come to be. */
export function loudest(): number {
  // An analyser whose context is closed tells its last samples for ever.
  const loud = ((window as Listening).ears ?? []).filter(({ analyser }) => analyser.context.state !== 'closed').map(({ analyser, samples }) => {
    analyser.getFloatTimeDomainData(samples)
    return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  })
  return Math.max(0, ...loud)
}

/** Where the playhead is when the first sound is heard. */
export function placeHeard(): Promise<string> {
  const field = document.querySelector<HTMLInputElement>('input[aria-label="Playhead"]')
  const ears = (): readonly Ear[] => ((window as Listening).ears ?? []).filter(({ analyser }) => analyser.context.state !== 'closed')
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const isHeard = ears().some(({ analyser, samples }) => {
        analyser.getFloatTimeDomainData(samples)
        return samples.some((sample) => Math.abs(sample) > 0.03)
      })
      if (!isHeard) return
      clearInterval(timer)
      resolve(field?.value ?? '')
    }, 10)
  })
}

/** The number whose barcode the monitor's frame shows. */
export function barcodeShown(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
  const frame = document.querySelector('[role="img"][aria-label^="Output frame"]')
  const context = canvas?.getContext('2d')
  if (canvas === null || frame === null || context === null || context === undefined) throw new Error('There is no monitor here')
  const [outer, inner] = [canvas.getBoundingClientRect(), frame.getBoundingClientRect()]
  const scale = canvas.width / outer.width
  const y = Math.round((inner.top + inner.height / 2 - outer.top) * scale)
  return Array.from({ length: 10 }, (_unused, bit) => {
    const x = Math.round((inner.left + ((bit + 0.5) / 10) * inner.width - outer.left) * scale)
    return (context.getImageData(x, y, 1, 1).data[1] ?? 0) > 125
  }).reduce((number, isSet) => number * 2 + (isSet ? 1 : 0), 0)
}

/** The colour in the middle of the monitor's frame. */
export function colourShown(): number[] {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-frame]')
  const frame = document.querySelector('[role="img"][aria-label^="Output frame"]')
  const context = canvas?.getContext('2d')
  if (canvas === null || frame === null || context === null || context === undefined) throw new Error('There is no monitor here')
  const [outer, inner] = [canvas.getBoundingClientRect(), frame.getBoundingClientRect()]
  const scale = canvas.width / outer.width
  return [...context.getImageData(Math.round((inner.left + inner.width / 2 - outer.left) * scale), Math.round((inner.top + inner.height / 2 - outer.top) * scale), 1, 1).data].slice(0, 3)
}

export interface Scrubbed {
  /** How often the playhead was seen at the very start. */
  readonly starts: number
  /** How many different places it was seen at. */
  readonly places: number
  /** Whole seconds of moving in which nothing was heard. */
  readonly silentSeconds: number
  /** The longest time between two animation frames, in milliseconds. */
  readonly longestStall: number
}

/** Watches the playhead and listens for a time. */
export function watchScrub(milliseconds: number): Promise<Scrubbed> {
  const field = document.querySelector<HTMLInputElement>('input[aria-label="Playhead"]')
  const [begun, seconds, places] = [performance.now(), new Map<number, number>(), [] as string[]]
  let [starts, longestStall, last] = [0, 0, begun]
  const hear = (): number => Math.max(0, ...((window as Listening).ears ?? []).filter(({ analyser }) => analyser.context.state !== 'closed').map(({ analyser, samples }) => {
    analyser.getFloatTimeDomainData(samples)
    return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  }))
  return new Promise((resolve) => {
    const look = (now: number): void => {
      longestStall = Math.max(longestStall, now - last)
      last = now
      const place = field?.value ?? ''
      if (place !== places.at(-1)) places.push(place)
      if (place === '00:00:00:00') starts++
      const second = Math.floor((now - begun) / 1000)
      seconds.set(second, Math.max(seconds.get(second) ?? 0, hear()))
      if (now - begun < milliseconds) requestAnimationFrame(look)
      // The first second is that in which sound wakes up.
      else resolve({ starts, places: places.length, longestStall, silentSeconds: [...seconds].filter(([at, loud]) => at > 0 && at < milliseconds / 1000 - 1 && loud < 0.005).length })
    }
    requestAnimationFrame(look)
  })
}
