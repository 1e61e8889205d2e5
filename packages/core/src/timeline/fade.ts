import { endOf, type Clip, type Fade } from './clip.ts'
import type { Ticks } from './time.ts'

/** How much of a clip its fades let through at a moment within it, from 0 to 1. Opacity or amplitude are multiplied by it. */
export function fadeAt(clip: Pick<Clip, 'start' | 'duration' | 'fadeIn' | 'fadeOut'>, at: Ticks): number {
  return risen(clip.fadeIn, at - clip.start) * risen(clip.fadeOut, endOf(clip) - at)
}

function risen({ duration, shape }: Fade, passed: number): number {
  if (passed >= duration) return 1
  const part = Math.max(0, passed) / duration
  switch (shape) {
    case 'linear':
      return part
    case 'smooth':
      return (1 - Math.cos(Math.PI * part)) / 2
    case 'equalPower':
      return Math.sin((Math.PI * part) / 2)
  }
}

/** The factor that decibels are; −100 and less is silence. */
export const amplitudeOf = (decibels: number): number => (decibels <= -100 ? 0 : 10 ** (decibels / 20))
