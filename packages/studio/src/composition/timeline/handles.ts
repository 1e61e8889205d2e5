import { amplitudeOf, type Clip } from '@lemouf/core/timeline'
import type { Rect } from './geometry.ts'

/** What a hand can take of a clip besides its body and its ends: drawn where it can be taken. */
export interface Handles {
  /** Where the fades end and begin, on the top edge. */
  readonly fadeIn: number
  readonly fadeOut: number
  /** Height of the line of loudness, or opacity. */
  readonly level: number
}

/** From this size on a clip has room for handles. Those of fades are never closer to an end than `inset`. */
export const HANDLES = { width: 36, height: 30, inset: 8 } as const

/** The title along the top of a clip: the line of level lies below it. */
export const TITLE = 15
const FOOT = 4

/** Where the handles of a clip are, given where it is drawn. */
export function handlesOf(rect: Rect, clip: Clip): Handles {
  const px = rect.width / clip.duration
  const [left, right] = [Math.max(HANDLES.inset, clip.fadeIn.duration * px), Math.max(HANDLES.inset, clip.fadeOut.duration * px)]
  return { fadeIn: rect.x + left, fadeOut: rect.x + rect.width - right, level: levelY(rect, levelOf(clip)) }
}

/** The level of a clip from 0 to 1: opacity; of sound as on a fader, where twice the loudness is the top and 0 dB seven tenths. */
export const levelOf = (clip: Clip): number => (clip.kind === 'video' ? clip.look.opacity : Math.min(1, Math.sqrt(amplitudeOf(clip.gain) / 2)))

/** Decibels of a place on the fader, to a tenth; the bottom is silence. */
export const gainAt = (level: number): number => (level <= 0 ? -100 : Math.max(-100, Math.round(200 * Math.log10(2 * level * level)) / 10) + 0)

/** The height of a level within a clip. */
export const levelY = (rect: Rect, level: number): number => rect.y + rect.height - FOOT - level * (rect.height - TITLE - FOOT)

/** The level of a height within a clip, from 0 to 1. */
export const levelAt = (rect: Rect, y: number): number => Math.min(1, Math.max(0, (rect.y + rect.height - FOOT - y) / (rect.height - TITLE - FOOT)))
