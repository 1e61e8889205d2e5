import { formatTimecode, frameStart, parseTimecode, ticks, TICKS_PER_SECOND, ZERO, frameAt, type FrameRate, type Range, type Ticks } from '@lemouf/core/timeline'

/** How time is counted along the ruler. */
export interface Counting {
  readonly kind: 'timecode' | 'frames' | 'bars'
  readonly rate: FrameRate
  /** For bars: beats a minute, beats a bar. */
  readonly tempo: number
  readonly beats: number
}

export interface Tick {
  readonly at: Ticks
  /** What is written beside it; a small one has nothing. */
  readonly label: string | undefined
}

/** A grid that a ruler can have: every so many units. */
interface Units {
  /** About how many ticks a unit has. */
  readonly unit: number
  /** Steps in units, each at which something can be written; the smallest first. */
  readonly steps: readonly number[]
  /** About how many characters a label of a step has at the end of the span. */
  readonly letters: (step: number) => number
  readonly first: (from: Ticks) => number
  readonly at: (count: number) => Ticks
  readonly label: (count: number, at: Ticks) => string
}

const LETTER = 6.2
const ROOM = 14
const LEAST_TICK = 6
const DECIMAL = Array.from({ length: 9 }, (_, power) => [1, 2, 5].map((part) => part * 10 ** power)).flat()
const CLOCK = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000, 72_000, 180_000, 360_000, 720_000]

/**
 * The ticks of a ruler over a span, in order; none is further out than one step. Labels are as close as they can be without touching
 * each other, and every one stands exactly where what it says begins.
 */
export function ticksOf({ from, to }: Range, scale: number, counting: Counting): readonly Tick[] {
  const units = unitsOf(counting, to, scale)
  const pixels = units.unit / scale
  const step = units.steps.find((each) => each * pixels >= units.letters(each) * LETTER + ROOM) ?? units.steps.at(-1) ?? 1
  const part = units.steps.find((each) => step % each === 0 && each * pixels >= LEAST_TICK) ?? step
  const found: Tick[] = []
  for (let count = Math.max(0, Math.floor(units.first(from) / step) * step); ; count += part) {
    const at = units.at(count)
    if (at >= to) return found
    found.push({ at, label: count % step === 0 ? units.label(count, at) : undefined })
  }
}

function unitsOf(counting: Counting, to: Ticks, scale: number): Units {
  const { rate, kind } = counting
  if (kind === 'bars') return barUnits(counting)
  if (kind === 'frames') return frameUnits(rate, DECIMAL, (at) => frameAt(at, rate).toLocaleString('en'), to)
  const frames = Math.max(1, Math.round(rate.num / rate.den))
  // While a second is too short to be parted with words, seconds are counted; labels of drop-frame timecode begin at none of frames.
  const secondsWide = TICKS_PER_SECOND / scale
  if (secondsWide < TIMECODE * LETTER * 1.5 + ROOM) return secondUnits(rate)
  const steps = [1, 2, 5, 10, 15, 20, 30].filter((step) => frames % step === 0 && step < frames)
  return frameUnits(rate, [...steps, ...CLOCK.map((second) => second * frames)], (at) => formatTimecode(at, rate), to)
}

const TIMECODE = 12

function frameUnits(rate: FrameRate, steps: readonly number[], label: (at: Ticks) => string, to: Ticks): Units {
  return {
    unit: (TICKS_PER_SECOND * rate.den) / rate.num, steps,
    letters: () => label(to).length + 1,
    first: (from) => frameAt(from, rate),
    at: (frame) => frameStart(frame, rate),
    label: (_frame, at) => label(at),
  }
}

/** Seconds as they are labelled: at 29.97 the first frame of most minutes is called `;02`. */
function secondUnits(rate: FrameRate): Units {
  const labelled = (second: number): Ticks => {
    const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].join(':')
    for (const frame of ['00', '02', '04']) {
      const read = parseTimecode(`${clock}:${frame}`, rate)
      if (read.ok) return read.value
    }
    return ticks(second * TICKS_PER_SECOND)
  }
  return {
    unit: (TICKS_PER_SECOND * Math.max(1, Math.round(rate.num / rate.den)) * rate.den) / rate.num,
    steps: CLOCK,
    letters: () => TIMECODE,
    first: (from) => secondOf(formatTimecode(from, rate)),
    at: labelled,
    label: (_second, at) => formatTimecode(at, rate),
  }
}

function secondOf(timecode: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = timecode.split(/[:;]/).map(Number)
  return (hours * 60 + minutes) * 60 + seconds
}

/** Beats, named `bar.beat` from 1 on; of whole bars the bar alone. */
function barUnits({ tempo, beats }: Counting): Units {
  const beat = (TICKS_PER_SECOND * 60) / tempo
  const at = (count: number): Ticks => ticks(Math.round(count * beat))
  return {
    unit: beat,
    steps: [1, ...DECIMAL.flatMap((ten) => (String(ten).startsWith('1') ? [ten, ten * 2, ten * 4] : [])).map((bars) => bars * beats)].filter((step, index, all) => all.indexOf(step) === index),
    letters: (step) => (step < beats ? 8 : 6),
    first: (from) => (from === ZERO ? 0 : Math.floor(from / beat)),
    at,
    label: (count) => (count % beats === 0 ? String(count / beats + 1) : `${Math.floor(count / beats) + 1}.${(count % beats) + 1}`),
  }
}

/** About how wide a label is, in pixels. */
export const widthOfLabel = (label: string): number => label.length * LETTER
