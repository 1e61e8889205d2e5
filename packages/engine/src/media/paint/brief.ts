import { paletteOf, PLACES, readPrompt, TIMES, type Palette, type Place, type Time } from './lexicon.ts'
import { hashText, randomOf, type Random } from './random.ts'
import type { Rgb } from './colours.ts'

/** What is to be painted. The same brief gives the same bytes. */
export interface Brief {
  readonly prompt: string
  readonly seed: bigint
  readonly width: number
  readonly height: number
}

/** A brief, understood. */
export interface Motif {
  readonly palette: Palette
  /** How strongly the prompt named its colours: 1 when it did, else 0. */
  readonly colourful: 0 | 1
  readonly time: Time
  readonly place: Place
  /** Sets all noise and randomness of the picture apart from every other's. */
  readonly key: string
  readonly aspect: number
  /** A stream of its own for each purpose, so that one more number drawn here changes nothing there. */
  random(purpose: string): Random
}

export function toMotif(brief: Brief, style: string): Motif {
  const reading = readPrompt(brief.prompt)
  const words = reading.words.join(' ')
  const key = `${style}|${words}|${brief.seed}`
  return {
    palette: paletteOf(reading),
    colourful: reading.colours.length > 0 ? 1 : 0,
    time: reading.time ?? (TIMES[hashText(`time ${words} ${brief.seed}`) % 4] as Time),
    place: reading.place ?? (PLACES[hashText(`place ${words} ${brief.seed}`) % PLACES.length] as Place),
    key,
    aspect: brief.width / brief.height,
    random: (purpose) => randomOf(`${key}|${purpose}`),
  }
}

/** Colours 0 (dark) to 5 (light) of the motif. */
export const tone = (motif: Motif, index: number): Rgb => motif.palette.ramp[index] as Rgb
