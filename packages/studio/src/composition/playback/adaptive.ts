/** How fine pictures are while playing: a part of the frame's size. */
export type Quality = 1 | 0.5 | 0.25

/** How it went in a stretch of playing: frames of the composition that were seen, and those that were skipped or not ready. */
export interface Pace {
  readonly shown: number
  readonly missed: number
}

/** What was found out so far. */
export interface Adaptive {
  readonly quality: Quality
  /** Stretches in a row without trouble. */
  readonly calm: number
  /** How many of those are needed before more is tried; doubles each time, until that has gone well for long. */
  readonly patience: number
}

const LEVELS: readonly Quality[] = [1, 0.5, 0.25]
const PATIENCE = 4
const MOST_PATIENCE = 64
const SETTLED = 20
/** A twentieth missed is seen; a hundredth is what is aimed at. */
const TOO_MANY = 0.05
const FEW = 0.01

export const FULL: Adaptive = { quality: 1, calm: 0, patience: PATIENCE }

/** What to do after a stretch of half a second or so. Steps down at once, and up again after a while in which all was well. */
export function adapted(state: Adaptive, { shown, missed }: Pace): Adaptive {
  const all = shown + missed
  if (all === 0) return state
  const share = missed / all
  const level = LEVELS.indexOf(state.quality)
  if (share > TOO_MANY) return { ...state, quality: LEVELS[level + 1] ?? state.quality, calm: 0 }
  const calm = share <= FEW ? state.calm + 1 : 0
  const finer = LEVELS[level - 1]
  if (finer !== undefined && calm >= state.patience) return { quality: finer, calm: 0, patience: Math.min(MOST_PATIENCE, state.patience * 2) }
  return { ...state, calm, patience: finer === undefined && calm >= SETTLED ? PATIENCE : state.patience }
}
