import * as z from 'zod'
import type { Immutable } from './immutable.ts'

/**
 * 705,600,000 ticks a second: whole ticks for a frame of 24, 25, 30, 48, 50, 60 fps and their 1000/1001 kin, and for a sample
 * of every usual rate from 8 to 192 kHz.
 */
export const TICKS_PER_SECOND = 705_600_000

/**
 * Positions end at 1,000 hours. 2^53 ticks are 3,545 hours, so that the sum of any three positions is exact.
 */
export const LATEST_POSITION = 3_600_000 * TICKS_PER_SECOND

/** A signed whole number of ticks: a distance, or how far a hand has moved. */
export const distanceSchema = z.int().min(-LATEST_POSITION).max(LATEST_POSITION).brand<'Ticks'>()
/** A moment from the beginning of the composition or of a source; zero is allowed. */
export const positionSchema = z.int().min(0).max(LATEST_POSITION).brand<'Ticks'>()
/** A length of time; never zero. */
export const durationSchema = z.int().min(1).max(LATEST_POSITION).brand<'Ticks'>()

export type Ticks = z.infer<typeof distanceSchema>

/** Frames a second as a fraction: 30000/1001 is what people call 29.97. */
export const frameRateSchema = z.object({ num: z.int().min(1).max(1_000_000), den: z.int().min(1).max(1_000_000) })
export type FrameRate = Immutable<z.infer<typeof frameRateSchema>>

/** What becomes of a part that is not whole. `nearest` takes a half upwards. */
export type Rounding = 'floor' | 'nearest' | 'ceil'

export const ZERO = 0 as Ticks

/** Takes a computed number as ticks. A fraction, or a number that is no longer exact, is a fault of the program and throws. */
export function ticks(value: number): Ticks {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of ticks`)
  return (value + 0) as Ticks
}

export const earlier = (a: Ticks, b: Ticks): Ticks => (a < b ? a : b)
export const later = (a: Ticks, b: Ticks): Ticks => (a > b ? a : b)

/** `value · num / den`, exact before it is rounded, whatever the size of the product. */
export function scaled(value: number, num: number, den: number, rounding: Rounding): number {
  const product = value * num
  // Twice the product and the divisor have to be exact as well, for `nearest`.
  if (Math.abs(product) < 2 ** 51) return quotient(product, den, rounding)
  const [n, d] = [BigInt(value) * BigInt(num), BigInt(den)]
  const floor = (a: bigint, b: bigint): bigint => (a - (((a % b) + b) % b)) / b
  if (rounding === 'floor') return Number(floor(n, d))
  return Number(rounding === 'ceil' ? -floor(-n, d) : floor(2n * n + d, 2n * d))
}

// Dividing first would round 9007199254740991 / 2 upwards: the remainder is taken off while everything is whole.
function quotient(n: number, d: number, rounding: Rounding): number {
  const floor = (a: number, b: number): number => (a - (((a % b) + b) % b)) / b
  if (rounding === 'floor') return floor(n, d)
  return rounding === 'ceil' ? 0 - floor(-n, d) : floor(2 * n + d, 2 * d)
}

/** Where a frame begins, rounded up to a tick, so that `frameAt` gives the same frame back at every rate. */
export const frameStart = (frame: number, rate: FrameRate): Ticks => ticks(scaled(frame * rate.den, TICKS_PER_SECOND, rate.num, 'ceil'))

/** The frame that is shown at a moment; with `nearest`, the frame whose beginning is closest. */
export const frameAt = (at: Ticks, rate: FrameRate, rounding: Rounding = 'floor'): number =>
  scaled(at, rate.num, rate.den * TICKS_PER_SECOND, rounding)

/** The beginning of the frame that is closest: what a hand means on a timeline. */
export const toFrame = (at: Ticks, rate: FrameRate): Ticks => frameStart(frameAt(at, rate, 'nearest'), rate)

/** The moment that a frame stands for: its middle, so that no rounding on the way to a source can take it for its neighbour. */
export const frameMiddle = (frame: number, rate: FrameRate): Ticks => ticks(scaled((2 * frame + 1) * rate.den, TICKS_PER_SECOND, 2 * rate.num, 'floor'))

/** The length of one frame, rounded up. */
export const frameDuration = (rate: FrameRate): Ticks => frameStart(1, rate)

/** Where a sample begins; exact for every usual rate, else rounded up. */
export const sampleStart = (sample: number, sampleRate: number): Ticks => ticks(scaled(sample, TICKS_PER_SECOND, sampleRate, 'ceil'))

/** The sample that sounds at a moment. */
export const sampleAt = (at: Ticks, sampleRate: number, rounding: Rounding = 'floor'): number =>
  scaled(at, sampleRate, TICKS_PER_SECOND, rounding)

/** Seconds for those who count in them (players, ffmpeg). A double: never to be turned back into a position. */
export const toSeconds = (at: Ticks): number => at / TICKS_PER_SECOND

/** The tick closest to what somebody else measured in seconds. */
export const fromSeconds = (seconds: number): Ticks => ticks(Math.round(seconds * TICKS_PER_SECOND))
