import { TICKS_PER_SECOND } from '@lemouf/core/timeline'

export interface Fraction {
  readonly num: number
  readonly den: number
}

/** `count` units of a stream's time base in ticks, the closest; exact however large the product is. */
export function ticksOfUnits(count: number, unit: Fraction): number {
  const num = 2n * BigInt(count) * BigInt(unit.num) * BigInt(TICKS_PER_SECOND) + BigInt(unit.den)
  const den = 2n * BigInt(unit.den)
  const floor = num / den - (num % den < 0n ? 1n : 0n)
  return Number(floor)
}

/** Seconds as ffprobe writes them, with six decimals; null for none. */
export function ticksOfSeconds(written: string | undefined): number | null {
  const seconds = Number(written)
  return written === undefined || !Number.isFinite(seconds) ? null : Math.round(seconds * 1e6) * (TICKS_PER_SECOND / 1e6)
}

export const positive = (value: number | null): number | null => (value === null || value <= 0 ? null : Math.round(value))
