import { amplitudeOf, earlier, endOf, fadeAt, later, planRender, sourceAt, ticks, TICKS_PER_SECOND, toSeconds, type AudioClip, type Media, type Project, type Range, type Ticks } from '@lemouf/core/timeline'
import type { Stretch } from '../course.ts'

/** Sound is decoded and scheduled in pages of that many seconds of its medium. */
export const PAGE_SECONDS = 1
/** A fade is followed in steps of that many seconds, between which the sound goes straight. */
const FADE_STEP = 0.01

/** A bit of a medium that sounds in one go. Times are seconds. */
export interface Piece {
  /** The same for the same bit with the same loudness at the same time: what is scheduled already need not be again. */
  readonly key: string
  readonly media: Media
  readonly page: number
  /** When it begins, in the time of the course. */
  readonly since: number
  readonly lasts: number
  /** Where in the page it begins. */
  readonly offset: number
  /** How fast the medium passes. Other speeds than that of the recording change its pitch. */
  readonly pace: number
  /** Amplitude, from its beginning to its end in equal steps; one value where it stays the same. */
  readonly levels: readonly number[]
}

/**
 * What sounds of a composition in a stretch that is played at a rate. Pieces that lie in it in part are given whole, as far as the lap
 * goes, so that neighbouring stretches give the same ones.
 */
export function piecesOf(project: Project, { from, to, since, lap }: Stretch, rate: number): readonly Piece[] {
  // When the composition's own beginning would have been, had it been played.
  const origin = since - from / TICKS_PER_SECOND / rate
  const at = (moment: Ticks): number => origin + moment / TICKS_PER_SECOND / rate
  return planRender(project, { from, to }).sounds.flatMap(({ clip, media }) => pagesOf(clip, { from, to }, lap).map((page): Piece => ({
    key: keyOf(clip, page, origin, rate),
    media, page: page.page, since: at(page.from), lasts: at(page.to) - at(page.from),
    offset: toSeconds(sourceAt(clip, page.from)) - page.page * PAGE_SECONDS,
    pace: paceOf(clip) * rate, levels: levelsOf(clip, page.from, page.to),
  })))
}

interface PagePart extends Range {
  readonly page: number
}

/** The parts of a clip that lie on the pages of its medium, of those that meet a stretch. */
function pagesOf(clip: AudioClip, stretch: Range, lap: Range): readonly PagePart[] {
  const pace = paceOf(clip)
  const turn = (page: number): Ticks => ticks(Math.round(clip.start + (page * PAGE_SECONDS * TICKS_PER_SECOND - clip.in) / pace))
  const pageAt = (moment: Ticks): number => Math.floor(toSeconds(sourceAt(clip, moment)) / PAGE_SECONDS + 1e-9)
  const [begin, end] = [later(clip.start, lap.from), earlier(endOf(clip), lap.to)]
  const first = pageAt(later(begin, stretch.from))
  const last = pageAt(ticks(earlier(end, stretch.to) - 1))
  const parts = Array.from({ length: Math.max(0, last - first + 1) }, (_unused, index): PagePart => {
    const page = first + index
    return { page, from: later(begin, turn(page)), to: earlier(end, turn(page + 1)) }
  })
  return parts.filter((part) => part.from < part.to)
}

function levelsOf(clip: AudioClip, from: Ticks, to: Ticks): readonly number[] {
  const loud = amplitudeOf(clip.gain)
  const isFading = from < clip.start + clip.fadeIn.duration || to > endOf(clip) - clip.fadeOut.duration
  if (!isFading) return [loud]
  const steps = Math.max(1, Math.ceil((to - from) / TICKS_PER_SECOND / FADE_STEP))
  return Array.from({ length: steps + 1 }, (_unused, step) => loud * fadeAt(clip, ticks(Math.round(from + ((to - from) * step) / steps))))
}

export const paceOf = ({ speed }: AudioClip): number => speed.num / speed.den

/** Loudness from a part of a piece on, in as many equal steps as fit. */
export function levelsFrom(levels: readonly number[], part: number): readonly number[] {
  const steps = levels.length - 1
  if (part <= 0 || steps < 1) return levels
  const rest = Math.max(1, Math.round(steps * (1 - part)))
  return Array.from({ length: rest + 1 }, (_unused, step) => levelAt(levels, part + ((1 - part) * step) / rest))
}

function levelAt(levels: readonly number[], part: number): number {
  const place = Math.min(1, part) * (levels.length - 1)
  const [low, high] = [levels[Math.floor(place)] ?? 0, levels[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}

const keyOf = ({ id, media, in: from, speed, start, duration, gain, fadeIn, fadeOut }: AudioClip, { page, ...part }: PagePart, origin: number, rate: number): string =>
  JSON.stringify([id, media, page, part.from, part.to, start, duration, from, speed, gain, fadeIn, fadeOut, rate, Math.round(origin * 1e6)])
