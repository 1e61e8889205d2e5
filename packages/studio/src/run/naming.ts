import type { ManifestEntry } from '@lemouf/core/protocol'
import type { Place } from '../loop-view/place.ts'
import { shownCycle } from '../loop-view/shown.ts'
import type { LoopViewState } from '../loop-view/state.ts'
import { text } from '../text/text.ts'

/** Which try of its cycle an attempt is. */
export interface Try {
  /** 0: the first, then its retries. */
  readonly round: number
  /** From 1, where several of a round are there to choose among. */
  readonly candidate: number | undefined
}

/** Which try an attempt is among those of its cycle; where they were made one by one, its retry says so. */
export function tryOf(entries: readonly ManifestEntry[], retry: number): Try {
  const own = entries.find((entry) => entry.retry_index === retry)
  const rounds = Map.groupBy(entries, (entry) => entry.round_index)
  // What was taken back was nothing to choose.
  const isChoice = [...rounds.values()].some((round) => round.filter(({ status }) => status !== 'cancelled').length > 1)
  if (own === undefined || !isChoice) return { round: retry, candidate: undefined }
  const round = rounds.get(own.round_index) ?? []
  return { round: own.round_index, candidate: round.length > 1 ? round.indexOf(own) + 1 : undefined }
}

/** `first try`, `retry 2`, `candidate 3` or `retry 1, candidate 3`. */
export function tryName(entries: readonly ManifestEntry[], retry: number): string {
  const { round, candidate } = tryOf(entries, retry)
  return text.retry(round, candidate)
}

/** The same with its cycle; `entries` are the attempts of that cycle. */
export function placeName(entries: readonly ManifestEntry[], { cycle, retry }: Place): string {
  const { round, candidate } = tryOf(entries, retry)
  return text.placeName(cycle, round, candidate)
}

export const nameIn = (state: LoopViewState, place: Place): string => placeName(shownCycle(state, place.cycle), place)
