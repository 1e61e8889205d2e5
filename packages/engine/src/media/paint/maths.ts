// Pictures must be the same bytes on every machine, so what decides a pixel uses only operations whose results IEEE 754 fixes:
// + - * / and square roots. Math.sin, Math.exp and Math.pow may differ in the last bit from one machine to the next.

export const mix = (a: number, b: number, share: number): number => a + (b - a) * share

export const unit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value)

/** 0 below `low`, 1 above `high`, an S between (either may be the larger). */
export function smooth(low: number, high: number, value: number): number {
  const t = unit((value - low) / (high - low))
  return t * t * (3 - 2 * t)
}

/** sin(2π · turns), to about 1e-7. */
export function wave(turns: number): number {
  const t = turns - Math.floor(turns)
  const folded = t < 0.25 ? t : t < 0.75 ? 0.5 - t : t - 1
  const x = folded * 6.283185307179586
  const q = x * x
  return x * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - q / 110)))))
}

/** cos(2π · turns). */
export const coWave = (turns: number): number => wave(turns + 0.25)

/** A bell: 1 at 0, a half at 1, long tails; light fades so. */
export const glow = (distance: number): number => 1 / (1 + distance * distance)

/** A bell with short tails: nearly 0 beyond 1. */
export function bump(distance: number): number {
  const t = 1 - unit(distance * distance)
  return t * t
}
