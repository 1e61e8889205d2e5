import type { AppError } from '../error.ts'
import type { Result } from '../result.ts'
import type { LoopEvent } from './event.ts'

/** What a command makes happen. */
export type Outcome = Result<readonly LoopEvent[], AppError>
