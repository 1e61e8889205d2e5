import { AppError } from '../error.ts'
import { fail, type Result } from '../result.ts'

/** Why an edit is not done. Nothing of it has happened then. */
export type Reason =
  | 'unknown_clip' | 'unknown_lane' | 'unknown_media' | 'unknown_marker' | 'unknown_guide'
  | 'id_taken' | 'lane_locked' | 'wrong_kind' | 'occupied' | 'beyond_source' | 'too_long'
  | 'not_adjacent' | 'ripple_blocked' | 'breaks_sync' | 'media_in_use' | 'nothing_chosen' | 'no_source_time' | 'not_of_a_loop' | 'stale'

/** A reason for programs, a sentence for people, and what to point at. */
export interface Refusal {
  readonly reason: Reason
  readonly message: string
  readonly clip?: string
  readonly lane?: string
}

/** What a refusal is about, by id. */
export type About = Pick<Refusal, 'clip' | 'lane'>

export const refuse = (reason: Reason, message: string, about: About = {}): Result<never, Refusal> => fail({ reason, message, ...about })

export const unknownLane = (lane: string): Result<never, Refusal> =>
  refuse('unknown_lane', 'The lane is no longer in the composition. Choose another.', { lane })

export const laneTaken = (lane: string): Result<never, Refusal> =>
  refuse('id_taken', 'A lane with this id is there already. Send the edit with a new id.', { lane })

/** A medium has no picture, or no sound, to be put where that belongs. */
export function lacking({ name }: { readonly name: string }, kind: 'video' | 'audio', about: About): Result<never, Refusal> {
  const sentence = kind === 'video' ? `“${name}” has no picture. Put it on a lane of sound.` : `“${name}” has no sound. Put it on a lane of pictures.`
  return refuse('wrong_kind', sentence, about)
}

/** The refusal as the program's error, for edges that answer with one. */
export function refusalError({ message, ...details }: Refusal): AppError {
  return new AppError('edit_refused', message, { details })
}
