import { AppError } from '../error.ts'
import { fail, ok } from '../result.ts'
import { nameOf, supersedes, type AttemptKey, type AttemptStatus } from './attempt.ts'
import type { LoopEvent } from './event.ts'
import type { Outcome } from './outcome.ts'
import { attemptAt, type LoopState } from './state.ts'

type News = Extract<LoopEvent, { type: 'attemptStarted' | 'attemptReturned' | 'attemptFailed' }>

const STATUS_OF: Record<News['type'], AttemptStatus> = { attemptStarted: 'running', attemptReturned: 'returned', attemptFailed: 'failed' }

/**
 * News of an attempt from where it runs. What comes twice, late, or from before a reset changes nothing,
 * so that any order of arrival ends in the same state.
 */
export function hear(state: LoopState, news: News): Outcome {
  if (news.run < state.run) return ok([])
  const attempt = attemptAt(state, news)
  if (attempt === undefined) return fail(attemptNotFound(news))
  return ok(supersedes(STATUS_OF[news.type], attempt.status) ? [news] : [])
}

export function attemptNotFound(place: Omit<AttemptKey, 'run'>): AppError {
  return new AppError('attempt_not_found', `${nameOf(place)} is not in this loop. Read the loop again and choose one that it lists.`)
}
