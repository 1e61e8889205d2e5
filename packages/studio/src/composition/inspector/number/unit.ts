import { ok, fail, type Result } from '@lemouf/core/result'
import { formatTimecode, frameDuration, frameStart, fromSeconds, parseTimecode, type FrameRate, ticks } from '@lemouf/core/timeline'

/** How a number is shown and typed, and where it may go. Values are in the document's own measure. */
export interface Unit {
  readonly format: (value: number) => string
  /** One term of a sum, such as `12.5` or `1.5s`; undefined for what is none. */
  readonly read: (term: string) => number | undefined
  /** Shown behind the number. */
  readonly suffix: string
  /** What an arrow key or a pixel of a drag changes; ten times that with Shift, and `fine` with Alt. */
  readonly step: number
  readonly fine: number
  readonly least: number
  readonly most: number
  /** Of what kind it is, for the sentence about what cannot be read. */
  readonly kind: 'number' | 'time'
}

/** What somebody typed: a value, or a change of the value that each of several has. */
export type Typed =
  | { readonly type: 'set'; readonly value: number }
  | { readonly type: 'by'; readonly by: number }
  | { readonly type: 'times'; readonly factor: number }

/** The value that something typed makes of another, within the unit's limits. */
export const typedOnto = (typed: Typed, before: number, unit: Unit): number => clamped(changed(typed, before), unit)

function changed(typed: Typed, before: number): number {
  if (typed.type === 'set') return typed.value
  return typed.type === 'by' ? before + typed.by : before * typed.factor
}

/** Whole where the unit counts whole things. */
export function clamped(value: number, unit: Unit): number {
  const held = Math.min(unit.most, Math.max(unit.least, value))
  return unit.kind === 'time' || isWhole(unit) ? Math.round(held) : held
}

/** Whether a number counts whole things, such as pixels. */
const isWhole = ({ kind, fine }: Unit): boolean => kind === 'number' && Number.isInteger(fine) && fine >= 1

/** `1,920` as a whole number; a factor is none. */
const THOUSANDS = /(?<![\d.,*×/])\d{1,3}(?:,\d{3})+(?![\d.,])/g

/**
 * Reads a value, a sum of terms (`1:12+6f`, `100-2.5`), a change (`+12f`, `-=3`, where nothing is negative also `-3`), or a multiple
 * (`*2`, `/4`). A comma is a point as well; in whole numbers, commas before three digits part thousands. Error: the words that are none of these.
 */
export function readTyped(words: string, unit: Unit): Result<Typed, string> {
  const plain = words.replaceAll(/[\s\u00a0\u202f]/g, '')
  const said = (isWhole(unit) ? plain.replaceAll(THOUSANDS, (number) => number.replaceAll(',', '')) : plain).replaceAll(',', '.').replaceAll('−', '-').toLowerCase()
  const bare = unit.suffix !== '' && said.endsWith(unit.suffix.toLowerCase()) && unit.kind === 'number' ? said.slice(0, -unit.suffix.length) : said
  const factor = /^([*×/])(\d+(?:\.\d+)?|\.\d+)$/.exec(bare)
  if (factor !== null) {
    const by = Number(factor[2])
    const share = factor[1] === '/' ? 1 / by : by
    return Number.isFinite(share) ? ok({ type: 'times', factor: share }) : fail(words)
  }
  const [, relative, rest = ''] = /^(\+=?|-=)?(.*)$/s.exec(bare) ?? []
  const isChange = relative !== undefined || (rest.startsWith('-') && unit.least >= 0)
  const sum = sumOf(relative === '-=' ? `-${rest}` : rest, unit)
  if (sum === undefined) return fail(words)
  return ok(isChange ? { type: 'by', by: sum } : { type: 'set', value: sum })
}

function sumOf(said: string, unit: Unit): number | undefined {
  const terms = said.match(/[+-]?[^+-]+/g)
  if (terms === null || terms.join('') !== said) return undefined
  let sum = 0
  for (const term of terms) {
    const [, sign, size = ''] = /^([+-]?)(.*)$/.exec(term) ?? []
    const value = unit.read(size)
    if (value === undefined) return undefined
    sum += sign === '-' ? -value : value
  }
  return sum
}

interface NumberShape {
  readonly least: number
  readonly most: number
  /** How many of what is shown make one of the document's: 100 for percent. */
  readonly scale?: number
  readonly suffix?: string
  /** Digits after the point that are shown. */
  readonly digits?: number
  /** In what is shown. */
  readonly step?: number
  /** Other endings that can be typed, with how many of what is shown each makes. */
  readonly also?: Readonly<Record<string, number>>
}

const DECIMAL = /^(\d+(?:\.\d*)?|\.\d+)([a-z%°]*)$/

/** A number, shown as so many of a unit. */
export function numberUnit({ least, most, scale = 1, suffix = '', digits = 0, step = 1, also = {} }: NumberShape): Unit {
  const endings: Readonly<Record<string, number>> = { '': 1, [suffix.toLowerCase()]: 1, ...also }
  return {
    kind: 'number', suffix, least, most, step: step / scale, fine: digits === 0 ? 1 / scale : step / 10 / scale,
    format: (value) => String(Number((value * scale).toFixed(digits))).replace('-', '−'),
    read: (term) => {
      const [, number, ending = ''] = DECIMAL.exec(term) ?? []
      const factor = endings[ending]
      return number === undefined || factor === undefined ? undefined : (Number(number) * factor) / scale
    },
  }
}

const CLOCK = /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?$/

/** A time at a frame rate: timecode (`600` is six seconds), frames (`12f`), or hours, minutes, seconds and milliseconds (`1m2.5s`). In ticks. */
export function timeUnit(rate: FrameRate, { least, most }: Pick<Unit, 'least' | 'most'>): Unit {
  return {
    kind: 'time', suffix: '', least, most, step: frameDuration(rate), fine: frameDuration(rate),
    format: (value) => formatTimecode(ticks(Math.round(value)), rate),
    read: (term) => {
      const frames = /^(\d{1,9})f$/.exec(term)?.[1]
      if (frames !== undefined) return frameStart(Number(frames), rate)
      const [said, h = 0, m = 0, s = 0, ms = 0] = CLOCK.exec(term) ?? []
      if (said !== undefined && said !== '') return fromSeconds(Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(ms) / 1000)
      const parsed = parseTimecode(term, rate)
      return parsed.ok ? parsed.value : undefined
    },
  }
}
